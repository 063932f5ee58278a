/**
 * A stakeholder's role from how somebody is described, and the party that a role tells of (X17).
 *
 * Only words that say it: a CFO may hold the budget or not, so a job title alone is no economic buyer. The
 * deal's role beats the job ("VP Finance, economic buyer"), so those words come first.
 */

import { foldedText } from './folded-text.ts';
import type { Party, StakeholderRole } from './kinds.ts';

/** A name, a title and a company fit in; what is longer must not cost more. */
const LONGEST_TEXT = 300;

/** Read in folded text. */
const WORDS: readonly (readonly [StakeholderRole, RegExp])[] = [
  ['champion', /\bchampion|\bfursprecher/],
  [
    'economic-buyer',
    /\beconomic[- ]?(buyer|decision)|\bbudget (owner|holder)|\bbudgetverantwortlich|\bbudgetansvarlig/,
  ],
  ['executive-sponsor', /\b(exec(utive)?|project)[- ]sponsor|^sponsor$|\bprosjekteier/],
  ['technical-evaluator', /\btech(nical)?[- ](evaluator|reviewer|buyer)/],
  ['account-executive', /\baccount (executive|manager|director)|\bsales (executive|rep)/],
  [
    'solutions-engineer',
    /\b(solutions?|sales|pre-?sales)[- ](engineer|architect|consultant)|\bpre-?sales\b/,
  ],
  ['customer-success', /\bcustomer success/],
  [
    'security',
    /\binfosec|security\b|\bciso\b|\bsikkerhet|sicherheits|\bsecurite\b|\bseguridad\b|\bdata protection officer|\bdpo\b/,
  ],
  [
    'procurement',
    /\bprocurement|\bpurchasing|\bsourcing\b|\b(vendor|supplier) management|einkauf|\bachats\b|\bcompras\b|innkjop|\bpurchaser\b/,
  ],
  [
    'legal',
    /\blegal|\bcounsel\b|\blawyer|\battorney|\bcontracts? manager|\bjurist|\bjuridi|\brechtsabteilung/,
  ],
  [
    'end-user',
    /\bend[- ]?users?\b|\bkey users?\b|\bpower users?\b|\bsluttbruker|\banwender|\butilisateurs? fina|\busuarios? fina/,
  ],
  [
    'it',
    /\binformation technology|\bit[- ](manager|director|lead|team|department|admin\w*|avdeling\w*|abteilung|leiter)|\b(head|director|vp|chief) of it\b|\b(their|prospect) it\b|\bsystem administrator/,
  ],
];

/** Two letters mean something only in capitals, and where a word of their own stands: "SAP SE" is a company. */
const SHORT: readonly (readonly [StakeholderRole, RegExp])[] = [
  ['economic-buyer', /\bEB\b/],
  ['account-executive', /\bAE\b/],
  ['customer-success', /\bCSM?\b/],
  ['solutions-engineer', /(^|[,(/\-–—:|[]\s*|\b(?:[Yy]our|[Oo]ur|[Vv]endor|[Ss]eller) )(SE|SA)\b/],
  ['it', /(^|[,(/\-–—:|[]\s*)IT\b/],
];

export function suggestStakeholderRole(text: string): StakeholderRole {
  const folded = foldedText(text.slice(0, LONGEST_TEXT));
  const word = WORDS.find(([, wording]) => wording.test(folded));
  return (
    word?.[0] ??
    SHORT.find(([, wording]) => wording.test(text.slice(0, LONGEST_TEXT)))?.[0] ??
    'other'
  );
}

/**
 * Whose people have this role; nothing where both parties have them (legal, security, a sponsor). Beside
 * the roles of X17: who evaluates and who uses the product is of the buyer's party by meaning.
 */
export function partyOfRole(role: StakeholderRole): Party | undefined {
  switch (role) {
    case 'champion':
    case 'economic-buyer':
    case 'it':
    case 'procurement':
    case 'technical-evaluator':
    case 'end-user':
      return 'buyer';
    case 'account-executive':
    case 'solutions-engineer':
    case 'customer-success':
      return 'seller';
    default:
      return undefined;
  }
}
