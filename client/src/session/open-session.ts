/** One plan open over a Y.Doc, without a network: reading, editing, undo and presence. */

import { applyEditUndoably, type EditOutcome } from '@tandem/shared/doc/apply-edit';
import { textCell } from '@tandem/shared/doc/cell';
import { openPlanReader } from '@tandem/shared/doc/plan-reader';
import type { PlanEdit } from '@tandem/shared/plan/edit';
import type { Chance } from '@tandem/shared/plan/ids';
import type { PresenceUser } from '@tandem/shared/protocol/presence';
import type { Awareness } from 'y-protocols/awareness';
import type { Doc } from 'yjs';
import { followPeers } from './peers.ts';
import type { PlanSession, SavedState } from './plan-session.ts';
import { openPlanUndo } from './plan-undo.ts';
import type { Role } from './role.ts';
import { undoFacade } from './undo-facade.ts';
import { whoWrote } from './who-wrote.ts';

/** What the network side of a session answers; a session without one is always saved. */
export interface SavedSource {
  readonly read: () => SavedState;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface SessionParts {
  readonly doc: Doc;
  readonly awareness: Awareness;
  readonly me: PresenceUser;
  readonly role: Role;
  readonly chance: Chance;
  readonly saved?: SavedSource;
  /** Ends what the caller opened under the session: provider, store, document. */
  readonly onClose?: () => void;
}

const SAVED: SavedState = { kind: 'saved' };
const ALWAYS_SAVED: SavedSource = { read: () => SAVED, subscribe: () => () => undefined };
const LOOKING_ONLY: EditOutcome = {
  kind: 'refused',
  code: 'invalid-value',
  message: 'You can look at this plan, but not change it.',
};

export function openPlanSession(parts: SessionParts): PlanSession {
  const { doc, awareness, me, role, chance, saved = ALWAYS_SAVED } = parts;
  const canEdit = role === 'editor' || role === 'member';
  // The reader listens first, so that whoever is told of a transaction reads what came of it.
  const reader = openPlanReader(doc);
  const undo = openPlanUndo(doc);
  const peers = followPeers(awareness);
  awareness.setLocalStateField('user', me);

  const isRefused = (): boolean => saved.read().kind === 'refused';
  const apply = (edit: PlanEdit): EditOutcome => applyEditUndoably(doc, edit, chance);
  const editAll = (edits: readonly PlanEdit[]): EditOutcome => {
    if (!canEdit || isRefused()) return LOOKING_ONLY;
    return undo.asOneEntry(() => {
      let outcome: EditOutcome = {
        kind: 'refused',
        code: 'invalid-value',
        message: 'Nothing to do.',
      };
      for (const edit of edits) {
        outcome = apply(edit);
        if (outcome.kind === 'refused') return outcome;
      }
      return outcome;
    });
  };
  const take = (step: 'undo' | 'redo'): boolean => {
    if (!canEdit || isRefused()) return false;
    undo.manager.stopCapturing();
    return undo.manager[step]() !== null;
  };

  return {
    me,
    role,
    canEdit,
    reading: () => reader.read(),
    subscribe: (listener) => {
      // Editors open a transaction for each move of a caret, here and elsewhere, and most change nothing.
      let last = reader.read();
      const look = (): void => {
        const now = reader.read();
        if (now === last) return;
        last = now;
        listener();
      };
      doc.on('afterAllTransactions', look);
      return () => doc.off('afterAllTransactions', look);
    },
    edit: (edit) => editAll([edit]),
    editAll,
    undo: () => take('undo'),
    redo: () => take('redo'),
    canUndo: () => canEdit && undo.manager.canUndo(),
    canRedo: () => canEdit && undo.manager.canRedo(),
    subscribeUndo: undo.subscribe,
    peers: peers.read,
    subscribePeers: peers.subscribe,
    focusOn: (subject) => awareness.setLocalStateField('focus', subject),
    whoWrote: (kind, id, field) => whoWrote(doc, awareness, kind, id, field),
    savedState: saved.read,
    subscribeSaved: saved.subscribe,
    binding: {
      doc,
      awareness,
      textCell: (subject) => textCell(doc, subject),
      undoManager: () => undoFacade(undo.manager),
    },
    close: () => {
      peers.close();
      undo.close();
      reader.close();
      parts.onClose?.();
    },
  };
}
