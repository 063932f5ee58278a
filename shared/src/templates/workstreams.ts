/**
 * The workstreams that a plan begins with, in this order (X9), and where a step of a type belongs unless
 * somebody puts it elsewhere. Every plan gets all nine, so that a row added later has a place to go.
 */

import type { StepType } from '../plan/kinds.ts';

export const DEFAULT_WORKSTREAMS = [
  'Discovery and scope',
  'Technical evaluation',
  'Security',
  'Business case',
  'Procurement',
  'Legal',
  'Executive approval',
  'Signature',
  'Onboarding',
] as const;
export type DefaultWorkstream = (typeof DEFAULT_WORKSTREAMS)[number];

/** Pricing feeds the business case; the buyer's own alignment is the way to executive approval. */
const WORKSTREAM_OF_TYPE: Readonly<Record<Exclude<StepType, 'other'>, DefaultWorkstream>> = {
  discovery: 'Discovery and scope',
  technical: 'Technical evaluation',
  pilot: 'Technical evaluation',
  'pilot-review': 'Technical evaluation',
  security: 'Security',
  'business-case': 'Business case',
  proposal: 'Business case',
  'internal-review': 'Executive approval',
  procurement: 'Procurement',
  legal: 'Legal',
  'executive-approval': 'Executive approval',
  signature: 'Signature',
  onboarding: 'Onboarding',
};

/** The default workstream of a step type; a step of type `other` has none. */
export function workstreamOfType(type: StepType): DefaultWorkstream | undefined {
  return type === 'other' ? undefined : WORKSTREAM_OF_TYPE[type];
}
