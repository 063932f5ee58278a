// Long on purpose: one table of changes over one builder.
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from './calendar-date.ts';
import { diffPlans, type PlanChange } from './diff.ts';
import type {
  EditId,
  KeyDateId,
  OwnerId,
  RiskId,
  StakeholderId,
  StepId,
  WorkstreamId,
} from './ids.ts';
import { embedOf, paragraph } from './narrative.ts';
import type { Owner, PlanSnapshot, Step } from './plan.ts';

const day = (text: string) => text as CalendarDate;
const owner = (id: string, more: Omit<Owner, 'id'> = { party: 'seller' }): Owner => ({
  id: id as OwnerId,
  ...more,
});

function step(id: string, more: Partial<Step> = {}): Step {
  return {
    id: id as StepId,
    title: `Step ${id}`,
    type: 'other',
    kind: 'task',
    owners: [],
    predecessors: [],
    status: 'pending',
    deliverable: '',
    notes: '',
    optional: false,
    pinned: false,
    assumptions: [],
    ...more,
  };
}

function plan(more: Partial<PlanSnapshot> = {}): PlanSnapshot {
  const days = { holidays: [], blackouts: [] };
  return {
    schema: 1,
    title: 'Mutual Action Plan: Acme + Northwind',
    seller: 'Acme',
    buyer: 'Northwind',
    product: 'Relay',
    template: 'standard',
    dealType: 'new',
    variant: 'full',
    start: 'draft',
    timeZone: 'Europe/Oslo',
    weekend: [6, 7],
    calendars: { seller: days, buyer: days },
    goal: { problem: 'slow quotes', decision: 'go/no-go', outcome: '', consequence: '' },
    keyDates: [{ id: 'signature' as KeyDateId, label: 'Signature target', why: '' }],
    workstreams: [{ id: 'w' as WorkstreamId, name: 'Legal' }],
    steps: ['a', 'b', 'c', 'd', 'e'].map((id) => step(id)),
    stakeholders: [],
    criteria: [],
    risks: [],
    resources: [],
    requirements: [],
    glossary: [],
    narrative: [paragraph('Hello'), embedOf('steps')],
    ...more,
  };
}

const steps = (...ids: string[]) => plan({ steps: ids.map((id) => step(id)) });
const withStep = (more: Partial<Step>) => plan({ steps: [step('a', more)] });
const said = (changes: readonly PlanChange[]) =>
  changes.map(
    ({ kind, subject }) =>
      `${kind} ${subject.kind}:${subject.id}${subject.field ? `:${subject.field}` : ''}`,
  );

describe('no difference', () => {
  it('between a plan and itself or a copy of it', () => {
    const whole = plan();
    expect(diffPlans(whole, whole)).toEqual([]);
    expect(diffPlans(whole, structuredClone(whole))).toEqual([]);
  });

  it('in what is only bookkeeping', () => {
    expect(diffPlans(plan(), plan({ schema: 2 }))).toEqual([]);
    const due = day('2027-03-01');
    expect(
      diffPlans(
        withStep({ due, dueEdit: 'x' as EditId }),
        withStep({ due, dueEdit: 'y' as EditId }),
      ),
    ).toEqual([]);
  });

  it('in the order of a set, nor in the id under which the same owner stands', () => {
    expect(
      diffPlans(
        withStep({ owners: [owner('1'), owner('2', { label: 'Their IT', party: 'buyer' })] }),
        withStep({ owners: [owner('3', { label: 'Their IT', party: 'buyer' }), owner('4')] }),
      ),
    ).toEqual([]);
    const [b, c] = ['b', 'c'] as StepId[];
    if (!b || !c) throw new Error('two ids');
    expect(
      diffPlans(withStep({ predecessors: [b, c] }), withStep({ predecessors: [c, b] })),
    ).toEqual([]);
  });

  it('is looked for in rows and lists that are the same objects', () => {
    const shared = new Proxy(step('a'), {
      get: (row, field) => {
        if (field !== 'id') throw new Error(`looked into ${String(field)}`);
        return row.id;
      },
    });
    expect(
      said(diffPlans(plan({ steps: [shared] }), plan({ steps: [shared, step('b')] }))),
    ).toEqual(['added step:b']);
    const untouchable = new Proxy([step('a')], {
      get: () => {
        throw new Error('looked into the list');
      },
    });
    expect(
      said(diffPlans(plan({ steps: untouchable }), plan({ steps: untouchable, title: 'New' }))),
    ).toEqual(['changed plan:plan:title']);
  });
});

