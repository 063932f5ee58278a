/** Workstreams are written by name: in a column of the steps, and as a list where the steps do not say all. */

import type { WorkstreamId } from '../../plan/ids.ts';
import type { PlanSnapshot } from '../../plan/plan.ts';
import { samePlain } from '../../plan/same-plain.ts';
import { escapeLine } from '../markdown/escape-text.ts';
import { isNothing, nameKey } from '../words/plain-words.ts';

/** The name of each; two with one name are one, and one without a name is none. */
export function workstreamNames(plan: PlanSnapshot): ReadonlyMap<WorkstreamId, string> {
  const first = new Map<string, string>();
  const names = new Map<WorkstreamId, string>();
  for (const { id, name } of plan.workstreams) {
    const key = nameKey(name);
    if (key === '' || isNothing(name)) continue;
    if (!first.has(key)) first.set(key, name);
    names.set(id, first.get(key) ?? name);
  }
  return names;
}

/** A numbered list, where the steps do not name them all in their order; else nothing. */
export function writeWorkstreams(plan: PlanSnapshot): string {
  const names = workstreamNames(plan);
  const all = new Set(names.values());
  const used = new Set(
    plan.steps.flatMap((step) => (step.workstream && names.get(step.workstream)) ?? []),
  );
  if (samePlain([...used], [...all])) return '';
  return [...all].map((name, i) => `${i + 1}. ${escapeLine(name)}`).join('\n');
}
