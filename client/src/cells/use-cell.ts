/** The life of one cell: open for editing or not, what was refused, and telling others where the focus is. */

import type { PlanEdit } from '@tandem/shared/plan/edit';
import type { Subject } from '@tandem/shared/plan/plan';
import { type RefObject, useContext, useEffect, useRef, useState } from 'react';
import { useCanEdit } from '../session/can-edit.ts';
import { useSession } from '../session/hooks.ts';
import { type CellMove, GridContext } from './cell-context.ts';

export interface CellControl {
  readonly subject: Subject;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly canEdit: boolean;
  readonly isEditing: boolean;
  /** The character that opened the cell, if one did. */
  readonly typed: string;
  /** Why the last edit was refused. */
  readonly refusal: string | undefined;
  readonly begin: (typed?: string) => void;
  readonly end: (move?: CellMove) => void;
  /** One entry on the undo stack. False when refused: then the reason is shown and the cell stays as it is. */
  readonly apply: (edits: readonly PlanEdit[]) => boolean;
}

export function useCell(subject: Subject): CellControl {
  const session = useSession();
  const canEdit = useCanEdit();
  const grid = useContext(GridContext);
  const frame = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<string | undefined>(() =>
    canEdit && grid?.isWanted(subject) ? '' : undefined,
  );
  const [refusal, setRefusal] = useState<string>();
  const isOpen = useRef(typed !== undefined);

  // A cell that goes away with the focus in it has nobody left to say so.
  useEffect(() => {
    return () => {
      if (isOpen.current) session.focusOn(null);
    };
  }, [session]);

  const begin = (char = ''): void => {
    if (!canEdit) return;
    // What is typed while the editor is still on its way belongs to it as well.
    if (isOpen.current) {
      setTyped((before = '') => before + char);
      return;
    }
    isOpen.current = true;
    session.focusOn(subject);
    setTyped(char);
  };
  const end = (move: CellMove = 'stay'): void => {
    if (!isOpen.current) return;
    if (move === 'leave') {
      // A row that somebody else moves takes the focus out of it for a moment; the grid puts it back.
      queueMicrotask(() => {
        if (!isOpen.current || frame.current?.contains(document.activeElement)) return;
        close();
        if (!document.activeElement?.closest('[data-cell]')) session.focusOn(null);
      });
      return;
    }
    close();
    const at = frame.current;
    if (at === null) return;
    at.focus({ preventScroll: true });
    grid?.move(at, move);
  };
  const close = (): void => {
    isOpen.current = false;
    setTyped(undefined);
    setRefusal(undefined);
  };
  const apply = (edits: readonly PlanEdit[]): boolean => {
    if (edits.length === 0) return true;
    const outcome = session.editAll(edits);
    setRefusal(outcome.kind === 'refused' ? outcome.message : undefined);
    return outcome.kind === 'applied';
  };

  return {
    subject,
    frame,
    canEdit,
    isEditing: canEdit && typed !== undefined,
    typed: typed ?? '',
    refusal,
    begin,
    end,
    apply,
  };
}
