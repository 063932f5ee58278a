/** One undo stack over everything in a plan: structured edits, cells and narrative. */

import { undoScope } from '@tandem/shared/doc/layout';
import { EDIT_ORIGIN } from '@tandem/shared/doc/origin';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/** What is typed within this time is taken back together. */
const TYPING_GROUP_MS = 500;

export interface PlanUndo {
  readonly manager: Y.UndoManager;
  /** Runs one change so that it is one entry on the stack, apart from the typing before and after it. */
  readonly asOneEntry: <T>(change: () => T) => T;
  readonly subscribe: (listener: () => void) => () => void;
  readonly close: () => void;
}

export function openPlanUndo(doc: Y.Doc): PlanUndo {
  const manager = new Y.UndoManager(undoScope(doc), {
    captureTimeout: TYPING_GROUP_MS,
    trackedOrigins: new Set([EDIT_ORIGIN, ySyncPluginKey]),
    deleteFilter: mayUndoDelete,
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
  });
  const asOneEntry = <T>(change: () => T): T => {
    manager.stopCapturing();
    manager.captureTimeout = Number.POSITIVE_INFINITY;
    try {
      return change();
    } finally {
      manager.captureTimeout = TYPING_GROUP_MS;
      manager.stopCapturing();
    }
  };
  const subscribe = (listener: () => void): (() => void) => {
    const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const;
    for (const event of events) manager.on(event, listener);
    return () => {
      for (const event of events) manager.off(event, listener);
    };
  };
  return { manager, asOneEntry, subscribe, close: () => manager.destroy() };
}

/** An undo takes back what I made, never a row or a stretch of text in which somebody else's work now stands. */
function mayUndoDelete(item: Y.Item): boolean {
  if (!(item.content instanceof Y.ContentType)) return true;
  const { type } = item.content;
  if (type instanceof Y.Map) return false;
  return type._length === 0;
}
