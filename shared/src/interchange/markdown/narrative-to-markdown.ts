/**
 * The narrative as Markdown. What Markdown has no words for is left out: empty paragraphs, underline and
 * colours; blocks within a table cell become lines of it.
 */

import type {
  BlockContent,
  DefinitionContent,
  List,
  ListItem,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableRow,
} from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { isText, type NarrativeElement, type NarrativeNode } from '../../plan/narrative.ts';
import { EMPTY } from './inline-narrative.ts';
import { type InlinePlace, phrasingOf } from './phrasing-of.ts';

type Block = BlockContent | DefinitionContent;

export function narrativeToMarkdown(nodes: readonly NarrativeElement[]): string {
  const root: Root = { type: 'root', children: nodes.flatMap(blocksOf) };
  return toMarkdown(root, {
    bullet: '-',
    bulletOther: '*',
    emphasis: '*',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    resourceLink: true,
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  }).replace(/\n+$/, '');
}

function blocksOf(node: NarrativeElement): readonly (Block & RootContent)[] {
  const content = node.content ?? [];
  switch (node.type) {
    case 'paragraph':
      return content.length === 0 ? [] : [{ type: 'paragraph', children: inline(content, 'paragraph') }];
    case 'heading':
      return [{ type: 'heading', depth: depthOf(node), children: inline(content, 'heading') }];
    case 'blockquote':
      return [{ type: 'blockquote', children: elements(content).flatMap(blocksOf) }];
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return [listOf(node)];
    case 'codeBlock':
      return [codeOf(node)];
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }];
    case 'table':
      return content.length === 0 ? [] : [tableOf(node)];
    case 'embed':
      return [];
    default:
      return unknownOf(node);
  }
}

/** A node type of a later version: its blocks, or its text as a paragraph. */
function unknownOf(node: NarrativeElement): readonly (Block & RootContent)[] {
  const content = node.content ?? [];
  if (content.some((child) => isText(child) || child.type === 'hardBreak')) {
    return [{ type: 'paragraph', children: inline(content, 'paragraph') }];
  }
  return elements(content).flatMap(blocksOf);
}

function elements(content: readonly NarrativeNode[]): readonly NarrativeElement[] {
  return content.filter((child) => !isText(child)) as readonly NarrativeElement[];
}

function inline(content: readonly NarrativeNode[], place: InlinePlace): PhrasingContent[] {
  const nodes = phrasingOf(content, place);
  // A tag alone on its line would begin a block of HTML.
  return nodes.length === 1 && nodes[0]?.type === 'html' ? [...nodes, { type: 'html', value: EMPTY }] : nodes;
}

function depthOf(node: NarrativeElement): 1 | 2 | 3 | 4 | 5 | 6 {
  const level = node.attrs?.level;
  return level === 1 || level === 2 || level === 3 || level === 4 || level === 5 ? level : level === 6 ? 6 : 2;
}

function listOf(node: NarrativeElement): List {
  const task = node.type === 'taskList';
  const start = node.attrs?.start;
  const items = elements(node.content ?? []).map((item): ListItem => {
    const children = elements(item.content ?? []).flatMap(blocksOf);
    if (!task) return { type: 'listItem', spread: isLoose(children), children };
    // Only a paragraph can carry the box, and an empty one cannot.
    const head = children[0]?.type === 'paragraph' ? [] : [EMPTY_PARAGRAPH];
    const all = [...head, ...children];
    return { type: 'listItem', spread: isLoose(all), checked: item.attrs?.checked === true, children: all };
  });
  const ordered = node.type === 'orderedList';
  return {
    type: 'list',
    ordered,
    spread: items.some((item) => item.spread === true),
    ...(ordered ? { start: typeof start === 'number' && start >= 0 ? Math.min(Math.floor(start), 999_999_999) : 1 } : {}),
    children: items,
  };
}

/** Only a paragraph and a list below it keep apart without an empty line. */
function isLoose(children: readonly Block[]): boolean {
  return children.length > 2 || (children.length === 2 && children[1]?.type !== 'list');
}

const EMPTY_PARAGRAPH: Block = { type: 'paragraph', children: [{ type: 'html', value: EMPTY }] };

function codeOf(node: NarrativeElement): Block & RootContent {
  const value = (node.content ?? []).map((child) => (isText(child) ? child.text : '\n')).join('');
  const language = node.attrs?.language;
  const lang = typeof language === 'string' && language !== '' ? language : undefined;
  return { type: 'code', value: value.replace(/\r\n?/g, '\n'), ...(lang === undefined ? {} : { lang }) };
}

/** The first row is the header: Markdown has no table without one. */
function tableOf(node: NarrativeElement): Table {
  const rows = elements(node.content ?? []).map((row): TableRow => {
    const cells = elements(row.content ?? []).map((cell) => ({
      type: 'tableCell' as const,
      children: keepEdges(inline(lineUp(elements(cell.content ?? [])), 'cell')),
    }));
    return { type: 'tableRow', children: cells };
  });
  return { type: 'table', children: rows };
}

/** Spaces at the ends of a cell are layout, unless they are written as character references. */
function keepEdges(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node, i): PhrasingContent[] => {
    if (node.type !== 'text') return [node];
    const before = i === 0 ? (/^[ \t]+/.exec(node.value)?.[0] ?? '') : '';
    const rest = node.value.slice(before.length);
    const behind = i === nodes.length - 1 ? (/[ \t]+$/.exec(rest)?.[0] ?? '') : '';
    const inside = rest.slice(0, rest.length - behind.length);
    return [...references(before), ...(inside === '' ? [] : [{ ...node, value: inside }]), ...references(behind)];
  });
}

function references(spaces: string): PhrasingContent[] {
  const value = [...spaces].map((sign) => (sign === ' ' ? '&#32;' : '&#9;')).join('');
  return value === '' ? [] : [{ type: 'html', value }];
}

/** The blocks of a cell one below the other, as lines. */
function lineUp(blocks: readonly NarrativeElement[]): readonly NarrativeNode[] {
  const lines = blocks.map((block): readonly NarrativeNode[] => {
    const content = block.content ?? [];
    const nested = elements(content).filter((child) => child.type !== 'hardBreak');
    return nested.length > 0 ? lineUp(nested) : content;
  });
  return lines.flatMap((line, i) => (i === 0 ? line : [{ type: 'hardBreak' }, ...line]));
}
