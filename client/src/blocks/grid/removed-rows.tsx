/** Nothing is gone for good: what was removed stands below its list, to be brought back. */

import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

interface RemovedRowsProps<Row extends { readonly id: string }> {
  readonly removed: readonly Row[];
  readonly titleOf: (row: Row) => string;
  readonly noun: string;
  readonly onBringBack: ((id: string) => void) | undefined;
}

export function RemovedRows<Row extends { readonly id: string }>(props: RemovedRowsProps<Row>) {
  const { removed, titleOf, noun, onBringBack } = props;
  const [isOpen, setOpen] = useState(false);
  if (removed.length === 0 || onBringBack === undefined) return null;
  return (
    <div className="removed-rows">
      <Button
        look="quiet"
        size="small"
        aria-expanded={isOpen}
        onClick={() => setOpen((before) => !before)}
      >
        {removed.length} removed – bring back
      </Button>
      {isOpen ? (
        <ul className="removed-list">
          {removed.map((row) => (
            <li key={row.id}>
              <span>{titleOf(row) || `A ${noun} without a name`}</span>
              <Button size="small" onClick={() => onBringBack(row.id)}>
                Bring back
                <VisuallyHidden> {titleOf(row)}</VisuallyHidden>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
