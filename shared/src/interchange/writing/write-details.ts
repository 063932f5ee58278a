/** "Plan details": what the template has no place for, a line for everything that is not as usual. */

import type { Party } from '../../plan/kinds.ts';
import type { PlanSnapshot } from '../../plan/plan.ts';
import { samePlain } from '../../plan/same-plain.ts';
import { SATURDAY_AND_SUNDAY } from '../../plan/working-days.ts';
import { escapeText } from '../markdown/escape-text.ts';
import { partiesOfTitle } from '../reading/decide-parties.ts';
import { WEEKDAYS } from '../reading/read-details.ts';
import { nameOrNone, namesInTitle, partyOfWord } from '../words/companies.ts';

/** `title`: as it is written. `sentence`: whether the goal sentence stands in the file. */
export function writeDetails(plan: PlanSnapshot, title: string, sentence: boolean): string {
  return [
    ...nameLines(plan, title, sentence),
    ...line('Template', plan.template, 'blank'),
    ...line('Deal type', plan.dealType, 'new'),
    ...line('Variant', plan.variant, 'full'),
    ...line('Start', plan.start, 'draft'),
    ...(plan.value === undefined ? [] : [`- Value: ${plan.value}`]),
    ...(plan.currency === undefined ? [] : [`- Currency: ${plan.currency}`]),
    ...line('Time zone', plan.timeZone, 'UTC'),
    ...weekendLine(plan),
    ...calendarLines(plan, 'seller'),
    ...calendarLines(plan, 'buyer'),
  ].join('\n');
}

function line(label: string, value: string, usual: string): readonly string[] {
  return value === usual ? [] : [`- ${label}: ${escapeText(value)}`];
}

/** Who sells and who buys is written where title and goal do not say it, or roles could say otherwise. */
function nameLines(plan: PlanSnapshot, title: string, sentence: boolean): readonly string[] {
  const { seller, buyer } = plan;
  const named = sentence && nameOrNone(buyer) !== '' && partyOfWord(buyer) === undefined;
  const derived = partiesOfTitle(title, named ? buyer : undefined);
  const order = namesInTitle(title);
  const nobody = order?.every((name) => name === '') ?? false;
  const sure = plan.stakeholders.length === 0 || (order !== undefined && (named || nobody));
  if (sure && samePlain(derived, { seller, buyer })) return [];
  return [`- Seller: ${escapeText(seller)}`, `- Buyer: ${escapeText(buyer)}`].map((text) =>
    text.trimEnd(),
  );
}

function weekendLine({ weekend }: PlanSnapshot): readonly string[] {
  if (samePlain(weekend, SATURDAY_AND_SUNDAY)) return [];
  const days = weekend.map((day) => WEEKDAYS[day - 1]).join(', ');
  return [`- Weekend: ${days === '' ? 'none' : days}`];
}

function calendarLines(plan: PlanSnapshot, party: Party): readonly string[] {
  const name = party === 'seller' ? 'Seller' : 'Buyer';
  const { holidays, blackouts } = plan.calendars[party];
  return [
    ...holidays.map((day) => `- ${name} holiday: ${named(day.date, day.name)}`),
    ...blackouts.map(
      (days) => `- ${name} blackout: ${named(`${days.from} to ${days.to}`, days.name)}`,
    ),
  ];
}

function named(date: string, name: string): string {
  return name === '' ? date : `${date} ${escapeText(name)}`;
}
