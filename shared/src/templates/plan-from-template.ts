/**
 * A new plan from a template, as a plain value that the server then seeds a document with.
 *
 * *Draft* fills the sections in and marks every cell of a step that nobody has said yet as an assumption;
 * *build together* leaves steps, stakeholders, criteria and risks empty for the call, and keeps key dates,
 * workstreams and goal slots (X1). What is known replaces a placeholder, what is not stays a bracketed slot.
 */

import type { CalendarDate, Weekday } from '../plan/calendar-date.ts';
import { type Chance, type KeyDateId, newId, type WorkstreamId } from '../plan/ids.ts';
import type { BlockName, StandardKeyDate, StartMode, TemplateId, Variant } from '../plan/kinds.ts';
import { embedOf } from '../plan/narrative.ts';
import type { KeyDate, PartyCalendar, PlanSnapshot, Workstream } from '../plan/plan.ts';
import { workingCalendarOf } from '../plan/plan-calendar.ts';
import { SATURDAY_AND_SUNDAY } from '../plan/working-days.ts';
import { draftSections, NO_SECTIONS, type Sections } from './draft-sections.ts';
import { stepsOf, TEMPLATES } from './templates.ts';
import { layOutWeeks, type WeekConflict, type WeekLayout } from './week-dates.ts';
import { DEFAULT_WORKSTREAMS } from './workstreams.ts';

export interface TemplateRequest {
  readonly template: TemplateId;
  readonly variant: Variant;
  readonly start: StartMode;
  readonly schema: number;
  readonly title?: string;
  readonly seller?: string;
  readonly buyer?: string;
  readonly product?: string;
  /** Annual contract value in whole units of the currency. */
  readonly value?: number;
  readonly currency?: string;
  readonly evaluationStart?: CalendarDate;
  readonly decision?: CalendarDate;
  readonly signature?: CalendarDate;
  readonly goLive?: CalendarDate;
  /** IANA name; `UTC` when nobody says. */
  readonly timeZone?: string;
  readonly weekend?: readonly Weekday[];
  /** Holidays and blackouts that the workspace already knows. */
  readonly calendars?: PlanSnapshot['calendars'];
}

/** The order of the blocks in a new plan. Sign-off is inserted when there is something to sign. */
const FIRST_BLOCKS: readonly BlockName[] = [
  'goal',
  'key-dates',
  'steps',
  'stakeholders',
  'criteria',
  'risks',
  'resources',
  'requirements',
];

const NO_DAYS_OFF: PartyCalendar = { holidays: [], blackouts: [] };

export function planFromTemplate(request: TemplateRequest, chance: Chance): PlanSnapshot {
  const template = TEMPLATES[request.template];
  const workstreams = DEFAULT_WORKSTREAMS.map(
    (name): Workstream => ({ id: newId<WorkstreamId>(chance), name }),
  );
  return {
    schema: request.schema,
    ...names(request),
    template: template.id,
    dealType: template.dealType,
    variant: request.variant,
    start: request.start,
    ...(request.value === undefined ? {} : { value: request.value }),
    ...(request.currency === undefined ? {} : { currency: request.currency }),
    timeZone: request.timeZone ?? 'UTC',
    ...calendarsOf(request),
    goal: { problem: '[specific problem]', decision: 'go/no-go', outcome: '', consequence: '' },
    keyDates: keyDatesOf(request),
    workstreams,
    ...sectionsOf(request, workstreams, chance),
    resources: [],
    requirements: [],
    glossary: [],
    narrative: FIRST_BLOCKS.map(embedOf),
  };
}

/** What `planFromTemplate` would lay out before evaluation start; to be shown before the plan is made (X16). */
export function conflictsOfTemplate(request: TemplateRequest): readonly WeekConflict[] {
  if (request.start === 'build-together') return [];
  return layOut(request).conflicts;
}

/** R25. A title that is only spaces counts as none. */
function names(
  request: TemplateRequest,
): Pick<PlanSnapshot, 'title' | 'seller' | 'buyer' | 'product'> {
  const seller = request.seller?.trim() ?? '';
  const buyer = request.buyer?.trim() ?? '';
  const pattern = `Mutual Action Plan: ${seller || '[Your Company]'} + ${buyer || '[Their Company]'}`;
  return {
    title: request.title?.trim() || pattern,
    seller,
    buyer,
    product: request.product?.trim() ?? '',
  };
}

function calendarsOf(request: TemplateRequest): Pick<PlanSnapshot, 'weekend' | 'calendars'> {
  return {
    weekend: request.weekend ?? SATURDAY_AND_SUNDAY,
    calendars: request.calendars ?? { seller: NO_DAYS_OFF, buyer: NO_DAYS_OFF },
  };
}

function keyDatesOf(request: TemplateRequest): KeyDate[] {
  return [
    keyDate('evaluation-start', 'Evaluation start', request.evaluationStart),
    keyDate('decision', 'Decision target', request.decision),
    keyDate('signature', 'Signature target', request.signature),
    keyDate('go-live', 'Go-live target', request.goLive),
  ];
}

function keyDate(id: StandardKeyDate, label: string, date: CalendarDate | undefined): KeyDate {
  return { id: id as string as KeyDateId, label, why: '', ...(date === undefined ? {} : { date }) };
}

function sectionsOf(
  request: TemplateRequest,
  workstreams: readonly Workstream[],
  chance: Chance,
): Sections {
  if (request.start === 'build-together') return NO_SECTIONS;
  const { dates } = layOut(request);
  const seller = request.seller?.trim() ?? '';
  const { variant } = request;
  return draftSections(
    TEMPLATES[request.template],
    { variant, dates, workstreams, seller },
    chance,
  );
}

function layOut(request: TemplateRequest): WeekLayout {
  const rows = stepsOf(TEMPLATES[request.template], request.variant);
  return layOutWeeks(rows, request, workingCalendarOf(calendarsOf(request)));
}
