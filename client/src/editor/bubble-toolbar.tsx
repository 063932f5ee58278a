/** Marks for what is selected. Alt+F10 goes in, arrows along, Escape back to the text; each mark has its key too. */

import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { BubbleMenu } from '@tiptap/react/menus';
import { Bold, Code, Italic, Link as LinkIcon, type LucideIcon, Strikethrough } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { IconButton } from '../ui/button.tsx';
import { LinkField } from './link-field.tsx';

const MARKS = [
  {
    mark: 'bold',
    label: 'Bold',
    Icon: Bold,
    toggle: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    mark: 'italic',
    label: 'Italic',
    Icon: Italic,
    toggle: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    mark: 'strike',
    label: 'Struck out',
    Icon: Strikethrough,
    toggle: (editor) => editor.chain().focus().toggleStrike().run(),
  },
  {
    mark: 'code',
    label: 'Code',
    Icon: Code,
    toggle: (editor) => editor.chain().focus().toggleCode().run(),
  },
] as const satisfies readonly {
  readonly mark: string;
  readonly label: string;
  readonly Icon: LucideIcon;
  readonly toggle: (editor: Editor) => void;
}[];

export function BubbleToolbar({ editor }: { readonly editor: Editor }) {
  const toolbar = useRef<HTMLDivElement>(null);
  const [isLinking, setLinking] = useState(false);
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      [...MARKS.map(({ mark }) => mark), 'link'].filter((mark) => now.isActive(mark)).join(' '),
  });

  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (event.key === 'F10' && event.altKey) toolbar.current?.querySelector('button')?.focus();
      else if (event.key === 'k' && (event.ctrlKey || event.metaKey)) setLinking(true);
      else return;
      event.preventDefault();
    };
    const { dom } = editor.view;
    dom.addEventListener('keydown', onKeyDown);
    return () => dom.removeEventListener('keydown', onKeyDown);
  }, [editor]);

  const isOn = (mark: string): boolean => active.split(' ').includes(mark);
  return (
    <BubbleMenu
      editor={editor}
      className="bubble"
      updateDelay={50}
      options={{ placement: 'top', offset: 8, onHide: () => setLinking(false) }}
      shouldShow={({ editor: now, from, to }) =>
        now.isEditable &&
        from !== to &&
        now.state.doc.textBetween(from, to).length > 0 &&
        !now.isActive('codeBlock')
      }
    >
      {isLinking ? (
        <LinkField editor={editor} onDone={() => setLinking(false)} />
      ) : (
        <div
          ref={toolbar}
          role="toolbar"
          aria-label="Text style"
          className="bubble-marks"
          onKeyDown={(event) => walk(event, editor)}
        >
          {MARKS.map(({ mark, label, Icon, toggle }) => (
            <IconButton
              key={mark}
              label={label}
              aria-pressed={isOn(mark)}
              onClick={() => toggle(editor)}
            >
              <Icon size={15} aria-hidden="true" />
            </IconButton>
          ))}
          <IconButton label="Link" aria-pressed={isOn('link')} onClick={() => setLinking(true)}>
            <LinkIcon size={15} aria-hidden="true" />
          </IconButton>
        </div>
      )}
    </BubbleMenu>
  );
}

function walk(event: KeyboardEvent<HTMLDivElement>, editor: Editor): void {
  if (event.key === 'Escape') {
    editor.commands.focus();
    return;
  }
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}
