/** Which template fits a deal (R89): proposed, never forced. */

import type { DealType, TemplateId } from '../plan/kinds.ts';

export interface Deal {
  readonly dealType?: DealType;
  /** Annual contract value in whole units; below nothing is an unknown value. */
  readonly value?: number;
  /** Taken and ignored: the thresholds are whole units of whatever the workspace counts in. */
  readonly currency?: string;
}

/** From which value a plan is worth making, and from which it is an enterprise deal; workspace settings (X8). */
export interface TemplateThresholds {
  readonly worthAPlan: number;
  readonly enterprise: number;
}

const DEFAULT_THRESHOLDS: TemplateThresholds = { worthAPlan: 20_000, enterprise: 80_000 };

export interface TemplateProposal {
  readonly template: TemplateId;
  /** Others that fit as well, best first; empty where the choice is clear. */
  readonly alternatives: readonly TemplateId[];
  readonly note?: string;
}

/** R20, R21. */
const TOO_SMALL =
  'At this value a formal plan is overkill. With one decision-maker, a calendar link and a contract do.';
const BORDER = 'This value is on the border of mid-market and enterprise: you decide.';

export function proposeTemplate(
  deal: Deal,
  thresholds: TemplateThresholds = DEFAULT_THRESHOLDS,
): TemplateProposal {
  const value = knownValue(deal.value);
  const small = value !== undefined && value < thresholds.worthAPlan;
  if (deal.dealType === 'expansion') {
    return { template: 'expansion', alternatives: [], ...(small ? { note: TOO_SMALL } : {}) };
  }
  if (value === undefined) {
    return { template: 'standard', alternatives: ['mid-market', 'enterprise'] };
  }
  if (small) return { template: 'standard', alternatives: ['blank'], note: TOO_SMALL };
  if (value < thresholds.enterprise) return { template: 'mid-market', alternatives: [] };
  if (value === thresholds.enterprise) {
    return { template: 'enterprise', alternatives: ['mid-market'], note: BORDER };
  }
  return { template: 'enterprise', alternatives: [] };
}

function knownValue(value: number | undefined): number | undefined {
  return value !== undefined && value >= 0 ? value : undefined;
}
