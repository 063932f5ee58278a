import { exportMarkdown } from '@tandem/shared/interchange/export-markdown';
import { MAX_IMPORT_BYTES, refusalOf, utf8Length } from '@tandem/shared/interchange/import-limits';
import { importMarkdown } from '@tandem/shared/interchange/import-markdown';
import { describe, expect, it } from 'vitest';

const options = { chance: () => 0.5, schema: 1, timeZone: 'UTC' };
const TABLE = '# P\n\n## Steps\n\n| # | Action | Owner | Due date | Status |\n|-|-|-|-|-|\n';
const rows = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) => `| ${i + 1} | Call ${i} | Both | 2027-01-02 | Done |`,
  ).join('\n');

describe('a file that is no plan', () => {
  it('is refused above one mebibyte, in words', () => {
    const outcome = importMarkdown('|'.repeat(5 * MAX_IMPORT_BYTES), options);
    expect(outcome).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('1024 KiB'),
    });
    expect(refusalOf('é'.repeat(MAX_IMPORT_BYTES / 2 + 1))).toBeDefined();
    expect(refusalOf('a'.repeat(MAX_IMPORT_BYTES))).toBeUndefined();
  });

  it.each([
    ['pipes', '|'.repeat(1_000_000)],
    ['open brackets', '['.repeat(100_000)],
    ['link beginnings', '[a]('.repeat(100_000)],
    ['emphasis in one paragraph', '*a_ '.repeat(50_000)],
    ['emphasis in many paragraphs', `${'*a_ '.repeat(800)}\n\n`.repeat(250)],
    ['headings', '# a\n'.repeat(250_000)],
    ['list items', '- a\n'.repeat(100_000)],
    ['lists on one line', `${'- '.repeat(60)}a\n`.repeat(1_000)],
    [
      'lists within each other',
      Array.from({ length: 200 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n'),
    ],
    [
      'lists just below the indent',
      Array.from({ length: 40 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n'),
    ],
    ['quotes', '>'.repeat(10_000)],
    [
      'back ticks of all lengths',
      Array.from({ length: 1_400 }, (_, i) => `${'`'.repeat(i + 1)}a`).join(''),
    ],
    ['comments', 'a<!--'.repeat(100_000)],
  ])('is refused quickly: %s', (_, text) => {
    const before = Date.now();
    expect(importMarkdown(text, options).kind).toBe('refused');
    expect(Date.now() - before).toBeLessThan(2_000);
  });

  it.each([
    [
      'spaces in a cell',
      `${TABLE}| 1 | a${' '.repeat(300_000)}b | c${' '.repeat(300_000)}d | e${' '.repeat(100_000)}f | g |`,
    ],
    ['brackets in a cell', `${TABLE}| 1 | ${'('.repeat(200_000)} | ${') '.repeat(100_000)} | | |`],
    ['words in the title', `# ${'a: b + c '.repeat(50_000)}`],
    [
      'half goals',
      `# P\n\n## Goal\n\n${'a evaluates to solve and makes a decision by '.repeat(10_000)}`,
    ],
    ['colons in a list', `# P\n\n## Key dates\n\n- ${': - '.repeat(100_000)}`],
    [
      'spaces in a list',
      `# P\n\n## Risks\n\n- a${' '.repeat(300_000)}b (c${' '.repeat(100_000)}d)`,
    ],
  ])('is read within bounds: %s', (_, text) => {
    const before = Date.now();
    const outcome = importMarkdown(text, options);
    if (outcome.kind === 'imported') exportMarkdown(outcome.plan);
    expect(Date.now() - before).toBeLessThan(8_000);
  });
});

describe('a large plan', () => {
  it('of ten thousand rows is read, in time that grows with its rows', {
    timeout: 120_000,
    retry: 2,
  }, () => {
    const time = (count: number): number => {
      const before = Date.now();
      const outcome = importMarkdown(TABLE + rows(count), options);
      expect(outcome).toMatchObject({ kind: 'imported', report: { found: { steps: count } } });
      return Date.now() - before;
    };
    time(500);
    const small = time(2_500);
    expect(time(10_000)).toBeLessThan(1_500 + small * 12);
  });

  it('has a report that stays readable', () => {
    const bad = Array.from({ length: 3_000 }, (_, i) => `| ${i} | Call | | soon | |`).join('\n');
    const outcome = importMarkdown(TABLE + bad, options);
    expect(outcome.kind === 'imported' && outcome.report.items.length).toBe(1_001);
    expect(outcome.kind === 'imported' && outcome.report.items.at(-1)?.text).toBe('2000 more');
    expect(outcome.kind === 'imported' && outcome.plan.steps[2_999]?.notes).toBe('Due date: soon');
  });
});

describe('the length of a text in UTF-8', () => {
  it.each([
    ['', 0],
    ['a', 1],
    ['é', 2],
    ['€', 3],
    ['🚀', 4],
    ['a🚀é', 7],
  ])('"%s" is %i bytes', (text, bytes) => {
    expect(utf8Length(text)).toBe(bytes);
    expect(new TextEncoder().encode(text)).toHaveLength(bytes);
  });
});
