import type { StartMode, TemplateId, Variant } from '@tandem/shared/plan/kinds';
import type { DealStage } from '@tandem/shared/templates/before-creating';

export const TEMPLATE_LABELS: Readonly<Record<TemplateId, string>> = {
  standard: 'Standard',
  'mid-market': 'Mid-market',
  enterprise: 'Enterprise',
  expansion: 'Expansion',
  blank: 'Blank',
};

export const VARIANT_LABELS: Readonly<Record<Variant, string>> = {
  full: 'The whole way',
  closing: 'From proposal to signature',
  'last-mile': 'The last mile',
};

export const START_LABELS: Readonly<
  Record<StartMode, { readonly label: string; readonly hint: string }>
> = {
  draft: { label: 'A draft', hint: 'Filled in; every guess is marked until somebody confirms it' },
  'build-together': { label: 'An empty page', hint: 'Build it together on the call, row by row' },
};

export const STAGE_LABELS: Readonly<Record<DealStage, string>> = {
  discovery: 'In discovery',
  'post-demo': 'After the demo',
  proposal: 'At the proposal',
  negotiation: 'In negotiation',
};
