/** "Go-live target: 2027-05-03": the label of a key date, which one it is, and what stands behind it. */

import { isOneOf, STANDARD_KEY_DATES, type StandardKeyDate } from '../../plan/kinds.ts';
import type { DateOrder } from '../import-outcome.ts';
import { type Cell, sliceCell } from '../markdown/cell.ts';
import { standardKeyDate } from './key-date-labels.ts';
import { isNothing, isSlot, isStillOpen } from './plain-words.ts';
import { readDate } from './written-dates.ts';

export interface KeyDateLine {
  readonly id?: StandardKeyDate;
  readonly label: string;
  readonly value: Cell;
}

const SEPARATOR = /: ?| +[–—|-] +/g;
const MOST_SEPARATORS = 8;
const LONGEST_LINE = 1_000;

export function splitKeyDate(cell: Cell, order: DateOrder | undefined): KeyDateLine | undefined {
  const first = cell.parts[0];
  if (first?.fragment !== undefined) {
    const id = isOneOf(STANDARD_KEY_DATES, first.fragment) ? { id: first.fragment } : {};
    if (!('id' in id) && first.fragment !== 'key-date') return undefined;
    const behind = sliceCell(cell, first.text.length);
    const sign = /^: ?/.exec(behind.text)?.[0] ?? '';
    return { ...id, label: first.text, value: sliceCell(behind, sign.length) };
  }
  if (cell.text.length > LONGEST_LINE) return undefined;
  const separators = [...cell.text.matchAll(SEPARATOR)].slice(0, MOST_SEPARATORS);
  // A label may hold a colon of its own: the last separator before a date is the one.
  for (const { index, 0: sign } of separators.reverse()) {
    const value = sliceCell(cell, index + sign.length);
    if (!isDateLike(value.text, order)) continue;
    const label = cell.text.slice(0, index);
    const id = standardKeyDate(label);
    return { ...(id ? { id } : {}), label, value };
  }
  return undefined;
}

function isDateLike(text: string, order: DateOrder | undefined): boolean {
  return (
    isNothing(text) || isSlot(text) || isStillOpen(text) || readDate(text, order).kind !== 'none'
  );
}
