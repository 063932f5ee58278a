/** A set of steps, chosen by number or title: predecessors, or what a risk or a resource is about. */

import type { PlanEdit } from '@tandem/shared/plan/edit';
import type { StepId } from '@tandem/shared/plan/ids';
import type { Subject } from '@tandem/shared/plan/plan';
import { useState } from 'react';
import { usePlan } from '../session/hooks.ts';
import { ListPicker } from '../ui/list-picker.tsx';
import { Popover } from '../ui/popover.tsx';
import { Cell } from './cell.tsx';
import { numbersOf } from './indexes.ts';
import { stepOptions } from './step-options.ts';
import { type CellControl, useCell } from './use-cell.ts';

interface StepsCellProps {
  readonly subject: Subject;
  readonly label: string;
  readonly chosen: readonly StepId[];
  /** What stands before the numbers: "after", "step". */
  readonly word: string;
  readonly placeholder: string;
  readonly className?: string;
  readonly set: (steps: readonly StepId[]) => PlanEdit;
}

export function StepsCell(props: StepsCellProps) {
  const { subject, label, chosen, word, placeholder, className = '', set } = props;
  const cell = useCell(subject);
  const numbers = usePlan((plan) => numbersOf(plan.steps, chosen));
  const text = numbers === '' ? '' : `${word} ${numbers}`;
  return (
    <Cell
      cell={cell}
      label={label}
      text={text === '' ? placeholder : text}
      className={className}
      onClear={() => chosen.length === 0 || cell.apply([set([])])}
      editor={cell.isEditing ? <StepsEditor cell={cell} {...props} /> : null}
    >
      {text === '' ? (
        <span className="cell-empty">{cell.canEdit ? placeholder : '–'}</span>
      ) : (
        <span className="cell-words tabular">{text}</span>
      )}
    </Cell>
  );
}

function StepsEditor({ cell, ...props }: StepsCellProps & { readonly cell: CellControl }) {
  const { subject, label, chosen, set } = props;
  const steps = usePlan((plan) => plan.steps);
  const [typed, setTyped] = useState(cell.typed);
  const options = stepOptions(steps, chosen, subject.id, typed);
  const pick = (id: string): void => {
    const step = id as StepId;
    const next = chosen.includes(step) ? chosen.filter((one) => one !== step) : [...chosen, step];
    if (cell.apply([set(next)])) setTyped('');
  };
  return (
    <Popover
      anchor={cell.frame}
      label={label}
      width={330}
      onClose={(how) => cell.end(how === 'escape' ? 'stay' : 'leave')}
    >
      <ListPicker
        label={label}
        options={options}
        isMultiple
        typed={typed}
        onType={setTyped}
        placeholder="Number or title"
        empty="No step has that number or title."
        onPick={pick}
        onBackspace={() => chosen.length > 0 && cell.apply([set(chosen.slice(0, -1))])}
        onTab={(backwards) => cell.end(backwards ? 'previous' : 'next')}
      />
    </Popover>
  );
}
