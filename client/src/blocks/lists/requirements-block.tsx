/** Technical requirements, known before technical validation begins (R243). */

import type { RequirementState } from '@tandem/shared/plan/kinds';
import type { Requirement, Subject } from '@tandem/shared/plan/plan';
import { OwnerCell } from '../../cells/owner-cell.tsx';
import { SelectCell } from '../../cells/select-cell.tsx';
import { TextCell } from '../../cells/text-cell.tsx';
import { REQUIREMENT_STATE_WORDS } from '../../cells/words.ts';
import { usePlan, useReading } from '../../session/hooks.ts';
import { Pill, type PillTone } from '../../ui/pill.tsx';
import { BlockFrame } from '../block-frame.tsx';
import type { Column, RowCellProps } from '../grid/column.ts';
import { RowGrid } from '../grid/row-grid.tsx';
import { plainLook, useOneGroup } from './one-group.ts';

export function RequirementsBlock() {
  const requirements = usePlan((plan) => plan.requirements);
  const removed = useReading((reading) => reading.removed.requirements);
  const met = requirements.filter((requirement) => requirement.state === 'met').length;
  return (
    <BlockFrame
      name="requirements"
      summary={requirements.length === 0 ? undefined : `${met} of ${requirements.length} met`}
    >
      <RowGrid
        label="Technical requirements"
        kind="requirement"
        noun="requirement"
        rows={requirements}
        groups={useOneGroup(requirements)}
        columns={COLUMNS}
        removed={removed}
        firstField="text"
        titleOf={titleOf}
        lookOf={plainLook}
        empty="No requirements yet. What must it work with, and what must it keep to?"
      />
    </BlockFrame>
  );
}

function titleOf(requirement: Requirement): string {
  return requirement.text;
}

const TONES: Readonly<Record<RequirementState, PillTone>> = {
  open: 'neutral',
  met: 'ok',
  'not-met': 'error',
};
const KEYS: Readonly<Record<string, RequirementState>> = { o: 'open', m: 'met', n: 'not-met' };

function subjectOf(requirement: Requirement, field: string): Subject {
  return { kind: 'requirement', id: requirement.id, field };
}

function RequirementCell({ row: requirement }: RowCellProps<Requirement>) {
  return (
    <TextCell
      subject={subjectOf(requirement, 'text')}
      label="Requirement"
      text={requirement.text}
      placeholder="What is required?"
      className="phone-first"
    />
  );
}

function StateCell({ row: requirement }: RowCellProps<Requirement>) {
  const { state } = requirement;
  return (
    <SelectCell
      subject={subjectOf(requirement, 'state')}
      label="State"
      value={state}
      words={REQUIREMENT_STATE_WORDS}
      keys={KEYS}
      className="cell-status phone-second"
      view={<Pill tone={TONES[state]}>{REQUIREMENT_STATE_WORDS[state]}</Pill>}
      set={(value) => ({ type: 'requirement/set', requirement: requirement.id, state: value })}
    />
  );
}

function RequirementOwnerCell({ row: requirement }: RowCellProps<Requirement>) {
  return (
    <OwnerCell
      subject={subjectOf(requirement, 'owners')}
      label="Owner"
      owners={requirement.owners}
      className="phone-second"
      set={(owners) => [{ type: 'requirement/set-owners', requirement: requirement.id, owners }]}
    />
  );
}

function NotesCell({ row: requirement }: RowCellProps<Requirement>) {
  return (
    <TextCell
      subject={subjectOf(requirement, 'notes')}
      label="Notes"
      text={requirement.notes}
      placeholder="Notes"
      isMultiline
      className="phone-own"
    />
  );
}

const COLUMNS: readonly Column<Requirement>[] = [
  { key: 'text', title: 'Requirement', width: 'minmax(0, 1.4fr)', Cell: RequirementCell },
  { key: 'owners', title: 'Owner', width: 'minmax(0, 170px)', Cell: RequirementOwnerCell },
  { key: 'notes', title: 'Notes', width: 'minmax(0, 1fr)', Cell: NotesCell },
  { key: 'state', title: 'State', width: '92px', Cell: StateCell },
];
