/** Formatted text out of a Markdown tree, as the narrative holds it: flat texts with marks. */

import type { Link, PhrasingContent } from 'mdast';
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

export function inlineNarrative(
  file: MarkdownFile,
  nodes: readonly PhrasingContent[],
): NarrativeNode[] {
  const out: NarrativeNode[] = [];
  for (const node of nodes) collect(file, out, node, {});
  return out;
}

function collect(
  file: MarkdownFile,
  out: NarrativeNode[],
  node: PhrasingContent,
  marks: Marks,
): void {
  const inside = (children: readonly PhrasingContent[], more: Marks): void => {
    for (const child of children) collect(file, out, child, { ...marks, ...more });
  };
  switch (node.type) {
    case 'text':
      addText(out, node.value.replaceAll('\n', ' '), marks);
      break;
    case 'strong':
      inside(node.children, { bold: { type: 'bold' } });
      break;
    case 'emphasis':
      inside(node.children, { italic: { type: 'italic' } });
      break;
    case 'delete':
      inside(node.children, { strike: { type: 'strike' } });
      break;
    case 'inlineCode':
      addText(out, node.value, marks, true);
      break;
    case 'break':
      out.push({ type: 'hardBreak' });
      break;
    case 'html':
      if (LINE_BREAK.test(node.value)) out.push({ type: 'hardBreak' });
      else if (node.value !== EMPTY) addText(out, node.value, marks);
      break;
    case 'link':
      inside(node.children, linkTo(node));
      if (!safeAddress(node.url)) addText(out, ` (${node.url})`, marks);
      break;
    case 'image':
      // The narrative has no images of other hosts: the picture becomes a link to itself.
      addText(out, node.alt || node.url, { ...marks, ...linkTo(node) });
      break;
    case 'linkReference':
      inside(node.children, linkTo(definitionsOf(file).byName.get(node.identifier)));
      break;
    case 'imageReference': {
      const target = definitionsOf(file).byName.get(node.identifier);
      addText(out, node.alt || node.identifier, { ...marks, ...linkTo(target) });
      break;
    }
    case 'footnoteReference':
      addText(out, `[^${node.label ?? node.identifier}]`, marks);
  }
}

function linkTo(target: Pick<Link, 'url' | 'title'> | undefined): Marks {
  const href = target && safeAddress(target.url);
  if (href === undefined) return {};
  const title = target?.title ? { title: target.title } : {};
  return { link: { type: 'link', attrs: { href, ...title } } };
}

function addText(out: NarrativeNode[], text: string, marks: Marks, code = false): void {
  if (text === '') return;
  const list = markList(marks, code);
  const last = out.at(-1);
  const node: NarrativeText =
    list.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: list };
  if (last?.type === 'text' && 'text' in last && samePlain(last.marks, node.marks)) {
    out[out.length - 1] = { ...last, text: last.text + text };
  } else out.push(node);
}

/** Code takes no other marks in the editor; where it is the text of a link, the link is worth more. */
function markList(marks: Marks, code: boolean): readonly Mark[] {
  if (code && !marks.link) return [{ type: 'code' }];
  return MARK_NAMES.flatMap((name) => marks[name] ?? []);
}
