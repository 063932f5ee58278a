/**
 * The narrative compared by top-level block. Blocks have no ids: equal ones are matched in order, and what
 * is left between two matches is paired off, block by block of the same type, as changed; the rest was
 * taken out or put in. A block moved elsewhere is taken out and put in.
 */

import { longestRise } from './longest-rise.ts';
import type { NarrativeElement } from './narrative.ts';
import { plainKey, samePlain } from './same-plain.ts';

/** A pair is a changed block; one side alone was taken out or put in. */
export interface BlockChange {
  readonly before?: NarrativeElement;
  readonly after?: NarrativeElement;
}

type Blocks = readonly NarrativeElement[];

export function diffBlocks(before: Blocks, after: Blocks): BlockChange[] {
  if (before === after) return [];
  const changes: BlockChange[] = [];
  let nextBefore = 0;
  let nextAfter = 0;
  const end = [before.length, after.length] as const;
  for (const [inBefore, inAfter] of [...matches(before, after), end]) {
    changes.push(...pairOff(before.slice(nextBefore, inBefore), after.slice(nextAfter, inAfter)));
    nextBefore = inBefore + 1;
    nextAfter = inAfter + 1;
  }
  return changes;
}

/** Places of equal blocks, rising on both sides, not always the most there could be. */
function matches(before: Blocks, after: Blocks): (readonly [number, number])[] {
  const left = before.map(plainKey);
  const right = after.map(plainKey);
  let head = 0;
  while (head < left.length && head < right.length && left[head] === right[head]) head += 1;
  let tail = 0;
  const most = Math.min(left.length, right.length) - head;
  while (tail < most && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1;

  const middle = matchesInOrder(
    left.slice(head, left.length - tail),
    right.slice(head, right.length - tail),
  );
  return [
    ...Array.from({ length: head }, (_, i) => [i, i] as const),
    ...middle.map(([i, j]) => [head + i, head + j] as const),
    ...Array.from(
      { length: tail },
      (_, i) => [left.length - tail + i, right.length - tail + i] as const,
    ),
  ];
}

/** The k-th block of one content goes with the k-th of the same; of these, a longest run in order. */
function matchesInOrder(
  left: readonly string[],
  right: readonly string[],
): (readonly [number, number])[] {
  const places = new Map<string, number[]>();
  right.forEach((key, place) => {
    const same = places.get(key);
    if (same) same.push(place);
    else places.set(key, [place]);
  });
  const pairs = left.flatMap((key, place) => {
    const partner = places.get(key)?.shift();
    return partner === undefined ? [] : [[place, partner] as const];
  });
  const kept = new Set(longestRise(pairs.map(([, partner]) => partner)));
  return pairs.filter((_, i) => kept.has(i));
}

function pairOff(gone: Blocks, come: Blocks): BlockChange[] {
  const changes: BlockChange[] = [];
  let next = 0;
  for (const before of gone) {
    const partner = partnerOf(before, come, next);
    if (partner < 0) {
      changes.push({ before });
      continue;
    }
    for (const added of come.slice(next, partner)) changes.push({ after: added });
    const after = come[partner];
    if (after && !samePlain(before, after)) changes.push({ before, after });
    next = partner + 1;
  }
  for (const added of come.slice(next)) changes.push({ after: added });
  return changes;
}

/** An embed shows a block of the plan: another one in its place is another window, not a change. */
function partnerOf(block: NarrativeElement, come: Blocks, from: number): number {
  const equal = come.findIndex((other, i) => i >= from && samePlain(block, other));
  if (equal >= 0 || block.type === 'embed') return equal;
  return come.findIndex((other, i) => i >= from && other.type === block.type);
}
