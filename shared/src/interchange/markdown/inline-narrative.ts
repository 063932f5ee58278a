/** Formatted text out of a Markdown tree, as the narrative holds it: flat texts with marks. */

import type { PhrasingContent } from 'mdast';
import type { Mark, NarrativeNode, NarrativeText } from '../../plan/narrative.ts';
import { samePlain } from '../../plan/same-plain.ts';
import { safeAddress } from './addresses.ts';
import { definitionsOf } from './definitions.ts';
import type { MarkdownFile } from './parse-markdown.ts';

/** The order in which marks stand on a text: that of the document's own reader. */
const MARK_NAMES = ['bold', 'code', 'italic', 'link', 'strike'] as const;
type Marks = Partial<Record<(typeof MARK_NAMES)[number], Mark>>;

const LINE_BREAK = /^<br[ \t]*\/?>$/i;
/** Our own exports hold an empty task item by it, which Markdown cannot. */
export const EMPTY = '<!-- -->';

export function inlineNarrative(file: MarkdownFile, nodes: readonly PhrasingContent[]): NarrativeNode[] {
  const out: NarrativeNode[] = [];
  for (const node of nodes) collect(file, out, node, {});
  return out;
}

function collect(file: MarkdownFile, out: NarrativeNode[], node: PhrasingContent, marks: Marks): void {
  const inside = (children: readonly PhrasingContent[], more: Marks): void => {
    for (const child of children) collect(file, out, child, { ...marks, ...more });
  };
  switch (node.type) {
    case 'text':
      return addText(out, node.value.replace(/[ \t]*\n[ \t]*/g, ' '), marks);
    case 'strong':
      return inside(node.children, { bold: { type: 'bold' } });
    case 'emphasis':
      return inside(node.children, { italic: { type: 'italic' } });
    case 'delete':
      return inside(node.children, { strike: { type: 'strike' } });
    case 'inlineCode':
      return addText(out, node.value, marks, true);
    case 'break':
      out.push({ type: 'hardBreak' });
      return;
    case 'html':
      if (LINE_BREAK.test(node.value)) out.push({ type: 'hardBreak' });
      else if (node.value !== EMPTY) addText(out, node.value, marks);
      return;
    case 'link':
      inside(node.children, linkTo(node.url, node.title));
      if (!safeAddress(node.url)) addText(out, ` (${node.url})`, marks);
      return;
    case 'image':
      // The narrative has no images of other hosts: the picture becomes a link to itself.
      return addText(out, node.alt || node.url, { ...marks, ...linkTo(node.url, node.title) });
    case 'linkReference': {
      const target = definitionsOf(file).byName.get(node.identifier);
      return inside(node.children, target ? linkTo(target.url, target.title) : {});
    }
    case 'imageReference': {
      const target = definitionsOf(file).byName.get(node.identifier);
      return addText(out, node.alt || node.identifier, { ...marks, ...(target ? linkTo(target.url, target.title) : {}) });
    }
    case 'footnoteReference':
      return addText(out, `[^${node.label ?? node.identifier}]`, marks);
  }
}

function linkTo(url: string, title: string | null | undefined): Marks {
  const href = safeAddress(url);
  return href === undefined ? {} : { link: { type: 'link', attrs: { href, ...(title ? { title } : {}) } } };
}

function addText(out: NarrativeNode[], text: string, marks: Marks, code = false): void {
  if (text === '') return;
  const list = markList(marks, code);
  const last = out.at(-1);
  const node: NarrativeText = list.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: list };
  if (last?.type === 'text' && 'text' in last && samePlain(last.marks, node.marks)) {
    out[out.length - 1] = { ...last, text: last.text + text };
  } else out.push(node);
}

/** Code takes no other marks in the editor; where it is the text of a link, the link is worth more. */
function markList(marks: Marks, code: boolean): readonly Mark[] {
  if (code && !marks.link) return [{ type: 'code' }];
  return MARK_NAMES.flatMap((name) => marks[name] ?? []);
}
