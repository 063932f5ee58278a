/** Where a row goes: from what is seen, in groups, to the one order that the plan has. Pure. */

export interface Group {
  readonly id: string;
  readonly rows: readonly { readonly id: string }[];
}

export interface Place {
  /** The row of the plan's order that it comes to stand behind; null for first. */
  readonly after: string | null;
  readonly group: string;
}

/** Beside a row that is seen, in that row's group. */
export function placeBeside(
  order: readonly { readonly id: string }[],
  groups: readonly Group[],
  target: string,
  where: 'above' | 'below',
  self?: string,
): Place | undefined {
  const group = groupOf(groups, target);
  if (group === undefined) return undefined;
  if (where === 'below') return { after: target, group: group.id };
  const others = order.filter((row) => row.id !== self);
  const index = others.findIndex((row) => row.id === target);
  return { after: others[index - 1]?.id ?? null, group: group.id };
}

/** One up or down as it is seen; at the edge of a group into the next one. Nothing at the ends. */
export function placeMoved(
  order: readonly { readonly id: string }[],
  groups: readonly Group[],
  self: string,
  by: -1 | 1,
): Place | undefined {
  const at = groups.findIndex((group) => group.rows.some((row) => row.id === self));
  const group = groups[at];
  if (group === undefined) return undefined;
  const index = group.rows.findIndex((row) => row.id === self);
  const neighbour = group.rows[index + by];
  if (neighbour) {
    return placeBeside(order, groups, neighbour.id, by === 1 ? 'below' : 'above', self);
  }
  const next = groups[at + by];
  if (next === undefined) return undefined;
  const edge = by === 1 ? next.rows[0] : next.rows.at(-1);
  if (edge) return placeBeside(order, groups, edge.id, by === 1 ? 'above' : 'below', self);
  const before = order.findIndex((row) => row.id === self) - 1;
  return { after: order[before]?.id ?? null, group: next.id };
}

export function groupOf(groups: readonly Group[], row: string): Group | undefined {
  return groups.find((group) => group.rows.some((one) => one.id === row));
}
