/** Every plan has the four standard key dates; a file need not name them all. */

import type { KeyDateId } from '../../plan/ids.ts';
import { STANDARD_KEY_DATES, type StandardKeyDate } from '../../plan/kinds.ts';
import type { KeyDate } from '../../plan/plan.ts';
import { KEY_DATE_LABELS } from './key-date-labels.ts';

/** The rows with those that are missing, each behind the one that comes before it by nature. */
export function withStandardKeyDates(rows: readonly KeyDate[]): readonly KeyDate[] {
  const all = [...rows];
  let behind = -1;
  for (const id of STANDARD_KEY_DATES) {
    const at = all.findIndex((row) => row.id === id);
    if (at < 0) all.splice(behind + 1, 0, standardRow(id));
    behind = at < 0 ? behind + 1 : at;
  }
  return all;
}

function standardRow(id: StandardKeyDate): KeyDate {
  return { id: id as string as KeyDateId, label: KEY_DATE_LABELS[id], why: '' };
}
