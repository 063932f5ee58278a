/** One row of each list, from its `Y.Map` to its plain value. Total: every malformed field has a stand-in. */

import {
  ASSUMABLE_FIELDS,
  type AssumableField,
  CRITERION_RESULTS,
  CRITERION_TYPES,
  isOneOf,
  LIKELIHOODS,
  PARTIES,
  REQUIREMENT_STATES,
  RESOURCE_TYPES,
  STAKEHOLDER_ROLES,
  STEP_KINDS,
  STEP_STATUSES,
  STEP_TYPES,
  type StepStatus,
} from '../plan/kinds.ts';
import type {
  BlockedCause,
  Confirmation,
  Criterion,
  GlossaryEntry,
  KeyDate,
  Requirement,
  Resource,
  Risk,
  RowList,
  Rows,
  Stakeholder,
  Step,
  WeekWindow,
  Workstream,
} from '../plan/plan.ts';
import { type FieldReader, isRecord } from './read-values.ts';

type RowReader<List extends RowList> = (id: Rows[List]['id'], read: FieldReader) => Rows[List];

export const ROW_READERS: { readonly [List in RowList]: RowReader<List> } = {
  keyDates: readKeyDate,
  workstreams: (id, read): Workstream => ({ id, name: read.text('name') }),
  steps: readStep,
  stakeholders: readStakeholder,
  criteria: readCriterion,
  risks: readRisk,
  resources: readResource,
  requirements: readRequirement,
  glossary: readGlossaryEntry,
};

function readKeyDate(id: KeyDate['id'], read: FieldReader): KeyDate {
  const { date, reason, edit } = read.date('date');
  return {
    id,
    label: read.text('label'),
    why: read.text('why'),
    ...given('date', date),
    ...given('dateReason', reason),
    ...given('dateEdit', edit),
  };
}

function readStep(id: Step['id'], read: FieldReader): Step {
  const due = read.date('due');
  const start = read.date('start');
  return {
    id,
    title: read.text('title'),
    type: read.oneOf('type', STEP_TYPES) ?? 'other',
    kind: read.oneOf('kind', STEP_KINDS) ?? 'task',
    ...given('workstream', read.id<NonNullable<Step['workstream']>>('workstream')),
    owners: read.owners(),
    ...given('start', start.date),
    ...given('due', due.date),
    ...given('dueReason', due.reason),
    ...given('dueEdit', due.edit),
    ...given('duration', read.days('duration')),
    ...given('leadTime', read.days('leadTime')),
    predecessors: read.set<Step['id']>('predecessors'),
    ...readStatus(read),
    deliverable: read.text('deliverable'),
    notes: read.text('notes'),
    optional: read.flag('optional'),
    ...readPinned(read),
    ...given('approver', read.id<NonNullable<Step['approver']>>('approver')),
    ...given('weeks', read.plain('weeks', isWeekWindow)),
    assumptions: read
      .set('assumptions')
      .filter((field): field is AssumableField => isOneOf(ASSUMABLE_FIELDS, field)),
    ...given('confirmed', read.plain('confirmed', isConfirmation)),
  };
}

function readStatus(read: FieldReader): { status: StepStatus; blocked?: BlockedCause } {
  const value = read.explained('status')?.v;
  if (!isRecord(value) || !isOneOf(STEP_STATUSES, value.status)) {
    read.problem('status', 'status holds an unknown value');
    return { status: 'pending' };
  }
  const blocked = value.blocked;
  if (value.status !== 'blocked' || !isRecord(blocked) || typeof blocked.needs !== 'string') {
    return { status: value.status };
  }
  const from = blocked.from;
  return {
    status: 'blocked',
    blocked: {
      needs: blocked.needs,
      ...(typeof from === 'string' && from !== '' ? { from } : {}),
    },
  };
}

function readPinned(read: FieldReader): { pinned: boolean; pinnedWhy?: string } {
  const value = read.plain(
    'pinned',
    (v): v is false | { why: string } => v === false || (isRecord(v) && typeof v.why === 'string'),
  );
  if (!value) return { pinned: false };
  return { pinned: true, ...(value.why === '' ? {} : { pinnedWhy: value.why }) };
}

function readStakeholder(id: Stakeholder['id'], read: FieldReader): Stakeholder {
  return {
    id,
    name: read.text('name'),
    title: read.text('title'),
    role: read.oneOf('role', STAKEHOLDER_ROLES) ?? 'other',
    ...given('party', read.oneOf('party', PARTIES)),
    responsibility: read.text('responsibility'),
    ...given('email', read.string('email')),
    signatory: read.flag('signatory'),
  };
}

function readCriterion(id: Criterion['id'], read: FieldReader): Criterion {
  return {
    id,
    text: read.text('text'),
    type: read.oneOf('type', CRITERION_TYPES) ?? 'other',
    validation: read.text('validation'),
    result: read.oneOf('result', CRITERION_RESULTS) ?? 'open',
    owners: read.owners(),
    consequence: read.text('consequence'),
  };
}

function readRisk(id: Risk['id'], read: FieldReader): Risk {
  return {
    id,
    text: read.text('text'),
    impact: read.text('impact'),
    mitigation: read.text('mitigation'),
    owners: read.owners(),
    ...given('likelihood', read.oneOf('likelihood', LIKELIHOODS)),
    steps: read.set<Step['id']>('steps'),
  };
}

function readResource(id: Resource['id'], read: FieldReader): Resource {
  return {
    id,
    title: read.text('title'),
    ...given('url', read.string('url')),
    type: read.oneOf('type', RESOURCE_TYPES) ?? 'other',
    steps: read.set<Step['id']>('steps'),
  };
}

function readRequirement(id: Requirement['id'], read: FieldReader): Requirement {
  return {
    id,
    text: read.text('text'),
    notes: read.text('notes'),
    state: read.oneOf('state', REQUIREMENT_STATES) ?? 'open',
    owners: read.owners(),
  };
}

function readGlossaryEntry(id: GlossaryEntry['id'], read: FieldReader): GlossaryEntry {
  return {
    id,
    term: read.text('term'),
    meaning: read.text('meaning'),
    ...given('type', read.oneOf('type', STEP_TYPES)),
  };
}

/** `{[key]: value}`, or nothing where there is none: absent fields are absent, not `undefined`. */
function given<Key extends string, T>(key: Key, value: T | undefined): { readonly [K in Key]?: T } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: T });
}

export function isWeekWindow(value: unknown): value is WeekWindow {
  if (!isRecord(value)) return false;
  const { first, last } = value;
  return (
    Number.isInteger(first) &&
    Number.isInteger(last) &&
    Number(first) >= 1 &&
    Number(last) >= Number(first) &&
    Number(last) <= 1_000
  );
}

export function isConfirmation(value: unknown): value is Confirmation {
  return (
    isRecord(value) &&
    typeof value.by === 'string' &&
    typeof value.at === 'string' &&
    isOneOf(PARTIES, value.party)
  );
}
