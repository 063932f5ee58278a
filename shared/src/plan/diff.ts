/**
 * What differs between two snapshots of a plan, as plain data for the history, the API and the review.
 *
 * It speaks of rows and fields, never of text positions, and shows nothing itself: values are what the
 * snapshots hold. Rows are known by their id; a row is *moved* only when its order among the rows that both
 * snapshots have really changed, so dragging one row is one change. Objects that are the same in both are
 * not looked into, and `readPlan` keeps them the same.
 *
 * The order is fixed: plan, goal, then list by list in the order of the document (of a list first what was
 * removed, then row by row in the new order), narrative last.
 */

import { GOAL_FIELDS_COMPARED, type HowCompared, PLAN_FIELDS, ROW_FIELDS } from './diff-fields.ts';
import { diffBlocks } from './diff-narrative.ts';
import { PARTIES } from './kinds.ts';
import { longestRise } from './longest-rise.ts';
import { LIST_OF, type Owner, type PlanSnapshot, type RowKind, type Subject } from './plan.ts';
import { sameMembers, samePlain } from './same-plain.ts';

/**
 * One difference. *added* has the row or block as `after`, *removed* as `before`. *changed* has the values
 * of `subject.field` (of a narrative block: the blocks), absent where not set; owners and other sets in
 * full. *moved* has the ids of the rows that it stands behind, null where it is first.
 */
export interface PlanChange {
  readonly subject: Subject;
  readonly kind: 'added' | 'removed' | 'moved' | 'changed';
  readonly before?: unknown;
  readonly after?: unknown;
}

/** The order of the lists in the answer: as people read a plan. */
const KINDS: readonly RowKind[] = [
  'key-date',
  'workstream',
  'step',
  'stakeholder',
  'criterion',
  'risk',
  'resource',
  'requirement',
  'glossary-entry',
];

interface Row {
  readonly id: string;
}

export function diffPlans(before: PlanSnapshot, after: PlanSnapshot): PlanChange[] {
  if (before === after) return [];
  return [
    ...diffFields({ kind: 'plan', id: 'plan' }, before, after, PLAN_FIELDS),
    ...diffCalendars(before, after),
    ...diffFields({ kind: 'goal', id: 'goal' }, before.goal, after.goal, GOAL_FIELDS_COMPARED),
    ...KINDS.flatMap((kind) => diffRows(kind, before[LIST_OF[kind]], after[LIST_OF[kind]])),
    ...diffNarrative(before, after),
  ];
}

function diffRows(kind: RowKind, before: readonly Row[], after: readonly Row[]): PlanChange[] {
  if (before === after) return [];
  const old = new Map(before.map((row) => [row.id, row]));
  const present = new Set(after.map((row) => row.id));
  const moved = movedRows(before, after);
  const changes: PlanChange[] = before
    .filter((row) => !present.has(row.id))
    .map((row) => ({ subject: { kind, id: row.id }, kind: 'removed', before: row }));
  after.forEach((row) => {
    const subject = { kind, id: row.id };
    const was = old.get(row.id);
    if (!was) {
      changes.push({ subject, kind: 'added', after: row });
      return;
    }
    if (moved.has(row.id)) {
      changes.push({
        subject,
        kind: 'moved',
        before: behind(before, row),
        after: behind(after, row),
      });
    }
    changes.push(...diffFields(subject, was, row, ROW_FIELDS[kind]));
  });
  return changes;
}

/** Of the rows in both lists, those outside a longest run that kept its order. */
function movedRows(before: readonly Row[], after: readonly Row[]): ReadonlySet<string> {
  const places = new Map(after.map((row, place) => [row.id, place]));
  const common = before.filter((row) => places.has(row.id));
  const stayed = new Set(longestRise(common.map((row) => places.get(row.id) ?? 0)));
  return new Set(common.filter((_, i) => !stayed.has(i)).map((row) => row.id));
}

function behind(rows: readonly Row[], row: Row): string | null {
  const place = rows.findIndex(({ id }) => id === row.id);
  return rows[place - 1]?.id ?? null;
}

function diffFields(
  subject: Subject,
  before: object,
  after: object,
  fields: Readonly<Record<string, HowCompared>>,
): PlanChange[] {
  if (before === after) return [];
  const old = before as Readonly<Record<string, unknown>>;
  const now = after as Readonly<Record<string, unknown>>;
  return Object.entries(fields).flatMap(([field, how]): PlanChange[] => {
    if (isTheSame(how, old[field], now[field])) return [];
    if (how.startsWith('about:')) {
      const about = how.slice('about:'.length);
      if (!samePlain(old[about], now[about])) return [];
    }
    return [changed({ ...subject, field }, old[field], now[field])];
  });
}

function isTheSame(how: HowCompared, before: unknown, after: unknown): boolean {
  if (how === 'untold') return true;
  const asSet = how === 'set' || how === 'owners';
  if (!asSet || !Array.isArray(before) || !Array.isArray(after)) return samePlain(before, after);
  return how === 'owners'
    ? sameMembers(before.map(withoutId), after.map(withoutId))
    : sameMembers(before, after);
}

function withoutId({ id: _, ...owner }: Owner): Omit<Owner, 'id'> {
  return owner;
}

function changed(subject: Subject, before: unknown, after: unknown): PlanChange {
  return {
    subject,
    kind: 'changed',
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** Fields `sellerHolidays`, `buyerBlackouts` …, as they are named in the document. */
function diffCalendars(before: PlanSnapshot, after: PlanSnapshot): PlanChange[] {
  if (before.calendars === after.calendars) return [];
  return PARTIES.flatMap((party) =>
    (['holidays', 'blackouts'] as const).flatMap((list): PlanChange[] => {
      const old = before.calendars[party][list];
      const now = after.calendars[party][list];
      if (sameMembers(old, now)) return [];
      const field = `${party}${list === 'holidays' ? 'Holidays' : 'Blackouts'}`;
      return [changed({ kind: 'plan', id: 'plan', field }, old, now)];
    }),
  );
}

function diffNarrative(before: PlanSnapshot, after: PlanSnapshot): PlanChange[] {
  const subject = { kind: 'narrative', id: 'narrative' } as const;
  return diffBlocks(before.narrative, after.narrative).map((block): PlanChange => {
    const kind = !block.before ? 'added' : !block.after ? 'removed' : 'changed';
    return { subject, kind, ...block };
  });
}
