import { BLOCKS, type BlockName, isOneOf, type Party } from '@tandem/shared/plan/kinds';
import type { PlanSnapshot } from '@tandem/shared/plan/plan';
import { countBlocks } from '../blocks/block-counts.ts';
import { BLOCK_TITLES } from '../blocks/block-titles.ts';

export interface OutlineEntry {
  /** Of the element to go to. */
  readonly id: string;
  readonly title: string;
  readonly count: string;
}

/** The blocks in the order of the page, each once. */
export function outlineOf(plan: PlanSnapshot): readonly OutlineEntry[] {
  const blocks = new Set<BlockName>();
  for (const node of plan.narrative) {
    const block = node.type === 'embed' ? node.attrs?.block : undefined;
    if (isOneOf(BLOCKS, block)) blocks.add(block);
  }
  const counts = countBlocks(plan);
  return [...blocks].map((block) => ({
    id: `block-${block}`,
    title: BLOCK_TITLES[block],
    count: counts[block] ?? '',
  }));
}

/** Steps with at least one owner of the party; a step that both own counts for both. */
export function stepsOwnedBy(plan: PlanSnapshot, party: Party): number {
  const parties = new Map(plan.stakeholders.map((one) => [one.id, one.party]));
  return plan.steps.filter((step) =>
    step.owners.some(
      (owner) => (owner.stakeholder ? parties.get(owner.stakeholder) : owner.party) === party,
    ),
  ).length;
}
