import { describe, expect, it } from 'vitest';
import { plainCell } from '../markdown/cell.ts';
import { decideParties } from './decide-parties.ts';
import { readPerson } from './read-stakeholder.ts';

const NAMES = { seller: 'Acme', buyer: 'Northwind' };

function person(name: string, role: string, title?: string, party?: string) {
  return readPerson(
    {
      name: plainCell(name),
      role: plainCell(role),
      ...(title === undefined ? {} : { title: plainCell(title) }),
      ...(party === undefined ? {} : { party: plainCell(party) }),
    },
    NAMES,
  );
}

describe('a stakeholder', () => {
  it.each([
    [
      ['Dana Ruiz', 'Director of Revenue Operations, champion (Northwind)'],
      {
        name: 'Dana Ruiz',
        title: 'Director of Revenue Operations',
        role: 'champion',
        party: 'buyer',
      },
    ],
    [
      ['Ingrid Moe, CFO', 'Economic Buyer'],
      { name: 'Ingrid Moe', title: 'CFO', role: 'economic-buyer', party: 'buyer' },
    ],
    [['TBD', 'Legal Counsel'], { name: '', title: 'Legal Counsel', role: 'legal' }],
    [
      ['Sam', 'Account Executive'],
      { name: 'Sam', title: 'Account Executive', role: 'account-executive', party: 'seller' },
    ],
    [
      ['Lena', 'Legal counsel (Northwind)'],
      { name: 'Lena', title: 'Legal counsel', role: 'legal', party: 'buyer' },
    ],
    [
      ['Lena', 'Legal counsel (external)'],
      { name: 'Lena', title: 'Legal counsel (external)', role: 'legal' },
    ],
    [
      ['Moe, Ingrid', 'CFO, economic buyer'],
      { name: 'Moe, Ingrid', title: 'CFO', role: 'economic-buyer', party: 'buyer' },
    ],
    [
      ['[EB name]', '[Title]'],
      { name: '[EB name]', title: '[Title]', role: 'economic-buyer', party: 'buyer' },
    ],
    [
      ['[Your SE/SA]', '[Title]'],
      { name: '[Your SE/SA]', title: '[Title]', role: 'solutions-engineer', party: 'seller' },
    ],
    [
      ['Champion Smith', 'Head of Ports'],
      { name: 'Champion Smith', title: 'Head of Ports', role: 'other' },
    ],
    [['Ann', 'Champion (party not known)'], { name: 'Ann', title: '', role: 'champion' }],
    [['Ann', ''], { name: 'Ann', title: '', role: 'other' }],
    [
      ['Jo', 'Champion', 'CTO', 'Acme Inc'],
      { name: 'Jo', title: 'CTO', role: 'champion', party: 'seller' },
    ],
  ] as const)('%s', (cells, expected) => {
    const [name, role, title, party] = cells;
    expect(person(name, role, title, party)).toEqual(expected);
  });
});

describe('who sells and who buys', () => {
  const title = 'Mutual Success Plan – Halden Freight × Corvid Systems';
  const people = [
    { company: 'Halden', role: 'Champion' },
    { company: 'Corvid', role: 'Account Executive' },
  ];

  it('is told by the roles of their people', () => {
    expect(decideParties({ title, said: {}, people, columns: [] })).toEqual({
      seller: 'Corvid Systems',
      buyer: 'Halden Freight',
    });
  });

  it('is told by one of them alone', () => {
    const names = decideParties({ title, said: {}, people: people.slice(1), columns: [] });
    expect(names).toEqual({ seller: 'Corvid Systems', buyer: 'Halden Freight' });
  });

  it('is told by the goal sentence before that', () => {
    expect(decideParties({ title, said: {}, evaluator: 'Corvid', people, columns: [] })).toEqual({
      seller: 'Halden Freight',
      buyer: 'Corvid',
    });
  });

  it('is believed where it is said', () => {
    const said = { seller: 'Halden Freight' };
    expect(decideParties({ title, said, people: [], columns: [] })).toEqual({
      seller: 'Halden Freight',
      buyer: 'Corvid Systems',
    });
  });

  it('leaves the other one for the other party', () => {
    const said = { buyer: 'Halden' };
    expect(decideParties({ title, said, people: [], columns: [] })).toEqual({
      seller: 'Corvid Systems',
      buyer: 'Halden',
    });
  });

  it('is read from the order in the title only last, and from tables where there is no title', () => {
    expect(decideParties({ title, said: {}, people: [], columns: [] }).seller).toBe(
      'Halden Freight',
    );
    expect(decideParties({ title: 'Plan', said: {}, people, columns: ['Halden'] })).toEqual({
      seller: 'Corvid',
      buyer: 'Halden',
    });
  });

  it('is nobody without any sign', () => {
    const slots = 'Mutual Action Plan: [Your Company] + [Their Company]';
    expect(decideParties({ title: slots, said: {}, people: [], columns: [] })).toEqual({
      seller: '',
      buyer: '',
    });
  });
});
