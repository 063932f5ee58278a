import type { StakeholderId } from '@tandem/shared/plan/ids';
import type { Stakeholder } from '@tandem/shared/plan/plan';
import { expect, test } from 'vitest';
import { isNamed, missingRoles } from './stakeholder-gaps.ts';

const person = (fields: Partial<Stakeholder>): Stakeholder => ({
  id: 'p' as StakeholderId,
  name: 'Dana Ruiz',
  title: '',
  role: 'champion',
  party: 'buyer',
  responsibility: '',
  signatory: false,
  ...fields,
});

test('a role is missing as long as nobody of that party has it', () => {
  expect(missingRoles([person({})], 'buyer')).not.toContain('champion');
  expect(missingRoles([person({ party: 'seller' })], 'buyer')).toContain('champion');
  expect(missingRoles([], 'seller')).toEqual([
    'account-executive',
    'solutions-engineer',
    'executive-sponsor',
  ]);
});

test('a slot of the template is no name', () => {
  expect(isNamed(person({}))).toBe(true);
  expect(isNamed(person({ name: '[EB name]' }))).toBe(false);
  expect(isNamed(person({ name: ' ' }))).toBe(false);
});
