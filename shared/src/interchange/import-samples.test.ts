// Long on purpose: every row of both samples and of the template is written out.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { embedOf } from '../plan/narrative.ts';
import type { Owner, PlanSnapshot, Step } from '../plan/plan.ts';
import { exportMarkdown } from './export-markdown.ts';
import { importMarkdown } from './import-markdown.ts';
import type { ImportOutcome } from './import-outcome.ts';
import { USUAL_BLOCKS } from './words/section-names.ts';

type Imported = Extract<ImportOutcome, { kind: 'imported' }>;

function sample(name: string): string {
  return readFileSync(new URL(`../../../tests/fixtures/plans/${name}.md`, import.meta.url), 'utf8');
}

function imported(text: string): Imported {
  let state = 1;
  const chance = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const outcome = importMarkdown(text, { chance, schema: 1, timeZone: 'UTC' });
  if (outcome.kind !== 'imported') throw new Error(outcome.message);
  return outcome;
}

/** One line for each step: title | owners | due | status | predecessors. */
function stepLines(plan: PlanSnapshot): readonly string[] {
  const people = new Map<string, string>(plan.stakeholders.map(({ id, name }) => [id, name]));
  const numbers = new Map(plan.steps.map(({ id }, i) => [id, i + 1]));
  const owner = ({ stakeholder, party, label, does }: Owner): string =>
    [stakeholder ? people.get(stakeholder) : `${party ?? '?'}:${label ?? ''}`, does]
      .filter(Boolean)
      .join(' ');
  return plan.steps.map((step: Step) =>
    [
      step.title,
      step.owners.map(owner).join(' + '),
      step.due ?? '',
      step.status,
      step.predecessors.map((id) => numbers.get(id)).join(','),
    ].join(' | '),
  );
}

function peopleLines(plan: PlanSnapshot): readonly string[] {
  return plan.stakeholders.map(({ name, title, role, party, responsibility, email }) =>
    [name, title, role, party, responsibility, email ?? ''].join(' | '),
  );
}

const dates = (plan: PlanSnapshot): readonly string[] =>
  plan.keyDates.map(({ id, label, date }) => `${id} | ${label} | ${date ?? ''}`);

describe('the Northwind plan', () => {
  const { plan, report, positions } = imported(sample('northwind'));

  it('has its parties, its goal and its dates', () => {
    expect([plan.title, plan.seller, plan.buyer, plan.product]).toEqual([
      'Mutual Action Plan: Acme + Northwind',
      'Acme',
      'Northwind',
      'Acme Relay',
    ]);
    expect(plan.goal).toEqual({
      problem: 'nine-day quote turnaround (target: two days for 80% of quotes)',
      decision: 'go/no-go',
      outcome: '',
      consequence: '',
    });
    expect(dates(plan)).toEqual([
      'evaluation-start | Evaluation start | 2027-01-11',
      'decision | Decision target | 2027-03-12',
      'signature | Signature target | ',
      'go-live | Go-live target | 2027-05-03',
    ]);
  });

  it('has every step with its owners, date and status', () => {
    expect(stepLines(plan)).toEqual([
      'Technical deep-dive with engineering | Maya Stone + Dana Ruiz | 2027-01-18 | complete | ',
      'Security questionnaire review | Tom Okafor sends + Priya Kapoor reviews | 2027-03-03 | blocked | ',
      'Pilot with the Leeds quoting team | Tom Okafor | 2027-02-26 | in-progress | ',
      'Pilot results review | seller: + buyer: | 2027-03-02 | pending | ',
      'ROI/business case presentation to Victor Lang | Maya Stone + Dana Ruiz | 2027-03-10 | pending | ',
      'Pricing proposal delivery | Maya Stone | 2027-03-05 | pending | ',
      'Internal review and stakeholder alignment | Dana Ruiz | 2027-03-09 | pending | ',
      'Vendor management review | buyer:Vendor management | 2027-03-19 | pending | ',
      'Contract redlines and negotiation | seller: + buyer: |  | pending | ',
      'Contract signature | Victor Lang | 2027-03-12 | pending | ',
      'Onboarding kickoff | Iris Bell | 2027-03-22 | pending | ',
    ]);
    expect(plan.steps.map((step) => step.type)).toEqual(
      'technical security pilot pilot-review business-case proposal internal-review procurement legal signature onboarding'.split(
        ' ',
      ),
    );
    expect(plan.workstreams).toEqual([]);
  });

  it('has its people, criteria and risks', () => {
    expect(peopleLines(plan)).toEqual([
      'Dana Ruiz | Director of Revenue Operations | champion | buyer | Day-to-day evaluation lead. Internal advocate | ',
      'Victor Lang | VP Finance | economic-buyer | buyer | Budget approval. Business case sign-off | ',
      'Priya Kapoor | InfoSec lead | security | buyer | Security review. Integration validation | ',
      'Lena Hart | Legal counsel | legal | buyer | Redlines | ',
      'Maya Stone | Account executive | account-executive | seller | Commercial lead. Pricing, proposal, negotiation | ',
      'Tom Okafor | Solutions architect | solutions-engineer | seller | Technical support. Demo, POC, integration | ',
      'Iris Bell | Customer success | customer-success | seller | Onboarding | ',
    ]);
    expect(plan.criteria.map(({ text, type, result }) => [text, type, result])).toEqual([
      ['Quotes flow into our Salesforce sandbox without manual entry', 'technical', 'open'],
      ['Turnaround under two days for 80% of quotes in the pilot', 'performance', 'open'],
      ['ROI payback under 6 months', 'roi', 'open'],
    ]);
    expect(plan.risks.map(({ text, impact, mitigation }) => [text, impact, mitigation])).toEqual([
      [
        'Security review takes > 3 weeks',
        'Delays decision by 3 weeks',
        'Send security docs proactively. Offer to brief IT directly',
      ],
      [
        'Victor unavailable for business case meeting',
        "Can't get budget approval",
        'Schedule 2 weeks out. Get on calendar now',
      ],
    ]);
  });

  it('leaves nothing over, and knows where everything stands', () => {
    expect(report).toEqual({
      found: { steps: 11, stakeholders: 7, criteria: 3, risks: 2, resources: 0, requirements: 0 },
      items: [],
    });
    expect(plan.narrative).toEqual(USUAL_BLOCKS.map(embedOf));
    const redlines = plan.steps[8];
    expect(positions).toContainEqual({
      subject: { kind: 'step', id: redlines?.id },
      line: 22,
      column: 1,
    });
    expect(positions).toContainEqual({
      subject: { kind: 'step', id: redlines?.id, field: 'due' },
      line: 22,
      column: expect.any(Number),
    });
    expect(positions).toContainEqual({ subject: { kind: 'plan', id: 'plan' }, line: 1, column: 1 });
    expect(positions).toContainEqual({
      subject: { kind: 'key-date', id: 'go-live' },
      line: 9,
      column: 3,
    });
  });

  it('is the same plan after an export', () => {
    const again = imported(exportMarkdown(plan)).plan;
    expect(stepLines(again)).toEqual(stepLines(plan));
    expect(peopleLines(again)).toEqual(peopleLines(plan));
    expect(exportMarkdown(again)).toBe(exportMarkdown(plan));
  });
});

