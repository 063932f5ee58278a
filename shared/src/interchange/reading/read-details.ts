/** "Seller: Acme", "Time zone: Europe/Oslo": what our exports write under "Plan details", and names anywhere. */

import type { List } from 'mdast';
import { parseCalendarDate, type Weekday } from '../../plan/calendar-date.ts';
import {
  DEAL_TYPES,
  isOneOf,
  type Party,
  START_MODES,
  TEMPLATE_IDS,
  VARIANTS,
} from '../../plan/kinds.ts';
import type { NarrativeElement } from '../../plan/narrative.ts';
import { itemsOf } from '../markdown/blocks.ts';
import { type Cell, sliceCell } from '../markdown/cell.ts';
import { narrativeOf } from '../markdown/narrative-from-markdown.ts';
import { partyOfWord } from '../words/companies.ts';
import { plainWords } from '../words/plain-words.ts';
import { type Desk, locate, report } from './desk.ts';

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

export function readDetailList(desk: Desk, list: List): readonly NarrativeElement[] {
  return itemsOf(desk.file, list).flatMap((item) => {
    if (item.below.length === 0 && readDetail(desk, item.cell)) return [];
    report(
      desk,
      item.cell.place,
      item.cell.text,
      'No detail of a plan is called so, or it cannot be this.',
      'narrative',
    );
    return narrativeOf(desk.file, [{ ...list, children: [item.item] }]);
  });
}

/** One line; false where it says nothing that a plan holds. */
function readDetail(desk: Desk, cell: Cell): boolean {
  const split = splitDetail(cell);
  if (!split) return false;
  const party = calendarParty(split.key);
  if (party) return readCalendarLine(desk, party, split.key, split.value.text);
  return readPlain(desk, split.key, split.value.text) || readName(desk, cell, true);
}

/** Only who the parties are, and the product: what also other files say at their top. */
export function readName(desk: Desk, cell: Cell, mayBeEmpty = false): boolean {
  const split = splitDetail(cell);
  if (!split || (!mayBeEmpty && split.value.text.trim() === '')) return false;
  const party = partyOfWord(split.key);
  if (party) desk.details[party] = split.value.text;
  else if (split.key === 'product') desk.details.product = split.value.text;
  else return false;
  locate(desk, { kind: 'plan', id: 'plan', field: party ?? 'product' }, cell.place);
  return true;
}

function splitDetail(cell: Cell): { key: string; value: Cell } | undefined {
  const match = /^([\p{L} ]{2,30})(?:: ?|:$)/u.exec(cell.text);
  return match?.[1]
    ? { key: plainWords(match[1]), value: sliceCell(cell, match[0].length) }
    : undefined;
}

function readPlain(desk: Desk, key: string, text: string): boolean {
  const { details } = desk;
  const id = plainWords(text).replaceAll(' ', '-');
  if (key === 'template' && isOneOf(TEMPLATE_IDS, id)) details.template = id;
  else if (key === 'deal type' && isOneOf(DEAL_TYPES, id)) details.dealType = id;
  else if (key === 'variant' && isOneOf(VARIANTS, id)) details.variant = id;
  else if (key === 'start' && isOneOf(START_MODES, id)) details.start = id;
  else if (key === 'value' && /^\d{1,15}$/.test(text)) details.value = Number(text);
  else if (key === 'currency' && /^[A-Z]{3}$/.test(text)) details.currency = text;
  else if (key === 'time zone' && isTimeZone(text)) details.timeZone = text;
  else if (key === 'weekend') return readWeekend(desk, text);
  else return false;
  return true;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // The only question that can be put about a zone is to use it.
    return false;
  }
}

function readWeekend(desk: Desk, text: string): boolean {
  const names = plainWords(text) === 'none' ? [] : text.split(/ *, */);
  const days = names.map(
    (name) => WEEKDAYS.findIndex((day) => day.toLowerCase() === name.toLowerCase()) + 1,
  );
  if (days.includes(0)) return false;
  desk.details.weekend = days as Weekday[];
  return true;
}

function calendarParty(key: string): Party | undefined {
  const match = /^(seller|buyer) (?:holiday|blackout)$/.exec(key)?.[1];
  return match === 'seller' || match === 'buyer' ? match : undefined;
}

/** "2027-05-17 Constitution Day", "2027-06-21 to 2027-07-02 Quarter planning". */
function readCalendarLine(desk: Desk, party: Party, key: string, text: string): boolean {
  const calendar = desk.details.calendars[party];
  if (key.endsWith('holiday')) {
    const [, date, name] = /^(\S{10})(?: (.*))?$/s.exec(text) ?? [];
    const day = parseCalendarDate(date);
    if (day) calendar.holidays = [...calendar.holidays, { date: day, name: name ?? '' }];
    return day !== undefined;
  }
  const [, first, last, name] = /^(\S{10}) to (\S{10})(?: (.*))?$/s.exec(text) ?? [];
  const from = parseCalendarDate(first);
  const to = parseCalendarDate(last);
  if (!from || !to || to < from) return false;
  calendar.blackouts = [...calendar.blackouts, { from, to, name: name ?? '' }];
  return true;
}
