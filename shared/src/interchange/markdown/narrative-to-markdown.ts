/**
 * The narrative as Markdown. What Markdown has no words for is left out: empty paragraphs, underline and
 * colours; blocks within a table cell become lines of it.
 */

import type { BlockContent, DefinitionContent, List, ListItem, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { isText, type NarrativeElement } from '../../plan/narrative.ts';
import { EMPTY } from './inline-narrative.ts';
import { elementsOf, inlineOf } from './phrasing-of.ts';
import { tableToMarkdown } from './table-to-markdown.ts';

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
  }).replace(/(?<!\n)\n+$/, '');
}

function blocksOf(node: NarrativeElement): readonly (Block & RootContent)[] {
  const content = node.content ?? [];
  switch (node.type) {
    case 'paragraph':
      return content.length === 0
        ? []
        : [{ type: 'paragraph', children: inlineOf(content, 'paragraph') }];
    case 'heading':
      return [{ type: 'heading', depth: depthOf(node), children: inlineOf(content, 'heading') }];
    case 'blockquote':
      return [{ type: 'blockquote', children: elementsOf(content).flatMap(blocksOf) }];
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return [listOf(node)];
    case 'codeBlock':
      return [codeOf(node)];
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }];
    case 'table':
      return content.length === 0 ? [] : [tableToMarkdown(node)];
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
    return [{ type: 'paragraph', children: inlineOf(content, 'paragraph') }];
  }
  return elementsOf(content).flatMap(blocksOf);
}

function depthOf(node: NarrativeElement): 1 | 2 | 3 | 4 | 5 | 6 {
  const level = node.attrs?.level;
  return level === 1 || level === 2 || level === 3 || level === 4 || level === 5
    ? level
    : level === 6
      ? 6
      : 2;
}

function listOf(node: NarrativeElement): List {
  const task = node.type === 'taskList';
  const start = node.attrs?.start;
  const items = elementsOf(node.content ?? []).map((item): ListItem => {
    const children = elementsOf(item.content ?? []).flatMap(blocksOf);
    if (!task) return { type: 'listItem', spread: isLoose(children), children };
    // Only a paragraph can carry the box, and an empty one cannot.
    const head = children[0]?.type === 'paragraph' ? [] : [EMPTY_PARAGRAPH];
    const all = [...head, ...children];
    return {
      type: 'listItem',
      spread: isLoose(all),
      checked: item.attrs?.checked === true,
      children: all,
    };
  });
  const ordered = node.type === 'orderedList';
  return {
    type: 'list',
    ordered,
    spread: items.some((item) => item.spread === true),
    ...(ordered
      ? {
          start:
            typeof start === 'number' && start >= 0 ? Math.min(Math.floor(start), 999_999_999) : 1,
        }
      : {}),
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
  return {
    type: 'code',
    value: value.replace(/\r\n?/g, '\n'),
    ...(lang === undefined ? {} : { lang }),
  };
}
