/** Steps to choose from by number or title. Pure. */

import { foldedText } from '@tandem/shared/plan/folded-text';
import type { StepId } from '@tandem/shared/plan/ids';
import type { Step } from '@tandem/shared/plan/plan';
import type { PickerOption } from '../ui/list-picker.tsx';

/** The steps that fit what is typed; an exact number comes first. A step never waits for itself. */
export function stepOptions(
  steps: readonly Step[],
  chosen: readonly StepId[],
  self: string,
  typed: string,
): PickerOption[] {
  const wanted = foldedText(typed);
  const listed = steps
    .map((step, i) => ({ step, number: String(i + 1) }))
    .filter(({ step, number }) => {
      if (step.id === self) return false;
      return number.startsWith(wanted) || foldedText(step.title).includes(wanted);
    });
  const exact = listed.filter(({ number }) => number === wanted);
  return [...exact, ...listed.filter(({ number }) => number !== wanted)].map(
    ({ step, number }) => ({
      id: step.id,
      label: `${number} · ${step.title || 'No title yet'}`,
      isChosen: chosen.includes(step.id),
    }),
  );
}
