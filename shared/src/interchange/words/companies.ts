/** The two companies of a plan: their names in its title, and whether two writings mean the same one. */

import type { Party } from '../../plan/kinds.ts';
import { plainWords, sameName } from './plain-words.ts';

export interface PartyNames {
  readonly seller: string;
  readonly buyer: string;
}

const PLAN_WORDS =
  /\b(?:plan|map|msp|plans)\b|\b(?:aktionsplan|massnahmenplan|projektplan|handlungsplan|tiltaksplan|suksessplan)\b/;
/** Between the kind of document and the names. */
const BORDER =
  /\s*[:|]\s+|\s+[–—-]\s+|\s+(?:for|between|with|für|zwischen|pour|entre|para|for|mellom)\s+/i;
/** Between the names, the clearest sign first; words may also be part of a name. */
const BETWEEN: readonly RegExp[] = [
  /\s+\+\s+/,
  /\s+[×↔⇄]\s+|\s+<->\s+|\s+<>\s+/,
  /\s+[xX]\s+/,
  /\s+\/\s+/,
  /\s+\|\s+/,
  /\s+&\s+/,
  /\s+(?:and|und|et|y|og)\s+/i,
  /\s+[–—]\s+/,
];
const LONGEST_TITLE = 300;

const NAME_SLOT =
  /^\[(?:your|their|our|prospect|customer|buyer|seller|vendor)(?: (?:company|product|organisation|organization|name))?\]$/i;

/** A name as the plan keeps it: the template's own slots ("[Your Company]") name nobody yet. */
export function nameOrNone(text: string): string {
  return NAME_SLOT.test(text.trim()) ? '' : text;
}

/** The two names in a title such as "Mutual Action Plan: A + B", in the order of the title. */
export function namesInTitle(title: string): readonly [string, string] | undefined {
  if (title.length > LONGEST_TITLE) return undefined;
  const border = BORDER.exec(title);
  if (border) {
    const left = title.slice(0, border.index);
    const right = title.slice(border.index + border[0].length);
    if (PLAN_WORDS.test(plainWords(left))) return twoNames(right, BETWEEN);
    if (PLAN_WORDS.test(plainWords(right))) return twoNames(left, BETWEEN);
  }
  const bare = title.replace(/\s+(?:mutual|joint|shared)\s+\w+\s+plan\s*$/i, '');
  // Without the word "plan" beside the names only a sign is clear enough.
  return twoNames(bare, bare === title ? BETWEEN.slice(0, 2) : BETWEEN);
}

function twoNames(text: string, between: readonly RegExp[]): readonly [string, string] | undefined {
  for (const sign of between) {
    const names = text.split(sign).map((name) => name.trim());
    if (names.length === 1) continue;
    const [first, second] = names;
    return names.length === 2 && first && second
      ? [nameOrNone(first), nameOrNone(second)]
      : undefined;
  }
  return undefined;
}

const LEGAL_FORM =
  /\s(?:inc|ltd|llc|gmbh|ag|as|asa|sa|sas|sarl|bv|nv|ab|oy|plc|corp|co|kg|se|spa|srl|sl)$/;

/** "Halden" and "Halden Freight AS" are one company: the shorter name is how the longer begins. */
export function sameCompany(a: string, b: string): boolean {
  if (sameName(a, b)) return a.trim() !== '';
  const left = companyWords(a);
  const right = companyWords(b);
  if (left === '' || right === '') return false;
  return left === right || left.startsWith(`${right} `) || right.startsWith(`${left} `);
}

function companyWords(name: string): string {
  const words = plainWords(name).replace(/^the /, '');
  // A slot of a template names nobody.
  return /^\[.*\]$/.test(name.trim()) ? '' : words.replace(LEGAL_FORM, '');
}

const SELLER_WORDS = new Set(
  'seller|vendor|supplier|provider|sellers|vendors|verkaufer|anbieter|lieferant|vendeur|fournisseur|vendedor|proveedor|selger|leverandor'.split(
    '|',
  ),
);
const BUYER_WORDS = new Set(
  'buyer|customer|client|prospect|buyers|kaufer|kunde|acheteur|client|comprador|cliente|kjoper|kunden'.split(
    '|',
  ),
);

/** The party that a word such as "Vendor" or "Customer side" names. */
export function partyOfWord(text: string): Party | undefined {
  const words = plainWords(text)
    .replace(/^(?:the|our) /, '')
    .replace(/ (?:side|team|party|company)$/, '');
  if (SELLER_WORDS.has(words)) return 'seller';
  return BUYER_WORDS.has(words) ? 'buyer' : undefined;
}

/** Stricter than {@link partyNamed}: nothing follows the name, so "Acme sends" is not Acme. */
export function isPartyName(text: string, names: PartyNames): boolean {
  const words = companyWords(text);
  const begins = (name: string): boolean =>
    words !== '' && `${companyWords(name)} `.startsWith(`${words} `);
  return begins(names.seller) || begins(names.buyer) || partyOfWord(text) !== undefined;
}

/** The party that a text names as a whole, by the company's name or by a word for the party. */
export function partyNamed(text: string, names: PartyNames): Party | undefined {
  // The two words of the plan itself mean what they say, whatever a company is called.
  const word = plainWords(text);
  if (word === 'seller' || word === 'buyer') return word;
  const exact = (['seller', 'buyer'] as const).find(
    (party) => names[party] !== '' && sameName(text, names[party]),
  );
  if (exact) return exact;
  const seller = sameCompany(text, names.seller);
  const buyer = sameCompany(text, names.buyer);
  if (seller !== buyer) return seller ? 'seller' : 'buyer';
  return partyOfWord(text);
}
