/** The stakeholders table. The role cell holds title, role and company, as the template has it. */

import type { Stakeholder } from '../../plan/plan.ts';
import { samePlain } from '../../plan/same-plain.ts';
import { type Cell, plainCell } from '../markdown/cell.ts';
import { escapeCell, fragmentLink } from '../markdown/escape-text.ts';
import { NO_PARTY, readPerson } from '../reading/read-stakeholder.ts';
import type { PartyNames } from '../words/companies.ts';
import { roleText } from '../words/role-words.ts';
import { type Column, writeTable } from './write-table.ts';

export function writeStakeholders(rows: readonly Stakeholder[], names: PartyNames): string {
  const columns: readonly Column<Stakeholder>[] = [
    { heading: 'Name', cell: (row) => writeName(row, names) },
    { heading: 'Role', cell: (row) => writeRole(row, names) },
    { heading: 'Responsibility in this evaluation', cell: (row) => escapeCell(row.responsibility) },
    {
      heading: 'Email',
      cell: (row) => escapeCell(row.email ?? ''),
      needed: (row) => (row.email ?? '') !== '',
    },
    {
      heading: 'Signs',
      cell: (row) => (row.signatory ? 'yes' : ''),
      needed: (row) => row.signatory,
    },
  ];
  return writeTable(columns, rows);
}

/** A gap is visible as one (R232). */
function writeName(row: Stakeholder, names: PartyNames): string {
  if (row.name === '') return 'TBD';
  const role = plainRole(row, names);
  const reads = role !== undefined && readsBack(row, plainCell(row.name), role, names);
  return reads ? escapeCell(row.name) : fragmentLink(row.name, 'name').replaceAll('|', '\\|');
}

function writeRole(row: Stakeholder, names: PartyNames): string {
  const plain = plainRole(row, names);
  if (plain !== undefined) return escapeCell(plain);
  const role =
    row.title === ''
      ? fragmentLink(roleText(row.role), row.role, 'role only')
      : fragmentLink(row.title, row.role);
  return `${role} (${row.party ?? NO_PARTY})`.replaceAll('|', '\\|');
}

/** The shortest words that read back as this title, role and party. */
function plainRole(row: Stakeholder, names: PartyNames): string | undefined {
  const role = roleText(row.role);
  const bases = row.title === '' ? ['', role] : [row.title, `${row.title}, ${role}`];
  const company = row.party === undefined ? '' : names[row.party];
  const ends = [...(company === '' ? [''] : [`(${company})`]), `(${row.party ?? NO_PARTY})`];
  for (const base of bases) {
    for (const end of ends) {
      const text = [base, end].filter((part) => part !== '').join(' ');
      if (readsBack(row, linkedName(row.name), text, names)) return text;
    }
  }
  return undefined;
}

function readsBack(row: Stakeholder, name: Cell, role: string, names: PartyNames): boolean {
  const read = readPerson({ name, role: plainCell(role) }, names);
  const party = row.party === undefined ? {} : { party: row.party };
  return samePlain(read, { name: row.name, title: row.title, role: row.role, ...party });
}

/** The name as a link reads it: whatever stands in it. */
function linkedName(name: string): Cell {
  return name === ''
    ? plainCell('TBD')
    : { ...plainCell(name), parts: [{ text: name, fragment: 'name' }] };
}
