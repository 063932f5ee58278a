/**
 * What is too large or too intricate to be read as a plan. The Markdown parser takes time in the square of
 * some inputs (a paragraph of open brackets) and tens of microseconds for every line and cell, so its work is
 * estimated first, in one pass, and a file that would hold up a server is refused in words.
 */

import type { Nodes, Root } from 'mdast';

export const MAX_IMPORT_BYTES = 1_048_576;

/** Lists and quotes inside each other. The document's reader goes 32 nodes deep, and a list takes two of them. */
const MAX_NESTING = 12;
/** List and quote marks at the beginning of one line: "> 1. - [ ] …" has three. */
const MAX_MARKS_ON_A_LINE = 4;
/** Beyond this an indented line is nested, or an indented code block that no plan has. */
const DEEPEST_INDENT = 80;
/** `*` `_` `[` and the like in one paragraph or cell row. */
const MAX_SIGNS_IN_A_BLOCK = 4_000;
/** Estimated parser time in microseconds; a table of 10,000 rows and 8 columns stays below. */
const MAX_WORK = 6_000_000;

/** Measured on a slow machine. Signs count in pairs within their block, items in pairs within their list. */
const COST = {
  line: 60,
  cell: 40,
  container: 100,
  sign: 4,
  pairOfSigns: 0.05,
  tickTimesLength: 0.01,
  pairOfItems: 0.08,
};

const DELIMITER_ROW = /^[ \t>|:-]*$/;
const CONTAINERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*/;
const ONE_CONTAINER = />|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)/g;

/** The reason why the text is not read at all, in a sentence, or nothing. */
export function refusalOf(text: string): string | undefined {
  if (text.length > MAX_IMPORT_BYTES || utf8Length(text) > MAX_IMPORT_BYTES) {
    return `The file is larger than ${MAX_IMPORT_BYTES / 1024} KiB, the most that is read as one plan.`;
  }
  let work = 0;
  let items = 0;
  let afterBlank = true;
  let block = { signs: 0, ticks: 0, length: 0 };
  let inTable = false;
  const closeBlock = (): void => {
    work += block.signs ** 2 * COST.pairOfSigns + block.ticks * block.length * COST.tickTimesLength;
    block = { signs: 0, ticks: 0, length: 0 };
  };
  for (const line of text.split('\n')) {
    const marks = CONTAINERS.exec(line)?.[0] ?? '';
    const depth = (marks.match(ONE_CONTAINER) ?? []).length;
    if (depth > MAX_MARKS_ON_A_LINE || indentOf(line) > DEEPEST_INDENT) {
      return TOO_DEEP;
    }
    const count = countSigns(line);
    const blank = line.trim() === '';
    if (depth === 0 && !blank && indentOf(line) === 0 && (afterBlank || line.startsWith('#'))) {
      // Only here a list is over.
      work += items ** 2 * COST.pairOfItems;
      items = 0;
    }
    items += depth;
    afterBlank = blank;
    if (blank) inTable = false;
    else if (count.pipes > 0 && DELIMITER_ROW.test(line)) inTable = true;
    // A mark that opens a list item ends the paragraph before it, unless it stands too far to the right.
    if (blank || inTable || (depth > 0 && indentOf(line) < 16)) closeBlock();
    block.signs += count.signs;
    block.ticks += count.ticks;
    block.length += line.length;
    if (block.signs > MAX_SIGNS_IN_A_BLOCK) return TOO_INTRICATE;
    work += COST.line + count.pipes * COST.cell + depth * COST.container + count.signs * COST.sign;
    if (work > MAX_WORK) return TOO_INTRICATE;
  }
  closeBlock();
  work += items ** 2 * COST.pairOfItems;
  return work > MAX_WORK ? TOO_INTRICATE : undefined;
}

const TOO_DEEP = `Lists or quotes are nested deeper than ${MAX_NESTING} levels, so the file is not read.`;
const TOO_INTRICATE =
  'The file holds far more lines, table cells or formatting signs than a plan does, so it is not read.';

/** Nesting by indentation shows only in the tree: whether blocks stand deeper in it than a plan can hold. */
export function nestingRefusal(root: Root): string | undefined {
  let level: readonly Nodes[] = root.children;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > 2 * MAX_NESTING) return TOO_DEEP;
    level = level.flatMap((node) => (isContainer(node) ? (node.children as readonly Nodes[]) : []));
  }
  return undefined;
}

function isContainer(node: Nodes): node is Extract<Nodes, { children: unknown }> {
  return ['blockquote', 'list', 'listItem', 'footnoteDefinition'].includes(node.type);
}

function indentOf(line: string): number {
  let width = 0;
  for (const sign of line) {
    if (sign === ' ') width += 1;
    else if (sign === '\t') width += 4;
    else break;
  }
  return width;
}

function countSigns(line: string): { signs: number; ticks: number; pipes: number } {
  const count = { signs: 0, ticks: 0, pipes: 0 };
  for (let i = 0; i < line.length; i += 1) {
    const sign = line[i];
    if (sign === '|') count.pipes += 1;
    else if (sign === '`' && line[i - 1] !== '`') count.ticks += 1;
    else if (sign !== undefined && '*_~[]<\\&'.includes(sign)) count.signs += 1;
  }
  return count;
}

/** Bytes in UTF-8; `shared` has no TextEncoder. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code >= 0xd800 && code < 0xdc00) {
      bytes += 4;
      i += 1;
    } else bytes += 3;
  }
  return bytes;
}
