/** What must be true for the buyer to go on, how it is validated, and what follows when all of it passes. */

import type { CriterionResult } from '@tandem/shared/plan/kinds';
import type { Criterion, Subject } from '@tandem/shared/plan/plan';
import { OwnerCell } from '../../cells/owner-cell.tsx';
import { SelectCell } from '../../cells/select-cell.tsx';
import { TextCell } from '../../cells/text-cell.tsx';
import { CRITERION_TYPE_WORDS, RESULT_WORDS } from '../../cells/words.ts';
import { usePlan, useReading } from '../../session/hooks.ts';
import { Pill, type PillTone } from '../../ui/pill.tsx';
import { BlockFrame } from '../block-frame.tsx';
import { DetailField } from '../detail-field.tsx';
import type { Column, RowCellProps } from '../grid/column.ts';
import { RowGrid } from '../grid/row-grid.tsx';
import { plainLook, useOneGroup } from './one-group.ts';

export function CriteriaBlock() {
  const criteria = usePlan((plan) => plan.criteria);
  const consequence = usePlan((plan) => plan.goal.consequence);
  const removed = useReading((reading) => reading.removed.criteria);
  const groups = useOneGroup(criteria);
  return (
    <BlockFrame
      name="criteria"
      summary={
        <>
          If all pass:{' '}
          <TextCell
            subject={{ kind: 'goal', id: 'goal', field: 'consequence' }}
            label="If all pass"
            text={consequence}
            placeholder="what happens then?"
          />
        </>
      }
    >
      <RowGrid
        label="Success criteria"
        kind="criterion"
        noun="criterion"
        rows={criteria}
        groups={groups}
        columns={COLUMNS}
        removed={removed}
        firstField="text"
        titleOf={titleOf}
        lookOf={plainLook}
        empty="No criteria yet. What would you count to say that it worked?"
        Detail={CriterionDetail}
      />
    </BlockFrame>
  );
}

function titleOf(criterion: Criterion): string {
  return criterion.text;
}

const TONES: Readonly<Record<CriterionResult, PillTone>> = {
  open: 'neutral',
  pass: 'ok',
  fail: 'error',
};
const RESULT_KEYS: Readonly<Record<string, CriterionResult>> = { o: 'open', p: 'pass', f: 'fail' };

function subjectOf(criterion: Criterion, field: string): Subject {
  return { kind: 'criterion', id: criterion.id, field };
}

function CriterionCell({ row: criterion }: RowCellProps<Criterion>) {
  return (
    <TextCell
      subject={subjectOf(criterion, 'text')}
      label="Criterion"
      text={criterion.text}
      placeholder="What must be true?"
      className="phone-first"
    />
  );
}

function ValidationCell({ row: criterion }: RowCellProps<Criterion>) {
  return (
    <TextCell
      subject={subjectOf(criterion, 'validation')}
      label="How we validate it"
      text={criterion.validation}
      placeholder="How do we see it?"
      className="phone-own"
    />
  );
}

function TypeCell({ row: criterion }: RowCellProps<Criterion>) {
  return (
    <SelectCell
      subject={subjectOf(criterion, 'type')}
      label="Type"
      value={criterion.type}
      words={CRITERION_TYPE_WORDS}
      className="phone-second"
      set={(criterionType) => ({ type: 'criterion/set', criterion: criterion.id, criterionType })}
    />
  );
}

function ResultCell({ row: criterion }: RowCellProps<Criterion>) {
  return (
    <SelectCell
      subject={subjectOf(criterion, 'result')}
      label="Result"
      value={criterion.result}
      words={RESULT_WORDS}
      keys={RESULT_KEYS}
      className="cell-status phone-second"
      view={<Pill tone={TONES[criterion.result]}>{RESULT_WORDS[criterion.result]}</Pill>}
      set={(result) => ({ type: 'criterion/set', criterion: criterion.id, result })}
    />
  );
}

const COLUMNS: readonly Column<Criterion>[] = [
  { key: 'text', title: 'Criterion', width: 'minmax(0, 1.5fr)', Cell: CriterionCell },
  {
    key: 'validation',
    title: 'How we validate it',
    width: 'minmax(0, 1.2fr)',
    Cell: ValidationCell,
  },
  { key: 'type', title: 'Type', width: '124px', Cell: TypeCell },
  { key: 'result', title: 'Result', width: '84px', Cell: ResultCell },
];

function CriterionDetail({ row: criterion }: { readonly row: Criterion }) {
  return (
    <dl className="detail-fields">
      <DetailField label="Who validates it">
        <OwnerCell
          subject={subjectOf(criterion, 'owners')}
          label="Who validates it"
          owners={criterion.owners}
          set={(owners) => [{ type: 'criterion/set-owners', criterion: criterion.id, owners }]}
        />
      </DetailField>
      <DetailField label="When this one passes" isWide>
        <TextCell
          subject={subjectOf(criterion, 'consequence')}
          label="When this one passes"
          text={criterion.consequence}
          placeholder="What follows from it?"
        />
      </DetailField>
    </dl>
  );
}
