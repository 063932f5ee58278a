import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from './calendar-date.ts';
import { diffPlans, type PlanChange } from './diff.ts';
import type { OwnerId, RiskId, StakeholderId, StepId, WorkstreamId } from './ids.ts';
import { STEP_STATUSES } from './kinds.ts';
import { embedOf, heading, type NarrativeElement, paragraph } from './narrative.ts';
import type { Owner, PlanSnapshot, Risk, Step } from './plan.ts';
import { plainKey } from './same-plain.ts';

const dates = fc
  .constantFrom('2027-03-01', '2027-04-01', '2027-05-01')
  .map((text) => text as CalendarDate);
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** Few values, so that many things are equal by chance. Only what a comparison tells. */
const owners: fc.Arbitrary<Owner[]> = fc.uniqueArray(
  fc.record(
    {
      id: fc.constantFrom('o1', 'o2', 'o3').map((id) => id as OwnerId),
      party: fc.constantFrom('seller', 'buyer'),
      label: fc.constantFrom('IT', 'EB'),
      stakeholder: fc.constant('s' as StakeholderId),
    },
    { requiredKeys: ['id'] },
  ),
  { selector: ({ id: _, ...owner }) => plainKey(owner), maxLength: 3 },
);
const stepOf = (id: string): fc.Arbitrary<Step> =>
  fc.record(
    {
      id: fc.constant(id as StepId),
      title: fc.constantFrom('Review', 'Redlines'),
      type: fc.constantFrom('legal', 'other'),
      kind: fc.constantFrom('task', 'gate'),
      workstream: fc.constant('w' as WorkstreamId),
      owners,
      due: dates,
      predecessors: fc.subarray(ids).map((some) => some as StepId[]),
      status: fc.constantFrom(...STEP_STATUSES),
      deliverable: fc.constant(''),
      notes: fc.constantFrom('', 'note'),
      optional: fc.boolean(),
      pinned: fc.constant(false),
      assumptions: fc.subarray(['title', 'due'] as const).map((some) => [...some]),
    },
    {
      requiredKeys: [
        'id',
        'title',
        'type',
        'kind',
        'owners',
        'predecessors',
        'status',
        'deliverable',
        'notes',
        'optional',
        'pinned',
        'assumptions',
      ],
    },
  );
const riskOf = (id: string): fc.Arbitrary<Risk> =>
  fc.record({
    id: fc.constant(id as RiskId),
    text: fc.constantFrom('Slow', 'Busy'),
    impact: fc.constant(''),
    mitigation: fc.constantFrom('', 'Ask'),
    owners,
    steps: fc.subarray(ids).map((some) => some as StepId[]),
  });
const someOf = <Row>(rowOf: (id: string) => fc.Arbitrary<Row>): fc.Arbitrary<Row[]> =>
  fc.shuffledSubarray(ids).chain((some) => fc.tuple(...some.map(rowOf)).map((rows) => [...rows]));
const block: fc.Arbitrary<NarrativeElement> = fc.constantFrom(
  paragraph(''),
  paragraph('A'),
  paragraph('B'),
  heading(1, 'A'),
  embedOf('steps'),
  embedOf('risks'),
);
const plans: fc.Arbitrary<PlanSnapshot> = fc
  .record({
    title: fc.constantFrom('One', 'Two'),
    steps: someOf(stepOf),
    risks: someOf(riskOf),
    narrative: fc.array(block, { maxLength: 8 }),
    outcome: fc.constantFrom('', 'faster'),
  })
  .map(({ outcome, ...more }) => ({
    schema: 1,
    seller: '',
    buyer: '',
    product: '',
    template: 'blank',
    dealType: 'new',
    variant: 'full',
    start: 'draft',
    timeZone: 'UTC',
    weekend: [6, 7],
    calendars: { seller: { holidays: [], blackouts: [] }, buyer: { holidays: [], blackouts: [] } },
    goal: { problem: '', decision: '', outcome, consequence: '' },
    keyDates: [],
    workstreams: [],
    stakeholders: [],
    criteria: [],
    resources: [],
    requirements: [],
    glossary: [],
    ...more,
  }));

