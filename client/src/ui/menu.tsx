import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { Kbd } from './kbd.tsx';
import './popover.css';

export interface MenuItem {
  readonly label: string;
  readonly onSelect: () => void;
  readonly key?: string;
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean;
  readonly isDangerous?: boolean;
  /** A line stands above it. */
  readonly startsGroup?: boolean;
}

interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly onClose: () => void;
}

/** Open as long as it is mounted, beside the element that holds it. */
export function Menu({ label, items, onClose }: MenuProps) {
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => open || onClose()}>
      <DropdownMenu.Trigger asChild>
        <span className="menu-anchor" aria-hidden="true" tabIndex={-1} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          aria-label={label}
          align="start"
          sideOffset={2}
          collisionPadding={8}
          loop
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          {items.map((item) => (
            <Item key={item.label} item={item} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Item({ item }: { readonly item: MenuItem }) {
  return (
    <>
      {item.startsGroup ? <DropdownMenu.Separator className="menu-line" /> : null}
      <DropdownMenu.Item
        className={item.isDangerous ? 'menu-item danger' : 'menu-item'}
        disabled={item.isDisabled ?? false}
        onSelect={item.onSelect}
      >
        {item.icon}
        {item.label}
        {item.key === undefined ? null : <Kbd>{item.key}</Kbd>}
      </DropdownMenu.Item>
    </>
  );
}
