// Long on purpose: one case for every edit of a step.
/** Edits of steps. */

import type * as Y from 'yjs';
import { unreachable } from '../plan/assert.ts';
import type { StepEdit } from '../plan/edit.ts';
import {
  ASSUMABLE_FIELDS,
  STEP_KINDS,
  STEP_STATUSES,
  STEP_TYPES,
  type StepStatus,
} from '../plan/kinds.ts';
import type { BlockedCause, Subject } from '../plan/plan.ts';
import {
  checkDate,
  checkDays,
  checkIds,
  checkOneOf,
  checkOwners,
  checkTexts,
  findRow,
  isRefusal,
  onRow,
  type Preparation,
  prepareBirth,
  prepareMove,
  prepareRemoval,
  type Refusal,
  refuse,
} from './prepare-edit.ts';
import { isConfirmation, isWeekWindow } from './read-row.ts';
import {
  type Writing,
  writeExplained,
  writeOwners,
  writePlain,
  writeSet,
  writeText,
} from './write-row.ts';

export function prepareStepEdit(doc: Y.Doc, edit: StepEdit, writing: Writing): Preparation {
  switch (edit.type) {
    case 'step/add':
      return prepareStepBirth(doc, edit, writing);
    case 'step/set-title':
      return onStep(doc, edit.step, [checkTexts(edit.title)], (row) =>
        writeText(row, 'title', edit.title),
      );
    case 'step/set-text':
      return onStep(
        doc,
        edit.step,
        [checkOneOf(['title', 'deliverable', 'notes'], edit.field), checkTexts(edit.text)],
        (row) => writeText(row, edit.field, edit.text),
      );
    case 'step/set-type':
      return onStep(doc, edit.step, [checkOneOf(STEP_TYPES, edit.stepType)], (row) =>
        writePlain(row, 'type', edit.stepType),
      );
    case 'step/set-kind':
      return onStep(doc, edit.step, [checkOneOf(STEP_KINDS, edit.kind)], (row) =>
        writePlain(row, 'kind', edit.kind),
      );
    case 'step/set-workstream':
      return onStep(doc, edit.step, [checkIds(doc, 'workstream', [edit.workstream])], (row) =>
        writePlain(row, 'workstream', edit.workstream),
      );
    case 'step/set-owners':
      return onStep(doc, edit.step, [checkOwners(doc, edit.owners)], (row) =>
        writeOwners(row, edit.owners, writing),
      );
    case 'step/set-due':
      return onStep(doc, edit.step, [checkDate(edit.due)], (row) =>
        writeExplained(row, 'due', edit.due, writing),
      );
    case 'step/set-start':
      return onStep(doc, edit.step, [checkDate(edit.start)], (row) =>
        writeExplained(row, 'start', edit.start, writing),
      );
    case 'step/set-duration':
      return onStep(doc, edit.step, [checkDays(edit.days)], (row) =>
        writePlain(row, 'duration', edit.days),
      );
    case 'step/set-lead-time':
      return onStep(doc, edit.step, [checkDays(edit.days)], (row) =>
        writePlain(row, 'leadTime', edit.days),
      );
    case 'step/set-status':
      return onStep(
        doc,
        edit.step,
        [checkOneOf(STEP_STATUSES, edit.status), checkBlocked(edit.blocked)],
        (row) => writeExplained(row, 'status', statusValue(edit.status, edit.blocked), writing),
      );
    case 'step/set-predecessors':
      return onStep(
        doc,
        edit.step,
        [checkIds(doc, 'step', edit.predecessors), checkSelf(edit.step, edit.predecessors)],
        (row) => writeSet(row, 'predecessors', edit.predecessors),
      );
    case 'step/set-optional':
      return onStep(doc, edit.step, [], (row) => writePlain(row, 'optional', edit.optional));
    case 'step/set-pinned':
      return onStep(doc, edit.step, [checkTexts(edit.why)], (row) =>
        writePlain(row, 'pinned', pinnedValue(edit.pinned, edit.why)),
      );
    case 'step/set-approver':
      return onStep(doc, edit.step, [checkIds(doc, 'stakeholder', [edit.approver])], (row) =>
        writePlain(row, 'approver', edit.approver),
      );
    case 'step/set-weeks':
      return onStep(doc, edit.step, [checkWeeks(edit.weeks)], (row) =>
        writePlain(row, 'weeks', edit.weeks),
      );
    case 'step/set-assumptions':
      return onStep(
        doc,
        edit.step,
        edit.assumptions.map((field) => checkOneOf(ASSUMABLE_FIELDS, field)),
        (row) => writeSet(row, 'assumptions', edit.assumptions),
      );
    case 'step/confirm':
      return onStep(
        doc,
        edit.step,
        [
          edit.confirmed === null || isConfirmation(edit.confirmed)
            ? undefined
            : refuse('invalid-value', 'A confirmation says who, for which party, and when.'),
        ],
        (row) => writePlain(row, 'confirmed', edit.confirmed),
      );
    case 'step/move': {
      const { workstream } = edit;
      const refusal = checkIds(doc, 'workstream', [workstream]);
      return (
        refusal ??
        prepareMove(doc, 'step', edit.step, edit.after, writing.chance, (row) => {
          if (workstream !== undefined) writePlain(row, 'workstream', workstream);
        })
      );
    }
    case 'step/remove':
      return prepareRemoval(doc, 'step', edit.step, true);
    case 'step/bring-back':
      return prepareRemoval(doc, 'step', edit.step, false);
    case 'steps/shift':
      return prepareShift(doc, edit, writing);
    default:
      return unreachable(edit);
  }
}

