/** A small plan with something in every list, for tests that need content but not a story. */

import { type CalendarDate, calendarDateOf } from '@tandem/shared/plan/calendar-date';
import type {
  CriterionId,
  KeyDateId,
  OwnerId,
  RequirementId,
  ResourceId,
  RiskId,
  StakeholderId,
  StepId,
  WorkstreamId,
} from '@tandem/shared/plan/ids';
import { embedOf, heading, paragraph } from '@tandem/shared/plan/narrative';
import type { PlanSnapshot, Stakeholder, Step } from '@tandem/shared/plan/plan';

export function date(text: string): CalendarDate {
  const [year, month, day] = text.split('-').map(Number);
  const found = calendarDateOf(year ?? 0, month ?? 0, day ?? 0);
  if (!found) throw new Error(`${text} is no date`);
  return found;
}

export function step(id: string, fields: Partial<Step> = {}): Step {
  return {
    id: id as StepId,
    title: id,
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
    ...fields,
  };
}

function stakeholder(id: string, fields: Partial<Stakeholder> = {}): Stakeholder {
  return {
    id: id as StakeholderId,
    name: id,
    title: '',
    role: 'other',
    responsibility: '',
    signatory: false,
    ...fields,
  };
}

export function smallPlan(fields: Partial<PlanSnapshot> = {}): PlanSnapshot {
  const legal = 'legal' as WorkstreamId;
  return {
    schema: 1,
    title: 'Mutual Action Plan: Acme + Northwind',
    seller: 'Acme',
    buyer: 'Northwind',
    product: 'Acme Relay',
    template: 'blank',
    dealType: 'new',
    variant: 'full',
    start: 'draft',
    value: 140_000,
    currency: 'USD',
    timeZone: 'Europe/Oslo',
    weekend: [6, 7],
    calendars: {
      seller: { holidays: [{ date: date('2027-05-17'), name: 'Constitution Day' }], blackouts: [] },
      buyer: {
        holidays: [],
        blackouts: [{ from: date('2027-03-22'), to: date('2027-03-26'), name: 'Planning' }],
      },
    },
    goal: {
      problem: 'nine-day quote turnaround',
      decision: 'go/no-go',
      outcome: 'Quotes in two days.',
      consequence: 'We move to contract.',
    },
    keyDates: [
      {
        id: 'evaluation-start' as KeyDateId,
        label: 'Evaluation start',
        why: '',
        date: date('2027-01-11'),
      },
      { id: 'decision' as KeyDateId, label: 'Decision target', why: '', date: date('2027-03-12') },
      { id: 'signature' as KeyDateId, label: 'Signature', why: 'Budget lapses in April' },
      { id: 'go-live' as KeyDateId, label: 'Go-live target', why: '', date: date('2027-05-03') },
    ],
    workstreams: [{ id: legal, name: 'Legal' }],
    steps: [
      step('deep-dive', {
        title: 'Technical deep-dive',
        type: 'technical',
        due: date('2027-01-18'),
        status: 'complete',
      }),
      step('security', {
        title: 'Security review',
        type: 'security',
        due: date('2027-03-03'),
        status: 'blocked',
        blocked: { needs: 'the questionnaire', from: 'priya' },
        owners: [
          { id: 'priya' as OwnerId, stakeholder: 'priya' as StakeholderId, does: 'reviews' },
        ],
        assumptions: ['due'],
        weeks: { first: 3, last: 6 },
      }),
      step('redlines', {
        title: 'Redlines',
        type: 'legal',
        workstream: legal,
        predecessors: ['security' as StepId],
        pinned: true,
        pinnedWhy: 'board meeting',
        optional: true,
      }),
    ],
    stakeholders: [
      stakeholder('maya', { name: 'Maya Stone', party: 'seller', role: 'account-executive' }),
      stakeholder('priya', {
        name: 'Priya Kapoor',
        party: 'buyer',
        role: 'security',
        email: 'priya@northwind.example',
      }),
    ],
    criteria: [
      {
        id: 'quotes' as CriterionId,
        text: 'Under two days for 80% of quotes',
        type: 'performance',
        validation: 'Pilot',
        result: 'open',
        owners: [],
        consequence: '',
      },
    ],
    risks: [
      {
        id: 'slow' as RiskId,
        text: 'Security review takes > 3 weeks',
        impact: 'Delay',
        mitigation: 'Send documents early',
        owners: [],
        likelihood: 'high',
        steps: ['security' as StepId],
      },
    ],
    resources: [
      {
        id: 'soc2' as ResourceId,
        title: 'SOC 2 report',
        url: 'https://acme.example/soc2',
        type: 'security',
        steps: [],
      },
    ],
    requirements: [
      { id: 'sso' as RequirementId, text: 'SSO by SAML', notes: '', state: 'open', owners: [] },
    ],
    glossary: [],
    narrative: [heading(2, 'Why now'), paragraph('The quarter ends in June.'), embedOf('steps')],
    ...fields,
  };
}
