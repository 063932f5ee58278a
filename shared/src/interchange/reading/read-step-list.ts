/** Steps written as a list: "1. Security review – Priya Kapoor – 3 March 2027". */

import type { List } from 'mdast';
import { newId, type StepId } from '../../plan/ids.ts';
import { narrativeText } from '../../plan/narrative.ts';
import type { Step } from '../../plan/plan.ts';
import { suggestStepType } from '../../plan/step-type.ts';
import { type ItemText, itemsOf } from '../markdown/blocks.ts';
import { type Cell, sliceCell } from '../markdown/cell.ts';
import { narrativeOf } from '../markdown/narrative-from-markdown.ts';
import { isOptionalTitle } from '../words/step-words.ts';
import { readStatus } from '../words/written-status.ts';
import { locate, report, type Writable } from './desk.ts';
import { personNamed } from './people.ts';
import { readDateCell } from './read-date-cell.ts';
import { ownersOf } from './read-step-row.ts';
import { type StepsDesk, workstreamOf } from './read-steps.ts';
import type { StepLink } from './step-links.ts';

/** Longer items are text. */
const LONGEST_ITEM = 1_000;
const BETWEEN = / +[–—|] +| +- +/g;

export function readStepList(at: StepsDesk, list: List, workstream: string | undefined): void {
  const links: StepLink[] = [];
  itemsOf(at.desk.file, list).forEach((item, index) => {
    const step = readStepItem(at, item);
    if (workstream !== undefined) step.workstream = workstreamOf(at.desk, workstream);
    at.desk.steps.push(step);
    links.push({ step, number: String((list.start ?? 1) + index), siblings: links });
  });
  at.links.push(...links);
}

function readStepItem(at: StepsDesk, item: ItemText): Writable<Step> {
  const { desk } = at;
  const [first, ...pieces] = piecesOf(item.cell);
  const title = first?.text ?? '';
  const step: Writable<Step> = {
    id: newId<StepId>(desk.chance),
    title,
    type: suggestStepType(title),
    kind: 'task',
    owners: [],
    predecessors: [],
    status: item.checked ? 'complete' : 'pending',
    deliverable: '',
    notes: '',
    optional: isOptionalTitle(title),
    pinned: false,
    assumptions: [],
  };
  locate(desk, { kind: 'step', id: step.id }, item.cell.place);
  const kept = pieces.filter((piece) => !readPiece(at, step, piece)).map((piece) => piece.text);
  const below = narrativeOf(desk.file, item.below).map(narrativeText);
  for (const text of [...kept, ...below]) {
    report(desk, item.cell.place, text, 'This is no date, owner or status of the step.', 'notes');
  }
  step.notes = [...kept, ...below].join('\n');
  return step;
}

function piecesOf(cell: Cell): readonly Cell[] {
  if (cell.text.length > LONGEST_ITEM) return [cell];
  const pieces: Cell[] = [];
  let from = 0;
  for (const match of cell.text.matchAll(BETWEEN)) {
    pieces.push(sliceCell(cell, from, match.index));
    from = match.index + match[0].length;
  }
  pieces.push(sliceCell(cell, from));
  return pieces;
}

/** A date, an owner or a status, with its name before it or not; false where it is none of them. */
function readPiece(at: StepsDesk, step: Writable<Step>, piece: Cell): boolean {
  const { desk, people } = at;
  const label = /^(owner|who|due|by|date|status):? +/i.exec(piece.text);
  const bare = label ? sliceCell(piece, label[0].length) : piece;
  if (/^(?:owner|who)$/i.test(label?.[1] ?? '') || personNamed(people, piece.text) !== undefined) {
    step.owners = [...step.owners, ...ownersOf(desk, bare, { people, names: desk.names })];
    return true;
  }
  const date = readDateCell(desk, bare);
  if (date.date !== undefined && date.kept === undefined) {
    step.due = date.date;
    return true;
  }
  const status = readStatus(bare.text);
  if (status?.rest !== '') return false;
  step.status = status.status;
  return true;
}