function prepareStepBirth(
  doc: Y.Doc,
  edit: Extract<StepEdit, { type: 'step/add' }>,
  writing: Writing,
): Preparation {
  const { status, blocked, pinned, pinnedWhy, stepType } = edit;
  const values = {
    ...edit,
    type: stepType ?? 'other',
    kind: edit.kind ?? 'task',
    status: statusValue(status ?? 'pending', blocked),
    optional: edit.optional ?? false,
    pinned: pinnedValue(pinned ?? false, pinnedWhy),
  };
  const checks = [
    checkTexts(edit.title, edit.deliverable, edit.notes, pinnedWhy),
    checkOneOf(STEP_TYPES, stepType),
    checkOneOf(STEP_KINDS, edit.kind),
    checkOneOf(STEP_STATUSES, status),
    checkBlocked(blocked),
    checkDate(edit.start),
    checkDate(edit.due),
    checkDays(edit.duration),
    checkDays(edit.leadTime),
    checkWeeks(edit.weeks),
    checkOwners(doc, edit.owners),
    checkIds(doc, 'workstream', [edit.workstream]),
    checkIds(doc, 'step', edit.predecessors),
    checkIds(doc, 'stakeholder', [edit.approver]),
    ...(edit.assumptions ?? []).map((field) => checkOneOf(ASSUMABLE_FIELDS, field)),
  ];
  return prepareBirth(
    doc,
    { kind: 'step', id: edit.step, after: edit.after, values, checks },
    writing,
  );
}

/** All moves or none. The first step stands for the edit as its subject. */
function prepareShift(
  doc: Y.Doc,
  edit: Extract<StepEdit, { type: 'steps/shift' }>,
  writing: Writing,
): Preparation {
  const rows: { row: Y.Map<unknown>; due: string; start: string | undefined }[] = [];
  for (const { step, due, start } of edit.moves) {
    const row = findRow(doc, 'step', step);
    if (isRefusal(row)) return row;
    const refusal = checkDate(due) ?? checkDate(start);
    if (refusal) return refusal;
    rows.push({ row, due, start });
  }
  const first = edit.moves[0];
  if (!first) return refuse('invalid-value', 'A shift moves at least one step.');
  const subject: Subject = { kind: 'step', id: first.step, field: 'due' };
  const write = (): void => {
    for (const { row, due, start } of rows) {
      writeExplained(row, 'due', due, writing);
      if (start !== undefined) writeExplained(row, 'start', start, writing);
    }
  };
  return checkTexts(edit.reason) ?? { kind: 'prepared', subject, write };
}

function onStep(
  doc: Y.Doc,
  id: string,
  checks: readonly (Refusal | undefined)[],
  write: (row: Y.Map<unknown>) => void,
): Preparation {
  return onRow(doc, 'step', id, checks, write);
}

function statusValue(
  status: StepStatus,
  blocked: BlockedCause | undefined,
): { status: StepStatus; blocked?: BlockedCause } {
  if (status !== 'blocked' || !blocked) return { status };
  const { needs, from } = blocked;
  return {
    status,
    blocked: { needs: needs.toWellFormed(), ...(from ? { from: from.toWellFormed() } : {}) },
  };
}

function pinnedValue(pinned: boolean, why: string | undefined): false | { why: string } {
  return pinned ? { why: (why ?? '').toWellFormed() } : false;
}

function checkBlocked(blocked: BlockedCause | undefined): Refusal | undefined {
  return blocked === undefined ? undefined : checkTexts(blocked.needs, blocked.from);
}

function checkWeeks(weeks: unknown): Refusal | undefined {
  if (weeks === null || weeks === undefined || isWeekWindow(weeks)) return undefined;
  return refuse('invalid-value', 'A week window runs from a first to a last week, counted from 1.');
}

function checkSelf(step: string, predecessors: readonly string[]): Refusal | undefined {
  return predecessors.includes(step)
    ? refuse('invalid-value', 'A step cannot wait for itself.')
    : undefined;
}
