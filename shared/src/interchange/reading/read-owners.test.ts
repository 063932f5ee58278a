import { describe, expect, it } from 'vitest';
import type { StakeholderId } from '../../plan/ids.ts';
import type { Stakeholder } from '../../plan/plan.ts';
import { plainCell } from '../markdown/cell.ts';
import { peopleOf } from './people.ts';
import { type OwnerContext, readOwners } from './read-owners.ts';

function person(
  name: string,
  title: string,
  role: Stakeholder['role'],
  party: Stakeholder['party'],
): Stakeholder {
  const id = (name === '' ? title : name) as StakeholderId;
  return {
    id,
    name,
    title,
    role,
    responsibility: '',
    signatory: false,
    ...(party ? { party } : {}),
  };
}

const people = peopleOf([
  person('Maya Stone', 'Account executive', 'account-executive', 'seller'),
  person('Dana Ruiz', 'Director', 'champion', 'buyer'),
  person('Tom Okafor', 'Solutions architect', 'solutions-engineer', 'seller'),
  person('Priya Kapoor', 'InfoSec lead', 'security', 'buyer'),
  person('Tom Berg', 'CFO', 'economic-buyer', 'buyer'),
  person('', 'Legal Counsel', 'legal', 'buyer'),
]);
const context: OwnerContext = { people, names: { seller: 'Acme', buyer: 'Northwind' } };
const owners = (text: string, party?: 'seller' | 'buyer') =>
  readOwners(plainCell(text), party ? { ...context, party } : context).owners;
const who = (name: string) => ({ stakeholder: name as StakeholderId });

describe('owners', () => {
  it.each([
    ['Maya Stone', [who('Maya Stone')]],
    ['maya  stone', [who('Maya Stone')]],
    ['Maya', [who('Maya Stone')]],
    ['Maya Stone + Dana Ruiz', [who('Maya Stone'), who('Dana Ruiz')]],
    ['Maya Stone, Dana Ruiz', [who('Maya Stone'), who('Dana Ruiz')]],
    ['Maya and Dana', [who('Maya Stone'), who('Dana Ruiz')]],
    ['Maya Stone; Dana Ruiz', [who('Maya Stone'), who('Dana Ruiz')]],
    ['Maya Stone\nDana Ruiz', [who('Maya Stone'), who('Dana Ruiz')]],
    ['Dana Ruiz (Northwind)', [who('Dana Ruiz')]],
    ['Dana Ruiz (champion)', [who('Dana Ruiz')]],
    ['Tom Berg, CFO', [who('Tom Berg')]],
    ['Legal Counsel', [who('Legal Counsel')]],
    ['Both', [{ party: 'seller' }, { party: 'buyer' }]],
    ['Beide', [{ party: 'seller' }, { party: 'buyer' }]],
    [
      'Both legal teams',
      [
        { party: 'seller', label: 'Both legal teams' },
        { party: 'buyer', label: 'Both legal teams' },
      ],
    ],
    ['Seller', [{ party: 'seller' }]],
    ['Vendor', [{ party: 'seller', label: 'Vendor' }]],
    ['Northwind', [{ party: 'buyer', label: 'Northwind' }]],
    ['Vendor management', [{ party: 'buyer', label: 'Vendor management' }]],
    [
      '[Your AE] + [Champion]',
      [
        { party: 'seller', label: '[Your AE]' },
        { party: 'buyer', label: '[Champion]' },
      ],
    ],
    ['Champion / EB', [{ party: 'buyer', label: 'Champion / EB' }]],
    ['Maya Stone / Dana Ruiz', [who('Maya Stone'), who('Dana Ruiz')]],
    ['[EB or authorized signer]', [{ party: 'buyer', label: '[EB or authorized signer]' }]],
    ['Legal, risk and tax', [{ label: 'Legal, risk and tax' }]],
    ['Ann Onym', [{ label: 'Ann Onym' }]],
  ])('%s', (text, expected) => {
    expect(owners(text)).toEqual(expected);
  });

  it('that do different things each keep their part', () => {
    expect(owners('Tom Okafor sends, Priya Kapoor reviews')).toEqual([
      { ...who('Tom Okafor'), does: 'sends' },
      { ...who('Priya Kapoor'), does: 'reviews' },
    ]);
    expect(owners('[Your company] sends, [Their IT] reviews')).toEqual([
      { party: 'seller', label: '[Your company]', does: 'sends' },
      { party: 'buyer', label: '[Their IT]', does: 'reviews' },
    ]);
    expect(owners('Vendor sends, prospect IT reviews')).toEqual([
      { party: 'seller', label: 'Vendor', does: 'sends' },
      { party: 'buyer', label: 'prospect IT', does: 'reviews' },
    ]);
    expect(owners('Ann Onym signs')).toEqual([{ label: 'Ann Onym', does: 'signs' }]);
    expect(owners('Acme sales')).toEqual([{ party: 'seller', label: 'Acme sales' }]);
  });

  it('of a first name that two have are nobody in particular', () => {
    expect(owners('Tom')).toEqual([{ label: 'Tom' }]);
  });

  it('of a column of one party are of that party', () => {
    expect(owners('IT-avdelingen', 'buyer')).toEqual([{ party: 'buyer', label: 'IT-avdelingen' }]);
    expect(owners('Legal', 'seller')).toEqual([{ party: 'seller', label: 'Legal' }]);
  });

  it.each(['', '-', '–', 'n/a', 'None'])('are none in "%s"', (text) => {
    expect(readOwners(plainCell(text), context)).toEqual({ owners: [], open: [] });
  });

  it('that are still open are said to be', () => {
    expect(readOwners(plainCell('TBD'), context)).toEqual({ owners: [], open: ['TBD'] });
    expect(readOwners(plainCell('Dana + tbc'), context)).toEqual({
      owners: [who('Dana Ruiz')],
      open: ['tbc'],
    });
  });

  it('are read out of links as they are meant', () => {
    const cell = {
      ...plainCell('Both + Anna'),
      parts: [
        { text: 'Both', fragment: 'seller', linkTitle: 'sends, and waits' },
        { text: ' + ' },
        { text: 'Anna', fragment: 'stakeholder-2' },
      ],
    };
    expect(readOwners(cell, context).owners).toEqual([
      { party: 'seller', label: 'Both', does: 'sends, and waits' },
      who('Dana Ruiz'),
    ]);
  });

  it('longer than any list stay one label', () => {
    const text = 'Maya and '.repeat(100);
    expect(owners(text)).toEqual([{ label: text.trim() }]);
  });
});
