/** The cells of the steps table. */

import type { PlanEdit } from '@tandem/shared/plan/edit';
import type { AssumableField, Party } from '@tandem/shared/plan/kinds';
import type { Step } from '@tandem/shared/plan/plan';
import { memo } from 'react';
import { DateCell } from '../../cells/date-cell.tsx';
import { OwnerCell } from '../../cells/owner-cell.tsx';
import { StatusCell } from '../../cells/status-cell.tsx';
import { TextCell } from '../../cells/text-cell.tsx';
import { STEP_KIND_WORDS } from '../../cells/words.ts';
import { useSession } from '../../session/hooks.ts';
import type { Column, RowCellProps } from '../grid/column.ts';
import { readStepNote } from './step-groups.ts';

/** A guess stops being one when the buyer's party says it themselves (X1). */
export function confirming(party: Party, step: Step, field: AssumableField): readonly PlanEdit[] {
  if (party !== 'buyer' || !step.assumptions.includes(field)) return [];
  const assumptions = step.assumptions.filter((one) => one !== field);
  return [{ type: 'step/set-assumptions', step: step.id, assumptions }];
}

export function assumedClass(step: Step, field: AssumableField): string {
  return step.assumptions.includes(field) ? 'assumed' : '';
}

const TitleCell = memo(function TitleCell({ row: step, note }: RowCellProps<Step>) {
  const { party } = useSession().me;
  return (
    <TextCell
      subject={{ kind: 'step', id: step.id, field: 'title' }}
      label="Step"
      text={step.title}
      placeholder="What is to be done?"
      className={`phone-first ${assumedClass(step, 'title')}`}
      suffix={<TitleSuffix step={step} note={note} />}
      onChanged={() => confirming(party, step, 'title')}
    />
  );
});

function TitleSuffix({ step, note }: { readonly step: Step; readonly note: string }) {
  const { after, needs } = readStepNote(note);
  return (
    <>
      {after === '' ? null : <span className="suffix tabular">after {after}</span>}
      {step.kind === 'task' ? null : (
        <span className="suffix">{STEP_KIND_WORDS[step.kind].toLowerCase()}</span>
      )}
      {step.optional ? <span className="suffix">if applicable</span> : null}
      {step.pinned ? (
        <span className="suffix">fixed{step.pinnedWhy ? `: ${step.pinnedWhy}` : ''}</span>
      ) : null}
      {needs === '' ? null : <span className="suffix error">needs {needs}</span>}
      {step.assumptions.length === 0 ? null : (
        <span className="suffix" title="Dotted cells are a guess until the buyer confirms them">
          assumed
        </span>
      )}
    </>
  );
}

const StepOwnerCell = memo(function StepOwnerCell({ row: step }: RowCellProps<Step>) {
  const { party } = useSession().me;
  return (
    <OwnerCell
      subject={{ kind: 'step', id: step.id, field: 'owners' }}
      label="Owner"
      owners={step.owners}
      className={`phone-second ${assumedClass(step, 'owners')}`}
      set={(owners) => [
        { type: 'step/set-owners', step: step.id, owners },
        ...confirming(party, step, 'owners'),
      ]}
    />
  );
});

const DueCell = memo(function DueCell({ row: step }: RowCellProps<Step>) {
  const { party } = useSession().me;
  return (
    <DateCell
      subject={{ kind: 'step', id: step.id, field: 'due' }}
      label="Due date"
      date={step.due}
      reason={step.dueReason}
      className={`phone-second ${assumedClass(step, 'due')}`}
      asksReason
      set={(due, reason) => [
        { type: 'step/set-due', step: step.id, due, ...(reason === undefined ? {} : { reason }) },
        ...confirming(party, step, 'due'),
      ]}
    />
  );
});

const StepStatusCell = memo(function StepStatusCell({ row: step }: RowCellProps<Step>) {
  return <StatusCell step={step} />;
});

export const STEP_COLUMNS: readonly Column<Step>[] = [
  { key: 'title', title: 'Step', width: 'minmax(0, 1fr)', Cell: TitleCell },
  { key: 'owners', title: 'Owner', width: 'minmax(0, 188px)', Cell: StepOwnerCell },
  { key: 'due', title: 'Due', width: '100px', Cell: DueCell },
  { key: 'status', title: 'Status', width: '104px', Cell: StepStatusCell },
];
