/**
 * The face of the plan's one undo manager that an editor gets. y-tiptap's undo plugin takes any manager for its
 * own: it destroys it when its editor goes, and Tiptap's wrapper puts back the listeners of a destroyed one. An
 * editor of one cell must not end the undo of the whole plan.
 *
 * It cannot stop the capturing: after somebody else's change y-tiptap does so whenever a caret moves anywhere, and
 * one's own typing would be taken back letter by letter. Nor is it told of stack items. What y-tiptap does with them
 * comes after the undo's transaction, so it bends the caret at the next change, which is somebody else's; and each
 * item would hold on to dead editors. The caret follows the text by its relative position anyway.
 */

import type { UndoManager } from 'yjs';

const nothing = (): void => undefined;

export function undoFacade(manager: UndoManager): unknown {
  return Object.create(manager, {
    on: { value: nothing },
    off: { value: nothing },
    destroy: { value: nothing },
    // These write to `this`, which must be the manager itself.
    undo: { value: () => manager.undo() },
    redo: { value: () => manager.redo() },
    stopCapturing: { value: nothing },
    clear: { value: () => manager.clear() },
    // Tiptap sets both to revive a destroyed manager; this one lives.
    restore: { get: nothing, set: nothing },
    _observers: { get: () => manager._observers, set: nothing },
  });
}
