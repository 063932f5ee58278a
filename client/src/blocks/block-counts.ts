/** What the outline says beside a block's name. */

import type { BlockName } from '@tandem/shared/plan/kinds';
import type { PlanSnapshot } from '@tandem/shared/plan/plan';

export type BlockCounts = Readonly<Partial<Record<BlockName, string>>>;

export function countBlocks(plan: PlanSnapshot): BlockCounts {
  const complete = plan.steps.filter((step) => step.status === 'complete').length;
  return {
    'key-dates': String(plan.keyDates.length),
    steps: `${complete} / ${plan.steps.length}`,
    stakeholders: String(plan.stakeholders.length),
    criteria: String(plan.criteria.length),
    risks: String(plan.risks.length),
    resources: String(plan.resources.length),
    requirements: String(plan.requirements.length),
  };
}
