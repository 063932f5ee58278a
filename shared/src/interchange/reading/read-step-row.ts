/** The cells of one step, as a step. Predecessors are read later, when all steps are known. */

import { newId, type OwnerId, type StepId } from '../../plan/ids.ts';
import type { Owner, Step } from '../../plan/plan.ts';
import { suggestStepType } from '../../plan/step-type.ts';
import type { Place } from '../import-outcome.ts';
import type { Cell } from '../markdown/cell.ts';
import { isNothing, isStillOpen } from '../words/plain-words.ts';
import { isOptionalTitle } from '../words/step-words.ts';
import { readWorkingDays } from '../words/time-spans.ts';
import { type Desk, locate, report, type Writable } from './desk.ts';
import type { People } from './people.ts';
import { readDateCell } from './read-date-cell.ts';
import { type OwnerContext, readOwners } from './read-owners.ts';
import { type Keep, readStepMarks, type StepColumn } from './read-step-marks.ts';
import { readStepStatus } from './read-step-status.ts';

/** A cell whose owners belong to one party, or to whoever is named in it. */
export interface OwnerCell {
  readonly cell: Cell;
  readonly context: OwnerContext;
}

export interface StepCells {
  readonly cells: ReadonlyMap<StepColumn, Cell>;
  readonly ownerCells: readonly OwnerCell[];
  readonly unknown: readonly { readonly heading: string; readonly cell: Cell }[];
  readonly place: Place;
  readonly places: ReadonlyMap<StepColumn, Place>;
}

export function readStepRow(desk: Desk, row: StepCells, people: People): Writable<Step> {
  const id = newId<StepId>(desk.chance);
  const subject = { kind: 'step', id } as const;
  const title = row.cells.get('title')?.text ?? '';
  const notes: string[] = [];
  const keep = (cell: Cell, heading: string, why: string): void => {
    notes.push(`${heading}: ${cell.text.trim()}`);
    report(desk, cell.place, cell.text.trim(), why, 'notes');
  };
  locate(desk, subject, row.place);
  for (const [column, place] of row.places) {
    const field = FIELDS[column];
    if (field) locate(desk, { ...subject, field }, place);
  }
  const owners = row.ownerCells.flatMap(({ cell, context }) => ownersOf(desk, cell, context));
  const step: Writable<Step> = {
    id,
    title,
    type: suggestStepType(title),
    kind: 'task',
    owners,
    predecessors: [],
    status: 'pending',
    deliverable: row.cells.get('deliverable')?.text ?? '',
    notes: '',
    optional: isOptionalTitle(title),
    pinned: false,
    assumptions: [],
  };
  readDates(desk, row, step, keep);
  readStepStatus(row.cells.get('status'), step, people, keep);
  readSpans(row, step, keep);
  readStepMarks(row.cells, step, people, keep);
  for (const { heading, cell } of row.unknown)
    notes.push(heading === '' ? cell.text : `${heading}: ${cell.text}`);
  step.notes = [
    ...(row.cells.has('notes') ? [row.cells.get('notes')?.text ?? ''] : []),
    ...notes,
  ].join('\n');
  return step;
}

/** The field of a step that a column fills. */
const FIELDS: Readonly<Record<string, string>> = {
  title: 'title',
  owner: 'owners',
  start: 'start',
  due: 'due',
  weeks: 'weeks',
  status: 'status',
  after: 'predecessors',
  workstream: 'workstream',
  deliverable: 'deliverable',
  duration: 'duration',
  leadTime: 'leadTime',
  notes: 'notes',
  type: 'type',
  kind: 'kind',
  approver: 'approver',
};

export function ownersOf(desk: Desk, cell: Cell, context: OwnerContext): Owner[] {
  const { owners, open } = readOwners(cell, context);
  for (const text of open) report(desk, cell.place, text, 'No owner is named yet.', 'nowhere');
  return owners.map((owner) => ({ id: newId<OwnerId>(desk.chance), ...owner }));
}

function readDates(desk: Desk, row: StepCells, step: Writable<Step>, keep: Keep): void {
  for (const [column, heading] of [
    ['due', 'Due date'],
    ['weeks', 'Timing'],
    ['start', 'Start'],
  ] as const) {
    const cell = row.cells.get(column);
    if (!cell) continue;
    const read = readDateCell(desk, cell);
    if (read.weeks) step.weeks = read.weeks;
    if (read.kept !== undefined) keep(cell, heading, read.keptWhy ?? '');
    if (read.date === undefined) continue;
    if (column === 'start') step.start = read.from ?? read.date;
    else if (step.due === undefined) step.due = read.date;
    if (read.from !== undefined && column !== 'start') step.start = read.from;
  }
  const reason = row.cells.get('dueReason')?.text;
  if (reason !== undefined) step.dueReason = reason;
}

function readSpans(row: StepCells, step: Writable<Step>, keep: Keep): void {
  for (const [column, heading] of [
    ['duration', 'Duration'],
    ['leadTime', 'Lead time'],
  ] as const) {
    const cell = row.cells.get(column);
    if (!cell || isNothing(cell.text) || isStillOpen(cell.text)) continue;
    const days = readWorkingDays(cell.text);
    if (days === undefined)
      keep(cell, heading, 'This could not be read as a number of working days or weeks.');
    else step[column] = days;
  }
}
