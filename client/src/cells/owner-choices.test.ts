import type { OwnerId, StakeholderId } from '@tandem/shared/plan/ids';
import type { Owner, Stakeholder } from '@tandem/shared/plan/plan';
import { expect, test } from 'vitest';
import { listChoices, lookOfOwner, type OwnerChoice, withChoice } from './owner-choices.ts';

const person = (id: string, name: string, party: 'seller' | 'buyer'): Stakeholder => ({
  id: id as StakeholderId,
  name,
  title: '',
  role: 'other',
  party,
  responsibility: '',
  signatory: false,
});
const priya = person('priya', 'Priya Kapoor', 'buyer');
const plan = {
  seller: 'Acme',
  buyer: 'Northwind',
  stakeholders: [person('maya', 'Maya Stone', 'seller'), priya],
};
const theirIt: Owner = { id: 'o1' as OwnerId, party: 'buyer', label: 'Their IT', does: 'reviews' };
const acme: Owner = { id: 'o2' as OwnerId, party: 'seller' };

test('people stand under their party, the seller first', () => {
  const groups = listChoices(plan, [], '').map(({ group, label }) => `${group}: ${label}`);
  expect(groups.slice(0, 2)).toEqual(['Acme: Maya Stone', 'Northwind: Priya Kapoor']);
  expect(groups).toContain('No person yet: Both');
});

test('who is not in the plan can be added to either party', () => {
  const kinds = listChoices(plan, [], 'Lena Hart').map(({ choice }) => choice);
  expect(kinds).toContainEqual({ kind: 'new-person', name: 'Lena Hart', party: 'buyer' });
  expect(kinds).toContainEqual({ kind: 'new-person', name: 'Lena Hart', party: 'seller' });
});

test('who is in the plan by exactly that name is not offered again', () => {
  const found = listChoices(plan, [], 'priya kapoor');
  expect(found.map(({ choice }) => choice.kind)).toEqual(['person']);
});

test('a person takes the place of the role that stood in for them, and what it does', () => {
  const choice: OwnerChoice = { kind: 'person', person: priya };
  expect(withChoice(plan, [acme, theirIt], choice)).toEqual([
    acme,
    { stakeholder: 'priya', party: 'buyer', does: 'reviews' },
  ]);
});

test('choosing a person again takes them out', () => {
  const owner: Owner = { id: 'o3' as OwnerId, stakeholder: priya.id };
  expect(withChoice(plan, [owner, acme], { kind: 'person', person: priya })).toEqual([acme]);
});

test('both adds only the party that is missing', () => {
  expect(withChoice(plan, [theirIt], { kind: 'both' })).toEqual([theirIt, { party: 'seller' }]);
  expect(withChoice(plan, [acme, theirIt], { kind: 'both' })).toEqual([acme, theirIt]);
});

test('a role is no person, and a removed one says so', () => {
  expect(lookOfOwner(plan, theirIt)).toEqual({ name: 'Their IT', party: 'buyer', isPerson: false });
  const gone: Owner = { id: 'o4' as OwnerId, stakeholder: 'x' as StakeholderId };
  expect(lookOfOwner(plan, gone).name).toBe('Removed person');
});
