/**
 * The "+" at the edge of the table, between the two rows where a new one would stand. One button for the whole
 * table that follows the pointer past React: moving over three hundred rows renders nothing. The keyboard has
 * Ctrl+Enter, and a finger the menu of the row.
 */

import { Plus } from 'lucide-react';
import { type RefObject, useEffect, useRef } from 'react';
import './row-insert.css';

interface RowInsertProps {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly noun: string;
  readonly onInsert: (row: string, where: 'above' | 'below') => void;
}

export function RowInsert({ root, noun, onInsert }: RowInsertProps) {
  const mark = useRef<HTMLDivElement>(null);
  const place = useRef<{ row: string; where: 'above' | 'below' }>(undefined);

  useEffect(() => {
    const grid = root.current;
    const at = mark.current;
    if (grid === null || at === null) return;
    const hide = (): void => {
      at.hidden = true;
    };
    const follow = (event: PointerEvent): void => {
      const target = event.target as Element;
      if (at.contains(target)) return;
      const isHovering = event.pointerType === 'mouse' && event.buttons === 0;
      const row = target.closest<HTMLElement>('[data-row][data-movable]');
      if (!isHovering || row === null || !grid.contains(row)) {
        hide();
        return;
      }
      const { top, bottom } = row.getBoundingClientRect();
      const where = event.clientY < (top + bottom) / 2 ? 'above' : 'below';
      place.current = { row: row.dataset.row ?? '', where };
      at.style.top = `${(where === 'above' ? top : bottom) - grid.getBoundingClientRect().top}px`;
      at.hidden = false;
    };
    grid.addEventListener('pointermove', follow);
    grid.addEventListener('pointerleave', hide);
    grid.addEventListener('keydown', hide);
    return () => {
      grid.removeEventListener('pointermove', follow);
      grid.removeEventListener('pointerleave', hide);
      grid.removeEventListener('keydown', hide);
    };
  }, [root]);

  return (
    <div ref={mark} className="row-insert" hidden aria-hidden="true">
      <button
        type="button"
        tabIndex={-1}
        title={`Add a ${noun} here`}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => {
          const at = place.current;
          if (mark.current) mark.current.hidden = true;
          if (at) onInsert(at.row, at.where);
        }}
      >
        <Plus size={13} aria-hidden="true" />
      </button>
    </div>
  );
}
