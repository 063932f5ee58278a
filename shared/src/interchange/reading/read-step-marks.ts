/** Cells of a step that hold one of a few words: type, kind, approver, yes or no. Other words are kept. */

import {
  ASSUMABLE_FIELDS,
  type AssumableField,
  isOneOf,
  STEP_KINDS,
  STEP_TYPES,
  type StepKind,
  type StepType,
} from '../../plan/kinds.ts';
import type { Step } from '../../plan/plan.ts';
import type { Cell } from '../markdown/cell.ts';
import type { STEP_COLUMNS } from '../words/column-names.ts';
import { isNothing, plainWords } from '../words/plain-words.ts';
import { readYesNo } from '../words/step-words.ts';
import type { Writable } from './desk.ts';
import { type People, personAt, personNamed } from './people.ts';

export type StepColumn = keyof typeof STEP_COLUMNS;

/** Puts a cell that was not understood into the notes of its row, and reports it. */
export type Keep = (cell: Cell, heading: string, why: string) => void;

interface Marking {
  readonly cells: ReadonlyMap<StepColumn, Cell>;
  readonly step: Writable<Step>;
  readonly people: People;
  readonly keep: Keep;
}

export function readStepMarks(
  cells: ReadonlyMap<StepColumn, Cell>,
  step: Writable<Step>,
  people: People,
  keep: Keep,
): void {
  const marking: Marking = { cells, step, people, keep };
  mark(marking, 'type', 'Type', 'A plan knows no step of this type.', ({ text }) =>
    set(step, 'type', stepTypeNamed(text)),
  );
  mark(marking, 'kind', 'Kind', 'A step is a task, a milestone or a gate.', ({ text }) =>
    set(step, 'kind', stepKindNamed(text)),
  );
  mark(
    marking,
    'approver',
    'Approver',
    'Nobody of this name stands among the stakeholders.',
    (cell) =>
      set(
        step,
        'approver',
        personAt(people, cell.parts[0]?.fragment) ?? personNamed(people, cell.text),
      ),
  );
  mark(marking, 'optional', 'Optional', NO_ANSWER, ({ text }) =>
    set(step, 'optional', readYesNo(text)?.yes),
  );
  mark(marking, 'pinned', 'Pinned', NO_ANSWER, ({ text }) => {
    const answer = readYesNo(text);
    if (answer?.yes) set(step, 'pinnedWhy', answer.why);
    return set(step, 'pinned', answer?.yes);
  });
  mark(marking, 'assumptions', 'Assumed', 'These are no cells that can be marked.', ({ text }) =>
    set(step, 'assumptions', fieldsNamed(text)),
  );
}

const NO_ANSWER = 'This is neither yes nor no.';

function mark(
  { cells, keep }: Marking,
  column: StepColumn,
  heading: string,
  why: string,
  read: (cell: Cell) => boolean,
): void {
  const cell = cells.get(column);
  // A link says something also where its text does not.
  const linked = cell?.parts.some((part) => part.fragment !== undefined) ?? false;
  if (!cell || (isNothing(cell.text) && !linked)) return;
  if (!read(cell)) keep(cell, heading, why);
}

function set<Field extends keyof Step>(
  step: Writable<Step>,
  field: Field,
  value: Step[Field] | undefined,
): boolean {
  if (value !== undefined) step[field] = value as Writable<Step>[Field];
  return value !== undefined;
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
  const fields = ASSUMABLE_FIELDS.filter((field) =>
    names.includes(field === 'leadTime' ? field : plainWords(field)),
  );
  return fields.length > 0 && fields.length === names.length ? fields : undefined;
}
