/** Differences between two plans as edits that bring the first to the second, as far as edits can say it. */

import type { PlanChange } from '@tandem/shared/plan/diff';
import type { PlanEdit } from '@tandem/shared/plan/edit';
import { GOAL_FIELDS, isOneOf } from '@tandem/shared/plan/kinds';
import { LIST_OF, type PlanSnapshot, type RowKind } from '@tandem/shared/plan/plan';
import { editsOfNewRow, ID_FIELD } from './edits-of-new-row.ts';
import { editsOfStep } from './edits-of-step.ts';

export interface ChangesAsEdits {
  readonly edits: readonly PlanEdit[];
  readonly rest: readonly PlanChange[];
}

export function editsOfChanges(
  changes: readonly PlanChange[],
  before: PlanSnapshot,
  after: PlanSnapshot,
): ChangesAsEdits {
  const edits: PlanEdit[] = [];
  const rest: PlanChange[] = [];
  for (const change of changes) {
    const found = editsOf(change, before, after);
    if (found === undefined) rest.push(change);
    else edits.push(...found);
  }
  // Several fields of a row may come out as one edit.
  const seen = new Set<string>();
  const once = edits.filter((edit) => {
    const text = JSON.stringify(edit);
    return !seen.has(text) && seen.add(text);
  });
  return { edits: once, rest };
}

function editsOf(
  change: PlanChange,
  before: PlanSnapshot,
  after: PlanSnapshot,
): PlanEdit[] | undefined {
  const { kind, id } = change.subject;
  if (kind === 'narrative') return undefined;
  if (kind === 'goal') return goalEdits(change);
  if (kind === 'plan') return planEdits(change, before, after);
  const on = { [ID_FIELD[kind]]: id };
  switch (change.kind) {
    case 'removed':
      return [{ type: `${kind}/remove`, ...on } as unknown as PlanEdit];
    case 'moved':
      return [{ type: `${kind}/move`, ...on, after: change.after ?? null } as unknown as PlanEdit];
    case 'added':
      return editsOfNewRow(kind, id, after);
    case 'changed':
      return fieldEdits(kind, change, after);
  }
}

function fieldEdits(
  kind: RowKind,
  change: PlanChange,
  after: PlanSnapshot,
): PlanEdit[] | undefined {
  const { id, field } = change.subject;
  const row = after[LIST_OF[kind]].find((one) => one.id === id);
  if (row === undefined || field === undefined) return undefined;
  if (kind === 'step') return editsOfStep(after, id, field);
  const value = change.after ?? null;
  const on = { [ID_FIELD[kind]]: id };
  if (kind === 'key-date') {
    if (field === 'date') {
      const reason = (row as { dateReason?: string }).dateReason;
      return [
        {
          type: 'key-date/set',
          ...on,
          date: value,
          ...(reason === undefined ? {} : { reason }),
        } as unknown as PlanEdit,
      ];
    }
    return field === 'label' || field === 'why'
      ? [{ type: 'key-date/set-text', ...on, field, text: value } as unknown as PlanEdit]
      : undefined;
  }
  if (field === 'owners')
    return [{ type: `${kind}/set-owners`, ...on, owners: value } as unknown as PlanEdit];
  if (field === 'steps')
    return [{ type: `${kind}/set-steps`, ...on, steps: value } as unknown as PlanEdit];
  const name = field === 'type' ? TYPE_FIELD[kind] : field;
  return name === undefined
    ? undefined
    : [{ type: `${kind}/set`, ...on, [name]: value } as unknown as PlanEdit];
}

/** `type` is the tag of an edit, so a row's own type goes by another name. */
const TYPE_FIELD: Partial<Record<RowKind, string>> = {
  criterion: 'criterionType',
  resource: 'resourceType',
  'glossary-entry': 'stepType',
};

function goalEdits({ subject, after }: PlanChange): PlanEdit[] | undefined {
  const { field } = subject;
  if (!isOneOf(GOAL_FIELDS, field) || typeof after !== 'string') return undefined;
  return [{ type: 'goal/set-text', field, text: after }];
}

const PLAN_FIELDS = [
  'title',
  'seller',
  'buyer',
  'product',
  'dealType',
  'variant',
  'value',
  'currency',
  'timeZone',
  'weekend',
];

function planEdits(
  change: PlanChange,
  before: PlanSnapshot,
  after: PlanSnapshot,
): PlanEdit[] | undefined {
  const { field } = change.subject;
  if (field === undefined) return undefined;
  if (PLAN_FIELDS.includes(field))
    return [{ type: 'plan/set', [field]: change.after ?? null } as PlanEdit];
  for (const party of ['seller', 'buyer'] as const) {
    const [was, now] = [before.calendars[party], after.calendars[party]];
    if (field === `${party}Holidays`) {
      const gone = was.holidays.filter(
        (old) => !now.holidays.some(({ date }) => date === old.date),
      );
      return [
        ...gone.map(
          ({ date }): PlanEdit => ({ type: 'plan/set-holiday', party, date, name: null }),
        ),
        ...now.holidays.map(
          ({ date, name }): PlanEdit => ({ type: 'plan/set-holiday', party, date, name }),
        ),
      ];
    }
    if (field === `${party}Blackouts`) {
      const gone = was.blackouts.filter(
        (old) => !now.blackouts.some(({ from, to }) => from === old.from && to === old.to),
      );
      return [
        ...gone.map(
          ({ from, to }): PlanEdit => ({ type: 'plan/set-blackout', party, from, to, name: null }),
        ),
        ...now.blackouts.map((one): PlanEdit => ({ type: 'plan/set-blackout', party, ...one })),
      ];
    }
  }
  return undefined;
}
