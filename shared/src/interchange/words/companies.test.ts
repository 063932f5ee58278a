import { describe, expect, it } from 'vitest';
import { nameOrNone, namesInTitle, partyNamed, partyOfWord, sameCompany } from './companies.ts';
import { companyOfOwnerColumn } from './owner-columns.ts';
import { partyOfLabel } from './party-of-label.ts';

const NAMES = { seller: 'Corvid Systems', buyer: 'Halden Freight' };

describe('the names in a title', () => {
  it.each([
    ['Mutual Action Plan: Acme + Northwind', ['Acme', 'Northwind']],
    ['Mutual Success Plan – Halden Freight × Corvid Systems', ['Halden Freight', 'Corvid Systems']],
    ['MAP: A x B', ['A', 'B']],
    ['Mutual Action Plan for Acme and Northwind', ['Acme', 'Northwind']],
    ['Joint Plan between Acme & Northwind', ['Acme', 'Northwind']],
    ['Acme + Northwind – Mutual Action Plan', ['Acme', 'Northwind']],
    ['Acme & Northwind Mutual Action Plan', ['Acme', 'Northwind']],
    ['Acme × Northwind', ['Acme', 'Northwind']],
    ['Gemeinsamer Aktionsplan: Acme und Nordwind', ['Acme', 'Nordwind']],
    ['Mutual Action Plan: [Your Company] + [Their Company]', ['', '']],
    ['Mutual Action Plan: A & B + C', ['A & B', 'C']],
  ])('are read in %s', (title, names) => {
    expect(namesInTitle(title)).toEqual(names);
  });

  it.each(['Mutual Action Plan', 'Research and Development', 'A + B + C', 'Plan: Northwind', ''])(
    'are not guessed in "%s"',
    (title) => {
      expect(namesInTitle(title)).toBeUndefined();
    },
  );
});

describe('a company', () => {
  it.each([
    ['Halden', 'Halden Freight'],
    ['Halden Freight AS', 'halden  freight'],
    ['The Northwind Group', 'Northwind Group'],
  ])('%s is %s', (a, b) => {
    expect(sameCompany(a, b)).toBe(true);
  });

  it.each([
    ['Hal', 'Halden'],
    ['Acme', 'Northwind'],
    ['', 'Acme'],
    ['[Your Company]', 'Your Company'],
  ])('"%s" is not "%s"', (a, b) => {
    expect(sameCompany(a, b)).toBe(false);
  });

  it('is named by its name or by a word for its part', () => {
    expect(partyNamed('Halden', NAMES)).toBe('buyer');
    expect(partyNamed('Vendor', NAMES)).toBe('seller');
    expect(partyNamed('Customer team', NAMES)).toBe('buyer');
    expect(partyNamed('Advisors', NAMES)).toBeUndefined();
    expect(partyNamed('Buyer', { seller: 'Buyer Ltd', buyer: 'X' })).toBe('buyer');
  });

  it('has no name as long as the template’s slot stands there', () => {
    expect(nameOrNone('[Prospect company]')).toBe('');
    expect(nameOrNone('[Your product]')).toBe('');
    expect(nameOrNone('[Relay or Relay Lite]')).toBe('[Relay or Relay Lite]');
    expect(partyOfWord('Northwind')).toBeUndefined();
  });
});

describe('whose an owner is', () => {
  it.each([
    ['[Your AE]', 'seller'],
    ['[Their procurement]', 'buyer'],
    ['Their IT', 'buyer'],
    ['prospect IT', 'buyer'],
    ['Vendor CS', 'seller'],
    ['Vendor', 'seller'],
    ['Vendor management', 'buyer'],
    ['Procurement', 'buyer'],
    ['Champion', 'buyer'],
    ['AE', 'seller'],
    ['Halden legal', 'buyer'],
    ['Legal (Corvid)', 'seller'],
    ['Corvid', 'seller'],
    ['Legal', undefined],
    ['The whole team', undefined],
  ] as const)('%s: %s', (label, party) => {
    expect(partyOfLabel(label, NAMES)).toBe(party);
  });
});

describe('a column of one party’s owners', () => {
  it.each([
    ['Owner (Halden)', 'Halden'],
    ['Owner – Halden', 'Halden'],
    ['Responsible at Halden', 'Halden'],
    ['Halden owner', 'Halden'],
    ['Customer’s lead', 'Customer'],
    ['Ansvarlig (Halden)', 'Halden'],
  ])('%s is of %s', (heading, company) => {
    expect(companyOfOwnerColumn(heading)).toBe(company);
  });

  it.each(['Owner', 'Owners', 'Step owner', 'Action', 'Due date (Halden)', ''])(
    '"%s" is none',
    (heading) => {
      expect(companyOfOwnerColumn(heading)).toBeUndefined();
    },
  );
});
