/** Whose an owner is that is no named person: "[Their IT]", "Vendor CS", "Procurement", "Halden legal". */

import type { Party } from '../../plan/kinds.ts';
import { partyOfRole, suggestStakeholderRole } from '../../plan/stakeholder-role.ts';
import { type PartyNames, partyNamed, sameCompany } from './companies.ts';
import { plainWords } from './plain-words.ts';

/** Functions of the buyer that have the seller's word in their name. */
const ABOUT_VENDORS = /^(?:vendor|supplier) (?:management|risk|registration|onboarding|review)/;
const SELLERS = /^(?:vendor|seller|supplier|provider)s? /;
const BUYERS = /^(?:their|prospect|customer|client|buyer)s? /;

export function partyOfLabel(label: string, names: PartyNames): Party | undefined {
  const words = plainWords(label);
  // The template speaks for the seller: "[Your AE]", "[Their procurement]". Outside of brackets "your" may be anybody's.
  if (/^\[\s*(?:your|our)\b/i.test(label)) return 'seller';
  if (/^\[\s*their\b/i.test(label)) return 'buyer';
  const named = partyNamed(label, names);
  if (named) return named;
  if (!ABOUT_VENDORS.test(words)) {
    if (SELLERS.test(`${words} `)) return 'seller';
    if (BUYERS.test(`${words} `)) return 'buyer';
  }
  // Of the two signatures the one that a plan waits for is the buyer's (R41, R79).
  if (/^authori[sz]ed sign(?:er|atory)$/.test(words)) return 'buyer';
  return partyByCompany(label, words, names) ?? partyOfRole(suggestStakeholderRole(label));
}

/** "Halden legal", "Legal (Halden)". */
function partyByCompany(label: string, words: string, names: PartyNames): Party | undefined {
  const bracket = /\(([^()]+)\)\s*$/.exec(label)?.[1];
  if (bracket !== undefined) return partyNamed(bracket, names);
  const begins = (name: string): boolean => {
    const first = plainWords(name).split(' ')[0] ?? '';
    return first.length > 2 && words.startsWith(`${first} `) && sameCompany(first, name);
  };
  const seller = begins(names.seller);
  const buyer = begins(names.buyer);
  return seller === buyer ? undefined : seller ? 'seller' : 'buyer';
}
