/**
 * One stakeholder out of the cells of a row. The role cell of the template holds three things: "Director of
 * Revenue Operations, champion (Northwind)" is a title, a role and a company; elsewhere the title stands
 * behind the name ("Ingrid Moe, CFO") and the role cell holds only the role.
 */

import type { Party, StakeholderRole } from '../../plan/kinds.ts';
import type { Stakeholder } from '../../plan/plan.ts';
import { partyOfRole, suggestStakeholderRole } from '../../plan/stakeholder-role.ts';
import type { Cell } from '../markdown/cell.ts';
import { type PartyNames, partyNamed } from '../words/companies.ts';
import { isNothing, isSlot, isStillOpen, plainWords } from '../words/plain-words.ts';
import { isJobToo, roleNamed } from '../words/role-words.ts';

export interface PersonCells {
  readonly name: Cell;
  readonly role?: Cell;
  readonly title?: Cell;
  readonly party?: Cell;
  /** The party of the group row or the heading above. */
  readonly groupParty?: Party;
}

export type PersonText = Pick<Stakeholder, 'name' | 'title' | 'role'> & { readonly party?: Party };

export const NO_PARTY = 'party not known';

export function readPerson(cells: PersonCells, names: PartyNames): PersonText {
  const role = readRoleCell(cells.role, names);
  const ownTitle = cells.title && !isNothing(cells.title.text) ? cells.title.text : undefined;
  const name = readName(cells.name, ownTitle === undefined && role.title === '' && !role.explicit);
  const title = ownTitle ?? (role.title === '' ? (name.title ?? '') : role.title);
  const suggested = role.role ?? suggestedRole(title, cells.role?.text ?? '', name.name);
  const named = cells.party ? partyNamed(cells.party.text, names) : undefined;
  const party = named ?? role.party ?? cells.groupParty ?? partyOfRole(suggested);
  return {
    name: name.name,
    title,
    role: suggested,
    ...(party === undefined || party === 'unknown' ? {} : { party }),
  };
}

interface RoleCell {
  readonly title: string;
  readonly role?: StakeholderRole;
  readonly party?: Party | 'unknown';
  readonly explicit: boolean;
}

function readRoleCell(cell: Cell | undefined, names: PartyNames): RoleCell {
  if (!cell || isNothing(cell.text)) return { title: '', explicit: false };
  const bracket = readBracket(cell.text, names);
  const party = bracket.party === undefined ? {} : { party: bracket.party };
  const link = cell.parts.length <= 2 ? cell.parts[0] : undefined;
  const linked = link?.fragment === undefined ? undefined : roleNamed(link.fragment);
  if (
    link &&
    linked &&
    (cell.parts.length === 1 || cell.text.slice(link.text.length) === bracket.written)
  ) {
    const title = link.linkTitle === 'role only' ? '' : link.text;
    return { title, role: linked, explicit: true, ...party };
  }
  const text = bracket.before;
  const whole = roleNamed(text);
  if (whole) return { title: isJobToo(whole) ? text : '', role: whole, explicit: false, ...party };
  const comma = text.lastIndexOf(',');
  const last = comma < 0 ? undefined : roleNamed(text.slice(comma + 1));
  if (last) return { title: text.slice(0, comma), role: last, explicit: false, ...party };
  return { title: text, explicit: false, ...party };
}

/** The company behind the title, where it names a party; other brackets belong to the title. */
function readBracket(
  text: string,
  names: PartyNames,
): { readonly before: string; readonly written: string; readonly party?: Party | 'unknown' } {
  const match = / ?\(([^()]+)\)$/.exec(text);
  const inside = match?.[1];
  if (!match || inside === undefined) return { before: text, written: '' };
  const party = plainWords(inside) === NO_PARTY ? 'unknown' : partyNamed(inside, names);
  if (party === undefined) return { before: text, written: '' };
  return { before: text.slice(0, match.index), written: match[0], party };
}

/** A name and, where no other cell holds a title, what follows its comma. */
function readName(
  cell: Cell,
  titleMissing: boolean,
): { readonly name: string; readonly title?: string } {
  const only = cell.parts[0];
  if (cell.parts.length === 1 && only?.fragment === 'name') return { name: only.text };
  if (isNothing(cell.text) || isStillOpen(cell.text)) return { name: '' };
  const match = /^([^,]+), +(\S.*)$/s.exec(cell.text);
  if (!titleMissing || !match || isSlot(cell.text)) return { name: cell.text };
  return { name: match[1] ?? cell.text, title: match[2] ?? '' };
}

/** Only a slot says by its name what the person is to be: "[Champion name]". A person's name says nothing. */
function suggestedRole(title: string, roleText: string, name: string): StakeholderRole {
  const role = suggestStakeholderRole(title);
  if (role !== 'other') return role;
  const fromCell = suggestStakeholderRole(roleText);
  if (fromCell !== 'other') return fromCell;
  return isSlot(name) ? suggestStakeholderRole(name) : 'other';
}
