/** Small words about a step: whether it may be left out, yes and no. */

import { plainWords } from './plain-words.ts';

const OPTIONAL =
  /\((?:if (?:applicable|needed|required|necessary|not (?:already )?done(?: yet)?)|optional|as needed|falls (?:notig|zutreffend)|optionnel|si (?:necessaire|applicable)|opcional|si (?:aplica|es necesario)|ved behov|valgfri|hvis aktuelt)\)/i;

/** "(if applicable)", "(if needed)", "(if not already done)" in a title (R90). */
export function isOptionalTitle(title: string): boolean {
  return OPTIONAL.test(
    title.slice(0, 500).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ø', 'o'),
  );
}

const YES = new Set(['yes', 'y', 'true', 'x', 'ja', 'oui', 'si', 'pinned', 'fixed']);
const NO = new Set(['no', 'n', 'false', 'nein', 'non', 'nei']);

/** "yes", "yes: the board meets once a quarter", "no". */
export function readYesNo(
  text: string,
): { readonly yes: boolean; readonly why?: string } | undefined {
  if (/^[✓✔✅☑]\uFE0F?$/u.test(text.trim())) return { yes: true };
  const match = /^(\p{L}+)(?:: (.*))?$/su.exec(text);
  const word = plainWords(match?.[1] ?? '');
  if (YES.has(word)) return { yes: true, ...(match?.[2] === undefined ? {} : { why: match[2] }) };
  return NO.has(word) && match?.[2] === undefined ? { yes: false } : undefined;
}
