import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAKEHOLDER_ROLES } from './kinds.ts';
import { partyOfRole, suggestStakeholderRole } from './stakeholder-role.ts';

/** Words that the wordings know, brackets, accents, a lone surrogate. */
const texts = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        'pilot',
        'review',
        'É',
        'e\u0301',
        'ø',
        '(',
        ']',
        '\ud800',
        '\n',
        'legal',
        '%',
      ),
    ),
  )
  .map((parts) => parts.join(' '));

describe('suggestStakeholderRole', () => {
  it.each([
    ['Director of Revenue Operations, champion (Northwind)', 'champion'],
    ['VP Finance, economic buyer (Northwind)', 'economic-buyer'],
    ['InfoSec lead (Northwind)', 'security'],
    ['Legal counsel (Northwind)', 'legal'],
    ['Account executive (Acme)', 'account-executive'],
    ['Solutions architect (Acme)', 'solutions-engineer'],
    ['Customer success (Acme)', 'customer-success'],
    ['Economic Buyer', 'economic-buyer'],
    ['[EB name]', 'economic-buyer'],
    ['[Your SE/SA]', 'solutions-engineer'],
    ['EB', 'economic-buyer'],
    ['Champion', 'champion'],
    ['Legal Counsel', 'legal'],
    ['Solutions Engineer', 'solutions-engineer'],
    ['Executive sponsor', 'executive-sponsor'],
    ['Head of Procurement', 'procurement'],
    ['Vendor management', 'procurement'],
    ['CISO', 'security'],
    ['IT security manager', 'security'],
    ['IT-avdelingen', 'it'],
    ['IT', 'it'],
    ['Their IT', 'it'],
    ['AE', 'account-executive'],
    ['Tom Okafor, SE', 'solutions-engineer'],
    ['CSM', 'customer-success'],
    ['End users', 'end-user'],
    ['Innkjøp', 'procurement'],
  ] as const)('reads "%s" as %s', (text, role) => {
    expect(suggestStakeholderRole(text)).toBe(role);
  });

  it.each([
    '',
    'CFO',
    'Ingrid Moe, CFO',
    'Head of Port Operations',
    'VP Sales',
    'SAP SE',
    'Make it work',
    'se habla español',
  ])('does not guess from "%s"', (text) => {
    expect(suggestStakeholderRole(text)).toBe('other');
  });

  it('gives a role for any text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(STAKEHOLDER_ROLES).toContain(suggestStakeholderRole(text));
      }),
    );
  });
});

describe('partyOfRole', () => {
  it.each(['champion', 'economic-buyer', 'it', 'procurement'] as const)(
    'says that %s is of the buyer’s party',
    (role) => {
      expect(partyOfRole(role)).toBe('buyer');
    },
  );
  it.each(['account-executive', 'solutions-engineer', 'customer-success'] as const)(
    'says that %s is of the seller’s party',
    (role) => {
      expect(partyOfRole(role)).toBe('seller');
    },
  );
  it.each(['legal', 'security', 'executive-sponsor', 'other'] as const)(
    'does not say whose %s is',
    (role) => {
      expect(partyOfRole(role)).toBeUndefined();
    },
  );
});
