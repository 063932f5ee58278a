/** The closed word lists of a plan. Their order is the order in menus. */

export const PARTIES = ['seller', 'buyer'] as const;
export type Party = (typeof PARTIES)[number];

export const STEP_TYPES = [
  'discovery',
  'technical',
  'security',
  'pilot',
  'pilot-review',
  'business-case',
  'proposal',
  'internal-review',
  'procurement',
  'legal',
  'executive-approval',
  'signature',
  'onboarding',
  'other',
] as const;
/** What a step is, whatever its title says: metrics and rules read this, people read the title (R105). */
export type StepType = (typeof STEP_TYPES)[number];

export const STEP_KINDS = ['task', 'milestone', 'gate'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export const STEP_STATUSES = ['pending', 'in-progress', 'complete', 'blocked'] as const;
export type StepStatus = (typeof STEP_STATUSES)[number];

export const STAKEHOLDER_ROLES = [
  'champion',
  'economic-buyer',
  'technical-evaluator',
  'executive-sponsor',
  'security',
  'procurement',
  'legal',
  'it',
  'end-user',
  'account-executive',
  'solutions-engineer',
  'customer-success',
  'other',
] as const;
export type StakeholderRole = (typeof STAKEHOLDER_ROLES)[number];

export const CRITERION_TYPES = [
  'technical',
  'performance',
  'roi',
  'usability',
  'security',
  'stakeholder',
  'other',
] as const;
export type CriterionType = (typeof CRITERION_TYPES)[number];

export const CRITERION_RESULTS = ['open', 'pass', 'fail'] as const;
export type CriterionResult = (typeof CRITERION_RESULTS)[number];

export const LIKELIHOODS = ['low', 'medium', 'high'] as const;
export type Likelihood = (typeof LIKELIHOODS)[number];

export const RESOURCE_TYPES = [
  'case-study',
  'pricing',
  'api',
  'security',
  'overview',
  'implementation',
  'form',
  'other',
] as const;
export type ResourceType = (typeof RESOURCE_TYPES)[number];

export const REQUIREMENT_STATES = ['open', 'met', 'not-met'] as const;
export type RequirementState = (typeof REQUIREMENT_STATES)[number];

export const DEAL_TYPES = ['new', 'expansion'] as const;
export type DealType = (typeof DEAL_TYPES)[number];

export const TEMPLATE_IDS = ['standard', 'mid-market', 'enterprise', 'expansion', 'blank'] as const;
export type TemplateId = (typeof TEMPLATE_IDS)[number];

/** Which rows of a template: the whole way, from proposal to signature, or the last mile (R17–R19, X3). */
export const VARIANTS = ['full', 'closing', 'last-mile'] as const;
export type Variant = (typeof VARIANTS)[number];

/** Draft: filled in, guesses marked. Build together: empty, rows offered one by one on the call (X1). */
export const START_MODES = ['draft', 'build-together'] as const;
export type StartMode = (typeof START_MODES)[number];

/** The four dates that every plan has; others may be added under ids of their own. */
export const STANDARD_KEY_DATES = ['evaluation-start', 'decision', 'signature', 'go-live'] as const;
export type StandardKeyDate = (typeof STANDARD_KEY_DATES)[number];

export const GOAL_FIELDS = ['problem', 'decision', 'outcome', 'consequence'] as const;
export type GoalField = (typeof GOAL_FIELDS)[number];

/** The structured blocks that an embed in the narrative can show. */
export const BLOCKS = [
  'goal',
  'key-dates',
  'steps',
  'stakeholders',
  'criteria',
  'risks',
  'resources',
  'requirements',
  'sign-off',
] as const;
export type BlockName = (typeof BLOCKS)[number];

/** Cells of a step that a template may fill by a guess (R93). */
export const ASSUMABLE_FIELDS = ['title', 'owners', 'due', 'duration', 'leadTime'] as const;
export type AssumableField = (typeof ASSUMABLE_FIELDS)[number];

export function isOneOf<const T extends string>(list: readonly T[], value: unknown): value is T {
  return typeof value === 'string' && (list as readonly string[]).includes(value);
}
