/** Pasting into a cell: the words without their looks, in one line where the cell has one. */

import { Extension } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { isTooLarge, TOO_LARGE_TO_PASTE } from './paste-limit.ts';

export function linesToPaste(text: string, multiline: boolean): string[] {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/^\n+|\n+$/g, '')
    .split('\n');
  if (multiline) return lines.map((line) => line.trimEnd());
  return [
    lines
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join(' '),
  ];
}

export function pasteAsLines(
  multiline: boolean,
  onRefused: (sentence: string | undefined) => void,
) {
  return Extension.create({
    name: 'pasteAsLines',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handlePaste: (view, event) => {
            const text = event.clipboardData?.getData('text/plain') ?? '';
            if (isTooLarge(text)) {
              onRefused(TOO_LARGE_TO_PASTE);
              return true;
            }
            onRefused(undefined);
            const { schema, tr } = view.state;
            const lines = linesToPaste(text, multiline).map((line) =>
              schema.node('paragraph', null, line === '' ? [] : [schema.text(line)]),
            );
            view.dispatch(
              tr.replaceSelection(new Slice(Fragment.from(lines), 1, 1)).scrollIntoView(),
            );
            return true;
          },
          // A dropped row, file or picture is nothing for a cell.
          handleDrop: () => true,
        },
      }),
    ],
  });
}
