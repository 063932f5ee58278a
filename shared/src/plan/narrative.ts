/** The narrative as plain block data, in the shape of ProseMirror's JSON, so that exports and rules need no editor. */

import type { BlockName } from './kinds.ts';

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

export interface Mark {
  /** `bold`, `italic`, `strike`, `code`, `link` … */
  readonly type: string;
  readonly attrs?: Readonly<Record<string, Json>>;
}

export interface NarrativeText {
  readonly type: 'text';
  readonly text: string;
  readonly marks?: readonly Mark[];
}

export interface NarrativeElement {
  /** `paragraph`, `heading`, `bulletList`, `table`, `embed` … */
  readonly type: string;
  readonly attrs?: Readonly<Record<string, Json>>;
  readonly content?: readonly NarrativeNode[];
}

export type NarrativeNode = NarrativeText | NarrativeElement;

export function isText(node: NarrativeNode): node is NarrativeText {
  return node.type === 'text';
}

/** An embed is a window on a block, not the block: deleting it deletes no row. */
export function embedOf(block: BlockName): NarrativeElement {
  return { type: 'embed', attrs: { block } };
}

export function paragraph(text: string): NarrativeElement {
  return text === ''
    ? { type: 'paragraph' }
    : { type: 'paragraph', content: [{ type: 'text', text }] };
}

export function heading(level: 1 | 2 | 3, text: string): NarrativeElement {
  return { type: 'heading', attrs: { level }, content: [{ type: 'text', text }] };
}

/** All text of a node, blocks parted by line breaks. */
export function narrativeText(node: NarrativeNode): string {
  if (isText(node)) return node.text;
  if (node.type === 'hardBreak') return '\n';
  const parts = (node.content ?? []).map(narrativeText);
  const inline = (node.content ?? []).every((child) => isText(child) || child.type === 'hardBreak');
  return parts.join(inline ? '' : '\n');
}
