import type { Editor } from '@tiptap/core';
import { type FormEvent, useEffect, useRef } from 'react';
import { Button } from '../ui/button.tsx';

interface LinkFieldProps {
  readonly editor: Editor;
  readonly onDone: () => void;
}

/** Where the selected words lead. Empty takes the link off. */
export function LinkField({ editor, onDone }: LinkFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const typed = input.current?.value.trim() ?? '';
    const chain = editor.chain().focus().extendMarkRange('link');
    if (typed === '') chain.unsetLink().run();
    else
      chain.setLink({ href: /^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed}` }).run();
    onDone();
  };
  return (
    <form className="bubble-link" onSubmit={onSubmit}>
      <input
        ref={input}
        className="input"
        aria-label="Address of the link"
        placeholder="Paste or type an address"
        defaultValue={editor.getAttributes('link').href ?? ''}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          onDone();
          editor.commands.focus();
        }}
      />
      <Button type="submit" size="small" look="primary">
        Link
      </Button>
    </form>
  );
}
