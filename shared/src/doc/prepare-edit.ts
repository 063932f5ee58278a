/**
 * Checks a `PlanEdit` against the document and returns what to write, so that a refused edit has touched
 * nothing. The writing itself happens in `apply-edit`, inside its one transaction.
 */

import * as Y from 'yjs';
import { type CalendarDate, isCalendarDate } from '../plan/calendar-date.ts';
import type { OwnerInput } from '../plan/edit.ts';
import { type Chance, isId, newId } from '../plan/ids.ts';
import {
  compareOrdered,
  type Ordered,
  type OrderKey,
  type Placement,
  parseOrderKey,
  placeAfter,
} from '../plan/order.ts';
import { LIST_OF, type RowKind, type RowList, type Subject } from '../plan/plan.ts';
import { rootMap } from './layout.ts';
import { isDayCount } from './read-values.ts';
import { newRow, type RowValues, type Writing } from './write-row.ts';

export interface Refusal {
  readonly kind: 'refused';
  readonly code: 'unknown-id' | 'taken-id' | 'impossible-date' | 'invalid-value' | 'too-long';
  /** A sentence that can be shown. */
  readonly message: string;
}

export interface Prepared {
  readonly kind: 'prepared';
  readonly subject: Subject;
  readonly write: () => void;
}

export type Preparation = Refusal | Prepared;

/** Longer than any cell a person fills; the wire's limit for one update is 1 MiB. */
const LONGEST_TEXT = 100_000;

/** A row with a malformed key goes behind all others, as the reader shows it. */
const LAST = '\u{10ffff}' as OrderKey;

export function refuse(code: Refusal['code'], message: string): Refusal {
  return { kind: 'refused', code, message };
}

export function isRefusal(value: unknown): value is Refusal {
  return (
    typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'refused'
  );
}

/** The row's map, removed or not, or a refusal. */
export function findRow(doc: Y.Doc, kind: RowKind, id: unknown): Y.Map<unknown> | Refusal {
  const row = isId(id) ? rootMap(doc, LIST_OF[kind]).get(id) : undefined;
  return row instanceof Y.Map
    ? (row as Y.Map<unknown>)
    : refuse('unknown-id', `There is no ${kind} ${shown(id)} in this plan.`);
}

/** Prepares a change of one existing row. */
export function onRow(
  doc: Y.Doc,
  kind: RowKind,
  id: string,
  checks: readonly (Refusal | undefined)[],
  write: (row: Y.Map<unknown>) => void,
): Preparation {
  const row = findRow(doc, kind, id);
  if (isRefusal(row)) return row;
  const refusal = checks.find((check) => check !== undefined);
  return refusal ?? { kind: 'prepared', subject: { kind, id }, write: () => write(row) };
}

export interface Birth {
  readonly kind: RowKind;
  readonly id: string | undefined;
  readonly after: string | null | undefined;
  readonly values: RowValues;
  readonly checks: readonly (Refusal | undefined)[];
}

/** Prepares the birth of a row, behind `after` (first with null, last when absent). */
export function prepareBirth(doc: Y.Doc, birth: Birth, writing: Writing): Preparation {
  const { kind, values } = birth;
  const list = LIST_OF[kind];
  const root = rootMap(doc, list);
  if (birth.id !== undefined && !isId(birth.id))
    return refuse('invalid-value', `${shown(birth.id)} cannot be an id.`);
  if (birth.id !== undefined && root.has(birth.id))
    return refuse('taken-id', `There is already a ${kind} ${birth.id} in this plan.`);
  const refusal =
    birth.checks.find((check) => check !== undefined) ?? checkAfter(doc, kind, birth.after);
  if (refusal) return refusal;
  const id = birth.id ?? newId(writing.chance);
  const write = (): void => {
    const placement = placeIn(doc, list, birth.after, undefined, writing.chance);
    rekey(doc, list, placement);
    root.set(id, newRow(list, placement.order, values, writing));
  };
  return { kind: 'prepared', subject: { kind, id }, write };
}

