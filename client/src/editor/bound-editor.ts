/** What every editor of the page shares: the binding to Yjs, others' carets, the one undo stack, and the guards. */

import { Extension, type Extensions } from '@tiptap/core';
import Collaboration from '@tiptap/extension-collaboration';
import CollaborationCaret from '@tiptap/extension-collaboration-caret';
import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { XmlFragment } from 'yjs';
import type { PlanSession } from '../session/plan-session.ts';
import { renderCaret, renderSelection } from './caret.ts';
import { cursorsOf } from './cursors-of.ts';

export function boundExtensions(session: PlanSession, fragment: XmlFragment): Extensions {
  const { awareness, undoManager } = session.binding;
  return [
    Collaboration.configure({ fragment, yUndoOptions: { undoManager: undoManager() as never } }),
    CollaborationCaret.configure({
      provider: { awareness: cursorsOf(awareness, fragment) },
      user: { ...session.me },
      render: renderCaret,
      selectionRender: renderSelection,
    }),
    pageUndo(session),
    readerGuard(session),
  ];
}

/** Tiptap's own keys would undo behind the session's back, for a viewer as well. */
function pageUndo(session: PlanSession) {
  const undo = (): boolean => session.undo() || true;
  const redo = (): boolean => session.redo() || true;
  return Extension.create({
    name: 'pageUndo',
    priority: 2000,
    addKeyboardShortcuts: () => ({ 'Mod-z': undo, 'Shift-Mod-z': redo, 'Mod-y': redo }),
  });
}

/** A reader's editor must write nothing, not even what an extension thinks is a repair. */
function readerGuard(session: PlanSession) {
  return Extension.create({
    name: 'readerGuard',
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction: (transaction) => {
          if (!transaction.docChanged || session.canEdit) return true;
          return transaction.getMeta(ySyncPluginKey)?.isChangeOrigin === true;
        },
      }),
    ],
  });
}
