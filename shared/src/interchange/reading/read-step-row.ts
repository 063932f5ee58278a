/** The cells of one step, as a step. Predecessors are read later, when all steps are known. */

import { newId, type OwnerId, type StepId } from '../../plan/ids.ts';
import {
  ASSUMABLE_FIELDS,
  type AssumableField,
  isOneOf,
  STEP_KINDS,
  STEP_TYPES,
  type StepKind,
  type StepType,
} from '../../plan/kinds.ts';
import type { Owner, Step } from '../../plan/plan.ts';
import { suggestStepType } from '../../plan/step-type.ts';
import type { Cell } from '../markdown/cell.ts';
import type { STEP_COLUMNS } from '../words/column-names.ts';
import { isNothing, isStillOpen, plainWords } from '../words/plain-words.ts';
import { isOptionalTitle, readYesNo } from '../words/step-words.ts';
import { readWorkingDays } from '../words/time-spans.ts';
import { type Desk, locate, report } from './desk.ts';
import { type People, personAt, personNamed } from './people.ts';
import { readDateCell } from './read-date-cell.ts';
import { type OwnerContext, readOwners } from './read-owners.ts';
import { readBlockedAndStatus } from './read-step-status.ts';

export type StepColumn = keyof typeof STEP_COLUMNS;

/** A cell whose owners belong to one party, or to whoever is named in it. */
export interface OwnerCell {
  readonly cell: Cell;
  readonly context: OwnerContext;
}

export interface StepCells {
  readonly cells: ReadonlyMap<StepColumn, Cell>;
  readonly ownerCells: readonly OwnerCell[];
  readonly unknown: readonly { readonly heading: string; readonly cell: Cell }[];
  readonly place: Cell['place'];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

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
  for (const [field, cell] of row.cells) {
    const own = FIELDS[field];
    if (own) locate(desk, { ...subject, field: own }, cell.place);
  }
  const owners = row.ownerCells.flatMap(({ cell, context }) => {
    locate(desk, { ...subject, field: 'owners' }, cell.place);
    return ownersOf(desk, cell, context);
  });
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
  readBlockedAndStatus(row.cells.get('status'), step, people, keep);
  readSpans(row, step, keep);
  readMarks(row, step, people, keep);
  for (const { heading, cell } of row.unknown) notes.push(heading === '' ? cell.text : `${heading}: ${cell.text}`);
  step.notes = [...(row.cells.has('notes') ? [row.cells.get('notes')?.text ?? ''] : []), ...notes].join('\n');
  return step;
}

/** The field of a step that a column fills. */
const FIELDS: Readonly<Record<string, string>> = {
  title: 'title',
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

export type Keep = (cell: Cell, heading: string, why: string) => void;

export function ownersOf(desk: Desk, cell: Cell, context: OwnerContext): Owner[] {
  const { owners, open } = readOwners(cell, context);
  for (const text of open) report(desk, cell.place, text, 'No owner is named yet.', 'nowhere');
  return owners.map((owner) => ({ id: newId<OwnerId>(desk.chance), ...owner }));
}

function readDates(desk: Desk, row: StepCells, step: Writable<Step>, keep: Keep): void {
  for (const [column, heading] of [['due', 'Due date'], ['weeks', 'Timing'], ['start', 'Start']] as const) {
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
  for (const [column, heading] of [['duration', 'Duration'], ['leadTime', 'Lead time']] as const) {
    const cell = row.cells.get(column);
    if (!cell || isNothing(cell.text) || isStillOpen(cell.text)) continue;
    const days = readWorkingDays(cell.text);
    if (days === undefined) keep(cell, heading, 'This could not be read as a number of working days or weeks.');
    else step[column] = days;
  }
}

function readMarks(row: StepCells, step: Writable<Step>, people: People, keep: Keep): void {
  const cellOf = (column: StepColumn): Cell | undefined => {
    const cell = row.cells.get(column);
    return cell && !isNothing(cell.text) ? cell : undefined;
  };
  const type = cellOf('type');
  const typed = type && stepTypeNamed(type.text);
  if (typed) step.type = typed;
  else if (type) keep(type, 'Type', 'A plan knows no step of this type.');
  const kind = cellOf('kind');
  const kinded = kind && stepKindNamed(kind.text);
  if (kinded) step.kind = kinded;
  else if (kind) keep(kind, 'Kind', 'A step is a task, a milestone or a gate.');
  const approver = cellOf('approver');
  const person = approver && (personAt(people, approver.parts[0]?.fragment) ?? personNamed(people, approver.text));
  if (person) step.approver = person;
  else if (approver) keep(approver, 'Approver', 'Nobody of this name stands among the stakeholders.');
  const optional = cellOf('optional');
  const optionally = optional && readYesNo(optional.text);
  if (optionally) step.optional = optionally.yes;
  else if (optional) keep(optional, 'Optional', 'This is neither yes nor no.');
  const pinned = cellOf('pinned');
  const pin = pinned && readYesNo(pinned.text);
  if (pinned && pin) {
    step.pinned = pin.yes;
    if (pin.yes && pin.why !== undefined) step.pinnedWhy = pin.why;
  } else if (pinned) keep(pinned, 'Pinned', 'This is neither yes nor no.');
  const assumed = cellOf('assumptions');
  const fields = assumed && fieldsNamed(assumed.text);
  if (fields) step.assumptions = fields;
  else if (assumed) keep(assumed, 'Assumed', 'These are no cells that can be marked as assumed.');
}

export function stepTypeNamed(text: string): StepType | undefined {
  const id = plainWords(text).replaceAll(' ', '-');
  return isOneOf(STEP_TYPES, id) ? id : undefined;
}

function stepKindNamed(text: string): StepKind | undefined {
  const words = plainWords(text).replace(/^decision /, '');
  return isOneOf(STEP_KINDS, words) ? words : undefined;
}

function fieldsNamed(text: string): readonly AssumableField[] | undefined {
  const names = text.split(',').map((name) => plainWords(name).replace('lead time', 'leadTime'));
  const fields = ASSUMABLE_FIELDS.filter((field) => names.includes(field === 'leadTime' ? field : plainWords(field)));
  return fields.length > 0 && fields.length === names.length ? fields : undefined;
}