describe('rows', () => {
  it('are added and removed whole', () => {
    expect(diffPlans(steps('a', 'b'), steps('a', 'c'))).toEqual([
      { subject: { kind: 'step', id: 'b' }, kind: 'removed', before: step('b') },
      { subject: { kind: 'step', id: 'c' }, kind: 'added', after: step('c') },
    ]);
  });

  it('are moved one by one: dragging one row is one change', () => {
    const before = steps('a', 'b', 'c', 'd', 'e');
    expect(diffPlans(before, steps('b', 'c', 'd', 'e', 'a'))).toEqual([
      { subject: { kind: 'step', id: 'a' }, kind: 'moved', before: null, after: 'e' },
    ]);
    expect(diffPlans(before, steps('e', 'a', 'b', 'c', 'd'))).toEqual([
      { subject: { kind: 'step', id: 'e' }, kind: 'moved', before: 'd', after: null },
    ]);
    expect(said(diffPlans(before, steps('b', 'a', 'c', 'd', 'e')))).toHaveLength(1);
    expect(said(diffPlans(before, steps('e', 'd', 'c', 'b', 'a')))).toHaveLength(4);
  });

  it('do not move because others came or went', () => {
    expect(said(diffPlans(steps('a', 'b', 'c'), steps('x', 'a', 'c', 'y')))).toEqual([
      'removed step:b',
      'added step:x',
      'added step:y',
    ]);
  });

  it('tell a move and a change of the same row apart', () => {
    const after = plan({ steps: [step('b'), step('c'), step('a', { status: 'complete' })] });
    expect(said(diffPlans(steps('a', 'b', 'c'), after))).toEqual([
      'moved step:a',
      'changed step:a:status',
    ]);
  });
});

describe('fields', () => {
  it('tell the values before and after, absent where not set', () => {
    const due = day('2027-03-01');
    const subject = { kind: 'step', id: 'a', field: 'due' };
    expect(diffPlans(withStep({}), withStep({ due }))).toEqual([
      { subject, kind: 'changed', after: due },
    ]);
    expect(diffPlans(withStep({ due }), withStep({}))).toEqual([
      { subject, kind: 'changed', before: due },
    ]);
  });

  it('tell owners as a set, both times in full', () => {
    const [dana, both] = [
      owner('1', { stakeholder: 's' as StakeholderId }),
      owner('2', { party: 'buyer' }),
    ];
    expect(diffPlans(withStep({ owners: [dana] }), withStep({ owners: [both, dana] }))).toEqual([
      {
        subject: { kind: 'step', id: 'a', field: 'owners' },
        kind: 'changed',
        before: [dana],
        after: [both, dana],
      },
    ]);
    expect(
      said(
        diffPlans(
          withStep({ owners: [owner('1', { label: 'IT', does: 'sends' })] }),
          withStep({ owners: [owner('1', { label: 'IT', does: 'reviews' })] }),
        ),
      ),
    ).toEqual(['changed step:a:owners']);
  });

  it('tell a reason by itself only when the date did not move', () => {
    const [march, april] = [day('2027-03-01'), day('2027-04-01')];
    expect(
      said(diffPlans(withStep({ due: march }), withStep({ due: april, dueReason: 'board' }))),
    ).toEqual(['changed step:a:due']);
    expect(
      said(diffPlans(withStep({ due: march }), withStep({ due: march, dueReason: 'board' }))),
    ).toEqual(['changed step:a:dueReason']);
  });

  it('tell each field of a step once, in a fixed order', () => {
    const after = withStep({
      confirmed: { by: 'Dana', party: 'buyer', at: '2027-01-01T00:00:00Z' },
      weeks: { first: 1, last: 2 },
      status: 'blocked',
      blocked: { needs: 'data' },
      title: 'New',
      assumptions: ['due'],
    });
    expect(said(diffPlans(withStep({}), after))).toEqual([
      'changed step:a:title',
      'changed step:a:status',
      'changed step:a:blocked',
      'changed step:a:weeks',
      'changed step:a:assumptions',
      'changed step:a:confirmed',
    ]);
  });

  it('of the plan, its calendars, its goal and its key dates', () => {
    const before = plan();
    const none = { holidays: [], blackouts: [] };
    const after = plan({
      value: 140_000,
      weekend: [5, 6],
      calendars: {
        seller: none,
        buyer: { holidays: [{ date: day('2027-05-17'), name: 'Constitution Day' }], blackouts: [] },
      },
      goal: { ...before.goal, outcome: 'two days instead of nine' },
      keyDates: [
        {
          id: 'signature' as KeyDateId,
          label: 'Signature target',
          why: '',
          date: day('2027-04-30'),
        },
      ],
    });
    expect(said(diffPlans(before, after))).toEqual([
      'changed plan:plan:value',
      'changed plan:plan:weekend',
      'changed plan:plan:buyerHolidays',
      'changed goal:goal:outcome',
      'changed key-date:signature:date',
    ]);
  });

  it('of other lists, after those of the steps', () => {
    const risk = {
      id: 'r' as RiskId,
      text: 'Slow',
      impact: '',
      mitigation: '',
      owners: [],
      steps: [],
    };
    const before = plan({ risks: [risk] });
    const after = plan({
      steps: before.steps.slice(1),
      risks: [{ ...risk, likelihood: 'high', owners: [owner('1')] }],
      workstreams: [{ id: 'w' as WorkstreamId, name: 'Paper process' }],
    });
    expect(said(diffPlans(before, after))).toEqual([
      'changed workstream:w:name',
      'removed step:a',
      'changed risk:r:owners',
      'changed risk:r:likelihood',
    ]);
  });
});
