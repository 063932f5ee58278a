/** The steps of the demo plan. Dates are working days from the day of its creation. */

import type { CalendarDate } from '@tandem/shared/plan/calendar-date';
import { type Chance, newId, type StepId } from '@tandem/shared/plan/ids';
import type { StepType } from '@tandem/shared/plan/kinds';
import type { Step, Workstream } from '@tandem/shared/plan/plan';
import { workstreamOfType } from '@tandem/shared/templates/workstreams';
import type { Cast, Person } from './demo-people.ts';

interface Row {
  readonly title: string;
  readonly type: StepType;
  readonly owners: readonly Person[];
  /** Working days from today. */
  readonly start: number;
  readonly due: number;
  /** Places in this list. */
  readonly after: readonly number[];
  readonly more?: Partial<Step>;
}

const COMPLETE = { status: 'complete' } as const;

const ROWS: readonly Row[] = [
  {
    title: 'Discovery and demo with operations and IT',
    type: 'discovery',
    owners: ['maya', 'claire'],
    start: -20,
    due: -18,
    after: [],
    more: COMPLETE,
  },
  {
    title: 'Technical deep-dive: how dwell-time data leaves the warehouses',
    type: 'technical',
    owners: ['tomas', 'daniel'],
    start: -16,
    due: -14,
    after: [0],
    more: COMPLETE,
  },
  {
    title: 'Read-only access to the warehouse database',
    type: 'technical',
    owners: ['daniel'],
    start: -13,
    due: -9,
    after: [1],
    more: { ...COMPLETE, leadTime: 3 },
  },
  {
    title: 'Security questionnaire and review',
    type: 'security',
    owners: ['tomas', 'priya'],
    start: -12,
    due: 4,
    after: [1],
    more: {
      status: 'blocked',
      blocked: {
        needs: 'the penetration test report of this year, under NDA',
        from: 'Tomás Rivera',
      },
      notes: 'Priya’s team audits another supplier until Thursday.',
      leadTime: 10,
    },
  },
  {
    title: 'Pilot in the Rotterdam and Lyon warehouses',
    type: 'pilot',
    owners: ['tomas', 'claire'],
    start: -8,
    due: 7,
    after: [2],
    more: { status: 'in-progress', duration: 15 },
  },
  {
    title: 'Single sign-on tested with Castellan’s accounts',
    type: 'technical',
    owners: ['daniel', 'tomas'],
    start: 1,
    due: 6,
    after: [2],
    more: { optional: true },
  },
  {
    title: 'Pilot results review',
    type: 'pilot-review',
    owners: ['claire', 'maya'],
    start: 9,
    due: 9,
    after: [4],
    more: { kind: 'gate' },
  },
  {
    title: 'Business case with payback, presented to Marcus Webb',
    type: 'business-case',
    owners: ['claire', 'maya'],
    start: 10,
    due: 13,
    after: [6],
    more: { kind: 'gate' },
  },
  {
    title: 'Pricing proposal',
    type: 'proposal',
    owners: ['maya'],
    start: 10,
    due: 12,
    after: [6],
    more: { deliverable: 'Order form with the three-year price' },
  },
  {
    title: 'Supplier registration and purchasing review',
    type: 'procurement',
    owners: ['sofia'],
    start: 13,
    due: 20,
    after: [8],
    more: { leadTime: 5, notes: 'Castellan calls this “vendor onboarding”.' },
  },
  {
    title: 'Contract redlines and data processing agreement',
    type: 'legal',
    owners: ['ruth', 'maya'],
    start: 14,
    due: 24,
    after: [8, 3],
    more: { duration: 8 },
  },
  {
    title: 'Investment committee',
    type: 'executive-approval',
    owners: ['marcus'],
    start: 26,
    due: 26,
    after: [7, 9],
    more: { kind: 'gate', pinned: true, pinnedWhy: 'The committee meets once a month' },
  },
  {
    title: 'Contract signature',
    type: 'signature',
    owners: ['marcus', 'maya'],
    start: 28,
    due: 30,
    after: [10, 11],
    more: { kind: 'milestone', deliverable: 'Signed contract' },
  },
  {
    title: 'Onboarding kickoff',
    type: 'onboarding',
    owners: ['aisha', 'claire'],
    start: 33,
    due: 33,
    after: [12],
  },
  {
    title: 'Go-live in all nine warehouses',
    type: 'onboarding',
    owners: ['aisha', 'daniel'],
    start: 34,
    due: 53,
    after: [13],
    more: { kind: 'milestone', deliverable: 'Dwell-time report live in nine warehouses' },
  },
];

export function demoSteps(
  day: (count: number) => CalendarDate,
  { own, idOf }: Cast,
  workstreams: readonly Workstream[],
  chance: Chance,
): readonly Step[] {
  const ids = ROWS.map(() => newId<StepId>(chance));
  return ROWS.map(({ title, type, owners, start, due, after, more }, i): Step => {
    const workstream = workstreams.find(({ name }) => name === workstreamOfType(type));
    return {
      id: ids[i] ?? newId(chance),
      title,
      type,
      kind: 'task',
      ...(workstream ? { workstream: workstream.id } : {}),
      owners: owners.map(own),
      start: day(start),
      due: day(due),
      predecessors: after.flatMap((place) => ids[place] ?? []),
      status: 'pending',
      deliverable: '',
      notes: '',
      optional: false,
      pinned: false,
      assumptions: [],
      ...more,
      ...(more?.kind === 'gate' ? { approver: idOf('marcus') } : {}),
    };
  });
}
