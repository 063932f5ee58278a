/** Where a step stands. One key when it has the focus: P, I, C or B. */

import type { PlanEdit } from '@tandem/shared/plan/edit';
import { STEP_STATUSES, type StepStatus } from '@tandem/shared/plan/kinds';
import type { Step } from '@tandem/shared/plan/plan';
import { memo, useState } from 'react';
import { ListPicker } from '../ui/list-picker.tsx';
import { Pill, type PillTone } from '../ui/pill.tsx';
import { Popover } from '../ui/popover.tsx';
import { BlockedForm } from './blocked-form.tsx';
import { Cell } from './cell.tsx';
import { type CellControl, useCell } from './use-cell.ts';
import { STATUS_WORDS } from './words.ts';

const TONES: Readonly<Record<StepStatus, PillTone>> = {
  pending: 'neutral',
  'in-progress': 'progress',
  complete: 'ok',
  blocked: 'error',
};
const KEYS: Readonly<Record<string, StepStatus>> = {
  p: 'pending',
  i: 'in-progress',
  c: 'complete',
  b: 'blocked',
};

export const StatusCell = memo(function StatusCell({ step }: { readonly step: Step }) {
  const cell = useCell({ kind: 'step', id: step.id, field: 'status' });
  const words = STATUS_WORDS[step.status];
  const cause = step.blocked?.needs;
  const onKey = (key: string): boolean => {
    const status = KEYS[key.toLowerCase()];
    if (status === undefined) return false;
    // Blocked asks what is needed, and from whom, before it says so.
    if (status === 'blocked') cell.begin('b');
    else cell.apply([edit(step, status)]);
    return true;
  };
  return (
    <Cell
      cell={cell}
      label="Status"
      text={words}
      className="cell-status phone-second"
      onKey={onKey}
      editor={cell.isEditing ? <StatusEditor cell={cell} step={step} /> : null}
    >
      <span title={cause ? `Needs ${cause}` : undefined}>
        <Pill tone={TONES[step.status]}>{words}</Pill>
      </span>
    </Cell>
  );
});

function StatusEditor({ cell, step }: { readonly cell: CellControl; readonly step: Step }) {
  const [isBlocking, setBlocking] = useState(cell.typed === 'b');
  const [typed, setTyped] = useState(isBlocking ? '' : cell.typed);
  const options = STEP_STATUSES.filter((status) =>
    STATUS_WORDS[status].toLowerCase().startsWith(typed.toLowerCase()),
  ).map((status) => ({
    id: status,
    label: STATUS_WORDS[status],
    hint: STATUS_WORDS[status].charAt(0),
    isChosen: status === step.status,
  }));
  const pick = (id: string): void => {
    if (id === 'blocked') setBlocking(true);
    else if (cell.apply([edit(step, id as StepStatus)])) cell.end('stay');
  };
  return (
    <Popover
      anchor={cell.frame}
      label="Status"
      width={isBlocking ? 300 : 200}
      onClose={(how) => cell.end(how === 'escape' ? 'stay' : 'leave')}
    >
      {isBlocking ? (
        <BlockedForm
          cause={step.blocked}
          onDone={(blocked) => {
            const next: PlanEdit = { type: 'step/set-status', step: step.id, status: 'blocked' };
            if (cell.apply([blocked ? { ...next, blocked } : next])) cell.end('stay');
          }}
        />
      ) : (
        <ListPicker
          label="Status"
          options={options}
          typed={typed}
          onType={setTyped}
          placeholder="P, I, C or B"
          empty="There is no such status."
          onPick={pick}
          onTab={(backwards) => cell.end(backwards ? 'previous' : 'next')}
        />
      )}
    </Popover>
  );
}

function edit(step: Step, status: StepStatus): PlanEdit {
  return { type: 'step/set-status', step: step.id, status };
}
