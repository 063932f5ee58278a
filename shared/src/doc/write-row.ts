/** Writing rows: birth with every nested type at once, then single fields, each only where it really changes. */

import * as Y from 'yjs';
import type { Cause, OwnerInput } from '../plan/edit.ts';
import { type Chance, type EditId, newId, type OwnerId } from '../plan/ids.ts';
import type { OrderKey } from '../plan/order.ts';
import type { RowList } from '../plan/plan.ts';
import { type Explained, type FieldShape, ROW_FIELDS } from './layout.ts';
import { isRecord } from './read-values.ts';
import { newText, setText } from './text-of.ts';

/** What all writes of one `PlanEdit` share. */
export interface Writing {
  readonly edit: EditId;
  readonly reason?: string;
  readonly cause?: Cause;
  readonly chance: Chance;
}

/** Field values by name: text → string, plain → JSON, explained → its `v`, set → ids, owners → `OwnerInput[]`. */
export type RowValues = Readonly<Record<string, unknown>>;

export function newRow(
  list: RowList,
  order: OrderKey,
  values: RowValues,
  writing: Writing,
): Y.Map<unknown> {
  const row = new Y.Map<unknown>();
  row.set('order', order);
  row.set('removed', false);
  for (const [field, shape] of Object.entries(ROW_FIELDS[list]) as [string, FieldShape][]) {
    const value = bornAs(shape, values[field], writing);
    if (value !== undefined) row.set(field, value);
  }
  return row;
}

function bornAs(shape: FieldShape, value: unknown, writing: Writing): unknown {
  switch (shape) {
    case 'text':
      return newText(typeof value === 'string' ? value : '');
    case 'set':
      return newSet((value as readonly string[] | undefined) ?? []);
    case 'owners': {
      const owners = new Y.Map<unknown>();
      for (const [id, v] of ownerEntries(
        [],
        (value as readonly OwnerInput[] | undefined) ?? [],
        writing.chance,
      )) {
        owners.set(id, explained(v, writing));
      }
      return owners;
    }
    case 'explained':
      return value === undefined || value === null ? undefined : explained(value, writing);
    case 'plain':
      return value === undefined || value === null ? undefined : value;
  }
}

function newSet(ids: readonly string[]): Y.Map<unknown> {
  const set = new Y.Map<unknown>();
  for (const id of ids) set.set(id, true);
  return set;
}

function explained(v: unknown, writing: Writing): Explained {
  return {
    v,
    edit: writing.edit,
    ...(writing.reason === undefined || writing.reason === ''
      ? {}
      : { reason: writing.reason.toWellFormed() }),
    ...(writing.cause === undefined ? {} : { cause: writing.cause }),
  };
}

export function writeText(row: Y.Map<unknown>, field: string, text: string): void {
  const cell = row.get(field);
  if (cell instanceof Y.XmlFragment && !(cell instanceof Y.XmlElement)) setText(cell, text);
  // A cell that a broken client overwrote gets a whole new one; there is nothing in it to lose.
  else row.set(field, newText(text));
}

/** A plain value; null clears. */
export function writePlain(row: Y.Map<unknown>, field: string, value: unknown): void {
  const before = row.get(field) ?? null;
  const after = value ?? null;
  if (!isSameJson(before, after)) row.set(field, after);
}

/**
 * An explained value; null clears. Writing the value that is already there changes nothing, unless a reason
 * comes with it: that explains the last move.
 */
export function writeExplained(
  row: Y.Map<unknown>,
  field: string,
  v: unknown,
  writing: Writing,
): void {
  const before = row.get(field);
  const beforeValue = isRecord(before) ? (before.v ?? null) : null;
  const given = writing.reason !== undefined && writing.reason !== '';
  if (isSameJson(beforeValue, v ?? null) && !given) return;
  row.set(field, explained(v ?? null, writing));
}

export function writeSet(row: Y.Map<unknown>, field: string, ids: readonly string[]): void {
  const set = nestedMap(row, field);
  const wanted = new Set(ids);
  for (const [id, value] of set.entries())
    if (value === true && !wanted.has(id)) set.set(id, false);
  for (const id of wanted) if (set.get(id) !== true) set.set(id, true);
}

export function writeOwners(
  row: Y.Map<unknown>,
  owners: readonly OwnerInput[],
  writing: Writing,
): void {
  const map = nestedMap(row, 'owners');
  const before: [string, Record<string, unknown>][] = [];
  for (const [id, entry] of map.entries()) {
    const v = isRecord(entry) ? entry.v : undefined;
    if (isRecord(v)) before.push([id, v]);
  }
  const wanted = new Map<string, Record<string, unknown>>(
    ownerEntries(before, owners, writing.chance),
  );
  for (const [id] of before) if (!wanted.has(id)) map.set(id, explained(false, writing));
  for (const [id, v] of wanted) {
    const present = before.find(([known]) => known === id)?.[1];
    if (!present || !isSameJson(present, v)) map.set(id, explained(v, writing));
  }
}

/** The nested map of a row; one that a broken client overwrote is made again, for there is nothing in it to lose. */
function nestedMap(row: Y.Map<unknown>, field: string): Y.Map<unknown> {
  const present = row.get(field);
  if (present instanceof Y.Map) return present as Y.Map<unknown>;
  const made = new Y.Map<unknown>();
  row.set(field, made);
  return made;
}

/**
 * Owners as map entries. A stakeholder's entry has the stakeholder's id, a party's the party's name, so that
 * two people who name the same owner at once name one; a label reuses the entry that already says it.
 * `n` is the place in the list, kept where the order stays.
 */
function ownerEntries(
  before: readonly [string, Record<string, unknown>][],
  owners: readonly OwnerInput[],
  chance: Chance,
): [OwnerId, Record<string, unknown>][] {
  const ids: OwnerId[] = [];
  for (const owner of owners) {
    const id = owner.id ?? entryId(before, owner, chance);
    ids.push(ids.includes(id) ? newId<OwnerId>(chance) : id);
  }
  const places = placesOf(ids.map((id) => before.find(([known]) => known === id)?.[1].n));
  return owners.map((owner, i) => {
    const { stakeholder, party, label, does } = owner;
    const v = {
      ...(stakeholder ? { stakeholder } : {}),
      ...(party ? { party } : {}),
      ...(label ? { label: label.toWellFormed() } : {}),
      ...(does ? { does: does.toWellFormed() } : {}),
      n: places[i] ?? i,
    };
    return [ids[i] as OwnerId, v];
  });
}

function entryId(
  before: readonly [string, Record<string, unknown>][],
  owner: OwnerInput,
  chance: Chance,
): OwnerId {
  if (owner.stakeholder) return owner.stakeholder as string as OwnerId;
  if (owner.party && !owner.label) return owner.party as string as OwnerId;
  const same = before.find(
    ([, v]) => v.label === owner.label && v.party === owner.party && !v.stakeholder,
  );
  return same ? (same[0] as OwnerId) : newId<OwnerId>(chance);
}

/** Keeps the places that already ascend and puts newcomers at the end of the run before them. */
function placesOf(known: readonly unknown[]): number[] {
  const places: number[] = [];
  let last = -1;
  for (const [i, place] of known.entries()) {
    if (typeof place === 'number' && place > last) last = place;
    else if (place === undefined && known.slice(i).every((next) => next === undefined))
      last = Math.floor(last) + 1;
    else return known.map((_, index) => index);
    places.push(last);
  }
  return places;
}

function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => isSameJson(item, b[i]));
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isSameJson(a[key], b[key]));
}
