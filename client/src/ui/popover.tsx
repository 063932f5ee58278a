import { Popover as Primitive } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';
import './popover.css';

interface PopoverProps {
  /** What it belongs to and stands beside. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly label: string;
  /** Escape, or a click elsewhere. */
  readonly onClose: (how: 'escape' | 'outside') => void;
  readonly width?: number;
  readonly children: ReactNode;
}

/** Open as long as it is mounted. It does not lock the page: what it is about stays readable. */
export function Popover({ anchor, label, onClose, width, children }: PopoverProps) {
  return (
    <Primitive.Root open>
      <Primitive.Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      <Primitive.Portal>
        <Primitive.Content
          className="popover"
          aria-label={label}
          style={width === undefined ? undefined : { width }}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onEscapeKeyDown={(event) => {
            event.preventDefault();
            onClose('escape');
          }}
          onInteractOutside={(event) => {
            event.preventDefault();
            // A click on what it belongs to is not a click elsewhere.
            if (anchor.current?.contains(event.target as Node)) return;
            onClose('outside');
          }}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onOpenAutoFocus={focusFirstField}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** Not selected, as would be done by default: what stands there was just typed and is to be gone on with. */
function focusFirstField(event: Event): void {
  const content = event.currentTarget;
  if (!(content instanceof HTMLElement) || content.contains(document.activeElement)) return;
  const field = content.querySelector('input');
  if (field === null) return;
  event.preventDefault();
  field.focus({ preventScroll: true });
  field.setSelectionRange(field.value.length, field.value.length);
}
