/** Columns that hold one party's owners: "Owner (Halden)", "Halden owner", "Customer lead". */

import { STEP_COLUMNS } from './column-names.ts';
import { plainWords } from './plain-words.ts';

const OWNER_WORDS = new Set(STEP_COLUMNS.owner.split('|'));

/** The company or party word of such a heading; nothing for other columns, a plain "Owner" among them. */
export function companyOfOwnerColumn(heading: string): string | undefined {
  if (heading.length > 120) return undefined;
  const behind = /^(\P{P}+?)\s*(?:[([:–—-]|\bat\b)\s*([^()[\]]+?)\s*[)\]]?$/u.exec(heading);
  if (behind?.[1] && behind[2] && OWNER_WORDS.has(plainWords(behind[1]))) return behind[2];
  const words = heading.trim().split(/\s+/);
  const last = words.at(-1) ?? '';
  if (words.length < 2 || !OWNER_WORDS.has(plainWords(last))) return undefined;
  const company = words
    .slice(0, -1)
    .join(' ')
    .replace(/['’]s?$/, '');
  // "Step owner" and "Task lead" say whose step it is, not whose company.
  return NO_COMPANY.has(plainWords(company)) ? undefined : company;
}

const NO_COMPANY = new Set(
  'step|task|action|action item|milestone|item|primary|main|overall|activity|internal|project'.split(
    '|',
  ),
);
