/** The words for a stakeholder's part in the deal, apart from job titles. */

import { STAKEHOLDER_ROLES, type StakeholderRole } from '../../plan/kinds.ts';
import { plainWords } from './plain-words.ts';

const MORE: Readonly<Record<string, StakeholderRole>> = {
  eb: 'economic-buyer',
  'budget holder': 'economic-buyer',
  'budget owner': 'economic-buyer',
  'exec sponsor': 'executive-sponsor',
  sponsor: 'executive-sponsor',
  'technical buyer': 'technical-evaluator',
  ae: 'account-executive',
  se: 'solutions-engineer',
  sa: 'solutions-engineer',
  cs: 'customer-success',
  csm: 'customer-success',
  infosec: 'security',
};

const BY_WORDS = new Map<string, StakeholderRole>(Object.entries(MORE));
for (const role of STAKEHOLDER_ROLES) BY_WORDS.set(role.replaceAll('-', ' '), role);

/** Exactly a role and nothing else: "Champion", "economic buyer", "EB". */
export function roleNamed(text: string): StakeholderRole | undefined {
  return BY_WORDS.get(plainWords(text));
}

/** Roles that are no job title: a cell "Champion" says nothing about what the person is employed as. */
const NO_JOBS: ReadonlySet<StakeholderRole> = new Set([
  'champion',
  'economic-buyer',
  'technical-evaluator',
  'executive-sponsor',
  'end-user',
]);

export function isJobToo(role: StakeholderRole): boolean {
  return !NO_JOBS.has(role);
}

export function roleText(role: StakeholderRole): string {
  return role.replaceAll('-', ' ');
}
