/** Which comes first in this file, the day or the month? Decided once, by dates that can only be read one way. */

import type { DateOrder } from '../import-outcome.ts';

export type FileOrder =
  /** Somebody said so, or the file does. */
  | { readonly kind: 'known'; readonly order: DateOrder }
  /** No date settles it, or two dates contradict each other. */
  | { readonly kind: 'open'; readonly contradicting: boolean };

const NUMBERS = /(?<![\w/.-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\w/-])/g;

export function orderOf(text: string, asked?: DateOrder): FileOrder {
  if (asked !== undefined) return { kind: 'known', order: asked };
  let dmy = false;
  let mdy = false;
  for (const [, first, , second] of text.matchAll(NUMBERS)) {
    if (Number(first) > 12 && Number(first) <= 31 && Number(second) <= 12) dmy = true;
    if (Number(second) > 12 && Number(second) <= 31 && Number(first) <= 12) mdy = true;
  }
  if (dmy !== mdy) return { kind: 'known', order: dmy ? 'dmy' : 'mdy' };
  return { kind: 'open', contradicting: dmy };
}
