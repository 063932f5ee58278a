/** The goal as one sentence whose slots can be typed through, and what will have come of it (R26, R195). */

import type { CalendarDate } from '@tandem/shared/plan/calendar-date';
import type { KeyDateId } from '@tandem/shared/plan/ids';
import { DateCell } from '../cells/date-cell.tsx';
import { InputCell } from '../cells/input-cell.tsx';
import { TextCell } from '../cells/text-cell.tsx';
import { useCanEdit } from '../session/can-edit.ts';
import { usePlan } from '../session/hooks.ts';
import './blocks.css';

const DECISION = 'decision' as KeyDateId;

export function GoalBlock() {
  const canEdit = useCanEdit();
  const goal = usePlan((plan) => plan.goal);
  const decision = usePlan((plan) => plan.keyDates.find((one) => one.id === DECISION));
  return (
    <section className="block block-goal" aria-label="Goal">
      <div className="goal-sentence">
        <NameSlot field="buyer" label="Buyer’s company" placeholder="Their company" /> evaluates{' '}
        <NameSlot field="product" label="Product" placeholder="the product" /> to{' '}
        <TextCell
          subject={{ kind: 'goal', id: 'goal', field: 'problem' }}
          label="The problem to solve"
          text={goal.problem}
          placeholder="solve which problem?"
          className="goal-slot"
        />{' '}
        and makes a{' '}
        <TextCell
          subject={{ kind: 'goal', id: 'goal', field: 'decision' }}
          label="Kind of decision"
          text={goal.decision}
          placeholder="go/no-go"
        />{' '}
        decision by{' '}
        <DateCell
          subject={{ kind: 'key-date', id: DECISION, field: 'date' }}
          label="Decision date"
          date={decision?.date}
          placeholder="which date?"
          isLong
          asksReason
          className="goal-slot"
          set={(date, reason) => [setDecision(date, reason)]}
        />
        .
      </div>
      {goal.outcome === '' && !canEdit ? null : (
        <div className="goal-outcome">
          <TextCell
            subject={{ kind: 'goal', id: 'goal', field: 'outcome' }}
            label="Outcome"
            text={goal.outcome}
            placeholder="What will be different once this works? In the buyer’s own words."
            isMultiline
          />
        </div>
      )}
    </section>
  );
}

function setDecision(date: CalendarDate | null, reason: string | undefined) {
  return {
    type: 'key-date/set',
    keyDate: DECISION,
    date,
    ...(reason === undefined ? {} : { reason }),
  } as const;
}

interface NameSlotProps {
  readonly field: 'buyer' | 'product';
  readonly label: string;
  readonly placeholder: string;
}

function NameSlot({ field, label, placeholder }: NameSlotProps) {
  const name = usePlan((plan) => plan[field]);
  return (
    <InputCell
      subject={{ kind: 'plan', id: 'plan', field }}
      label={label}
      value={name}
      placeholder={placeholder}
      read={(typed) => ({ kind: 'edit', edit: { type: 'plan/set', [field]: typed } })}
    />
  );
}
