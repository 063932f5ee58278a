/** Who takes part in the demo plan, and how they own things. */

import { type Chance, newId, type OwnerId, type StakeholderId } from '@tandem/shared/plan/ids';
import type { Party, StakeholderRole } from '@tandem/shared/plan/kinds';
import type { Owner, Stakeholder } from '@tandem/shared/plan/plan';

export const DEMO_MEMBER = { name: 'Maya Lindqvist', email: 'maya.lindqvist@brightwater.example' };

type Who = readonly [
  name: string,
  title: string,
  role: StakeholderRole,
  party: Party,
  responsibility: string,
  signatory?: boolean,
];

const PEOPLE = {
  claire: [
    'Claire Beaumont',
    'VP Operations',
    'champion',
    'buyer',
    'Leads the evaluation day to day',
  ],
  marcus: [
    'Marcus Webb',
    'Chief Financial Officer',
    'economic-buyer',
    'buyer',
    'Approves the budget, signs',
    true,
  ],
  priya: ['Priya Nair', 'Head of Information Security', 'security', 'buyer', 'Security review'],
  daniel: ['Daniel Osei', 'Director of IT', 'it', 'buyer', 'Data access and single sign-on'],
  sofia: [
    'Sofia Marchetti',
    'Procurement lead',
    'procurement',
    'buyer',
    'Purchasing and supplier set-up',
  ],
  ruth: ['Ruth Adler', 'Legal counsel', 'legal', 'buyer', 'Contract review'],
  maya: [
    'Maya Lindqvist',
    'Account executive',
    'account-executive',
    'seller',
    'Commercial lead, pricing, contract',
    true,
  ],
  tomas: [
    'Tomás Rivera',
    'Solutions engineer',
    'solutions-engineer',
    'seller',
    'Pilot and integration',
  ],
  aisha: ['Aisha Rahman', 'Customer success lead', 'customer-success', 'seller', 'Onboarding'],
} as const satisfies Readonly<Record<string, Who>>;
export type Person = keyof typeof PEOPLE;

export interface Cast {
  readonly stakeholders: readonly Stakeholder[];
  idOf(person: Person): StakeholderId;
  /** A new entry in an owner set, which stands for the person. */
  own(person: Person): Owner;
}

export function castOf(chance: Chance): Cast {
  const ids = new Map(Object.keys(PEOPLE).map((person) => [person, newId<StakeholderId>(chance)]));
  const idOf = (person: string): StakeholderId => ids.get(person) ?? newId(chance);
  return {
    stakeholders: Object.entries<Who>(PEOPLE).map(([person, who]) =>
      stakeholderOf(idOf(person), who),
    ),
    idOf,
    own: (person) => ({
      id: newId<OwnerId>(chance),
      stakeholder: idOf(person),
      party: PEOPLE[person][3],
    }),
  };
}

function stakeholderOf(id: StakeholderId, who: Who): Stakeholder {
  const [name, title, role, party, responsibility, signatory = false] = who;
  const address = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(' ', '.');
  const email = `${address}@${party === 'seller' ? 'brightwater' : 'castellan'}.example`;
  return { id, name, title, role, party, responsibility, email, signatory };
}
