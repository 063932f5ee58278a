/** Yes or no. */

import type { PlanEdit } from '@tandem/shared/plan/edit';
import type { Subject } from '@tandem/shared/plan/plan';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { useCanEdit } from '../session/can-edit.ts';
import { useSession } from '../session/hooks.ts';

interface CheckCellProps {
  readonly subject: Subject;
  readonly label: string;
  readonly isOn: boolean;
  readonly set: (isOn: boolean) => PlanEdit;
}

/** For forms, not for grids: it is its own place on the way of Tab. */
export function CheckCell({ subject, label, isOn, set }: CheckCellProps) {
  const session = useSession();
  const canEdit = useCanEdit();
  const [refusal, setRefusal] = useState<string>();
  const toggle = (): void => {
    const outcome = session.edit(set(!isOn));
    setRefusal(outcome.kind === 'refused' ? outcome.message : undefined);
  };
  return (
    <>
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        aria-label={label}
        className="check-cell"
        data-cell={subject.field}
        disabled={!canEdit}
        onClick={toggle}
        onFocus={() => session.focusOn(subject)}
        onBlur={() => session.focusOn(null)}
      >
        <span className="check-box" aria-hidden="true">
          {isOn ? <Check size={12} strokeWidth={3} /> : null}
        </span>
        {isOn ? 'Yes' : 'No'}
      </button>
      {refusal === undefined ? null : (
        <span role="alert" className="cell-refusal">
          {refusal}
        </span>
      )}
    </>
  );
}
