/**
 * Which fields of a plan a comparison looks at, in the order in which it tells them, and how each is
 * compared. The types make a field that is added to the plan fail here until somebody has decided.
 */

import type { Goal, LIST_OF, PlanSnapshot, RowKind, Rows } from './plan.ts';

/**
 * `value`: by content. `set`: by members, in any order. `owners`: as a set, and an entry's own id is not
 * told, for the same person named anew is no change. `about:x`: told only where field x stays the same,
 * because else it belongs to that change. `untold`: bookkeeping.
 */
export type HowCompared = 'value' | 'set' | 'owners' | 'untold' | `about:${string}`;

type FieldsOf<Thing> = Readonly<Record<Exclude<keyof Thing, 'id'> & string, HowCompared>>;

type PlanLevel = Omit<PlanSnapshot, keyof Rows | 'goal' | 'narrative' | 'calendars'>;

/** The calendars of the two parties are told as four fields. */
export const PLAN_FIELDS: FieldsOf<PlanLevel> = {
  title: 'value',
  seller: 'value',
  buyer: 'value',
  product: 'value',
  dealType: 'value',
  value: 'value',
  currency: 'value',
  template: 'value',
  variant: 'value',
  start: 'value',
  timeZone: 'value',
  weekend: 'set',
  // A migration changes how a plan lies on disk, not what it says.
  schema: 'untold',
};

export const GOAL_FIELDS_COMPARED: FieldsOf<Goal> = {
  problem: 'value',
  decision: 'value',
  outcome: 'value',
  consequence: 'value',
};

type RowFields = { readonly [Kind in RowKind]: FieldsOf<Rows[(typeof LIST_OF)[Kind]]> };

export const ROW_FIELDS: RowFields = {
  'key-date': {
    label: 'value',
    date: 'value',
    dateReason: 'about:date',
    dateEdit: 'untold',
    why: 'value',
  },
  workstream: { name: 'value' },
  step: {
    title: 'value',
    type: 'value',
    kind: 'value',
    workstream: 'value',
    owners: 'owners',
    start: 'value',
    due: 'value',
    dueReason: 'about:due',
    dueEdit: 'untold',
    duration: 'value',
    leadTime: 'value',
    predecessors: 'set',
    status: 'value',
    blocked: 'value',
    deliverable: 'value',
    notes: 'value',
    optional: 'value',
    pinned: 'value',
    pinnedWhy: 'value',
    approver: 'value',
    weeks: 'value',
    assumptions: 'set',
    confirmed: 'value',
  },
  stakeholder: {
    name: 'value',
    title: 'value',
    role: 'value',
    party: 'value',
    responsibility: 'value',
    email: 'value',
    signatory: 'value',
  },
  criterion: {
    text: 'value',
    type: 'value',
    validation: 'value',
    result: 'value',
    owners: 'owners',
    consequence: 'value',
  },
  risk: {
    text: 'value',
    impact: 'value',
    mitigation: 'value',
    owners: 'owners',
    likelihood: 'value',
    steps: 'set',
  },
  resource: { title: 'value', url: 'value', type: 'value', steps: 'set' },
  requirement: { text: 'value', notes: 'value', state: 'value', owners: 'owners' },
  'glossary-entry': { term: 'value', meaning: 'value', type: 'value' },
};
