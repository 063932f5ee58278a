/** The editor of one open text cell. Closed cells are plain text, so a plan of 300 steps has one of these. */

import { type Editor, Extension } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CellEditorProps, CellMove } from '../cells/cell-context.ts';
import { useSession } from '../session/hooks.ts';
import { boundExtensions } from './bound-editor.ts';
import { cellNodes } from './cell-schema.ts';
import { pasteAsLines } from './paste-lines.ts';
import './editor.css';

export function CellEditor(props: CellEditorProps) {
  const { subject, multiline = false, autoFocus = false, ariaLabel, onDone } = props;
  const session = useSession();
  const [refusal, setRefusal] = useState<string>();
  // The keys live as long as the editor, the callback changes with every render of the cell.
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });

  const { kind, id, field } = subject;
  const extensions = useMemo(() => {
    const cell = session.binding.textCell({ kind, id, ...(field === undefined ? {} : { field }) });
    if (cell === undefined) return undefined;
    return [
      ...cellNodes(),
      ...boundExtensions(session, cell),
      cellKeys(multiline, (move) => done.current(move)),
      pasteAsLines(multiline, setRefusal),
    ];
  }, [session, kind, id, field, multiline]);

  const editor = useEditor(
    {
      extensions: extensions ?? cellNodes(),
      // Never written: the cell's own lines take its place before anybody sees it.
      content: '<p></p>',
      editable: session.canEdit && extensions !== undefined,
      injectCSS: false,
      enableInputRules: false,
      enablePasteRules: false,
      shouldRerenderOnTransaction: false,
      editorProps: {
        attributes: {
          class: 'cell-editor',
          role: 'textbox',
          'aria-label': ariaLabel,
          'aria-multiline': String(multiline),
        },
        handleDOMEvents: {
          blur: () => {
            // Another window in front is no reason to close what is being written.
            if (document.hasFocus()) done.current('leave');
          },
        },
      },
    },
    [extensions],
  );

  useEffect(() => {
    // An editor that waited long for its first paint was already replaced by another one.
    if (autoFocus && !editor.isDestroyed) editor.commands.focus('end', { scrollIntoView: false });
  }, [editor, autoFocus]);

  return (
    <>
      <EditorContent editor={editor} className="cell-editor-frame" />
      {refusal === undefined ? null : (
        <span role="alert" className="cell-editor-refusal">
          {refusal}
        </span>
      )}
    </>
  );
}

/** An Enter that only accepts what an input method proposes is not for us. */
function unlessComposing(act: () => boolean) {
  return ({ editor }: { editor: Editor }): boolean => editor.view.composing || act();
}

/** Enter is done and down, Shift+Enter a new line where there may be one, Tab on, Escape stays. */
function cellKeys(multiline: boolean, onDone: (move: CellMove) => void) {
  const done = (move: CellMove) => (): boolean => {
    onDone(move);
    return true;
  };
  return Extension.create({
    name: 'cellKeys',
    addKeyboardShortcuts() {
      return {
        Enter: unlessComposing(done('down')),
        'Shift-Enter': ({ editor }) => (multiline ? editor.commands.splitBlock() : done('down')()),
        Escape: done('stay'),
        Tab: done('next'),
        'Shift-Tab': done('previous'),
        // Nothing in a cell is bold; the browser's own command would still try.
        'Mod-b': () => true,
        'Mod-i': () => true,
        'Mod-u': () => true,
      };
    },
  });
}
