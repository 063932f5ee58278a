/** Words made comparable: headings, column names, statuses and labels are looked up in this form. */

import { foldedText } from '../../plan/folded-text.ts';

/** Lower case, no accents, no punctuation but `#`, one space: "Due-Date:" is `due date`. */
export function plainWords(text: string): string {
  return foldedText(text.slice(0, 200))
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}#/]+/gu, ' ')
    .trim();
}

/** Names are the same when they differ in case and spaces only. */
export function sameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

export function nameKey(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

const NOBODY_YET = new Set(
  'tbd|tbc|tba|to be defined|to be determined|to be confirmed|to be decided|unknown|unassigned|not known|not yet known|open|offen|unbekannt|ukjent|ikke avklart|a definir|por definir|inconnu'.split(
    '|',
  ),
);
const NOTHING = new Set(
  'n/a|na|none|nil|null|keine|kein|ingen|aucun|aucune|ninguno|ninguna'.split('|'),
);

/** "TBD", "to be confirmed": somebody knows that an answer is missing. */
export function isStillOpen(text: string): boolean {
  return NOBODY_YET.has(plainWords(text)) || /^\?+$/.test(text.trim());
}

/** Nothing at all: empty, "-", "n/a", "None". */
export function isNothing(text: string): boolean {
  const trimmed = text.trim();
  return (
    trimmed === '' || /^[-–—./]+$/.test(trimmed) || NOTHING.has(foldedText(trimmed.slice(0, 20)))
  );
}

/** A slot of a template that nobody has filled in: all of it stands in brackets. */
export function isSlot(text: string): boolean {
  return /^\[[^\][]*\]$/.test(text.trim());
}
