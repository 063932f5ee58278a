/**
 * Rows are dragged by their number. While one is dragged nothing else moves: a line shows where it would
 * go. That needs no measuring of three hundred rows before, and costs a row that is not dragged nothing.
 */

import { type PointerEvent as ReactPointerEvent, type RefObject, useMemo, useRef } from 'react';

type Drop = { readonly target: string; readonly where: 'above' | 'below' };

const STARTS_AFTER_PX = 5;
const EDGE_PX = 56;
const SCROLL_PX = 12;

export type StartDrag = (event: ReactPointerEvent, row: string) => void;

export function useRowDrag(
  root: RefObject<HTMLDivElement | null>,
  line: RefObject<HTMLDivElement | null>,
  onDrop: (row: string, target: string, where: 'above' | 'below') => void,
): StartDrag {
  const drop = useRef(onDrop);
  drop.current = onDrop;
  return useMemo(
    () => (event, row) => {
      if (event.button !== 0 || root.current === null || line.current === null) return;
      follow(event.nativeEvent, root.current, line.current, row, (at) =>
        drop.current(row, at.target, at.where),
      );
    },
    [root, line],
  );
}

function follow(
  start: PointerEvent,
  root: HTMLElement,
  line: HTMLElement,
  row: string,
  onDrop: (drop: Drop) => void,
): void {
  const dragged = root.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`);
  let at: Drop | undefined;
  let y = start.clientY;
  let frame = 0;
  let isDragging = false;

  const show = (): void => {
    at = dropAt(root, y);
    const target = at && root.querySelector(`[data-row="${CSS.escape(at.target)}"]`);
    if (!target || !at) return;
    const { top, bottom } = target.getBoundingClientRect();
    line.style.top = `${(at.where === 'above' ? top : bottom) - root.getBoundingClientRect().top}px`;
    line.hidden = false;
  };
  const scroll = (): void => {
    const step = y < EDGE_PX ? -SCROLL_PX : y > innerHeight - EDGE_PX ? SCROLL_PX : 0;
    if (step !== 0) {
      scrollBy(0, step);
      show();
    }
    frame = requestAnimationFrame(scroll);
  };
  const onMove = (event: PointerEvent): void => {
    y = event.clientY;
    if (!isDragging) {
      const distance = Math.hypot(event.clientX - start.clientX, y - start.clientY);
      if (distance < STARTS_AFTER_PX) return;
      isDragging = true;
      if (dragged) dragged.dataset.dragged = 'true';
      document.documentElement.classList.add('is-dragging');
      frame = requestAnimationFrame(scroll);
    }
    event.preventDefault();
    show();
  };
  const end = (isDrop: boolean): void => {
    removeEventListener('pointermove', onMove);
    removeEventListener('pointerup', onUp);
    removeEventListener('pointercancel', onCancel);
    removeEventListener('keydown', onKey, true);
    cancelAnimationFrame(frame);
    line.hidden = true;
    document.documentElement.classList.remove('is-dragging');
    if (dragged) delete dragged.dataset.dragged;
    if (!isDragging) return;
    // The click that follows the release is the end of the drag, no wish for a menu.
    const swallow = (event: Event): void => event.stopPropagation();
    addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', swallow, { capture: true }));
    if (isDrop && at) onDrop(at);
  };
  const onUp = (): void => end(true);
  const onCancel = (): void => end(false);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    end(false);
  };
  addEventListener('pointermove', onMove);
  addEventListener('pointerup', onUp);
  addEventListener('pointercancel', onCancel);
  addEventListener('keydown', onKey, true);
}

function dropAt(root: HTMLElement, y: number): Drop | undefined {
  let last: Drop | undefined;
  for (const row of root.querySelectorAll<HTMLElement>('[data-row][data-movable]')) {
    const { top, bottom } = row.getBoundingClientRect();
    const target = row.dataset.row ?? '';
    if (y < (top + bottom) / 2) return { target, where: 'above' };
    last = { target, where: 'below' };
    if (y <= bottom) return last;
  }
  return last;
}