describe('the Halden plan', () => {
  const { plan, report } = imported(sample('halden'));

  it('knows the parties by their roles, not by their order', () => {
    expect([plan.title, plan.seller, plan.buyer]).toEqual([
      'Mutual Success Plan – Halden Freight × Corvid Systems',
      'Corvid Systems',
      'Halden Freight',
    ]);
  });

  it('has its outcome and the dates of its first lines', () => {
    expect(plan.goal.outcome).toBe(
      'Halden wants one view of container dwell time in all four ports before the summer peak; today it takes three spreadsheets and two days.',
    );
    expect(dates(plan)).toEqual([
      'evaluation-start | Evaluation start | ',
      'decision | Decision target | ',
      'go-live | Target Go-Live Date | 2027-06-01',
      'signature | Contract Signature Target | 2027-04-30',
    ]);
  });

  it('has every step with both owners, date, status and predecessors', () => {
    expect(stepLines(plan)).toEqual([
      'Discovery call | Jonas Berg + Sam Whitlock | 2027-03-08 | complete | ',
      'Data access for the Oslo port | Jonas Berg | 2027-03-15 | in-progress | 1',
      'Pilot in Oslo (3 weeks) | Jonas Berg + Ana Pires | 2027-04-09 | pending | 2',
      'IT-risikovurdering | buyer:IT-avdelingen | 2027-04-02 | pending | 2',
      'Budget committee | Ingrid Moe | 2027-04-22 | pending | 3,4',
      'Contract redlines | Sam Whitlock | 2027-04-26 | pending | 5',
      'Signature | Ingrid Moe + Sam Whitlock | 2027-04-30 | pending | 6',
      'Onboarding kickoff | Jonas Berg + Ana Pires | 2027-05-03 | pending | 7',
    ]);
    expect(plan.steps.map((step) => step.notes)).toEqual([
      '',
      'read-only replica',
      '',
      'their word for the security review',
      'meets once a month',
      '',
      '',
      '',
    ]);
  });

  it('has its people by the groups of the table, the unnamed one as a gap', () => {
    expect(peopleLines(plan)).toEqual([
      'Ingrid Moe | CFO | economic-buyer | buyer | Final budget approval | ingrid.moe@halden.example',
      'Jonas Berg | Head of Port Operations | champion | buyer | Day-to-day lead | jonas.berg@halden.example',
      ' | Legal Counsel | legal | buyer | Contract review | ',
      'Sam Whitlock | Account Executive | account-executive | seller | Commercial owner | sam@corvid.example',
      'Ana Pires | Solutions Engineer | solutions-engineer | seller | Pilot | ana@corvid.example',
    ]);
  });

  it('has its criteria with their results, and the risk with its mitigation and owner', () => {
    expect(plan.criteria.map(({ text, result }) => [text, result])).toEqual([
      ['Dwell time for Oslo within 5% of the manual count', 'pass'],
      ['Operators like it', 'open'],
      ['Weekly report in under 10 minutes', 'open'],
    ]);
    const jonas = plan.stakeholders[1]?.id;
    expect(plan.risks).toMatchObject([
      {
        text: 'Budget committee meets once a month – missing 22 April moves signature to late May.',
        impact: '',
        mitigation: 'pre-read on 15 April',
        owners: [{ stakeholder: jonas }],
      },
    ]);
  });

  it('keeps the line that is no key date as text, where it was', () => {
    expect(report.items).toEqual([
      {
        line: 5,
        text: 'Created: 8 March 2027',
        why: 'This belongs to no section of a plan; it is kept as text.',
        keptIn: 'narrative',
      },
      {
        line: 16,
        text: 'TBD',
        why: 'Nobody is named yet; the row is kept as a gap.',
        keptIn: 'nowhere',
      },
    ]);
    const created = {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Created', marks: [{ type: 'bold' }] },
        { type: 'text', text: ': 8 March 2027' },
      ],
    };
    const blocks = [
      'goal',
      'stakeholders',
      'steps',
      'criteria',
      'risks',
      'resources',
      'requirements',
    ] as const;
    expect(plan.narrative).toEqual([embedOf('key-dates'), created, ...blocks.map(embedOf)]);
  });

  it('is the same plan after an export', () => {
    const again = imported(exportMarkdown(plan)).plan;
    expect([again.seller, again.buyer]).toEqual([plan.seller, plan.buyer]);
    expect(stepLines(again)).toEqual(stepLines(plan));
    expect(peopleLines(again)).toEqual(peopleLines(plan));
    expect(again.narrative).toEqual(plan.narrative);
  });
});

