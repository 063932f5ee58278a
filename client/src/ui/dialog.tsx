import { Dialog as Primitive } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import './popover.css';

interface DialogProps {
  readonly title: string;
  readonly text?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Open as long as it is mounted. For what speaks about the whole plan; a row is never covered by one. */
export function Dialog({ title, text, onClose, children }: DialogProps) {
  const [openedFrom] = useState(() => document.activeElement);
  return (
    <Primitive.Root open onOpenChange={(open) => open || onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className="dialog-back" />
        <Primitive.Content
          className="dialog"
          onCloseAutoFocus={(event) => {
            // There is no trigger that would be focused by itself.
            event.preventDefault();
            if (openedFrom instanceof HTMLElement) openedFrom.focus();
          }}
          {...(text === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <Primitive.Title className="dialog-title">{title}</Primitive.Title>
          {text === undefined ? null : (
            <Primitive.Description className="dialog-text">{text}</Primitive.Description>
          )}
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
