// Long on purpose: one line for every kind of edit.
/** Random `PlanEdit`s that fit a plan as it is now, for fuzzers. Every kind of edit is in here; a test counts them. */

import type { PlanReading } from '@tandem/shared/doc/plan-reader';
import { addDays } from '@tandem/shared/plan/calendar-date';
import type { PlanEdit } from '@tandem/shared/plan/edit';
import type { Chance } from '@tandem/shared/plan/ids';
import {
  ASSUMABLE_FIELDS,
  CRITERION_RESULTS,
  GOAL_FIELDS,
  LIKELIHOODS,
  REQUIREMENT_STATES,
  STAKEHOLDER_ROLES,
  STEP_KINDS,
  STEP_STATUSES,
  STEP_TYPES,
} from '@tandem/shared/plan/kinds';
import { pick } from './seeded.ts';
import { date } from './small-plan.ts';

type Maker = (reading: PlanReading, chance: Chance, token: string) => PlanEdit | undefined;

function afterOf<Row extends { readonly id: string }>(
  chance: Chance,
  rows: readonly Row[],
  not?: string,
): Row['id'] | null {
  const others = rows.filter((row) => row.id !== not);
  return chance() < 0.2 ? null : (pick(chance, others)?.id ?? null);
}

function someDate(chance: Chance) {
  return addDays(date('2027-01-01'), Math.floor(chance() * 300));
}

function owners(reading: PlanReading, chance: Chance, token: string) {
  const person = pick(chance, reading.plan.stakeholders);
  const all = [
    { party: 'seller' as const },
    { party: 'buyer' as const },
    { label: token },
    ...(person ? [{ stakeholder: person.id }] : []),
  ];
  return all.filter(() => chance() < 0.5);
}

/** Edits of one row of a list; nothing where the list is empty. */
function on<
  List extends
    | 'steps'
    | 'stakeholders'
    | 'criteria'
    | 'risks'
    | 'resources'
    | 'requirements'
    | 'workstreams'
    | 'glossary'
    | 'keyDates',
>(
  list: List,
  make: (
    id: PlanReading['plan'][List][number]['id'],
    reading: PlanReading,
    chance: Chance,
    token: string,
  ) => PlanEdit | undefined,
  from: 'plan' | 'removed' = 'plan',
): Maker {
  return (reading, chance, token) => {
    const rows: readonly { readonly id: PlanReading['plan'][List][number]['id'] }[] =
      reading[from][list];
    const row = pick(chance, rows);
    return row && make(row.id, reading, chance, token);
  };
}

