/** The stakeholders: tables with groups or without, and lists. Read twice: for whose company is whose, then for good. */

import type { List, Table } from 'mdast';
import { newId, type StakeholderId } from '../../plan/ids.ts';
import type { Party } from '../../plan/kinds.ts';
import { type NarrativeElement, paragraph } from '../../plan/narrative.ts';
import { itemsOf } from '../markdown/blocks.ts';
import { type Cell, plainCell, sliceCell } from '../markdown/cell.ts';
import { narrativeOf } from '../markdown/narrative-from-markdown.ts';
import { STAKEHOLDER_COLUMNS } from '../words/column-names.ts';
import { partyNamed } from '../words/companies.ts';
import { isStillOpen } from '../words/plain-words.ts';
import { roleNamed } from '../words/role-words.ts';
import { readYesNo } from '../words/step-words.ts';
import type { PartyEvidence } from './decide-parties.ts';
import { type Desk, locate, report } from './desk.ts';
import { NO_PARTY, type PersonCells, readPerson } from './read-stakeholder.ts';
import { reportUnknown, type SheetRow, sheetOf } from './sheet.ts';

type StakeholderColumn = keyof typeof STAKEHOLDER_COLUMNS;

const LONGEST_ITEM = 1_000;

/** `group`: the heading above the table, where it is not that of the section. */
export function readStakeholderTable(
  desk: Desk,
  table: Table,
  group: string | undefined,
): readonly NarrativeElement[] {
  const sheet = sheetOf(desk, table, STAKEHOLDER_COLUMNS);
  reportUnknown(desk, sheet, 'narrative');
  const kept: NarrativeElement[] = [];
  let party = group === undefined ? undefined : partyNamed(group, desk.names);
  for (const row of sheet.rows) {
    if (row.group !== undefined) {
      party = partyNamed(row.group, desk.names);
      if (party === undefined) {
        report(
          desk,
          row.place,
          row.group,
          'This group is neither of the two parties.',
          'narrative',
        );
        kept.push(paragraph(row.group));
      }
      continue;
    }
    addPerson(desk, row, party);
    const name = row.cells.get('name')?.text ?? '';
    for (const { heading, cell } of row.unknown)
      kept.push(paragraph(`${name} – ${heading}: ${cell.text}`));
  }
  return kept;
}

function addPerson(
  desk: Desk,
  row: SheetRow<StakeholderColumn>,
  groupParty: Party | undefined,
): void {
  const id = newId<StakeholderId>(desk.chance);
  const subject = { kind: 'stakeholder', id } as const;
  const name = row.cells.get('name') ?? plainCell('', row.place);
  const person = readPerson(personCells(row, name, groupParty), desk.names);
  if (isStillOpen(name.text)) {
    report(
      desk,
      name.place,
      name.text,
      'Nobody is named yet; the row is kept as a gap.',
      'nowhere',
    );
  }
  const email = row.cells.get('email')?.text;
  const signs = readYesNo(row.cells.get('signatory')?.text ?? '');
  desk.stakeholders.push({
    id,
    ...person,
    responsibility: row.cells.get('responsibility')?.text ?? '',
    signatory: signs?.yes ?? false,
    ...(email === undefined ? {} : { email }),
  });
  locate(desk, subject, row.place);
  for (const field of ['name', 'role', 'title', 'party', 'responsibility', 'email'] as const) {
    const place = row.places.get(field);
    if (place) locate(desk, { ...subject, field }, place);
  }
}

function personCells(
  row: SheetRow<StakeholderColumn>,
  name: Cell,
  groupParty: Party | undefined,
): PersonCells {
  const role = row.cells.get('role');
  const title = row.cells.get('title');
  const party = row.cells.get('party');
  return {
    name,
    ...(role ? { role } : {}),
    ...(title ? { title } : {}),
    ...(party ? { party } : {}),
    ...(groupParty ? { groupParty } : {}),
  };
}

/** What the rows say about companies, before it is known which of them sells. */
export function companyEvidence(
  desk: Desk,
  table: Table,
  group: string | undefined,
): PartyEvidence['people'] {
  const people: { company: string; role: string }[] = [];
  let company = group ?? '';
  for (const row of sheetOf(desk, table, STAKEHOLDER_COLUMNS).rows) {
    if (row.group !== undefined) {
      company = row.group;
      continue;
    }
    const texts = (['role', 'title', 'name'] as const).map((key) => row.cells.get(key)?.text ?? '');
    const role = texts.find((text) => text !== '') ?? '';
    const bracket = /\(([^()]+)\)\s*$/.exec(texts[0] ?? '')?.[1];
    const named = row.cells.get('party')?.text ?? bracket ?? company;
    if (named !== '' && named !== NO_PARTY)
      people.push({ company: named, role: role.replace(/\([^()]*\)\s*$/, '') });
  }
  return people;
}

/** "Dana Ruiz – VP Operations, champion (Northwind)", "Champion: Dana Ruiz, VP Operations". */
export function readStakeholderList(
  desk: Desk,
  list: List,
  group: string | undefined,
): readonly NarrativeElement[] {
  const groupParty = group === undefined ? undefined : partyNamed(group, desk.names);
  return itemsOf(desk.file, list).flatMap((item) => {
    const { name, role } = nameAndRole(item.cell);
    const cells = new Map<StakeholderColumn, Cell>([['name', name]]);
    if (role) cells.set('role', role);
    const { place } = item.cell;
    addPerson(desk, { cells, places: new Map(), unknown: [], place, all: [] }, groupParty);
    if (item.below.length === 0) return [];
    report(
      desk,
      item.cell.place,
      name.text,
      'What stands below a stakeholder is kept.',
      'narrative',
    );
    return narrativeOf(desk.file, item.below);
  });
}

function nameAndRole(cell: Cell): { readonly name: Cell; readonly role?: Cell } {
  const match = cell.text.length > LONGEST_ITEM ? null : /: +| +[–—|] +| +- +|, +/.exec(cell.text);
  if (!match) {
    const bracket = / \([^()]+\)$/.exec(cell.text);
    return bracket
      ? { name: sliceCell(cell, 0, bracket.index), role: sliceCell(cell, bracket.index + 1) }
      : { name: cell };
  }
  const first = sliceCell(cell, 0, match.index);
  const second = sliceCell(cell, match.index + match[0].length);
  return match[0].startsWith(':') && roleNamed(first.text) !== undefined
    ? { name: second, role: first }
    : { name: first, role: second };
}
