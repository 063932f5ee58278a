/** Look-ups over the lists of a snapshot, made once per list: a list that did not change is the same object. */

import type { StakeholderId, StepId } from '@tandem/shared/plan/ids';
import type { Stakeholder, Step } from '@tandem/shared/plan/plan';

const people = new WeakMap<readonly Stakeholder[], ReadonlyMap<StakeholderId, Stakeholder>>();
const numbers = new WeakMap<readonly Step[], ReadonlyMap<StepId, number>>();

export function peopleById(list: readonly Stakeholder[]): ReadonlyMap<StakeholderId, Stakeholder> {
  const known = people.get(list);
  if (known) return known;
  const made = new Map(list.map((person) => [person.id, person]));
  people.set(list, made);
  return made;
}

/** A step's number is its place in the plan, however the table is grouped. */
export function stepNumbers(list: readonly Step[]): ReadonlyMap<StepId, number> {
  const known = numbers.get(list);
  if (known) return known;
  const made = new Map(list.map((step, i) => [step.id, i + 1]));
  numbers.set(list, made);
  return made;
}

/** "2, 4": removed steps have no number and are left out. */
export function numbersOf(list: readonly Step[], ids: readonly StepId[]): string {
  const all = stepNumbers(list);
  return ids
    .flatMap((id) => all.get(id) ?? [])
    .sort((a, b) => a - b)
    .join(', ');
}

/** For what shows only numbers: no step came, went or moved. */
export function sameOrder(a: readonly Step[], b: readonly Step[]): boolean {
  return a.length === b.length && a.every((step, i) => step.id === b[i]?.id);
}
