import { expect, test } from 'vitest';
import { placeBeside, placeMoved } from './row-places.ts';

const rows = (...ids: string[]) => ids.map((id) => ({ id }));
/** The plan's order runs across the groups. */
const order = rows('a', 'x', 'b', 'y', 'c');
const groups = [
  { id: 'legal', rows: rows('a', 'b', 'c') },
  { id: 'empty', rows: [] },
  { id: 'security', rows: rows('x', 'y') },
];

test('below a row is behind it in the plan', () => {
  expect(placeBeside(order, groups, 'b', 'below')).toEqual({ after: 'b', group: 'legal' });
});

test('above a row is behind what stands before it in the plan, whatever group that is in', () => {
  expect(placeBeside(order, groups, 'b', 'above')).toEqual({ after: 'x', group: 'legal' });
  expect(placeBeside(order, groups, 'a', 'above')).toEqual({ after: null, group: 'legal' });
  expect(placeBeside(order, groups, 'b', 'above', 'x')).toEqual({ after: 'a', group: 'legal' });
});

test('a row moves within its group as it is seen', () => {
  expect(placeMoved(order, groups, 'c', -1)).toEqual({ after: 'x', group: 'legal' });
  expect(placeMoved(order, groups, 'x', 1)).toEqual({ after: 'y', group: 'security' });
});

test('at the edge it goes into the next group, also an empty one', () => {
  expect(placeMoved(order, groups, 'c', 1)).toEqual({ after: 'y', group: 'empty' });
  expect(placeMoved(order, groups.toSpliced(1, 1), 'c', 1)).toEqual({
    after: 'a',
    group: 'security',
  });
  expect(placeMoved(order, groups.toSpliced(1, 1), 'x', -1)).toEqual({
    after: 'c',
    group: 'legal',
  });
});

test('at the very ends there is nowhere to go', () => {
  expect(placeMoved(order, groups, 'a', -1)).toBeUndefined();
  expect(placeMoved(order, groups, 'y', 1)).toBeUndefined();
});