export const EDIT_MAKERS: readonly Maker[] = [
  (r, c, t) => ({
    type: 'step/add',
    title: t,
    after: afterOf(c, r.plan.steps),
    owners: owners(r, c, t),
    due: someDate(c),
  }),
  on('steps', (step, _r, _c, t) => ({ type: 'step/set-title', step, title: t })),
  on('steps', (step, _r, c, t) => ({
    type: 'step/set-text',
    step,
    field: pick(c, ['deliverable', 'notes'] as const) ?? 'notes',
    text: t,
  })),
  on('steps', (step, _r, c) => ({
    type: 'step/set-type',
    step,
    stepType: pick(c, STEP_TYPES) ?? 'other',
  })),
  on('steps', (step, _r, c) => ({
    type: 'step/set-kind',
    step,
    kind: pick(c, STEP_KINDS) ?? 'task',
  })),
  on('steps', (step, r, c) => ({
    type: 'step/set-workstream',
    step,
    workstream: pick(c, r.plan.workstreams)?.id ?? null,
  })),
  on('steps', (step, r, c, t) => ({ type: 'step/set-owners', step, owners: owners(r, c, t) })),
  on('steps', (step, _r, c, t) => ({ type: 'step/set-due', step, due: someDate(c), reason: t })),
  on('steps', (step, _r, c) => ({
    type: 'step/set-start',
    step,
    start: c() < 0.2 ? null : someDate(c),
  })),
  on('steps', (step, _r, c) => ({ type: 'step/set-duration', step, days: Math.floor(c() * 40) })),
  on('steps', (step, _r, c) => ({
    type: 'step/set-lead-time',
    step,
    days: c() < 0.2 ? null : Math.floor(c() * 40),
  })),
  on('steps', (step, _r, c, t) => ({
    type: 'step/set-status',
    step,
    status: pick(c, STEP_STATUSES) ?? 'pending',
    blocked: { needs: t },
  })),
  on('steps', (step, r, c) => ({
    type: 'step/set-predecessors',
    step,
    predecessors: r.plan.steps.map((other) => other.id).filter((id) => id !== step && c() < 0.2),
  })),
  on('steps', (step, _r, c) => ({ type: 'step/set-optional', step, optional: c() < 0.5 })),
  on('steps', (step, _r, c, t) => ({ type: 'step/set-pinned', step, pinned: c() < 0.5, why: t })),
  on('steps', (step, r, c) => ({
    type: 'step/set-approver',
    step,
    approver: pick(c, r.plan.stakeholders)?.id ?? null,
  })),
  on('steps', (step, _r, c) => ({
    type: 'step/set-weeks',
    step,
    weeks: { first: 1, last: 1 + Math.floor(c() * 9) },
  })),
  on('steps', (step, _r, c) => ({
    type: 'step/set-assumptions',
    step,
    assumptions: ASSUMABLE_FIELDS.filter(() => c() < 0.5),
  })),
  on('steps', (step, _r, _c, t) => ({
    type: 'step/confirm',
    step,
    confirmed: { by: t, party: 'buyer', at: '2027-01-11T10:00:00.000Z' },
  })),
  on('steps', (step, r, c) => ({ type: 'step/move', step, after: afterOf(c, r.plan.steps, step) })),
  on('steps', (step) => ({ type: 'step/remove', step })),
  on('steps', (step) => ({ type: 'step/bring-back', step }), 'removed'),
  on('steps', (step, _r, c, t) => ({
    type: 'steps/shift',
    moves: [{ step, due: someDate(c) }],
    reason: t,
  })),
  (r, c, t) => ({
    type: 'stakeholder/add',
    name: t,
    party: 'buyer',
    after: afterOf(c, r.plan.stakeholders),
  }),
  on('stakeholders', (stakeholder, _r, c, t) => ({
    type: 'stakeholder/set',
    stakeholder,
    title: t,
    role: pick(c, STAKEHOLDER_ROLES) ?? 'other',
  })),
  on('stakeholders', (stakeholder, r, c) => ({
    type: 'stakeholder/move',
    stakeholder,
    after: afterOf(c, r.plan.stakeholders, stakeholder),
  })),
  on('stakeholders', (stakeholder) => ({ type: 'stakeholder/remove', stakeholder })),
  on('stakeholders', (stakeholder) => ({ type: 'stakeholder/bring-back', stakeholder }), 'removed'),
  (r, c, t) => ({ type: 'criterion/add', text: t, after: afterOf(c, r.plan.criteria) }),
  on('criteria', (criterion, _r, c, t) => ({
    type: 'criterion/set',
    criterion,
    validation: t,
    result: pick(c, CRITERION_RESULTS) ?? 'open',
  })),
  on('criteria', (criterion, r, c, t) => ({
    type: 'criterion/set-owners',
    criterion,
    owners: owners(r, c, t),
  })),
  on('criteria', (criterion, r, c) => ({
    type: 'criterion/move',
    criterion,
    after: afterOf(c, r.plan.criteria, criterion),
  })),
  on('criteria', (criterion) => ({ type: 'criterion/remove', criterion })),
  on('criteria', (criterion) => ({ type: 'criterion/bring-back', criterion }), 'removed'),
  (r, c, t) => ({ type: 'risk/add', text: t, after: afterOf(c, r.plan.risks) }),
  on('risks', (risk, _r, c, t) => ({
    type: 'risk/set',
    risk,
    mitigation: t,
    likelihood: pick(c, LIKELIHOODS) ?? null,
  })),
  on('risks', (risk, r, c, t) => ({ type: 'risk/set-owners', risk, owners: owners(r, c, t) })),
  on('risks', (risk, r, c) => ({
    type: 'risk/set-steps',
    risk,
    steps: r.plan.steps.map(({ id }) => id).filter(() => c() < 0.3),
  })),
  on('risks', (risk, r, c) => ({ type: 'risk/move', risk, after: afterOf(c, r.plan.risks, risk) })),
  on('risks', (risk) => ({ type: 'risk/remove', risk })),
  on('risks', (risk) => ({ type: 'risk/bring-back', risk }), 'removed'),
  (r, c, t) => ({ type: 'resource/add', title: t, after: afterOf(c, r.plan.resources) }),
  on('resources', (resource, _r, _c, t) => ({
    type: 'resource/set',
    resource,
    url: `https://example.com/${t}`,
  })),
  on('resources', (resource, r, c) => ({
    type: 'resource/set-steps',
    resource,
    steps: r.plan.steps.map(({ id }) => id).filter(() => c() < 0.3),
  })),
  on('resources', (resource, r, c) => ({
    type: 'resource/move',
    resource,
    after: afterOf(c, r.plan.resources, resource),
  })),
  on('resources', (resource) => ({ type: 'resource/remove', resource })),
  on('resources', (resource) => ({ type: 'resource/bring-back', resource }), 'removed'),
  (r, c, t) => ({ type: 'requirement/add', text: t, after: afterOf(c, r.plan.requirements) }),
  on('requirements', (requirement, _r, c, t) => ({
    type: 'requirement/set',
    requirement,
    notes: t,
    state: pick(c, REQUIREMENT_STATES) ?? 'open',
  })),
  on('requirements', (requirement, r, c, t) => ({
    type: 'requirement/set-owners',
    requirement,
    owners: owners(r, c, t),
  })),
  on('requirements', (requirement, r, c) => ({
    type: 'requirement/move',
    requirement,
    after: afterOf(c, r.plan.requirements, requirement),
  })),
  on('requirements', (requirement) => ({ type: 'requirement/remove', requirement })),
  on('requirements', (requirement) => ({ type: 'requirement/bring-back', requirement }), 'removed'),
  (r, c, t) => ({ type: 'workstream/add', name: t, after: afterOf(c, r.plan.workstreams) }),
  on('workstreams', (workstream, _r, _c, t) => ({ type: 'workstream/set', workstream, name: t })),
  on('workstreams', (workstream, r, c) => ({
    type: 'workstream/move',
    workstream,
    after: afterOf(c, r.plan.workstreams, workstream),
  })),
  on('workstreams', (workstream) => ({ type: 'workstream/remove', workstream })),
  on('workstreams', (workstream) => ({ type: 'workstream/bring-back', workstream }), 'removed'),
  (r, c, t) => ({ type: 'glossary-entry/add', term: t, after: afterOf(c, r.plan.glossary) }),
  on('glossary', (entry, _r, _c, t) => ({ type: 'glossary-entry/set', entry, meaning: t })),
  on('glossary', (entry, r, c) => ({
    type: 'glossary-entry/move',
    entry,
    after: afterOf(c, r.plan.glossary, entry),
  })),
  on('glossary', (entry) => ({ type: 'glossary-entry/remove', entry })),
  on('glossary', (entry) => ({ type: 'glossary-entry/bring-back', entry }), 'removed'),
  (r, c, t) => ({
    type: 'key-date/add',
    label: t,
    date: someDate(c),
    after: afterOf(c, r.plan.keyDates),
  }),
  on('keyDates', (keyDate, _r, c, t) => ({
    type: 'key-date/set',
    keyDate,
    date: someDate(c),
    reason: t,
  })),
  on('keyDates', (keyDate, _r, _c, t) => ({
    type: 'key-date/set-text',
    keyDate,
    field: 'why',
    text: t,
  })),
  on('keyDates', (keyDate, r, c) => ({
    type: 'key-date/move',
    keyDate,
    after: afterOf(c, r.plan.keyDates, keyDate),
  })),
  (r, c) => {
    const own = pick(
      c,
      r.plan.keyDates.filter(({ id }) => id.length === 16 && !['evaluation-start'].includes(id)),
    );
    return own && { type: 'key-date/remove', keyDate: own.id };
  },
  on('keyDates', (keyDate) => ({ type: 'key-date/bring-back', keyDate }), 'removed'),
  (_r, c, t) => (c() < 0.5 ? { type: 'plan/set', product: t } : { type: 'plan/set', title: t }),
  (_r, c, t) => ({
    type: 'plan/set-holiday',
    party: 'buyer',
    date: someDate(c),
    name: c() < 0.3 ? null : t,
  }),
  (_r, c, t) => ({
    type: 'plan/set-blackout',
    party: 'seller',
    from: date('2027-02-01'),
    to: addDays(date('2027-02-01'), Math.floor(c() * 20)),
    name: t,
  }),
  (_r, c, t) => ({ type: 'goal/set-text', field: pick(c, GOAL_FIELDS) ?? 'problem', text: t }),
];

export function randomEdit(reading: PlanReading, chance: Chance, token: string): PlanEdit {
  for (let tries = 0; tries < 50; tries += 1) {
    const edit = pick(chance, EDIT_MAKERS)?.(reading, chance, token);
    if (edit) return edit;
  }
  return { type: 'step/add', title: token };
}
