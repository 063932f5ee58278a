import fc from 'fast-check';
import type { Paragraph } from 'mdast';
import { describe, expect, it } from 'vitest';
import { safeAddress } from './addresses.ts';
import { cellOf } from './cell.ts';
import { escapeCell, escapeHeading, escapeLine, fragmentLink } from './escape-text.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { gridOf } from './table-grid.ts';

const SIGNS =
  '*¦**¦_¦`¦~~¦#¦- ¦1. ¦> ¦|¦\\¦\\|¦[x] ¦](¦[a](b)¦![¦<br>¦<b>¦<!--¦&amp;¦&#32;¦---¦===¦https://a.b/c¦www.a.b¦a@b.cd¦ ¦\t¦\n¦🚀¦"'.split(
    '¦',
  );
const text = fc
  .array(fc.oneof(fc.constantFrom(...SIGNS), fc.string({ unit: 'grapheme', maxLength: 5 })), {
    maxLength: 6,
  })
  .map((parts) => parts.join('').replace(/[\r\0]/g, ''));

const place = { line: 1, column: 1 };

describe('plain text', { timeout: 60_000 }, () => {
  it('reads back out of a table cell', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const markdown = `| a | b |\n|---|---|\n| ${escapeCell(first)} | ${escapeCell(second)} |\n`;
        const file = parseMarkdown(markdown);
        const [table] = file.root.children;
        if (table?.type !== 'table') throw new Error(markdown);
        const rows = gridOf(file, table).rows.map((row) => row.cells.map((cell) => cell.text));
        expect(rows, markdown).toEqual(first + second === '' ? [] : [[first, second]]);
      }),
      { numRuns: 300 },
    );
  });

  it('reads back out of a heading and a paragraph', () => {
    fc.assert(
      fc.property(
        text.filter((value) => value.trim() !== '' && !value.startsWith('\n')),
        (value) => {
          for (const markdown of [`## ${escapeHeading(value)}`, `x\n\n${escapeLine(value)}\n\ny`]) {
            const file = parseMarkdown(markdown);
            const node = file.root.children.find(
              (child, i) => child.type === 'heading' || i === 1,
            ) as Paragraph;
            expect(cellOf(file, node.children, place).text, markdown).toBe(value);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('reads back out of a link that says how to read it', () => {
    fc.assert(
      fc.property(text, text, (value, title) => {
        const markdown = `x ${fragmentLink(value, 'owner', title)}`;
        const file = parseMarkdown(markdown);
        const [node] = file.root.children as Paragraph[];
        const { parts } = cellOf(file, node?.children ?? [], place);
        expect(parts[1], markdown).toEqual({
          text: value,
          fragment: 'owner',
          ...(title === '' ? {} : { linkTitle: title }),
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('an address', () => {
  it.each([
    'https://a.b',
    'HTTP://a.b',
    'mailto:a@b.c',
    'tel:+47',
    '/plans/1',
    '#steps',
    'docs/a b',
    'www.a.b',
  ])('%s may be a link', (address) => {
    expect(safeAddress(address)).toBe(address);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:x',
    ' javascript:x',
    'java\nscript:x',
    '\u0001javascript:x',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc',
    '',
  ])('%j may not', (address) => {
    expect(safeAddress(address)).toBeUndefined();
  });
});
