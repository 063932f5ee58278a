/**
 * What every template but the blank one begins with beside its steps, and what the editor and the rules
 * offer to add. The source gives one stakeholder table, one list of criteria and one risk table for all
 * deal types (R46–R57, R169–R174); wording is the source's.
 */

import type { TemplateCriterion, TemplateRisk, TemplateStakeholder } from './template.ts';

/** Names are slots to be filled; a known title already starts the conversation about who it is (R96). */
export const STARTER_STAKEHOLDERS: readonly TemplateStakeholder[] = [
  {
    name: '[Champion name]',
    title: '[Title]',
    role: 'champion',
    party: 'buyer',
    responsibility: 'Day-to-day evaluation lead. Internal advocate',
  },
  {
    name: '[EB name]',
    title: '[Title]',
    role: 'economic-buyer',
    party: 'buyer',
    responsibility: 'Budget approval. Business case sign-off',
  },
  {
    name: '[Technical evaluator]',
    title: '[Title]',
    role: 'technical-evaluator',
    party: 'buyer',
    responsibility: 'Security review. Integration validation',
  },
  {
    name: '[Your AE]',
    title: '[Title]',
    role: 'account-executive',
    party: 'seller',
    responsibility: 'Commercial lead. Pricing, proposal, negotiation',
  },
  {
    name: '[Your SE/SA]',
    title: '[Title]',
    role: 'solutions-engineer',
    party: 'seller',
    responsibility: 'Technical support. Demo, POC, integration',
  },
];

/** One criterion of each type, to pick from (R169–R174). */
export const CRITERION_STARTERS: readonly TemplateCriterion[] = [
  {
    type: 'technical',
    text: 'Integration with our Salesforce instance works in our environment',
    validation: 'Technical deep-dive or POC',
  },
  {
    type: 'performance',
    text: 'Reply rates improve by 30% in the pilot',
    validation: 'Pilot with measured results',
  },
  {
    type: 'roi',
    text: 'Payback period under 6 months',
    validation: 'ROI calculator with their numbers',
  },
  {
    type: 'usability',
    text: 'Our SDR team can learn it in under a week',
    validation: 'Hands-on trial or training session',
  },
  {
    type: 'security',
    text: 'Passes our security review with no critical findings',
    validation: 'Security questionnaire + review',
  },
  {
    type: 'stakeholder',
    text: 'VP Sales and IT both approve',
    validation: 'Dedicated meetings with each stakeholder',
  },
];

/**
 * The criteria of a fresh draft (R53). They keep the source's brackets: a criterion has no assumption mark,
 * and an example taken for an agreed criterion would be worse than a gap that says it is one.
 */
export const STARTER_CRITERIA: readonly TemplateCriterion[] = [
  {
    type: 'technical',
    text: '[Criterion 1: e.g., "Integration with Salesforce works in our environment"]',
    validation: 'Technical deep-dive or POC',
  },
  {
    type: 'performance',
    text: '[Criterion 2: e.g., "Reply rates improve by 30% in pilot"]',
    validation: 'Pilot with measured results',
  },
  {
    type: 'roi',
    text: '[Criterion 3: e.g., "ROI payback under 6 months"]',
    validation: 'ROI calculator with their numbers',
  },
];

/** R55–R57. Who mitigates is for the parties to say, so no owners. */
export const RISK_STARTERS: readonly TemplateRisk[] = [
  {
    text: 'Security review takes > 3 weeks',
    impact: 'Delays decision by 3 weeks',
    mitigation: 'Send security docs proactively. Offer to brief IT directly',
    threatens: 'security',
  },
  {
    text: 'EB unavailable for business case meeting',
    impact: "Can't get budget approval",
    mitigation: 'Schedule 2 weeks out. Get on calendar now',
    threatens: 'business-case',
  },
  {
    text: 'Competing priority (Q3 planning) delays evaluation',
    impact: 'Evaluation pauses',
    mitigation: 'Align MAP timeline to avoid Q3 planning conflict',
  },
];
