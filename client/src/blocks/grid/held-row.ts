/**
 * A row that somebody else removes while I am in it stays where it stands on my screen until I leave it: what I
 * type goes on into it, and it can be brought back with it. Pure.
 */

import type { RowGroup } from './column.ts';

interface Identified {
  readonly id: string;
}

/** The groups with `row` put back where `before` had it: in its group, behind the neighbour that is still there. */
export function withHeld<Row extends Identified>(
  groups: readonly RowGroup<Row>[],
  before: readonly RowGroup<Row>[],
  row: Row,
): readonly RowGroup<Row>[] {
  if (groups.some(({ rows }) => rows.some(({ id }) => id === row.id))) return groups;
  const at = before.findIndex(({ rows }) => rows.some(({ id }) => id === row.id));
  const old = before[at];
  if (old === undefined) return groups;
  const group = groups.find(({ id }) => id === old.id);
  // It was the last row of its group, and the group went with it.
  if (group === undefined)
    return inserted(groups, Math.min(at, groups.length), { ...old, rows: [row] });
  const above = old.rows
    .slice(
      0,
      old.rows.findIndex(({ id }) => id === row.id),
    )
    .reverse();
  const place = above
    .map(({ id }) => group.rows.findIndex((one) => one.id === id))
    .find((index) => index >= 0);
  const rows = inserted(group.rows, (place ?? -1) + 1, row);
  return groups.map((one) => (one === group ? { ...group, rows } : one));
}

function inserted<T>(items: readonly T[], at: number, item: T): readonly T[] {
  return [...items.slice(0, at), item, ...items.slice(at)];
}