describe('the template', () => {
  const text = sample('template');
  /** Lines may be wrapped otherwise, and the rule under a table’s head may be longer. */
  const bare = (markdown: string): string =>
    markdown.replace(/-{3,}/g, '---').replace(/\s+/g, ' ').trim();

  it('is read with its slots as they are written', () => {
    const { plan, report } = imported(text);
    expect(report.items).toEqual([]);
    expect([plan.seller, plan.buyer, plan.product, plan.goal.problem]).toEqual([
      '',
      '',
      '',
      '[specific problem]',
    ]);
    expect(plan.keyDates.every((row) => row.date === undefined)).toBe(true);
    expect(stepLines(plan)).toEqual([
      'Technical deep-dive with engineering | seller: + buyer: |  | pending | ',
      'Security questionnaire review | seller:[Your company] sends + buyer:[Their IT] reviews |  | pending | ',
      'Pilot/POC setup (if applicable) | seller:[Your company] |  | pending | ',
      'Pilot results review | seller: + buyer: |  | pending | ',
      'ROI/business case presentation to [EB name] | seller:[Your AE] + buyer:[Champion] |  | pending | ',
      'Pricing proposal delivery | seller:[Your AE] |  | pending | ',
      'Internal review and stakeholder alignment | buyer:[Champion] |  | pending | ',
      'Procurement/legal review | buyer:[Their procurement] |  | pending | ',
      'Contract redlines and negotiation | seller: + buyer: |  | pending | ',
      'Contract signature | buyer:[EB or authorized signer] |  | pending | ',
      'Onboarding kickoff | seller:[Your CS team] |  | pending | ',
    ]);
    expect(plan.steps.map((step) => step.optional).indexOf(true)).toBe(2);
    expect(peopleLines(plan).map((line) => line.split(' | ').slice(0, 4).join(' | '))).toEqual([
      '[Champion name] | [Title] | champion | buyer',
      '[EB name] | [Title] | economic-buyer | buyer',
      '[Technical evaluator] | [Title] | technical-evaluator | buyer',
      '[Your AE] | [Title] | account-executive | seller',
      '[Your SE/SA] | [Title] | solutions-engineer | seller',
    ]);
    expect(plan.criteria.map((row) => row.text)[0]).toBe(
      '[Criterion 1: e.g., "Integration with Salesforce works in our environment"]',
    );
  });

  it('is written again as it was', () => {
    expect(bare(exportMarkdown(imported(text).plan))).toBe(bare(text));
  });

  it.each(['```', '```markdown', '~~~~'])('is read inside a fence of %s', (fence) => {
    const end = fence.replace('markdown', '');
    const fenced = imported(`Here is the plan:\n\n${fence}\n${text}${end}\n\nEnjoy.\n`);
    expect(fenced.plan.steps).toHaveLength(11);
    expect(bare(exportMarkdown({ ...fenced.plan, narrative: [] }))).toBe(bare(text));
    expect(fenced.report.items.map(({ line, text: said }) => [line, said])).toEqual([
      [1, 'Here is the plan:'],
      [text.split('\n').length + 5, 'Enjoy.'],
    ]);
  });
});
