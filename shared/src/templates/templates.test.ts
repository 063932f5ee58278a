import { describe, expect, it } from 'vitest';
import { STEP_TYPES, TEMPLATE_IDS, VARIANTS } from '../plan/kinds.ts';
import { suggestStepType } from '../plan/step-type.ts';
import type { Template, TemplateOwner, TemplateStep } from './template.ts';
import { LAST_MILE, stepsOf, TEMPLATES } from './templates.ts';
import { DEFAULT_WORKSTREAMS, workstreamOfType } from './workstreams.ts';

/** The tables of the source, word for word. */
const STANDARD_TABLE = `
| 1 | Technical deep-dive with engineering | Both |
| 2 | Security questionnaire review | [Your company] sends, [Their IT] reviews |
| 3 | Pilot/POC setup (if applicable) | [Your company] |
| 4 | Pilot results review | Both |
| 5 | ROI/business case presentation to [EB name] | [Your AE] + [Champion] |
| 6 | Pricing proposal delivery | [Your AE] |
| 7 | Internal review and stakeholder alignment | [Champion] |
| 8 | Procurement/legal review | [Their procurement] |
| 9 | Contract redlines and negotiation | Both |
| 10 | Contract signature | [EB or authorized signer] |
| 11 | Onboarding kickoff | [Your CS team] |`;
const MID_MARKET_TABLE = `
| 1 | Demo + discovery (if not already done) | Both | Week 1 |
| 2 | Technical validation (integration check, security review) | Both | Week 2 |
| 3 | Pricing proposal | Vendor | Week 2-3 |
| 4 | Internal review with VP/stakeholders | Champion | Week 3 |
| 5 | Negotiation (if needed) | Both | Week 3-4 |
| 6 | Contract signature | EB | Week 4-5 |
| 7 | Onboarding kickoff | Vendor | Week 5-6 |`;
const ENTERPRISE_TABLE = `
| 1 | Discovery + demo (multiple stakeholders) | Both | Week 1-2 |
| 2 | Technical deep-dive with engineering | Both | Week 3-4 |
| 3 | Security questionnaire + review | Vendor sends, prospect IT reviews | Week 3-6 |
| 4 | Pilot / POC (2-4 weeks) | Both | Week 4-8 |
| 5 | Pilot results review | Both | Week 8-9 |
| 6 | Business case presentation to EB | AE + champion | Week 9-10 |
| 7 | Pricing proposal | Vendor | Week 10 |
| 8 | Procurement review | Prospect procurement | Week 10-13 |
| 9 | Legal / contract negotiation | Both legal teams | Week 12-15 |
| 10 | Executive sponsor sign-off | EB | Week 14-16 |
| 11 | Contract signature | Authorized signer | Week 15-17 |
| 12 | Onboarding kickoff | Vendor CS | Week 16-18 |`;
const EXPANSION_TABLE = `
| 1 | Expansion scoping (new use case, seats, or tier) | Both | Week 1 |
| 2 | Product walkthrough for new use case/team | Vendor | Week 1-2 |
| 3 | Pricing for expansion | Vendor | Week 2 |
| 4 | Internal approval (may be simpler than new deal) | Champion / EB | Week 2-3 |
| 5 | Contract amendment | Both | Week 3-4 |
| 6 | Onboarding for new users/use case | Vendor CS | Week 4-5 |`;

/** The owner cell as the source writes it. */
function ownerCell(owners: readonly TemplateOwner[]): string {
  if (owners.some((owner) => owner.does)) {
    return owners.map((owner) => `${owner.label} ${owner.does}`).join(', ');
  }
  const labels = [...new Set(owners.map((owner) => owner.label ?? 'Both'))];
  return labels.join(' + ');
}

function table(template: Template): string {
  const line = ({ number, title, owners, weeks }: TemplateStep) => {
    const window =
      weeks && (weeks.first === weeks.last ? `${weeks.first}` : `${weeks.first}-${weeks.last}`);
    return `\n| ${number} | ${title} | ${ownerCell(owners)} |${window ? ` Week ${window} |` : ''}`;
  };
  return template.steps.map(line).join('');
}

const titles = (steps: readonly TemplateStep[]) => steps.map((step) => step.title);

