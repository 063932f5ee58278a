/** A plan that was pasted inside a code fence, as chat programs and wikis hand it out. */

import type { Code, Heading } from 'mdast';
import { type MarkdownFile, parseMarkdown } from '../markdown/parse-markdown.ts';
import { sectionOf } from '../words/section-names.ts';

const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;

/**
 * The file with the fence taken away, where the plan stands inside it: the fence lines become empty, so that
 * every other line keeps its number.
 */
export function withoutFence(file: MarkdownFile): MarkdownFile {
  const { children } = file.root;
  if (children.some((node) => node.type === 'heading' && isSectionHeading(node))) return file;
  const plan = children.find((node): node is Code => node.type === 'code' && holdsPlan(node.value));
  const first = plan?.position?.start.line;
  const last = plan?.position?.end.line;
  if (first === undefined || last === undefined) return file;
  const lines = file.text.split('\n');
  if (!FENCE.test(lines[first - 1] ?? '')) return file;
  lines[first - 1] = '';
  if (last > first && FENCE.test(lines[last - 1] ?? '')) lines[last - 1] = '';
  return parseMarkdown(lines.join('\n'));
}

function isSectionHeading(node: Heading): boolean {
  const text = node.children.map((child) => ('value' in child ? child.value : '')).join('');
  return sectionOf(text) !== undefined;
}

/** Two headings of sections are a plan; one may be an example. */
function holdsPlan(code: string): boolean {
  const headings = code.split('\n').filter((line) => /^#{1,6} /.test(line));
  const sections = new Set(headings.map((line) => sectionOf(line.replace(/^#+ /, ''))));
  sections.delete(undefined);
  return sections.size >= 2;
}
