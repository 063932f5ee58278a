/** Text cells: a `Y.XmlFragment` of paragraphs, read as a string with line breaks between them. */

import * as Y from 'yjs';

/** Deeper than any person nests; hostile documents go down to where every recursion overflows. */
const DEEPEST = 32;

export function textOf(fragment: Y.XmlFragment): string {
  return fragment
    .toArray()
    .map((node) => inlineText(node, 0))
    .join('\n');
}

/** Plain text of one node; marks are dropped, what is not text counts as nothing. */
function inlineText(node: Y.XmlElement | Y.XmlText | Y.XmlHook, depth: number): string {
  if (node instanceof Y.XmlText) {
    let text = '';
    for (const part of node.toDelta() as { insert?: unknown }[]) {
      if (typeof part.insert === 'string') text += part.insert;
    }
    return text;
  }
  if (!(node instanceof Y.XmlElement) || depth > DEEPEST) return '';
  if (node.nodeName === 'hardBreak') return '\n';
  return node
    .toArray()
    .map((child) => inlineText(child, depth + 1))
    .join('');
}

/** A fresh text cell. Always holds a paragraph, so that two editors never create one each. */
export function newText(text: string): Y.XmlFragment {
  const fragment = new Y.XmlFragment();
  fragment.insert(0, text.split('\n').map(newParagraph));
  return fragment;
}

/** Makes the cell read `text`, touching only what differs, so that typing at the same moment survives. */
export function setText(fragment: Y.XmlFragment, text: string): boolean {
  const before = textOf(fragment);
  const wanted = text.toWellFormed();
  if (before === wanted) return false;
  const lines = wanted.split('\n');
  const paragraphs = fragment.toArray().map((node) => inlineText(node, 0));
  let head = 0;
  while (head < lines.length && head < paragraphs.length && lines[head] === paragraphs[head])
    head += 1;
  let tail = 0;
  while (
    tail < lines.length - head &&
    tail < paragraphs.length - head &&
    lines[lines.length - 1 - tail] === paragraphs[paragraphs.length - 1 - tail]
  ) {
    tail += 1;
  }
  const oldMiddle = paragraphs.length - head - tail;
  const newMiddle = lines.slice(head, lines.length - tail);
  const paired = Math.min(oldMiddle, newMiddle.length);
  for (let i = 0; i < paired; i += 1) setParagraph(fragment, head + i, newMiddle[i] ?? '');
  if (oldMiddle > paired) fragment.delete(head + paired, oldMiddle - paired);
  if (newMiddle.length > paired)
    fragment.insert(head + paired, newMiddle.slice(paired).map(newParagraph));
  return true;
}

function newParagraph(text: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text.toWellFormed())]);
  return paragraph;
}

function setParagraph(fragment: Y.XmlFragment, index: number, text: string): void {
  const node = fragment.get(index);
  const only =
    node instanceof Y.XmlElement && node.nodeName === 'paragraph' && node.length === 1
      ? node.get(0)
      : undefined;
  if (!(only instanceof Y.XmlText) || only.length !== inlineText(only, 0).length) {
    // Not the simple shape (chips, breaks, an embed): its place is taken by a new paragraph.
    fragment.delete(index, 1);
    fragment.insert(index, [newParagraph(text)]);
    return;
  }
  const before = inlineText(only, 0);
  const { at, removed, inserted } = difference(before, text);
  if (removed > 0) only.delete(at, removed);
  if (inserted !== '') only.insert(at, inserted);
}

/** The one stretch in which two strings differ; never cuts a surrogate pair. */
export function difference(
  before: string,
  after: string,
): { at: number; removed: number; inserted: string } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  if (head > 0 && isHighSurrogate(before.charCodeAt(head - 1))) head -= 1;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail -= 1;
  return {
    at: head,
    removed: before.length - head - tail,
    inserted: after.slice(head, after.length - tail),
  };
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