describe('the templates', () => {
  it('hold the rows, owners and week windows of the source, word for word', () => {
    expect(table(TEMPLATES.standard)).toBe(STANDARD_TABLE);
    expect(table(TEMPLATES['mid-market'])).toBe(MID_MARKET_TABLE);
    expect(table(TEMPLATES.enterprise)).toBe(ENTERPRISE_TABLE);
    expect(table(TEMPLATES.expansion)).toBe(EXPANSION_TABLE);
    expect(TEMPLATES.blank.steps).toEqual([]);
  });

  it('know whose each owner is', () => {
    const parties = (template: Template) =>
      template.steps.map(({ owners }) => owners.map(({ party }) => party[0]).join('')).join(' ');
    expect(parties(TEMPLATES.standard)).toBe('sb sb s sb sb s b b sb b s');
    expect(parties(TEMPLATES['mid-market'])).toBe('sb sb s b sb b s');
    expect(parties(TEMPLATES.enterprise)).toBe('sb sb sb sb sb sb s b sb b b s');
    expect(parties(TEMPLATES.expansion)).toBe('sb s s b sb s');
  });

  it('mark as optional what the title says may be left out, and nothing else (R90)', () => {
    for (const template of Object.values(TEMPLATES)) {
      for (const { title, optional } of template.steps) {
        expect([title, optional]).toEqual([
          title,
          /\(if (applicable|needed|not already done)\)/.test(title),
        ]);
      }
    }
  });

  it('have a predecessor only where the source has one (R35)', () => {
    const links = Object.values(TEMPLATES).flatMap(({ id, steps }) =>
      steps.flatMap(({ number, predecessors }) => predecessors.map((from) => [id, from, number])),
    );
    expect(links).toEqual([['standard', 3, 4]]);
  });

  it('give every milestone a deliverable and an owner of the buyer’s party (R199, R200)', () => {
    for (const { steps } of Object.values(TEMPLATES)) {
      for (const { kind, deliverable, owners } of steps) {
        expect(deliverable !== '').toBe(kind === 'milestone');
        if (kind === 'milestone') expect(owners.map(({ party }) => party)).toContain('buyer');
      }
    }
  });

  it('have the gates and milestones that the source speaks of', () => {
    const special = (template: Template) =>
      template.steps.flatMap(({ kind, type, approver }) =>
        kind === 'task' ? [] : [`${kind} ${type}${approver ? ` by ${approver}` : ''}`],
      );
    expect(special(TEMPLATES.standard)).toEqual([
      'gate pilot-review',
      'gate business-case by economic-buyer',
      'milestone signature',
    ]);
    expect(special(TEMPLATES['mid-market'])).toEqual(['milestone signature']);
    expect(special(TEMPLATES.enterprise)).toEqual([
      'gate pilot-review',
      'gate business-case by economic-buyer',
      'gate executive-approval by economic-buyer',
      'milestone signature',
    ]);
    expect(special(TEMPLATES.expansion)).toEqual([
      'gate executive-approval',
      'milestone signature',
    ]);
  });

  it('have titles that say their type', () => {
    const rows = [...Object.values(TEMPLATES).flatMap(({ steps }) => steps), ...LAST_MILE];
    for (const { title, type } of rows)
      expect([title, suggestStepType(title)]).toEqual([title, type]);
  });

  it('have exactly one step that is the signature', () => {
    for (const id of TEMPLATE_IDS) {
      const signing = TEMPLATES[id].steps.filter((step) => step.type === 'signature');
      expect(signing).toHaveLength(id === 'blank' ? 0 : 1);
    }
  });

  it('carry what the source says about deal size and cycle (R60, R68, R81)', () => {
    expect(TEMPLATES['mid-market'].value).toEqual({ from: 20_000, to: 80_000 });
    expect(TEMPLATES['mid-market'].cycle).toEqual({ from: 30, to: 60 });
    expect(TEMPLATES.enterprise.value).toEqual({ from: 80_000 });
    expect(TEMPLATES.enterprise.cycle).toEqual({ from: 60, to: 120 });
    expect(TEMPLATES.expansion.value).toEqual({ from: 20_000 });
  });
});

describe('a variant', () => {
  it('takes all rows in full', () => {
    for (const id of TEMPLATE_IDS) {
      expect(stepsOf(TEMPLATES[id], 'full')).toEqual(TEMPLATES[id].steps);
    }
  });

  it('takes what is left from proposal to signature in closing (R18)', () => {
    const numbers = (template: Template) =>
      stepsOf(template, 'closing').map(({ number }) => number);
    expect(numbers(TEMPLATES.standard)).toEqual([6, 7, 8, 9, 10]);
    expect(numbers(TEMPLATES['mid-market'])).toEqual([3, 4, 5, 6]);
    expect(numbers(TEMPLATES.enterprise)).toEqual([7, 8, 9, 10, 11]);
    expect(numbers(TEMPLATES.expansion)).toEqual([3, 4, 5]);
  });

  it('takes three rows in last-mile, whatever the template (R19)', () => {
    for (const id of TEMPLATE_IDS) {
      if (id === 'blank') continue;
      expect(stepsOf(TEMPLATES[id], 'last-mile')).toBe(LAST_MILE);
    }
    expect(titles(LAST_MILE)).toEqual(['Contract redlines', 'Signature authority', 'Go-live date']);
  });

  it('of the blank template is blank', () => {
    for (const variant of VARIANTS) expect(stepsOf(TEMPLATES.blank, variant)).toEqual([]);
  });
});

describe('the workstreams', () => {
  it('are the nine of the decisions, in order (X9)', () => {
    expect(DEFAULT_WORKSTREAMS.join(', ')).toBe(
      'Discovery and scope, Technical evaluation, Security, Business case, Procurement, Legal, Executive approval, Signature, Onboarding',
    );
  });

  it('have a place for every type but other', () => {
    for (const type of STEP_TYPES) {
      const workstream = workstreamOfType(type);
      if (type === 'other') expect(workstream).toBeUndefined();
      else expect(DEFAULT_WORKSTREAMS).toContain(workstream);
    }
  });

  it('are all used by the enterprise template', () => {
    const used = new Set(TEMPLATES.enterprise.steps.map(({ type }) => workstreamOfType(type)));
    expect([...used].sort()).toEqual([...DEFAULT_WORKSTREAMS].sort());
  });
});
