// biome-ignore-all lint/a11y/useSemanticElements: part of an ARIA grid
/** The steps of the plan, the block that everything else is about. */

import type { PlanEdit } from '@tandem/shared/plan/edit';
import type { Step, Workstream } from '@tandem/shared/plan/plan';
import { memo, useMemo, useState } from 'react';
import { TextCell } from '../../cells/text-cell.tsx';
import { useCanEdit } from '../../session/can-edit.ts';
import { sameItems, usePlan, useReading } from '../../session/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { BlockFrame } from '../block-frame.tsx';
import type { RowGroup } from '../grid/column.ts';
import { RowGrid } from '../grid/row-grid.tsx';
import { STEP_COLUMNS } from './step-cells.tsx';
import { StepDetail } from './step-detail.tsx';
import {
  NO_WORKSTREAM,
  sameTable,
  stepNote,
  stepsByWorkstream,
  stepsInWords,
} from './step-groups.ts';

export function StepsBlock() {
  // Not the whole plan, and no words: who types must not have the table looked through. Rows follow their own words.
  const steps = usePlan((plan) => plan.steps, sameTable);
  const workstreams = usePlan((plan) => plan.workstreams);
  const stakeholders = usePlan((plan) => plan.stakeholders);
  const removed = useReading((reading) => reading.removed.steps, sameItems);
  const canEdit = useCanEdit();
  const [isGrouped, setGrouped] = useState(true);
  const hasWorkstreams = steps.some((step) => step.workstream !== undefined);

  const groups = useMemo((): readonly RowGroup<Step>[] => {
    if (!isGrouped || !hasWorkstreams) return [{ id: 'all', rows: steps }];
    return stepsByWorkstream(steps, workstreams).map(({ id, workstream, rows }) => ({
      id,
      rows,
      header: <GroupHeader workstream={workstream} />,
    }));
  }, [steps, workstreams, isGrouped, hasWorkstreams]);

  return (
    <BlockFrame
      name="steps"
      summary={stepsInWords(steps)}
      tools={
        hasWorkstreams ? (
          <Button look="quiet" size="small" onClick={() => setGrouped((before) => !before)}>
            Group: {isGrouped ? 'workstream' : 'none'}
          </Button>
        ) : null
      }
    >
      <RowGrid
        label="Steps"
        kind="step"
        noun="step"
        rows={steps}
        groups={groups}
        columns={STEP_COLUMNS}
        removed={removed}
        firstField="title"
        titleOf={titleOf}
        lookOf={(step) => ({
          note: stepNote({ steps, stakeholders }, step),
          className: step.status === 'complete' ? 'muted' : '',
        })}
        empty={
          canEdit
            ? 'No steps yet. Begin with the next thing that one of you will do, and who does it.'
            : 'No steps yet.'
        }
        Detail={StepDetail}
        bornIn={bornIn}
        regroup={regroup}
      />
    </BlockFrame>
  );
}

function titleOf(step: Step): string {
  return step.title;
}

function isWorkstream(group: string): boolean {
  return group !== 'all' && group !== NO_WORKSTREAM && group !== '';
}

function bornIn(group: string) {
  return isWorkstream(group) ? { workstream: group } : {};
}

function regroup(step: string, group: string): readonly PlanEdit[] {
  if (group === 'all') return [];
  const workstream = isWorkstream(group) ? group : null;
  return [{ type: 'step/set-workstream', step: step as never, workstream: workstream as never }];
}

interface GroupHeaderProps {
  readonly workstream: Workstream | undefined;
}

const GroupHeader = memo(function GroupHeader({ workstream }: GroupHeaderProps) {
  if (workstream === undefined) {
    return (
      // A group without a name of its own still is a place on the way of the arrows.
      <div role="gridcell" tabIndex={-1} className="cell">
        Other steps
      </div>
    );
  }
  return (
    <TextCell
      subject={{ kind: 'workstream', id: workstream.id, field: 'name' }}
      label="Workstream"
      text={workstream.name}
      placeholder="Name this workstream"
    />
  );
});
