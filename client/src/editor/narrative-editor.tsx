/** The plan's running text with its blocks in it. */

import Placeholder from '@tiptap/extension-placeholder';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { useSaved, useSession } from '../session/hooks.ts';
import { announce } from '../ui/live-region.tsx';
import { boundExtensions } from './bound-editor.ts';
import { BubbleToolbar } from './bubble-toolbar.tsx';
import { EmbedGuards } from './embed-guards.ts';
import { EmbedWithView } from './embed-view.tsx';
import { FillEmpty } from './fill-empty.ts';
import { narrativeNodes } from './narrative-schema.ts';
import { pasteLimit } from './paste-limit.ts';
import { openSlashStore, slashMenu } from './slash-menu.ts';
import { SlashPopup } from './slash-popup.tsx';
import './editor.css';

const NARRATIVE = { kind: 'narrative', id: 'narrative' } as const;

export function NarrativeEditor() {
  const session = useSession();
  const isOver = useSaved(({ kind }) => kind === 'refused');
  const isEditable = session.canEdit && !isOver;
  const [slash] = useState(openSlashStore);
  const [refusal, setRefusal] = useState<string>();

  const extensions = useMemo(() => {
    const fragment = session.binding.textCell(NARRATIVE);
    if (fragment === undefined) return [];
    return [
      ...narrativeNodes(EmbedWithView),
      ...boundExtensions(session, fragment),
      Placeholder.configure({ placeholder: 'Write, or press / for lists, tables and blocks' }),
      EmbedGuards,
      FillEmpty,
      slashMenu(slash),
      pasteLimit((sentence) => {
        setRefusal(sentence);
        announce(sentence);
      }),
    ];
  }, [session, slash]);

  const editor = useEditor(
    {
      extensions,
      // Never written: the fragment's content takes its place before anybody sees it.
      content: '<p></p>',
      editable: isEditable,
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      editorProps: {
        attributes: {
          class: 'narrative',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': 'Text of the plan',
        },
      },
      onUpdate: () => setRefusal(undefined),
    },
    [extensions],
  );
  useEffect(() => editor.setEditable(isEditable, false), [editor, isEditable]);
  useLayoutEffect(() => hideFromReact(editor.view.dom), [editor]);

  const endsInText = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      now.state.doc.lastChild?.type.name === 'paragraph' &&
      now.state.doc.lastChild.childCount === 0,
  });
  const writeBelow = (): void => {
    const end = editor.state.doc.content.size;
    const chain = editor.chain();
    if (!endsInText) chain.insertContentAt(end, { type: 'paragraph' });
    chain.focus('end').run();
  };

  return (
    <>
      <EditorContent editor={editor} />
      {refusal === undefined ? null : (
        <p role="alert" className="narrative-refusal">
          {refusal}
        </p>
      )}
      {isEditable ? (
        <>
          <BubbleToolbar editor={editor} />
          <SlashPopup store={slash} editorElement={editor.view.dom} />
          {endsInText ? null : (
            <button type="button" className="write-below" onClick={writeBelow}>
              Write here, or press / for lists, tables and blocks
            </button>
          )}
        </>
      ) : null}
    </>
  );
}

/**
 * React keeps the selection of a focused text field over each of its commits, and for that walks through all of its
 * text: here that of three hundred rows, for every key that anybody presses. ProseMirror keeps this selection itself.
 */
function hideFromReact(dom: HTMLElement): void {
  Object.defineProperty(dom, 'contentEditable', { value: 'inherit', writable: true });
}
