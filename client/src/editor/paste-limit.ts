/** A paste that the server would not take is refused before it is in the document. */

import { LARGEST_UPDATE } from '@tandem/shared/protocol/sync';
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/** An update is larger than the text in it: ids, marks, structure. */
const LARGEST_PASTE = LARGEST_UPDATE / 2;

export const TOO_LARGE_TO_PASTE =
  'That is too much to paste at once. Paste it in parts, or keep it as a file and link to it.';

export function isTooLarge(text: string): boolean {
  return text.length > LARGEST_PASTE || new TextEncoder().encode(text).length > LARGEST_PASTE;
}

/** Dropped and pasted alike: both come as a slice. */
export function pasteLimit(onRefused: (sentence: string) => void) {
  return Extension.create({
    name: 'pasteLimit',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handlePaste: (_view, _event, slice) => refuses(slice.toJSON(), onRefused),
          handleDrop: (_view, _event, slice, isMoved) =>
            !isMoved && refuses(slice.toJSON(), onRefused),
        },
      }),
    ],
  });
}

function refuses(json: unknown, onRefused: (sentence: string) => void): boolean {
  if (!isTooLarge(JSON.stringify(json))) return false;
  onRefused(TOO_LARGE_TO_PASTE);
  return true;
}
