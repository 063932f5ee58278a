/** Markdown text to its syntax tree: CommonMark and GitHub's tables, task lists, strikethrough, footnotes. */

import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Place } from '../import-outcome.ts';

/** A parsed file: the tree, and the text that its offsets point into. */
export interface MarkdownFile {
  readonly root: Root;
  readonly text: string;
}

/**
 * The tree extensions without their transforms: these would search the finished text for addresses again
 * and link what the writer has escaped.
 */
const TREE_EXTENSIONS = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));
/** One tilde stays a tilde ("~3 weeks"); two strike out. */
const SYNTAX_EXTENSIONS = [gfm({ singleTilde: false })];

export function parseMarkdown(text: string): MarkdownFile {
  const root = fromMarkdown(text, {
    extensions: SYNTAX_EXTENSIONS,
    mdastExtensions: TREE_EXTENSIONS,
  });
  return { root, text };
}

export function placeOf(node: Nodes): Place {
  const start = node.position?.start;
  return { line: start?.line ?? 1, column: start?.column ?? 1 };
}

/** The text of a node as it stands in the file. */
export function sourceOf(file: MarkdownFile, node: Nodes): string {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? '' : file.text.slice(start, end);
}
