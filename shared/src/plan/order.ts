/**
 * Order keys: one string per row, sorted by `(order, id)`.
 *
 * Two people who insert at one place at the same moment may get equal or adjoining keys; the random suffix
 * makes that rare and the id breaks the tie. Inserting *into* a tied run is impossible with any key, so the
 * run is given fresh keys first. Malformed keys (a hostile or broken client) are treated the same way, so
 * no list, whatever is in it, can make an insertion throw (rule D3).
 */

import { generateKeyBetween } from 'fractional-indexing';
import { type Chance, randomText } from './ids.ts';

declare const orderKey: unique symbol;
export type OrderKey = string & { readonly [orderKey]: true };

export interface Ordered {
  readonly id: string;
  readonly order: OrderKey;
}

export interface Placement {
  readonly order: OrderKey;
  /** Neighbours that need a new key first, so that there is room. */
  readonly rekeyed: readonly Ordered[];
}

/** Beyond this a list that was always inserted into at one place gets fresh keys. */
const LONGEST_KEY = 64;
const SUFFIX_LENGTH = 3;
/** The library checks a key's build, not its characters; one outside its 62 digits sorts where nobody expects it. */
const SHAPE = /^[A-Za-z][0-9A-Za-z]+$/;

/** Reads a key; what could never be a key is nothing, and such rows sort last. */
export function parseOrderKey(value: unknown): OrderKey | undefined {
  if (typeof value !== 'string' || value.length > 4 * LONGEST_KEY || !SHAPE.test(value))
    return undefined;
  try {
    generateKeyBetween(value, null);
    return value as OrderKey;
  } catch {
    // The library has no other way to say that a key is not one.
    return undefined;
  }
}

export function compareOrdered(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * A key for a row that goes right behind the row `after` (or first, with null) in `sorted`, which is the list
 * as people see it, without the row itself. An unknown `after` places it last. Sorted anew with the rekeyed
 * rows and the new one, the list is what it was with the new row in its place, whatever keys it held.
 */
export function placeAfter(
  sorted: readonly Ordered[],
  after: string | null,
  chance: Chance,
): Placement {
  const found = after === null ? -1 : sorted.findIndex((row) => row.id === after);
  const index = after !== null && found < 0 ? sorted.length - 1 : found;
  if (!isInOrder(sorted)) return keyAllAnew(sorted, index, chance);
  const left = sorted[index]?.order ?? null;
  const right = sorted[index + 1]?.order ?? null;
  const order = keyBetween(left, right, chance);
  if (order !== undefined && order.length <= LONGEST_KEY) return { order, rekeyed: [] };
  return spreadOut(sorted, index, chance);
}

/** `count` keys in order, for a list born whole. */
export function freshKeys(count: number, chance: Chance): OrderKey[] {
  const keys: OrderKey[] = [];
  let last: OrderKey | null = null;
  for (let i = 0; i < count; i += 1) {
    last =
      keyBetween(last, null, chance) ?? (`a0${randomText(chance, SUFFIX_LENGTH)}V` as OrderKey);
    keys.push(last);
  }
  return keys;
}

/** No room between two neighbours: the rows behind the gap get new keys, up to one that leaves room. */
function spreadOut(sorted: readonly Ordered[], index: number, chance: Chance): Placement {
  const left = sorted[index]?.order ?? null;
  const behind = sorted.slice(index + 1);
  const firstGreater = behind.findIndex((row) => left === null || row.order > left);
  // A tied run is left behind in one stride and the next try takes twice as many rows: never quadratic.
  let count = firstGreater < 0 ? behind.length : Math.max(1, firstGreater);
  while (count > 0 && count <= behind.length) {
    const keys = keysBetween(left, behind[count]?.order ?? null, count + 1, chance);
    const order = keys?.[0];
    if (keys && order !== undefined) {
      return {
        order,
        rekeyed: behind
          .slice(0, count)
          .map((row, i) => ({ id: row.id, order: keys[i + 1] ?? order })),
      };
    }
    if (count === behind.length) break;
    count = Math.min(count * 2, behind.length);
  }
  // Even an open end gives no room: the key on the left is malformed or overlong.
  return keyAllAnew(sorted, index, chance);
}

function keyAllAnew(sorted: readonly Ordered[], index: number, chance: Chance): Placement {
  const keys = freshKeys(sorted.length + 1, chance);
  const own = index + 1;
  const rekeyed = sorted.map((row, i) => ({
    id: row.id,
    order: keys[i < own ? i : i + 1] ?? row.order,
  }));
  return { order: keys[own] ?? (freshKeys(1, chance)[0] as OrderKey), rekeyed };
}

function isInOrder(rows: readonly Ordered[]): boolean {
  return rows.every((row, i) => {
    const next = rows[i + 1];
    return next === undefined || compareOrdered(row, next) < 0;
  });
}

function keysBetween(
  left: OrderKey | null,
  right: OrderKey | null,
  count: number,
  chance: Chance,
): OrderKey[] | undefined {
  const keys: OrderKey[] = [];
  let last = left;
  for (let i = 0; i < count; i += 1) {
    const key = keyBetween(last, right, chance);
    if (key === undefined || key.length > LONGEST_KEY) return undefined;
    keys.push(key);
    last = key;
  }
  return keys;
}

function keyBetween(
  left: OrderKey | null,
  right: OrderKey | null,
  chance: Chance,
): OrderKey | undefined {
  // Malformed, tied or reversed neighbours: the caller makes room.
  if (left !== null && parseOrderKey(left) === undefined) return undefined;
  if (right !== null && parseOrderKey(right) === undefined) return undefined;
  if (left !== null && right !== null && left >= right) return undefined;
  try {
    let key = generateKeyBetween(left, right);
    // A suffix behind a prefix of the right neighbour could pass it.
    while (right?.startsWith(key)) key = generateKeyBetween(left, key);
    // A key must not end in the smallest digit.
    return `${key}${randomText(chance, SUFFIX_LENGTH - 1)}V` as OrderKey;
  } catch {
    // The smallest and the largest key have nothing beyond them.
    return undefined;
  }
}
