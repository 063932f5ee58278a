/** What the page for a new plan says before there is a plan: has the right been earned, and what is it for. */

import type { Variant } from '../plan/kinds.ts';

export interface Precondition {
  readonly id: string;
  readonly text: string;
}

/** A short checklist, never a gate (R23, with R13 and R20). */
export const PRECONDITIONS: readonly Precondition[] = [
  { id: 'discovery-completed', text: 'Discovery is completed' },
  { id: 'problem-validated', text: 'The problem is validated with the buyer, in their words' },
  { id: 'champion-identified', text: 'A champion is identified' },
  { id: 'evaluation-confirmed', text: 'The buyer has seen the product and confirmed interest' },
  { id: 'several-stakeholders', text: 'More than one person has a say in the decision' },
];

export interface ReasonToUse {
  readonly id: string;
  readonly text: string;
}

/** The five occasions of the source (R24). */
export const REASONS_TO_USE: readonly ReasonToUse[] = [
  { id: 'complex-cycle', text: 'Complex sales cycles' },
  { id: 'multi-stakeholder', text: 'Multi-stakeholder deals' },
  {
    id: 'heavy-paper-process',
    text: 'Security, legal, or procurement-heavy processes',
  },
  {
    id: 'implementation-or-onboarding',
    text: 'Implementation or onboarding preparation',
  },
  { id: 'clarity', text: 'Any deal where clarity and alignment matter' },
];

export const DEAL_STAGES = ['discovery', 'post-demo', 'proposal', 'negotiation'] as const;
/** Where the deal stands when the plan is made. Kept for the seller's party, never in the document (X19). */
export type DealStage = (typeof DEAL_STAGES)[number];

export const DEFAULT_STAGE: DealStage = 'post-demo';

export interface StageAdvice {
  readonly introduce: 'too-early' | 'yes' | 'last-chance' | 'too-late-for-full';
  readonly sentence: string;
  /** The variant to propose. */
  readonly variant: Variant;
  /** The variants to offer at all, the proposed one first. */
  readonly offered: readonly Variant[];
  /** Weeks of the deal in which this is usual; without `last` there is no end. */
  readonly dealWeeks?: { readonly first: number; readonly last?: number };
}

/** R12–R15, with the windows of R16, R18 and R19. */
const STAGE_ADVICE: Readonly<Record<DealStage, StageAdvice>> = {
  discovery: {
    introduce: 'too-early',
    sentence: 'Too early: fit is not confirmed yet, and a plan before that feels presumptuous.',
    variant: 'full',
    offered: ['full', 'closing', 'last-mile'],
  },
  'post-demo': {
    introduce: 'yes',
    sentence:
      'The right moment: the buyer has seen the product and confirmed interest, so agree the way from here.',
    variant: 'full',
    offered: ['full', 'closing', 'last-mile'],
    dealWeeks: { first: 2, last: 3 },
  },
  proposal: {
    introduce: 'last-chance',
    sentence:
      'The last chance, if there is no plan yet: keep to the steps from proposal to signature, so that procurement and legal bring no surprises.',
    variant: 'closing',
    offered: ['closing', 'last-mile', 'full'],
    dealWeeks: { first: 4, last: 6 },
  },
  negotiation: {
    introduce: 'too-late-for-full',
    sentence:
      'Too late for a full plan: a closing checklist settles contract redlines, signature authority and the go-live date.',
    variant: 'last-mile',
    offered: ['last-mile'],
    dealWeeks: { first: 8 },
  },
};

export function stageAdvice(stage: DealStage): StageAdvice {
  return STAGE_ADVICE[stage];
}
