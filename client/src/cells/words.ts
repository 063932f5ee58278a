/** What the closed lists of a plan are called on the screen. */

import type {
  CriterionResult,
  CriterionType,
  Likelihood,
  Party,
  RequirementState,
  ResourceType,
  StakeholderRole,
  StepKind,
  StepStatus,
  StepType,
} from '@tandem/shared/plan/kinds';

export const STATUS_WORDS: Readonly<Record<StepStatus, string>> = {
  pending: 'Pending',
  'in-progress': 'In progress',
  complete: 'Complete',
  blocked: 'Blocked',
};

export const STEP_KIND_WORDS: Readonly<Record<StepKind, string>> = {
  task: 'Task',
  milestone: 'Milestone',
  gate: 'Decision gate',
};

export const STEP_TYPE_WORDS: Readonly<Record<StepType, string>> = {
  discovery: 'Discovery',
  technical: 'Technical evaluation',
  security: 'Security',
  pilot: 'Pilot',
  'pilot-review': 'Pilot review',
  'business-case': 'Business case',
  proposal: 'Proposal',
  'internal-review': 'Internal review',
  procurement: 'Procurement',
  legal: 'Legal',
  'executive-approval': 'Executive approval',
  signature: 'Signature',
  onboarding: 'Onboarding',
  other: 'Other',
};

export const ROLE_WORDS: Readonly<Record<StakeholderRole, string>> = {
  champion: 'Champion',
  'economic-buyer': 'Economic buyer',
  'technical-evaluator': 'Technical evaluator',
  'executive-sponsor': 'Executive sponsor',
  security: 'Security',
  procurement: 'Procurement',
  legal: 'Legal',
  it: 'IT',
  'end-user': 'End user',
  'account-executive': 'Account executive',
  'solutions-engineer': 'Solutions engineer',
  'customer-success': 'Customer success',
  other: 'Other',
};

export const CRITERION_TYPE_WORDS: Readonly<Record<CriterionType, string>> = {
  technical: 'Technical',
  performance: 'Performance',
  roi: 'Return on investment',
  usability: 'Ease of use',
  security: 'Security',
  stakeholder: 'Stakeholders',
  other: 'Other',
};

export const RESULT_WORDS: Readonly<Record<CriterionResult, string>> = {
  open: 'Open',
  pass: 'Pass',
  fail: 'Fail',
};

export const LIKELIHOOD_WORDS: Readonly<Record<Likelihood, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
};

export const RESOURCE_TYPE_WORDS: Readonly<Record<ResourceType, string>> = {
  'case-study': 'Case study',
  pricing: 'Pricing',
  api: 'API',
  security: 'Security',
  overview: 'Overview',
  implementation: 'Implementation',
  form: 'Form',
  other: 'Other',
};

export const REQUIREMENT_STATE_WORDS: Readonly<Record<RequirementState, string>> = {
  open: 'Open',
  met: 'Met',
  'not-met': 'Not met',
};

/** What a party is called: its company, or what it is as long as nobody has named it. */
export function partyName(
  plan: { readonly seller: string; readonly buyer: string },
  party: Party,
): string {
  if (party === 'seller') return plan.seller === '' ? 'Seller' : plan.seller;
  return plan.buyer === '' ? 'Buyer' : plan.buyer;
}

/** The letter that stands beside a party's colour. */
export const PARTY_LETTER: Readonly<Record<Party, string>> = { seller: 'S', buyer: 'B' };

/** At most two letters for a person: "Dana Ruiz" is DR. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/[[\](){}"“”]/g, ' ')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word));
  const first = words[0]?.match(/\p{L}/u)?.[0] ?? '';
  const last = words.length > 1 ? (words.at(-1)?.match(/\p{L}/u)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}
