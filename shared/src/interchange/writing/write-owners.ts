/** Owners in the words of the template, as long as these read back as the same owners; else as links. */

import type { StakeholderId, StepId } from '../../plan/ids.ts';
import type { Owner, PlanSnapshot } from '../../plan/plan.ts';
import { samePlain } from '../../plan/same-plain.ts';
import { plainCell } from '../markdown/cell.ts';
import { escapeCell, fragmentLink } from '../markdown/escape-text.ts';
import { type People, peopleOf, personNamed } from '../reading/people.ts';
import { type OwnerText, readOwners } from '../reading/read-owners.ts';
import type { PartyNames } from '../words/companies.ts';

/** What cells refer to: people by name, steps by number. */
export interface References {
  readonly people: People;
  readonly names: PartyNames;
  /** The number in the steps table, from 1. */
  readonly numbers: ReadonlyMap<StepId, number>;
  readonly rowOf: ReadonlyMap<StakeholderId, number>;
}

export function referencesOf(plan: PlanSnapshot): References {
  return {
    people: peopleOf(plan.stakeholders),
    names: { seller: plan.seller, buyer: plan.buyer },
    numbers: new Map(plan.steps.map(({ id }, i) => [id, i + 1])),
    rowOf: new Map(plan.stakeholders.map(({ id }, i) => [id, i + 1])),
  };
}

/** Markdown of a cell. */
export function writeOwners(owners: readonly Owner[], to: References): string {
  const known = owners.flatMap((owner) => ownerText(owner, to));
  const plain = plainOwners(known, to);
  if (plain !== undefined) {
    const read = readOwners(plainCell(plain), { people: to.people, names: to.names });
    if (read.open.length === 0 && samePlain(read.owners, known)) return escapeCell(plain);
  }
  return known
    .map((owner) => linkedOwner(owner, to))
    .join(' + ')
    .replaceAll('|', '\\|');
}

/** A person is a person whatever else stands in the entry; an entry that names nobody is none. */
function ownerText(
  { stakeholder, party, label, does }: Owner,
  to: References,
): readonly OwnerText[] {
  const part = does === undefined || does === '' ? {} : { does };
  if (stakeholder !== undefined && to.rowOf.has(stakeholder)) return [{ stakeholder, ...part }];
  if (party === undefined && label === undefined) return [];
  return [{ ...(party ? { party } : {}), ...(label === undefined ? {} : { label }), ...part }];
}

function plainOwners(owners: readonly OwnerText[], to: References): string | undefined {
  const both = bothText(owners);
  if (both !== undefined) return both;
  const texts = owners.map((owner) => {
    const name =
      owner.stakeholder === undefined
        ? (owner.label ?? partyText(owner))
        : personText(owner.stakeholder, to);
    return name === undefined
      ? undefined
      : `${name}${owner.does === undefined ? '' : ` ${owner.does}`}`;
  });
  if (!texts.every((text) => text !== undefined)) return undefined;
  return texts.join(
    owners.length > 1 && owners.every((owner) => owner.does !== undefined) ? ', ' : ' + ',
  );
}

/** *Both* is two entries, one for each party, with the same words or none. */
function bothText(owners: readonly OwnerText[]): string | undefined {
  const [seller, buyer] = owners;
  if (owners.length !== 2 || seller?.party !== 'seller' || buyer?.party !== 'buyer')
    return undefined;
  if (seller.does !== buyer.does || seller.label !== buyer.label || seller.does !== undefined)
    return undefined;
  return seller.label ?? 'Both';
}

function partyText(owner: OwnerText): string {
  return owner.party === 'seller' ? 'Seller' : 'Buyer';
}

/** The name by which readers find this person again, where there is one. */
export function personText(id: StakeholderId, to: References): string | undefined {
  const person = to.people.rows[(to.rowOf.get(id) ?? 0) - 1];
  const name = person?.name === '' ? person.title : person?.name;
  return name !== undefined && personNamed(to.people, name) === id ? name : undefined;
}

/** `[Anna Berg](#stakeholder-3)`: for a name that two people have, or that says nothing by itself. */
export function personLink(id: StakeholderId, to: References, does?: string): string {
  const row = to.rowOf.get(id) ?? 0;
  const person = to.people.rows[row - 1];
  const shown = person?.name || person?.title || `stakeholder ${row}`;
  return fragmentLink(shown, `stakeholder-${row}`, does);
}

function linkedOwner(owner: OwnerText, to: References): string {
  if (owner.stakeholder !== undefined) return personLink(owner.stakeholder, to, owner.does);
  if (owner.label === undefined)
    return fragmentLink(partyText(owner), `party-${owner.party}`, owner.does);
  return fragmentLink(owner.label, owner.party ?? 'owner', owner.does);
}
