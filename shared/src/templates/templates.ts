/** All templates by their id, and which of their rows a variant takes (R17–R19, X3). */

import type { TemplateId, Variant } from '../plan/kinds.ts';
import { ENTERPRISE } from './enterprise.ts';
import { EXPANSION } from './expansion.ts';
import { MID_MARKET } from './mid-market.ts';
import { SIGNER, STANDARD } from './standard.ts';
import { both, buyer, numbered, type Template, type TemplateStep } from './template.ts';

const BLANK: Template = {
  id: 'blank',
  name: 'Blank',
  dealType: 'new',
  steps: [],
  stakeholders: [],
  criteria: [],
  risks: [],
};

export const TEMPLATES: Readonly<Record<TemplateId, Template>> = {
  standard: STANDARD,
  'mid-market': MID_MARKET,
  enterprise: ENTERPRISE,
  expansion: EXPANSION,
  blank: BLANK,
};

/**
 * The checklist of a negotiation under way: what compresses the final steps (R19). The source names the
 * three and no owners: those of the standard template's rows 9 and 10 stand in, and both settle go-live.
 */
export const LAST_MILE: readonly TemplateStep[] = numbered([
  { title: 'Contract redlines', type: 'legal', owners: both() },
  { title: 'Signature authority', type: 'signature', owners: [buyer(SIGNER)] },
  { title: 'Go-live date', type: 'onboarding', owners: both() },
]);

/**
 * The rows of a template in a variant. *Closing* is what is left from the proposal up to and with the
 * signature, so onboarding is not in it; *last-mile* is the same checklist for every template. A blank
 * template is blank in every variant: who asks for no rows gets none.
 */
export function stepsOf(template: Template, variant: Variant): readonly TemplateStep[] {
  if (template.steps.length === 0 || variant === 'full') return template.steps;
  if (variant === 'last-mile') return LAST_MILE;
  const proposal = template.steps.findIndex((step) => step.type === 'proposal');
  const signature = template.steps.findIndex((step) => step.type === 'signature');
  return template.steps.slice(proposal, signature + 1);
}
