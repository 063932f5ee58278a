/** The steps: tables with the columns that people give them, and lists where there is no table. */

import type { List, Table } from 'mdast';
import { newId, type StepId, type WorkstreamId } from '../../plan/ids.ts';
import { suggestStepType } from '../../plan/step-type.ts';
import { itemsOf } from '../markdown/blocks.ts';
import { type Cell, sliceCell } from '../markdown/cell.ts';
import { STEP_COLUMNS } from '../words/column-names.ts';
import { partyNamed } from '../words/companies.ts';
import { companyOfOwnerColumn } from '../words/owner-columns.ts';
import { isNothing, nameKey } from '../words/plain-words.ts';
import { isOptionalTitle } from '../words/step-words.ts';
import { readStatus } from '../words/written-status.ts';
import { type Desk, locate, report } from './desk.ts';
import type { People } from './people.ts';
import { personNamed } from './people.ts';
import { readDateCell } from './read-date-cell.ts';
import type { OwnerContext } from './read-owners.ts';
import { type OwnerCell, ownersOf, readStepRow, type StepColumn } from './read-step-row.ts';
import { reportUnknown, sheetOf, type SheetRow, TAKEN } from './sheet.ts';
import type { StepLink } from './step-links.ts';

/** What reading steps needs to know and collects: all rows, with what they say about predecessors. */
export interface StepsDesk {
  readonly desk: Desk;
  readonly people: People;
  readonly links: StepLink[];
}

export function readStepTable(at: StepsDesk, table: Table, workstream: string | undefined): void {
  const { desk, people } = at;
  const companies = new Map<number, string>();
  const sheet = sheetOf(desk, table, STEP_COLUMNS, (grid) =>
    grid.header.map((cell, column) => {
      const company = companyOfOwnerColumn(cell.text);
      if (company === undefined) return cell.text;
      companies.set(column, company);
      return TAKEN;
    }),
  );
  reportUnknown(desk, sheet, 'notes');
  let group = workstream;
  const links: StepLink[] = [];
  sheet.rows.forEach((row, index) => {
    if (row.group !== undefined) {
      group = row.group;
      return;
    }
    const step = readStepRow(desk, { ...row, ownerCells: ownerCells(at, row, companies) }, people);
    const named = row.cells.get('workstream')?.text ?? group;
    if (named !== undefined && !isNothing(named)) step.workstream = workstreamOf(desk, named);
    desk.steps.push(step);
    const number = row.cells.get('number')?.text.trim() ?? String(index + 1);
    const after = row.cells.get('after');
    links.push({ step, number, siblings: links, ...(after ? { after } : {}) });
  });
  at.links.push(...links);
}

function ownerCells(
  at: StepsDesk,
  row: SheetRow<StepColumn>,
  companies: ReadonlyMap<number, string>,
): readonly OwnerCell[] {
  const context: OwnerContext = { people: at.people, names: at.desk.names };
  const own = row.cells.get('owner');
  const cells: OwnerCell[] = own ? [{ cell: own, context }] : [];
  for (const [column, company] of companies) {
    const cell = row.all[column];
    if (!cell || cell.text === '') continue;
    const party = partyNamed(company, at.desk.names);
    cells.push({ cell, context: party === undefined ? context : { ...context, party } });
  }
  return cells;
}

/** The workstream of this name, made where it is new. */
export function workstreamOf(desk: Desk, name: string): WorkstreamId {
  const known = desk.workstreams.find((each) => nameKey(each.name) === nameKey(name));
  if (known) return known.id;
  const id = newId<WorkstreamId>(desk.chance);
  desk.workstreams.push({ id, name });
  return id;
}

const BETWEEN = / +[–—|] +| +- +/g;

/** "1. Security review – Priya Kapoor – 3 March 2027": what is no date, owner or status stays in the notes. */
export function readStepList(at: StepsDesk, list: List, workstream: string | undefined): void {
  const links: StepLink[] = [];
  itemsOf(at.desk.file, list).forEach((item, index) => {
    const pieces = piecesOf(item.cell);
    const title = pieces[0]?.text ?? '';
    const id = newId<StepId>(at.desk.chance);
    locate(at.desk, { kind: 'step', id }, item.cell.place);
    const base = {
      id,
      title,
      type: suggestStepType(title),
      kind: 'task',
      predecessors: [],
      deliverable: '',
      optional: isOptionalTitle(title),
      pinned: false,
      assumptions: [],
      ...(workstream === undefined ? {} : { workstream: workstreamOf(at.desk, workstream) }),
    } as const;
    const said = readPieces(at, pieces.slice(1));
    const step = { ...base, ...said, status: item.checked ? ('complete' as const) : said.status };
    at.desk.steps.push(step);
    links.push({ step, number: String((list.start ?? 1) + index), siblings: links });
  });
  at.links.push(...links);
}

function piecesOf(cell: Cell): readonly Cell[] {
  const pieces: Cell[] = [];
  let from = 0;
  for (const match of cell.text.matchAll(BETWEEN)) {
    pieces.push(sliceCell(cell, from, match.index));
    from = match.index + match[0].length;
  }
  pieces.push(sliceCell(cell, from));
  return pieces;
}

function readPieces(at: StepsDesk, pieces: readonly Cell[]) {
  const { desk, people } = at;
  const context: OwnerContext = { people, names: desk.names };
  const step = { owners: [] as ReturnType<typeof ownersOf>, status: 'pending' as const, notes: '' };
  let result: typeof step & { due?: NonNullable<ReturnType<typeof readDateCell>['date']> } = step;
  for (const piece of pieces) {
    const text = piece.text.trim();
    const labelled = /^(owner|who|due|by|date|status):? +(.+)$/i.exec(text);
    const bare = labelled ? sliceCell(piece, piece.text.indexOf(labelled[2] ?? ''), piece.text.length) : piece;
    const date = readDateCell(desk, bare);
    const status = readStatus(bare.text.trim());
    const owner = /^(?:owner|who)$/i.test(labelled?.[1] ?? '') || personNamed(people, text) !== undefined;
    if (date.date !== undefined && date.kept === undefined) result = { ...result, due: date.date };
    else if (owner) result = { ...result, owners: [...result.owners, ...ownersOf(desk, bare, context)] };
    else if (status?.rest === '') result = { ...result, status: status.status as typeof step.status };
    else {
      result = { ...result, notes: result.notes === '' ? text : `${result.notes}\n${text}` };
      report(desk, piece.place, text, 'This is no date, owner or status of the step.', 'notes');
    }
  }
  return result;
}
