/** The first content of a plan, written once and only by the server: every root, every row, in one transaction. */

import * as Y from 'yjs';
import type { Cause } from '../plan/edit.ts';
import { type Chance, type EditId, newId } from '../plan/ids.ts';
import { GOAL_FIELDS } from '../plan/kinds.ts';
import type { NarrativeElement, NarrativeNode, NarrativeText } from '../plan/narrative.ts';
import { freshKeys } from '../plan/order.ts';
import type { PartyCalendar, PlanSnapshot, RowList, Rows } from '../plan/plan.ts';
import { narrativeRoot, ROW_LISTS, rootMap, SCHEMA } from './layout.ts';
import { SEED_ORIGIN } from './origin.ts';
import { periodKey } from './read-meta.ts';
import { newText } from './text-of.ts';
import { newRow, type RowValues, type Writing } from './write-row.ts';

/** Writes `plan` into an empty document. Ids are taken over; `cause` says where the content came from. */
export function seedPlan(doc: Y.Doc, plan: PlanSnapshot, cause: Cause, chance: Chance): void {
  const writing: Writing = { edit: newId<EditId>(chance), cause, chance };
  doc.transact(() => {
    seedMeta(doc, plan);
    const goal = rootMap(doc, 'goal');
    for (const field of GOAL_FIELDS) goal.set(field, newText(plan.goal[field]));
    for (const list of ROW_LISTS) seedRows(doc, list, plan[list], writing);
    narrativeRoot(doc).insert(0, plan.narrative.map(newElement));
  }, SEED_ORIGIN);
}

function seedMeta(doc: Y.Doc, plan: PlanSnapshot): void {
  const meta = rootMap(doc, 'meta');
  meta.set('schema', SCHEMA);
  meta.set('title', newText(plan.title));
  const { seller, buyer, product, template, dealType, variant, start, timeZone, value, currency } =
    plan;
  const plain = {
    seller,
    buyer,
    product,
    template,
    dealType,
    variant,
    start,
    timeZone,
    value,
    currency,
  };
  for (const [key, field] of Object.entries(plain)) if (field !== undefined) meta.set(key, field);
  meta.set('weekend', [...plan.weekend]);
  for (const party of ['seller', 'buyer'] as const) {
    const calendar: PartyCalendar = plan.calendars[party];
    const holidays = new Y.Map<unknown>();
    for (const { date, name } of calendar.holidays) holidays.set(date, name);
    const blackouts = new Y.Map<unknown>();
    for (const { from, to, name } of calendar.blackouts) blackouts.set(periodKey(from, to), name);
    meta.set(`${party}Holidays`, holidays);
    meta.set(`${party}Blackouts`, blackouts);
  }
}

function seedRows<List extends RowList>(
  doc: Y.Doc,
  list: List,
  rows: readonly Rows[List][],
  writing: Writing,
): void {
  const root = rootMap(doc, list);
  const keys = freshKeys(rows.length, writing.chance);
  rows.forEach((row, i) => {
    const order = keys[i];
    if (order !== undefined) root.set(row.id, newRow(list, order, valuesOf(row), writing));
  });
}

/** A row's fields as the layout keeps them; only steps keep some otherwise than they read. */
function valuesOf(row: Rows[RowList]): RowValues {
  if (!('predecessors' in row)) return row as unknown as RowValues;
  const { status, blocked, pinned, pinnedWhy, ...rest } = row;
  return {
    ...rest,
    status: blocked ? { status, blocked } : { status },
    pinned: pinned ? { why: pinnedWhy ?? '' } : false,
  };
}

/** ProseMirror-shaped block data as Yjs elements, as y-prosemirror lays them. */
function newElement(node: NarrativeElement): Y.XmlElement {
  const element = new Y.XmlElement(node.type);
  for (const [key, value] of Object.entries(node.attrs ?? {})) {
    // Attributes hold any JSON; the type declares strings only.
    if (value !== null) element.setAttribute(key, value as string);
  }
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  let run: NarrativeText[] = [];
  const endRun = (): void => {
    if (run.length > 0) children.push(newFormattedText(run));
    run = [];
  };
  for (const child of node.content ?? []) {
    if (isTextNode(child)) run.push(child);
    else {
      endRun();
      children.push(newElement(child));
    }
  }
  endRun();
  if (children.length > 0) element.insert(0, children);
  return element;
}

function newFormattedText(run: readonly NarrativeText[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(
    run.map(({ text: insert, marks }) => ({
      insert: insert.toWellFormed(),
      attributes: Object.fromEntries((marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}])),
    })),
  );
  return text;
}

function isTextNode(node: NarrativeNode): node is NarrativeText {
  return node.type === 'text';
}
