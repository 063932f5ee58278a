import { expect, test } from 'vitest';
import type { RowGroup } from './column.ts';
import { withHeld } from './held-row.ts';

type Row = { readonly id: string };
const group = (id: string, ...rows: string[]): RowGroup<Row> => ({
  id,
  rows: rows.map((row) => ({ id: row })),
});
const seen = (groups: readonly RowGroup<Row>[]) =>
  groups.map(({ id, rows }) => `${id}: ${rows.map((row) => row.id).join(' ')}`);

test('a removed row stays behind the neighbour that it had', () => {
  const before = [group('a', '1', '2', '3', '4')];
  expect(seen(withHeld([group('a', '1', '2', '4')], before, { id: '3' }))).toEqual(['a: 1 2 3 4']);
  expect(seen(withHeld([group('a', '1', '4')], before, { id: '3' }))).toEqual(['a: 1 3 4']);
  expect(seen(withHeld([group('a', '4')], before, { id: '3' }))).toEqual(['a: 3 4']);
});

test('a group that went with its last row comes back with it', () => {
  const before = [group('a', '1'), group('b', '2'), group('c', '3')];
  expect(seen(withHeld([group('a', '1'), group('c', '3')], before, { id: '2' }))).toEqual([
    'a: 1',
    'b: 2',
    'c: 3',
  ]);
});

test('a row that was brought back, or was never seen, is not put in', () => {
  const groups = [group('a', '1', '2')];
  expect(withHeld(groups, groups, { id: '2' })).toBe(groups);
  expect(withHeld(groups, groups, { id: '9' })).toBe(groups);
});
