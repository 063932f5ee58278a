/** A success criterion's type from its text (R169–R174): a suggestion, `other` where the words do not say. */

import { foldedText } from './folded-text.ts';
import type { CriterionType } from './kinds.ts';

/** What is longer than any sentence must not cost more. */
const LONGEST_TEXT = 500;

/** The first line that fits wins. Money and people are clearer signs than the numbers beside them. */
const WORDINGS: readonly (readonly [CriterionType, RegExp])[] = [
  [
    'security',
    /\bsecurity|\binfosec|\bcompliance|\bsoc ?[12]\b|\biso ?27001|\bgdpr\b|\bvulnerabilit|\bpenetration|sicherheit|\bsecurite\b|\bseguridad\b|sikkerhet|datenschutz|personvern/,
  ],
  [
    'roi',
    /\broi\b|\bpay-?back|\breturn on investment|\bsav(es?|ings?)\b.*[$€£%\d]|\bcost(s)? (reduc|per|down|sav)|\bbreak-?even|amortis|\brevenue|\bretour sur investissement|\bretorno|\blonnsomhet|\bbesparelse/,
  ],
  [
    'stakeholder',
    /\b(approv|endorse|agree|sign-?\s?off|buy-?in)\w*\b|\bstimm\w* zu\b|\bapprouv|\baprueb|\bgodkjen/,
  ],
  [
    'usability',
    /\b(learn|learns|learned|trained|training|easy|ease|intuitive|usab\w*|adopt\w*|self-?serve|without (help|training))\b|\bbedien|\bfacile|\bfacil\b|\bbrukervennlig|\blaere\b/,
  ],
  [
    'technical',
    /\bintegrat|\bapi\b|\bsso\b|\bsandbox|\benvironment|\bsync(s|ed)?\b|\bwithout manual|\binstance\b|\bimports?\b|\bexports?\b|\bconnect\w*|\bintegrier|\bintegr[ae]|schnittstelle/,
  ],
  [
    'performance',
    /\d ?%|\bpercent|\b(improve|increase|reduce|faster|turnaround|throughput|latency|uptime|accura\w*|rate|rates)\b|\b(under|within|less than|below|at least) [\w ]*\b(second|minute|hour|day|week)s?\b/,
  ],
];

export function suggestCriterionType(text: string): CriterionType {
  const folded = foldedText(text.slice(0, LONGEST_TEXT));
  return WORDINGS.find(([, wording]) => wording.test(folded))?.[0] ?? 'other';
}
