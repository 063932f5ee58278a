/** Everything about a step that is not in its row. */

import type { Step, Subject } from '@tandem/shared/plan/plan';
import { suggestStepType } from '@tandem/shared/plan/step-type';
import { CheckCell } from '../../cells/check-cell.tsx';
import { DateCell } from '../../cells/date-cell.tsx';
import { InputCell, NumberCell } from '../../cells/input-cell.tsx';
import { SelectCell } from '../../cells/select-cell.tsx';
import { StepsCell } from '../../cells/steps-cell.tsx';
import { TextCell } from '../../cells/text-cell.tsx';
import { STEP_KIND_WORDS, STEP_TYPE_WORDS } from '../../cells/words.ts';
import { useCanEdit } from '../../session/can-edit.ts';
import { usePlan, useSession } from '../../session/hooks.ts';
import { Button } from '../../ui/button.tsx';
import { DetailField } from '../detail-field.tsx';
import { assumedClass, confirming } from './step-cells.tsx';

export function StepDetail({ row: step }: { readonly row: Step }) {
  const { me } = useSession();
  const subject = (field: string): Subject => ({ kind: 'step', id: step.id, field });
  const { id } = step;
  return (
    <>
      <dl className="detail-fields">
        <DetailField label="Comes after">
          <StepsCell
            subject={subject('predecessors')}
            label="Comes after"
            chosen={step.predecessors}
            word="after"
            placeholder="Choose steps"
            set={(predecessors) => ({ type: 'step/set-predecessors', step: id, predecessors })}
          />
        </DetailField>
        <DetailField label="Start">
          <DateCell
            subject={subject('start')}
            label="Start date"
            date={step.start}
            set={(start) => [{ type: 'step/set-start', step: id, start }]}
          />
        </DetailField>
        <DetailField label="Takes">
          <span className={assumedClass(step, 'duration')}>
            <NumberCell
              subject={subject('duration')}
              label="Takes"
              days={step.duration}
              set={(days) => ({ type: 'step/set-duration', step: id, days })}
              alsoEdits={confirming(me.party, step, 'duration')}
            />
          </span>
        </DetailField>
        <DetailField label="Waits in a queue for">
          <span className={assumedClass(step, 'leadTime')}>
            <NumberCell
              subject={subject('leadTime')}
              label="Waits in a queue for"
              days={step.leadTime}
              set={(days) => ({ type: 'step/set-lead-time', step: id, days })}
              alsoEdits={confirming(me.party, step, 'leadTime')}
            />
          </span>
        </DetailField>
        <DetailField label="Kind">
          <SelectCell
            subject={subject('kind')}
            label="Kind"
            value={step.kind}
            words={STEP_KIND_WORDS}
            set={(kind) => ({ type: 'step/set-kind', step: id, kind })}
          />
        </DetailField>
        <DetailField label="Type">
          <SelectCell
            subject={subject('type')}
            label="Type"
            value={step.type}
            words={STEP_TYPE_WORDS}
            suggested={suggestStepType(step.title)}
            set={(stepType) => ({ type: 'step/set-type', step: id, stepType })}
          />
        </DetailField>
        <StepPlaceFields step={step} subject={subject} />
        <DetailField label="Only if applicable">
          <CheckCell
            subject={subject('optional')}
            label="Only if applicable"
            isOn={step.optional}
            set={(optional) => ({ type: 'step/set-optional', step: id, optional })}
          />
        </DetailField>
        <DetailField label="Date is fixed">
          <CheckCell
            subject={subject('pinned')}
            label="Date is fixed"
            isOn={step.pinned}
            set={(pinned) => ({
              type: 'step/set-pinned',
              step: id,
              pinned,
              why: step.pinnedWhy ?? '',
            })}
          />
        </DetailField>
        {step.pinned ? (
          <DetailField label="Fixed because of">
            <InputCell
              subject={subject('pinnedWhy')}
              label="Fixed because of"
              value={step.pinnedWhy ?? ''}
              placeholder="a board meeting"
              read={(why) => ({
                kind: 'edit',
                edit: { type: 'step/set-pinned', step: id, pinned: true, why },
              })}
            />
          </DetailField>
        ) : null}
        <DetailField label="What comes out of it" isWide>
          <TextCell
            subject={subject('deliverable')}
            label="What comes out of it"
            text={step.deliverable}
            placeholder="A signed questionnaire, a decision, a document"
          />
        </DetailField>
        <DetailField label="Notes" isWide>
          <TextCell
            subject={subject('notes')}
            label="Notes"
            text={step.notes}
            placeholder="What both of you should know"
            isMultiline
          />
        </DetailField>
      </dl>
      <Guesses step={step} />
    </>
  );
}

interface StepFieldsProps {
  readonly step: Step;
  readonly subject: (field: string) => Subject;
}

function StepPlaceFields({ step, subject }: StepFieldsProps) {
  const workstreams = usePlan((plan) => plan.workstreams);
  const people = usePlan((plan) => plan.stakeholders);
  const names = Object.fromEntries(
    workstreams.map((each) => [each.id, each.name || 'No name yet']),
  );
  const persons = Object.fromEntries(people.map((each) => [each.id, each.name || 'No name yet']));
  return (
    <>
      <DetailField label="Workstream">
        <SelectCell
          subject={subject('workstream')}
          label="Workstream"
          value={step.workstream}
          words={names}
          placeholder="None"
          set={(id) => ({ type: 'step/set-workstream', step: step.id, workstream: id as never })}
          clear={() => ({ type: 'step/set-workstream', step: step.id, workstream: null })}
        />
      </DetailField>
      {step.kind === 'gate' ? (
        <DetailField label="Who decides">
          <SelectCell
            subject={subject('approver')}
            label="Who decides"
            value={step.approver}
            words={persons}
            placeholder="Name a person"
            set={(id) => ({ type: 'step/set-approver', step: step.id, approver: id as never })}
            clear={() => ({ type: 'step/set-approver', step: step.id, approver: null })}
          />
        </DetailField>
      ) : null}
    </>
  );
}

const GUESS_WORDS = {
  title: 'the title',
  owners: 'the owner',
  due: 'the due date',
  duration: 'how long it takes',
  leadTime: 'how long it waits',
} as const;

function Guesses({ step }: { readonly step: Step }) {
  const session = useSession();
  const canEdit = useCanEdit();
  if (step.assumptions.length === 0) return null;
  const guesses = step.assumptions.map((field) => GUESS_WORDS[field]).join(', ');
  return (
    <p className="guesses">
      A guess so far: {guesses}.{' '}
      {canEdit && session.me.party === 'buyer' ? (
        <Button
          size="small"
          onClick={() =>
            session.edit({ type: 'step/set-assumptions', step: step.id, assumptions: [] })
          }
        >
          This is right
        </Button>
      ) : null}
    </p>
  );
}
