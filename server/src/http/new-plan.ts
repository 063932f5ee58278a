/** What `POST /api/plans` asks for, as a plan. */

import { SCHEMA } from '@tandem/shared/doc/layout';
import { importMarkdown } from '@tandem/shared/interchange/import-markdown';
import type { ImportReport } from '@tandem/shared/interchange/import-outcome';
import { type CalendarDate, isCalendarDate } from '@tandem/shared/plan/calendar-date';
import type { Cause } from '@tandem/shared/plan/edit';
import type { PlanSnapshot } from '@tandem/shared/plan/plan';
import {
  type NewPlanFromTemplate,
  newPlanFromMarkdown,
  newPlanFromTemplate,
} from '@tandem/shared/protocol/http';
import { DEFAULT_STAGE } from '@tandem/shared/templates/before-creating';
import { planFromTemplate } from '@tandem/shared/templates/plan-from-template';
import { proposeTemplate } from '@tandem/shared/templates/propose-template';
import { secureChance } from '../access/secrets.ts';
import { parseBody } from './body.ts';
import { HttpError } from './errors.ts';

const KEY_DATES = ['evaluationStart', 'decision', 'signature', 'goLive'] as const;

export interface WantedPlan {
  readonly plan: PlanSnapshot;
  readonly cause: Cause;
  readonly stage: string;
  readonly purpose?: string;
  readonly report?: ImportReport;
}

export function wantedPlan(body: unknown): WantedPlan {
  const isMarkdown = typeof body === 'object' && body !== null && 'markdown' in body;
  return isMarkdown ? fromMarkdown(body) : fromTemplate(parseBody(body, newPlanFromTemplate));
}

function fromTemplate(wanted: NewPlanFromTemplate): WantedPlan {
  const { stage, purpose, template, variant, start, ...rest } = wanted;
  for (const field of KEY_DATES) checkDate(field, wanted[field]);
  checkTimeZone(wanted.timeZone);
  const { value } = wanted;
  const request = {
    ...given(rest),
    schema: SCHEMA,
    template: template ?? proposeTemplate(value === undefined ? {} : { value }).template,
    variant: variant ?? 'full',
    start: start ?? 'draft',
  };
  const plan = planFromTemplate(request, secureChance);
  return { plan, cause: 'template', stage: stage ?? DEFAULT_STAGE, ...given({ purpose }) };
}

function fromMarkdown(body: object): WantedPlan {
  const { markdown, dates, timeZone, stage, purpose } = parseBody(body, newPlanFromMarkdown);
  checkTimeZone(timeZone);
  const outcome = importMarkdown(markdown, {
    chance: secureChance,
    schema: SCHEMA,
    timeZone: timeZone ?? 'UTC',
    ...(dates === undefined ? {} : { dates }),
  });
  switch (outcome.kind) {
    case 'ambiguous-dates':
      throw new HttpError('refused', outcome.message, { code: 'ambiguous-dates' });
    case 'refused':
      throw new HttpError('refused', outcome.message, { code: 'unreadable' });
    case 'imported': {
      const { plan, report } = outcome;
      const facts = { stage: stage ?? DEFAULT_STAGE, ...given({ purpose }) };
      return { plan, cause: 'import', report, ...facts };
    }
  }
}

/** Without the keys whose value is absent. */
function given<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}

function checkDate(field: string, date: CalendarDate | undefined): void {
  if (date === undefined || isCalendarDate(date)) return;
  const message = `${field}: “${date}” is no date; dates are written as 2027-03-31.`;
  throw new HttpError('refused', message, { code: 'impossible-date' });
}

function checkTimeZone(timeZone: string | undefined): void {
  try {
    if (timeZone !== undefined) new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    // There is no other way to ask whether a zone exists.
    const message = `“${timeZone}” is no time zone such as Europe/Berlin.`;
    throw new HttpError('refused', message, { code: 'unknown-time-zone' });
  }
}