export function prepareMove(
  doc: Y.Doc,
  kind: RowKind,
  id: string,
  after: string | null | undefined,
  chance: Chance,
  alsoWrite?: (row: Y.Map<unknown>) => void,
): Preparation {
  const list = LIST_OF[kind];
  const self =
    after === id ? refuse('invalid-value', 'A row cannot be moved behind itself.') : undefined;
  return onRow(doc, kind, id, [self, checkAfter(doc, kind, after)], (row) => {
    const placement = placeIn(doc, list, after, id, chance);
    rekey(doc, list, placement);
    row.set('order', placement.order);
    alsoWrite?.(row);
  });
}

export function prepareRemoval(
  doc: Y.Doc,
  kind: RowKind,
  id: string,
  removed: boolean,
): Preparation {
  return onRow(doc, kind, id, [], (row) => {
    if ((row.get('removed') === true) !== removed) row.set('removed', removed);
  });
}

function checkAfter(
  doc: Y.Doc,
  kind: RowKind,
  after: string | null | undefined,
): Refusal | undefined {
  if (after === null || after === undefined) return undefined;
  const row = findRow(doc, kind, after);
  return isRefusal(row) ? row : undefined;
}

function placeIn(
  doc: Y.Doc,
  list: RowList,
  after: string | null | undefined,
  self: string | undefined,
  chance: Chance,
): Placement {
  const rows: Ordered[] = [];
  for (const [id, row] of rootMap(doc, list).entries()) {
    if (id === self || !(row instanceof Y.Map)) continue;
    rows.push({ id, order: parseOrderKey(row.get('order')) ?? LAST });
  }
  rows.sort(compareOrdered);
  return placeAfter(rows, after === undefined ? (rows.at(-1)?.id ?? null) : after, chance);
}

function rekey(doc: Y.Doc, list: RowList, placement: Placement): void {
  for (const { id, order } of placement.rekeyed) {
    const row = rootMap(doc, list).get(id);
    if (row instanceof Y.Map) row.set('order', order);
  }
}

export function checkDate(date: CalendarDate | null | undefined): Refusal | undefined {
  if (date === null || date === undefined || isCalendarDate(date)) return undefined;
  return refuse('impossible-date', `${shown(date)} is no date; dates are written as 2027-03-31.`);
}

export function checkDays(days: number | null | undefined): Refusal | undefined {
  if (days === null || days === undefined || isDayCount(days)) return undefined;
  return refuse('invalid-value', 'A duration is a whole number of working days, from 0 to 5000.');
}

export function checkOneOf(
  list: readonly string[],
  value: string | null | undefined,
): Refusal | undefined {
  if (value === null || value === undefined || list.includes(value)) return undefined;
  return refuse('invalid-value', `${shown(value)} is not one of ${list.join(', ')}.`);
}

export function checkTexts(...texts: readonly (string | null | undefined)[]): Refusal | undefined {
  for (const text of texts) {
    if (text === null || text === undefined) continue;
    if (typeof text !== 'string') return refuse('invalid-value', 'A text is expected here.');
    if (text.length > LONGEST_TEXT)
      return refuse('too-long', `A text holds at most ${LONGEST_TEXT} characters.`);
  }
  return undefined;
}

export function checkIds(
  doc: Y.Doc,
  kind: RowKind,
  ids: readonly (string | null | undefined)[] | undefined,
): Refusal | undefined {
  for (const id of ids ?? []) {
    if (id === null || id === undefined) continue;
    const row = findRow(doc, kind, id);
    if (isRefusal(row)) return row;
  }
  return undefined;
}

export function checkOwners(
  doc: Y.Doc,
  owners: readonly OwnerInput[] | undefined,
): Refusal | undefined {
  for (const owner of owners ?? []) {
    if (!owner.stakeholder && !owner.party && !owner.label) {
      return refuse('invalid-value', 'An owner names a stakeholder, a party or a label.');
    }
    if (owner.id !== undefined && !isId(owner.id))
      return refuse('invalid-value', `${shown(owner.id)} cannot be an id.`);
    const refusal =
      checkTexts(owner.label, owner.does) ??
      checkIds(doc, 'stakeholder', [owner.stakeholder]) ??
      checkOneOf(['seller', 'buyer'], owner.party);
    if (refusal) return refusal;
  }
  return undefined;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `“${value.slice(0, 60)}”` : String(value);
}
