/** Who can be made the owner of something, and what picking one does to the owners that are there. Pure. */

import type { OwnerInput } from '@tandem/shared/plan/edit';
import { foldedText } from '@tandem/shared/plan/folded-text';
import { PARTIES, type Party } from '@tandem/shared/plan/kinds';
import type { Owner, PlanSnapshot, Stakeholder } from '@tandem/shared/plan/plan';
import { peopleById } from './indexes.ts';
import { partyName, ROLE_WORDS } from './words.ts';

type People = Pick<PlanSnapshot, 'stakeholders' | 'seller' | 'buyer'>;

export type OwnerChoice =
  | { readonly kind: 'person'; readonly person: Stakeholder }
  | { readonly kind: 'party'; readonly party: Party }
  | { readonly kind: 'both' }
  /** A role or a team, as it is written. */
  | { readonly kind: 'label'; readonly label: string; readonly party: Party }
  /** Somebody who is not in the plan yet. */
  | { readonly kind: 'new-person'; readonly name: string; readonly party: Party };

export interface ListedChoice {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly hint?: string;
  readonly isChosen: boolean;
  readonly choice: OwnerChoice;
}

/** How an owner is shown. */
export interface OwnerLook {
  readonly name: string;
  readonly party: Party | undefined;
  /** A named person; a role, a team or a whole company is not yet one (R44). */
  readonly isPerson: boolean;
}

export function lookOfOwner(plan: People, owner: Owner): OwnerLook {
  if (owner.stakeholder !== undefined) {
    const person = peopleById(plan.stakeholders).get(owner.stakeholder);
    if (person === undefined)
      return { name: 'Removed person', party: owner.party, isPerson: false };
    return {
      name: person.name || 'No name yet',
      party: person.party,
      isPerson: person.name !== '',
    };
  }
  const { party } = owner;
  const name = owner.label ?? (party === undefined ? 'Somebody' : partyName(plan, party));
  return { name, party, isPerson: false };
}

export function listChoices(plan: People, owners: readonly Owner[], typed: string): ListedChoice[] {
  const wanted = foldedText(typed);
  const fits = (text: string): boolean => foldedText(text).includes(wanted);
  const people: ListedChoice[] = [];
  for (const party of [...PARTIES, undefined]) {
    for (const person of plan.stakeholders) {
      const role = ROLE_WORDS[person.role];
      if (person.party !== party || person.name === '') continue;
      if (!fits(`${person.name} ${person.title} ${role}`)) continue;
      people.push({
        id: `person ${person.id}`,
        group: party === undefined ? 'Other people' : partyName(plan, party),
        label: person.name,
        hint: person.title || (person.role === 'other' ? '' : role),
        isChosen: owners.some((owner) => owner.stakeholder === person.id),
        choice: { kind: 'person', person },
      });
    }
  }
  const teams = [...teamChoices(plan, owners)].filter(({ label }) => fits(label));
  const isKnown = people.some(({ label }) => foldedText(label) === wanted);
  const others = wanted === '' || isKnown ? [] : newChoices(plan, typed.trim());
  return [...people, ...teams, ...others];
}

function* teamChoices(plan: People, owners: readonly Owner[]): Iterable<ListedChoice> {
  const group = 'No person yet';
  const isChosen = (party: Party): boolean =>
    owners.some((owner) => !owner.stakeholder && !owner.label && owner.party === party);
  yield {
    id: 'both',
    group,
    label: 'Both',
    hint: `${partyName(plan, 'seller')} and ${partyName(plan, 'buyer')}`,
    isChosen: isChosen('seller') && isChosen('buyer'),
    choice: { kind: 'both' },
  };
  for (const party of PARTIES) {
    yield {
      id: `party ${party}`,
      group,
      label: partyName(plan, party),
      isChosen: isChosen(party) && !isChosen(party === 'seller' ? 'buyer' : 'seller'),
      choice: { kind: 'party', party },
    };
  }
}

/** The buyer's first: people who are not in the plan yet are mostly theirs. */
function newChoices(plan: People, name: string): ListedChoice[] {
  const parties = ['buyer', 'seller'] as const;
  return [
    ...parties.map((party) => ({
      id: `new ${party}`,
      group: 'Add a person',
      label: `Add ${name} to ${partyName(plan, party)}`,
      isChosen: false,
      choice: { kind: 'new-person', name, party } as const,
    })),
    ...parties.map((party) => ({
      id: `label ${party}`,
      group: 'Or a role or team for now',
      label: `“${name}” at ${partyName(plan, party)}`,
      isChosen: false,
      choice: { kind: 'label', label: name, party } as const,
    })),
  ];
}

/** The owners after a choice. Choosing one who is there takes them out again. */
export function withChoice(
  plan: People,
  owners: readonly Owner[],
  choice: Exclude<OwnerChoice, { kind: 'new-person' }>,
): OwnerInput[] {
  switch (choice.kind) {
    case 'person': {
      const { id, party } = choice.person;
      if (owners.some((owner) => owner.stakeholder === id)) {
        return owners.filter((owner) => owner.stakeholder !== id);
      }
      return naming(plan, owners, { stakeholder: id, ...(party === undefined ? {} : { party }) });
    }
    case 'label': {
      const { label, party } = choice;
      return [...owners.filter((owner) => !isBareParty(owner, party)), { label, party }];
    }
    case 'party': {
      const { party } = choice;
      const without = owners.filter((owner) => !isBareParty(owner, party));
      return without.length < owners.length ? without : [...owners, { party }];
    }
    case 'both': {
      const missing = PARTIES.filter(
        (party) => !owners.some((owner) => lookOfOwner(plan, owner).party === party),
      );
      return [...owners, ...missing.map((party) => ({ party }))];
    }
  }
}

/** A person takes the place of the role or the company that stood in for them, with the part they do. */
export function naming(plan: People, owners: readonly Owner[], person: OwnerInput): OwnerInput[] {
  const isStandIn = (owner: Owner): boolean =>
    owner.stakeholder === undefined &&
    (owner.party === undefined || owner.party === person.party) &&
    !lookOfOwner(plan, owner).isPerson;
  const standIn = owners.find(isStandIn);
  const named = standIn?.does === undefined ? person : { ...person, does: standIn.does };
  return [...owners.filter((owner) => owner !== standIn), named];
}

function isBareParty(owner: Owner, party: Party): boolean {
  return !owner.stakeholder && !owner.label && owner.party === party;
}

export function ownersInWords(plan: People, owners: readonly Owner[]): string {
  return owners
    .map((owner) => {
      const { name } = lookOfOwner(plan, owner);
      return owner.does === undefined ? name : `${name} ${owner.does}`;
    })
    .join(', ');
}
