import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffBlocks } from './diff-narrative.ts';
import { embedOf, heading, type NarrativeElement, paragraph } from './narrative.ts';
import { plainKey } from './same-plain.ts';

const blocks: fc.Arbitrary<NarrativeElement[]> = fc.array(
  fc.constantFrom(
    paragraph(''),
    paragraph('A'),
    paragraph('B'),
    heading(1, 'A'),
    embedOf('steps'),
    embedOf('risks'),
  ),
  { maxLength: 12 },
);

describe('diffBlocks', () => {
  it('tells blocks that were added, removed and changed', () => {
    const why = heading(1, 'Why');
    const before = [why, paragraph('Nine days'), paragraph('Bye'), embedOf('steps')];
    const after = [why, paragraph('Two days'), embedOf('steps'), embedOf('risks')];
    expect(diffBlocks(before, after)).toEqual([
      { before: paragraph('Nine days'), after: paragraph('Two days') },
      { before: paragraph('Bye') },
      { after: embedOf('risks') },
    ]);
  });

  it('tells a block of another type as one out and one in', () => {
    expect(diffBlocks([paragraph('Why')], [heading(1, 'Why')])).toEqual([
      { before: paragraph('Why') },
      { after: heading(1, 'Why') },
    ]);
  });

  it('tells an embed of another block as one out and one in', () => {
    expect(diffBlocks([embedOf('steps')], [embedOf('risks')])).toEqual([
      { before: embedOf('steps') },
      { after: embedOf('risks') },
    ]);
  });

  it('tells a block that moved as one out and one in', () => {
    const [a, b] = [paragraph('A'), heading(1, 'B')];
    const changes = diffBlocks([a, b], [b, a]);
    expect(changes).toHaveLength(2);
    expect(changes.filter(({ before, after }) => before && after)).toEqual([]);
  });

  it('finds the one line that went among lines that are alike', () => {
    const empty = paragraph('');
    expect(diffBlocks([empty, paragraph('A'), empty], [paragraph('A'), empty])).toEqual([
      { before: empty },
    ]);
    expect(diffBlocks([empty, empty], [empty, empty, empty])).toEqual([{ after: empty }]);
  });

  it('finds nothing between equal narratives', () => {
    fc.assert(
      fc.property(blocks, (list) => {
        expect(diffBlocks(list, list)).toEqual([]);
        expect(diffBlocks(list, structuredClone(list))).toEqual([]);
      }),
    );
  });

  it('accounts for every block, and changes none into its equal', () => {
    fc.assert(
      fc.property(blocks, blocks, (before, after) => {
        const changes = diffBlocks(before, after);
        const left = before.map(plainKey);
        const right = after.map(plainKey);
        for (const change of changes) {
          if (change.before) left.splice(left.indexOf(plainKey(change.before)), 1);
          if (change.after) right.splice(right.indexOf(plainKey(change.after)), 1);
          expect(plainKey(change.before)).not.toBe(plainKey(change.after));
        }
        expect(left.sort()).toEqual(right.sort());
      }),
    );
  });

  it('is quick with a long document of lines that are alike', () => {
    const long = Array.from({ length: 20_000 }, (_, i) => paragraph(String(i % 3)));
    expect(diffBlocks(long, [...long].reverse()).length).toBeLessThan(40_001);
    expect(diffBlocks(long, [])).toHaveLength(20_000);
  });
});