/** The rows of a list after the changes, by id, sets sorted, ids of owners left out. */
type Rows = Map<string, Record<string, unknown>>;
function rowsOf(rows: readonly { id: string }[]): Rows {
  return new Map(rows.map((row) => [row.id, { ...row }]));
}
function patched(rows: Rows, changes: readonly PlanChange[], kind: string): Rows {
  for (const { subject, kind: what, after } of changes) {
    if (subject.kind !== kind) continue;
    if (what === 'removed') rows.delete(subject.id);
    if (what === 'added') rows.set(subject.id, { ...(after as object) });
    const row = rows.get(subject.id);
    if (what !== 'changed' || !row || !subject.field) continue;
    if (after === undefined) delete row[subject.field];
    else row[subject.field] = after;
  }
  return rows;
}
function plainly(rows: Rows): Record<string, string> {
  const text = (value: unknown): unknown =>
    Array.isArray(value)
      ? value
          .map((item) =>
            plainKey(item)
              .replace(/"id":"o\d",?/, '')
              .replace(',}', '}'),
          )
          .sort()
      : value;
  const entries = [...rows].map(([id, row]) => {
    const told = Object.fromEntries(
      Object.entries(row).map(([field, value]) => [field, text(value)]),
    );
    return [id, plainKey(told)] as const;
  });
  return Object.fromEntries(entries.sort());
}

describe('diffPlans', () => {
  it('finds nothing between a plan and a copy of it', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(diffPlans(plan, plan)).toEqual([]);
        expect(diffPlans(plan, structuredClone(plan))).toEqual([]);
      }),
    );
  });

  it('tells enough to make the one list out of the other', () => {
    fc.assert(
      fc.property(plans, plans, (before, after) => {
        const changes = diffPlans(before, after);
        expect(plainly(patched(rowsOf(before.steps), changes, 'step'))).toEqual(
          plainly(rowsOf(after.steps)),
        );
        expect(plainly(patched(rowsOf(before.risks), changes, 'risk'))).toEqual(
          plainly(rowsOf(after.risks)),
        );
      }),
    );
  });

  it('tells no change whose two sides are equal', () => {
    fc.assert(
      fc.property(plans, plans, (before, after) => {
        for (const change of diffPlans(before, after)) {
          expect(plainKey(change.before ?? null)).not.toBe(
            change.kind === 'moved' ? undefined : plainKey(change.after ?? null),
          );
        }
      }),
    );
  });

  it('says the same backward: what was added is removed', () => {
    fc.assert(
      fc.property(plans, plans, (before, after) => {
        const counted = (changes: readonly PlanChange[], kind: string) =>
          changes.filter((change) => change.kind === kind && change.subject.kind !== 'narrative')
            .length;
        const [there, back] = [diffPlans(before, after), diffPlans(after, before)];
        expect(counted(there, 'added')).toBe(counted(back, 'removed'));
        expect(counted(there, 'removed')).toBe(counted(back, 'added'));
        expect(counted(there, 'moved')).toBe(counted(back, 'moved'));
        expect(counted(there, 'changed')).toBe(counted(back, 'changed'));
      }),
    );
  });

  it('tells one move when one row is moved, and puts the rest in order by itself', () => {
    fc.assert(
      fc.property(plans, fc.nat(), fc.nat(), (plan, from, to) => {
        const rest = [...plan.steps];
        const [moved] = rest.splice(from % Math.max(1, rest.length), 1);
        if (!moved) return;
        rest.splice(to % (rest.length + 1), 0, moved);
        const changes = diffPlans(plan, { ...plan, steps: rest });
        const isSame = rest.every((step, i) => step === plan.steps[i]);
        expect(changes.map(({ kind }) => kind)).toEqual(isSame ? [] : ['moved']);
      }),
    );
    fc.assert(
      fc.property(plans, plans, (before, after) => {
        const moved = new Set(
          diffPlans(before, after).flatMap(({ kind, subject }) =>
            kind === 'moved' && subject.kind === 'step' ? [subject.id] : [],
          ),
        );
        const stayed = (one: PlanSnapshot, other: PlanSnapshot) =>
          one.steps
            .map(({ id }) => id as string)
            .filter((id) => !moved.has(id) && other.steps.some((step) => step.id === id));
        expect(stayed(before, after)).toEqual(stayed(after, before));
      }),
    );
  });

  it('is the same whichever copies it is given', () => {
    fc.assert(
      fc.property(plans, plans, (before, after) => {
        expect(diffPlans(structuredClone(before), structuredClone(after))).toEqual(
          diffPlans(before, after),
        );
      }),
    );
  });
});
