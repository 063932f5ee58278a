/** Tables of steps, with the columns that people give them. */

import type { Table } from 'mdast';
import { newId, type WorkstreamId } from '../../plan/ids.ts';
import { STEP_COLUMNS } from '../words/column-names.ts';
import { partyNamed } from '../words/companies.ts';
import { companyOfOwnerColumn } from '../words/owner-columns.ts';
import { isNothing, nameKey } from '../words/plain-words.ts';
import type { Desk } from './desk.ts';
import type { People } from './people.ts';
import type { OwnerContext } from './read-owners.ts';
import type { StepColumn } from './read-step-marks.ts';
import { type OwnerCell, readStepRow } from './read-step-row.ts';
import { reportUnknown, type SheetRow, sheetOf, TAKEN } from './sheet.ts';
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
    const step = readStepRow(
      desk,
      { ...row, places: placesOf(row, companies), ownerCells: ownerCells(at, row, companies) },
      people,
    );
    const named = row.cells.get('workstream')?.text ?? group;
    if (named !== undefined && !isNothing(named)) step.workstream = workstreamOf(desk, named);
    desk.steps.push(step);
    const number = row.cells.get('number')?.text.trim() ?? String(index + 1);
    const after = row.cells.get('after');
    links.push({ step, number, siblings: links, ...(after ? { after } : {}) });
  });
  at.links.push(...links);
}

/** Owners in columns of their parties stand where the first of these is. */
function placesOf(
  row: SheetRow<StepColumn>,
  companies: ReadonlyMap<number, string>,
): SheetRow<StepColumn>['places'] {
  const [first] = companies.keys();
  const cell = first === undefined ? undefined : row.all[first];
  return !cell || row.places.has('owner')
    ? row.places
    : new Map(row.places).set('owner', cell.place);
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
  const known = desk.workstreamIds.get(nameKey(name));
  if (known) return known;
  const id = newId<WorkstreamId>(desk.chance);
  desk.workstreamIds.set(nameKey(name), id);
  desk.workstreams.push({ id, name });
  return id;
}
