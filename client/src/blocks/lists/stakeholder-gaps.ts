/** Which roles nobody has yet, by party: the gaps that start the conversation (R96, R232). Pure. */

import type { Party, StakeholderRole } from '@tandem/shared/plan/kinds';
import type { Stakeholder } from '@tandem/shared/plan/plan';

const EXPECTED: Readonly<Record<Party, readonly StakeholderRole[]>> = {
  buyer: ['champion', 'economic-buyer', 'technical-evaluator', 'security', 'procurement', 'legal'],
  seller: ['account-executive', 'solutions-engineer', 'executive-sponsor'],
};

export function missingRoles(people: readonly Stakeholder[], party: Party): StakeholderRole[] {
  return EXPECTED[party].filter(
    (role) => !people.some((person) => person.party === party && person.role === role),
  );
}

/** A row that holds a place for somebody whose name nobody knows yet. */
export function isNamed(person: Stakeholder): boolean {
  const name = person.name.trim();
  return name !== '' && !/^\[[^\]]*\]$/.test(name);
}
