/**
 * Owners as people write them: "Maya Stone + Dana Ruiz", "Tom Okafor sends, Priya Kapoor reviews", "Both",
 * "[Your AE] + [Champion]", "Vendor management". A name is matched to a stakeholder; what names nobody stays
 * as a label with the party where one is known (R44).
 */

import type { Party } from '../../plan/kinds.ts';
import type { Owner } from '../../plan/plan.ts';
import { suggestStakeholderRole } from '../../plan/stakeholder-role.ts';
import type { Cell } from '../markdown/cell.ts';
import { isPartyName, type PartyNames, partyNamed } from '../words/companies.ts';
import { splitBeforeVerb } from '../words/does.ts';
import { partyOfLabel } from '../words/party-of-label.ts';
import { isNothing, isSlot, isStillOpen, plainWords, sameName } from '../words/plain-words.ts';
import { type People, personAt, personNamed } from './people.ts';

export type OwnerText = Omit<Owner, 'id'>;

export interface OwnerContext {
  readonly people: People;
  readonly names: PartyNames;
  /** Whose owners the column holds, where it is one party's. */
  readonly party?: Party;
}

export interface ReadOwners {
  readonly owners: readonly OwnerText[];
  /** "TBD": parts that only say that nobody is named yet. */
  readonly open: readonly string[];
}

/** Beyond this a cell is no list of owners. */
const LONGEST_LIST = 400;
const BOTH =
  /^(?:both|both (?:parties|sides|teams|companies|of us)|joint|jointly|beide|beide seiten|les deux|les deux parties|ambos|ambas partes|begge|begge parter)$/;

export function readOwners(cell: Cell, context: OwnerContext): ReadOwners {
  const explicit = explicitOwners(cell, context.people);
  if (explicit) return { owners: explicit, open: [] };
  const text = cell.text.trim();
  if (text.length > LONGEST_LIST) return { owners: [labelled(text, context)], open: [] };
  const parts = text
    .split(/\s*[;\n]\s*|\s+\+\s+/)
    .flatMap((part) => splitList(part.trim(), context));
  const named = parts.filter((part) => !isNothing(part));
  return {
    owners: named.filter((part) => !isStillOpen(part)).flatMap((part) => ownerOf(part, context)),
    open: named.filter(isStillOpen),
  };
}

/** Commas and "and" part owners only where the parts are owners: "Legal, risk and tax" is one team. */
function splitList(text: string, context: OwnerContext): readonly string[] {
  if (isKnown(text, context)) return [text];
  const isPerson = (part: string): boolean => personNamed(context.people, part) !== undefined;
  // A slash between roles leaves open which: "Champion / EB" is one owner, not yet decided.
  const either = text.split(/\s+\/\s+/);
  if (either.length > 1) return either.every(isPerson) ? either : [text];
  const parts = text.split(/\s*,\s*|\s+(?:&|and|und|et|y|og)\s+/i).filter((part) => part !== '');
  if (parts.length < 2) return [text];
  if (describesFirst(parts, context)) return [parts[0] ?? text];
  const all = parts.every(
    (part) => isKnown(part, context) || isRole(part) || verbOf(part, context),
  );
  return all || parts.some(isPerson) ? parts : [text];
}

/** "Ingrid Moe, CFO": the second part is the first one's title. */
function describesFirst(parts: readonly string[], context: OwnerContext): boolean {
  const id = personNamed(context.people, parts[0] ?? '');
  const title = context.people.rows.find((row) => row.id === id)?.title;
  return parts.length === 2 && title !== undefined && sameName(title, parts[1] ?? '');
}

function ownerOf(text: string, context: OwnerContext): readonly OwnerText[] {
  const single = namedOwner(text, context);
  if (single) return single;
  const split = verbOf(text, context);
  if (!split) return [labelled(text, context)];
  const owners = namedOwner(split.name, context) ?? [labelled(split.name, context)];
  return owners.map((owner) => ({ ...owner, does: split.does }));
}

function namedOwner(text: string, context: OwnerContext): readonly OwnerText[] | undefined {
  // A slot names nobody, also where the same slot stands among the stakeholders.
  if (isSlot(text)) return [labelled(text, context)];
  const person = personNamed(context.people, text) ?? personInBrackets(text, context);
  if (person !== undefined) return [{ stakeholder: person }];
  const words = plainWords(text);
  if (BOTH.test(words)) return [{ party: 'seller' }, { party: 'buyer' }];
  if (/^both \p{L}/u.test(words)) {
    return [
      { party: 'seller', label: text },
      { party: 'buyer', label: text },
    ];
  }
  if (words === 'seller' || words === 'buyer') return [{ party: words }];
  return isPartyName(text, context.names) ? [labelled(text, context)] : undefined;
}

/** "Dana Ruiz (Northwind)", "Dana Ruiz (champion)": the brackets say what the stakeholder's row says. */
function personInBrackets(text: string, context: OwnerContext): OwnerText['stakeholder'] {
  const match = /^([^()]+) \(([^()]+)\)$/.exec(text);
  if (!match) return undefined;
  const id = personNamed(context.people, match[1] ?? '');
  const person = context.people.rows.find((row) => row.id === id);
  const inside = match[2] ?? '';
  const known =
    person !== undefined &&
    (sameName(person.title, inside) ||
      (person.role !== 'other' && suggestStakeholderRole(inside) === person.role) ||
      (person.party !== undefined && partyNamed(inside, context.names) === person.party));
  return known ? id : undefined;
}

function labelled(text: string, context: OwnerContext): OwnerText {
  const party = context.party ?? partyOfLabel(text, context.names);
  return { ...(party === undefined ? {} : { party }), label: text };
}

function isKnown(text: string, context: OwnerContext): boolean {
  return namedOwner(text, context) !== undefined;
}

function isRole(text: string): boolean {
  return text.split(' ').length <= 3 && suggestStakeholderRole(text) !== 'other';
}

function verbOf(text: string, context: OwnerContext): ReturnType<typeof splitBeforeVerb> {
  return splitBeforeVerb(text, (name) => isKnown(name, context) || isRole(name));
}

/** Our own exports write `[label](#seller "does")` where the plain words would read as something else. */
function explicitOwners(cell: Cell, people: People): readonly OwnerText[] | undefined {
  const owners: OwnerText[] = [];
  for (const part of cell.parts) {
    if (part.fragment === undefined) {
      if (!/^\s*[+,]?\s*$/.test(part.text)) return undefined;
      continue;
    }
    const owner = explicitOwner(part.fragment, part.text, people);
    if (!owner) return undefined;
    owners.push(part.linkTitle === undefined ? owner : { ...owner, does: part.linkTitle });
  }
  return owners.length > 0 ? owners : undefined;
}

function explicitOwner(fragment: string, text: string, people: People): OwnerText | undefined {
  switch (fragment) {
    case 'seller':
    case 'buyer':
      return { party: fragment, label: text };
    case 'party-seller':
      return { party: 'seller' };
    case 'party-buyer':
      return { party: 'buyer' };
    case 'owner':
      return { label: text };
    default: {
      const person = personAt(people, fragment);
      return person === undefined ? undefined : { stakeholder: person };
    }
  }
}
