/** Blocks of a Markdown tree as narrative: the node types of the editor, nothing dropped. */

import type { List, ListItem, RootContent, Table } from 'mdast';
import { type NarrativeElement, type NarrativeNode, paragraph } from '../../plan/narrative.ts';
import { definitionsOf } from './definitions.ts';
import { inlineNarrative } from './inline-narrative.ts';
import { type MarkdownFile, sourceOf } from './parse-markdown.ts';

export function narrativeOf(file: MarkdownFile, nodes: readonly RootContent[]): NarrativeElement[] {
  return nodes.flatMap((node) => blocksOf(file, node));
}

function blocksOf(file: MarkdownFile, node: RootContent): readonly NarrativeElement[] {
  switch (node.type) {
    case 'paragraph':
      return [element('paragraph', inlineNarrative(file, node.children))];
    case 'heading':
      return [
        {
          ...element('heading', inlineNarrative(file, node.children)),
          attrs: { level: node.depth },
        },
      ];
    case 'blockquote':
      return [element('blockquote', filled(narrativeOf(file, node.children)))];
    case 'list':
      return listsOf(file, node);
    case 'code': {
      const language = [node.lang, node.meta].filter(Boolean).join(' ');
      const code = element(
        'codeBlock',
        node.value === '' ? [] : [{ type: 'text', text: node.value }],
      );
      return [language === '' ? code : { ...code, attrs: { language } }];
    }
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }];
    case 'table':
      return [tableOf(file, node)];
    case 'html':
      if (/^<br[ \t]*\/?>$/i.test(node.value))
        return [element('paragraph', [{ type: 'hardBreak' }])];
      return node.value
        .split('\n')
        .flatMap((line) => (line.trim() === '' ? [] : [paragraph(line.trim())]));
    case 'definition':
      return definitionsOf(file).used.has(node.identifier) ? [] : [paragraph(sourceOf(file, node))];
    case 'footnoteDefinition': {
      const [first, ...rest] = narrativeOf(file, node.children);
      const label: NarrativeNode = { type: 'text', text: `[^${node.label ?? node.identifier}]: ` };
      if (first?.type !== 'paragraph')
        return [element('paragraph', [label]), ...(first ? [first] : []), ...rest];
      return [element('paragraph', [label, ...(first.content ?? [])]), ...rest];
    }
    default:
      return [paragraph(sourceOf(file, node))];
  }
}

function element(type: string, content: readonly NarrativeNode[]): NarrativeElement {
  return content.length === 0 ? { type } : { type, content };
}

/** The editor wants at least one block in a quote, an item and a cell. */
function filled(content: readonly NarrativeElement[]): readonly NarrativeElement[] {
  return content.length === 0 ? [paragraph('')] : content;
}

/** A list of plain and ticked items is two kinds of list in the editor, so it is cut where the kind changes. */
function listsOf(file: MarkdownFile, list: List): readonly NarrativeElement[] {
  const lists: { task: boolean; items: ListItem[]; start: number }[] = [];
  list.children.forEach((item, i) => {
    const task = typeof item.checked === 'boolean';
    const last = lists.at(-1);
    if (last?.task === task) last.items.push(item);
    else lists.push({ task, items: [item], start: (list.start ?? 1) + i });
  });
  return lists.map(({ task, items, start }) => {
    const content = items.map((item) => itemOf(file, item, task));
    if (task) return element('taskList', content);
    return list.ordered
      ? { ...element('orderedList', content), attrs: { start } }
      : element('bulletList', content);
  });
}

function itemOf(file: MarkdownFile, item: ListItem, task: boolean): NarrativeElement {
  const blocks = narrativeOf(file, item.children);
  // An item begins with a paragraph in the editor.
  const content = blocks[0]?.type === 'paragraph' ? blocks : [paragraph(''), ...blocks];
  return task
    ? { type: 'taskItem', attrs: { checked: item.checked === true }, content }
    : { type: 'listItem', content };
}

function tableOf(file: MarkdownFile, table: Table): NarrativeElement {
  const width = Math.max(1, ...table.children.map((row) => row.children.length));
  const rows = table.children.map((row, i): NarrativeElement => {
    const type = i === 0 ? 'tableHeader' : 'tableCell';
    const cells = Array.from({ length: width }, (_, column) => {
      const children = row.children[column]?.children ?? [];
      return element(type, [element('paragraph', inlineNarrative(file, children))]);
    });
    return element('tableRow', cells);
  });
  return element('table', rows);
}
