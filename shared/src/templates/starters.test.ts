import { describe, expect, it } from 'vitest';
import { suggestCriterionType } from '../plan/criterion-type.ts';
import { partyOfRole, suggestStakeholderRole } from '../plan/stakeholder-role.ts';
import {
  CRITERION_STARTERS,
  RISK_STARTERS,
  STARTER_CRITERIA,
  STARTER_STAKEHOLDERS,
} from './starters.ts';

describe('the starters', () => {
  it('hold the stakeholder table of the source (R46–R50)', () => {
    expect(
      STARTER_STAKEHOLDERS.map(
        (row) => `| ${row.name} | ${row.title} | ${row.responsibility} |`,
      ).join('\n'),
    ).toBe(`| [Champion name] | [Title] | Day-to-day evaluation lead. Internal advocate |
| [EB name] | [Title] | Budget approval. Business case sign-off |
| [Technical evaluator] | [Title] | Security review. Integration validation |
| [Your AE] | [Title] | Commercial lead. Pricing, proposal, negotiation |
| [Your SE/SA] | [Title] | Technical support. Demo, POC, integration |`);
  });

  it('hold the risk table of the source (R55–R57)', () => {
    expect(
      RISK_STARTERS.map((row) => `| ${row.text} | ${row.impact} | ${row.mitigation} |`).join('\n'),
    ).toBe(`| Security review takes > 3 weeks | Delays decision by 3 weeks | Send security docs proactively. Offer to brief IT directly |
| EB unavailable for business case meeting | Can't get budget approval | Schedule 2 weeks out. Get on calendar now |
| Competing priority (Q3 planning) delays evaluation | Evaluation pauses | Align MAP timeline to avoid Q3 planning conflict |`);
  });

  it('hold the six typed criteria (R169–R174) and the three of the template (R53)', () => {
    expect(
      CRITERION_STARTERS.map((row) => `${row.type} | ${row.text} | ${row.validation}`).join('\n'),
    ).toBe(`technical | Integration with our Salesforce instance works in our environment | Technical deep-dive or POC
performance | Reply rates improve by 30% in the pilot | Pilot with measured results
roi | Payback period under 6 months | ROI calculator with their numbers
usability | Our SDR team can learn it in under a week | Hands-on trial or training session
security | Passes our security review with no critical findings | Security questionnaire + review
stakeholder | VP Sales and IT both approve | Dedicated meetings with each stakeholder`);
    expect(STARTER_CRITERIA.map((row) => row.text)).toEqual([
      '[Criterion 1: e.g., "Integration with Salesforce works in our environment"]',
      '[Criterion 2: e.g., "Reply rates improve by 30% in pilot"]',
      '[Criterion 3: e.g., "ROI payback under 6 months"]',
    ]);
  });

  it('say their role, party and type in words that the suggestions know', () => {
    for (const row of STARTER_STAKEHOLDERS) {
      expect([row.name, suggestStakeholderRole(row.name)]).toEqual([row.name, row.role]);
      expect(partyOfRole(row.role)).toBe(row.party);
    }
    for (const { text, type } of [...CRITERION_STARTERS, ...STARTER_CRITERIA]) {
      expect([text, suggestCriterionType(text)]).toEqual([text, type]);
    }
  });
});
