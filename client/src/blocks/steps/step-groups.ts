/** Steps in groups, as a table shows them. Pure. */

import type { PlanSnapshot, Step, Workstream } from '@tandem/shared/plan/plan';
import { numbersOf, peopleById } from '../../cells/indexes.ts';

/** Steps of no workstream stand together under this id. */
export const NO_WORKSTREAM = 'none';

export interface StepGroup {
  readonly id: string;
  readonly workstream: Workstream | undefined;
  readonly rows: readonly Step[];
}

/**
 * By workstream, in the plan's order of workstreams; those without a step are not shown. Not in the order in
 * which the steps come to them: then an edit far away could turn whole groups round under somebody's eyes.
 */
export function stepsByWorkstream(
  steps: readonly Step[],
  workstreams: readonly Workstream[],
): StepGroup[] {
  const rowsOf = new Map<string, Step[]>(workstreams.map(({ id }) => [id, []]));
  const others: Step[] = [];
  for (const step of steps) (rowsOf.get(step.workstream ?? '') ?? others).push(step);
  const groups: StepGroup[] = workstreams.map((workstream) => ({
    id: workstream.id,
    workstream,
    rows: rowsOf.get(workstream.id) ?? [],
  }));
  groups.push({ id: NO_WORKSTREAM, workstream: undefined, rows: others });
  return groups.filter(({ rows }) => rows.length > 0);
}

/** The same rows at the same places, whatever is written in their cells: what a table and its notes are made of. */
export function sameTable(a: readonly Step[], b: readonly Step[]): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i] || isSameInTable(step, b[i]));
}

function isSameInTable(a: Step, b: Step | undefined): boolean {
  const essence = (step: Step): string =>
    JSON.stringify([step.workstream, step.status, step.predecessors, step.blocked]);
  return a.id === b?.id && essence(a) === essence(b);
}

/** "11 steps · 3 complete · 1 blocked" */
export function stepsInWords(steps: readonly Step[]): string {
  const count = (status: Step['status']): number =>
    steps.filter((step) => step.status === status).length;
  const complete = count('complete');
  const blocked = count('blocked');
  return [
    steps.length === 1 ? '1 step' : `${steps.length} steps`,
    complete === 0 ? '' : `${complete} complete`,
    blocked === 0 ? '' : `${blocked} blocked`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** What stands behind a step's title, as parts that CSS can tell apart: kept in one string for `memo`. */
export interface StepNote {
  readonly after: string;
  readonly needs: string;
}

export function stepNote(plan: Pick<PlanSnapshot, 'steps' | 'stakeholders'>, step: Step): string {
  const { blocked, status, predecessors } = step;
  const after = predecessors.length === 0 ? '' : numbersOf(plan.steps, predecessors);
  let needs = '';
  if (status === 'blocked' && blocked) {
    const person = peopleById(plan.stakeholders).get(blocked.from as never)?.name ?? blocked.from;
    needs = [blocked.needs, person === undefined ? '' : `from ${person}`]
      .filter((part) => part !== '')
      .join(' ');
  }
  return after === '' && needs === '' ? '' : JSON.stringify({ after, needs } satisfies StepNote);
}

export function readStepNote(note: string): StepNote {
  return note === '' ? { after: '', needs: '' } : (JSON.parse(note) as StepNote);
}
