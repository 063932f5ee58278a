import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../plan/calendar-date.ts';
import type { Chance } from '../plan/ids.ts';
import type { PlanSnapshot } from '../plan/plan.ts';
import {
  conflictsOfTemplate,
  planFromTemplate,
  type TemplateRequest,
} from './plan-from-template.ts';

/** A chance that is the same every time. */
function seeded(seed = 7): Chance {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const request = (more: Partial<TemplateRequest> = {}): TemplateRequest => ({
  template: 'enterprise',
  variant: 'full',
  start: 'draft',
  schema: 1,
  ...more,
});
const plan = (more: Partial<TemplateRequest> = {}): PlanSnapshot =>
  planFromTemplate(request(more), seeded());
const day = (text: string) => text as CalendarDate;

describe('the head of a new plan', () => {
  it('is titled by the pattern, with slots where a name is unknown (R25)', () => {
    expect(plan({ seller: 'Acme', buyer: 'Northwind' }).title).toBe(
      'Mutual Action Plan: Acme + Northwind',
    );
    expect(plan().title).toBe('Mutual Action Plan: [Your Company] + [Their Company]');
    expect(plan({ seller: ' ', buyer: 'Northwind' }).title).toBe(
      'Mutual Action Plan: [Your Company] + Northwind',
    );
    expect(plan({ title: 'Halden × Corvid' }).title).toBe('Halden × Corvid');
  });

  it('has the goal slots, of which only go/no-go is known (R26, R195)', () => {
    expect(plan().goal).toEqual({
      problem: '[specific problem]',
      decision: 'go/no-go',
      outcome: '',
      consequence: '',
    });
  });

  it('has the four key dates in order, with dates where they are given (R27–R30)', () => {
    expect(plan({ decision: day('2027-03-12'), goLive: day('2027-05-03') }).keyDates).toEqual([
      { id: 'evaluation-start', label: 'Evaluation start', why: '' },
      { id: 'decision', label: 'Decision target', why: '', date: '2027-03-12' },
      { id: 'signature', label: 'Signature target', why: '' },
      { id: 'go-live', label: 'Go-live target', why: '', date: '2027-05-03' },
    ]);
  });

  it('keeps what is known about the deal and leaves out what is not', () => {
    expect(
      plan({
        template: 'expansion',
        value: 40_000,
        currency: 'EUR',
        timeZone: 'Europe/Oslo',
        product: 'Relay',
      }),
    ).toMatchObject({
      template: 'expansion',
      dealType: 'expansion',
      value: 40_000,
      currency: 'EUR',
      timeZone: 'Europe/Oslo',
      product: 'Relay',
      weekend: [6, 7],
    });
    expect(plan()).toMatchObject({ dealType: 'new', timeZone: 'UTC', seller: '', buyer: '' });
    expect(Object.keys(plan())).not.toContain('value');
  });

  it('shows one embed for each block, in reading order', () => {
    expect(plan().narrative.map(({ type, attrs }) => `${type} ${attrs?.block}`)).toEqual([
      'embed goal',
      'embed key-dates',
      'embed steps',
      'embed stakeholders',
      'embed criteria',
      'embed risks',
      'embed resources',
      'embed requirements',
    ]);
  });
});

describe('a draft', () => {
  it('has the rows of its variant, pending, each in its workstream', () => {
    const { steps, workstreams } = plan();
    const names = new Map(workstreams.map(({ id, name }) => [id, name]));
    expect(
      steps.map((step) => names.get(step.workstream ?? workstreams[0]?.id ?? ('' as never))),
    ).toEqual([
      'Discovery and scope',
      'Technical evaluation',
      'Security',
      'Technical evaluation',
      'Technical evaluation',
      'Business case',
      'Business case',
      'Procurement',
      'Legal',
      'Executive approval',
      'Signature',
      'Onboarding',
    ]);
    expect(steps.every(({ status }) => status === 'pending')).toBe(true);
    expect(plan({ variant: 'closing' }).steps.map(({ title }) => title)).toEqual([
      'Pricing proposal',
      'Procurement review',
      'Legal / contract negotiation',
      'Executive sponsor sign-off',
      'Contract signature',
    ]);
    expect(plan({ variant: 'last-mile' }).steps).toHaveLength(3);
  });

  it('marks every guessed cell, dates only where there are any (R93)', () => {
    for (const step of plan().steps) expect(step.assumptions).toEqual(['title', 'owners']);
    for (const step of plan({ evaluationStart: day('2027-01-11') }).steps) {
      expect(step.assumptions).toEqual(['title', 'owners', 'due']);
      expect(step.due).toBeDefined();
    }
  });

  it('puts the seller’s name where the template has a slot for it', () => {
    const owners = (seller?: string) =>
      plan({ template: 'standard', ...(seller ? { seller } : {}) })
        .steps.slice(1, 3)
        .map((step) => step.owners.map(({ label, does }) => [label, does]));
    expect(owners()).toEqual([
      [
        ['[Your company]', 'sends'],
        ['[Their IT]', 'reviews'],
      ],
      [['[Your company]', undefined]],
    ]);
    expect(owners('Acme')).toEqual([
      [
        ['Acme', 'sends'],
        ['[Their IT]', 'reviews'],
      ],
      [['Acme', undefined]],
    ]);
  });

  it('links the pilot review to the pilot, and the risks to what they threaten', () => {
    const { steps, risks } = plan({ template: 'standard' });
    expect(steps.map(({ predecessors }) => predecessors.length)).toEqual([
      0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0,
    ]);
    expect(steps[3]?.predecessors).toEqual([steps[2]?.id]);
    expect(risks.map((risk) => risk.steps)).toEqual([[steps[1]?.id], [steps[4]?.id], []]);
  });

  it('names the economic buyer’s row as the one who decides the gates', () => {
    const { steps, stakeholders } = plan();
    const economicBuyer = stakeholders.find(({ role }) => role === 'economic-buyer');
    expect(steps.flatMap(({ type, approver }) => (approver ? [[type, approver]] : []))).toEqual([
      ['business-case', economicBuyer?.id],
      ['executive-approval', economicBuyer?.id],
    ]);
  });

  it('has no evaluation risks when the evaluation is behind it', () => {
    expect(plan().risks).toHaveLength(3);
    for (const variant of ['closing', 'last-mile'] as const) {
      expect(plan({ variant }).risks).toEqual([]);
      expect(plan({ variant }).stakeholders).toHaveLength(5);
      expect(plan({ variant }).criteria).toHaveLength(3);
    }
  });

  it('counts the days on which either party is off', () => {
    const calendars = {
      seller: { holidays: [{ date: day('2027-01-11'), name: 'A' }], blackouts: [] },
      buyer: { holidays: [{ date: day('2027-01-22'), name: 'B' }], blackouts: [] },
    };
    const [first] = plan({ evaluationStart: day('2027-01-11'), calendars }).steps;
    expect([first?.start, first?.due]).toEqual(['2027-01-12', '2027-01-21']);
    expect(plan({ calendars }).calendars).toEqual(calendars);
  });
});

describe('a plan built together', () => {
  it('has empty sections, and key dates, workstreams and goal slots', () => {
    const together = plan({ start: 'build-together', signature: day('2027-04-30') });
    expect(together).toMatchObject({ steps: [], stakeholders: [], criteria: [], risks: [] });
    expect(together.keyDates).toHaveLength(4);
    expect(together.workstreams).toHaveLength(9);
    expect(together.goal.problem).toBe('[specific problem]');
    expect(together.narrative).toEqual(plan().narrative);
  });
});

describe('conflictsOfTemplate', () => {
  it('tells what does not fit between evaluation start and signature', () => {
    const both = { evaluationStart: day('2027-03-01'), signature: day('2027-04-30') };
    expect(conflictsOfTemplate(request(both)).map(({ kind }) => kind)).toContain(
      'signature-too-early',
    );
    expect(conflictsOfTemplate(request({ ...both, start: 'build-together' }))).toEqual([]);
    expect(conflictsOfTemplate(request({ signature: day('2027-04-30') }))).toEqual([]);
  });
});
