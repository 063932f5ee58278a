/**
 * What one import works on: the file, the rows read so far, the report. One desk lives for one call of
 * `importMarkdown`; readers put what they understand on it and give back what they do not.
 */

import type { CalendarDate, Weekday } from '../../plan/calendar-date.ts';
import type { Chance, WorkstreamId } from '../../plan/ids.ts';
import type { DealType, StartMode, TemplateId, Variant } from '../../plan/kinds.ts';
import type {
  Criterion,
  GlossaryEntry,
  KeyDate,
  PartyCalendar,
  Requirement,
  Resource,
  Risk,
  Stakeholder,
  Step,
  Subject,
  Workstream,
} from '../../plan/plan.ts';
import type { DateExample, Place, Position, ReportItem } from '../import-outcome.ts';
import type { MarkdownFile } from '../markdown/parse-markdown.ts';
import type { PartyNames } from '../words/companies.ts';
import type { FileOrder } from '../words/date-order.ts';

export type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What the section "Plan details" of our own exports says. */
export interface Details {
  seller?: string;
  buyer?: string;
  product?: string;
  template?: TemplateId;
  dealType?: DealType;
  variant?: Variant;
  start?: StartMode;
  value?: number;
  currency?: string;
  timeZone?: string;
  weekend?: readonly Weekday[];
  readonly calendars: {
    readonly seller: Writable<PartyCalendar>;
    readonly buyer: Writable<PartyCalendar>;
  };
}

export interface GoalParts {
  buyer?: string;
  product?: string;
  problem?: string;
  decision?: string;
  by?: CalendarDate;
  outcome: string[];
  consequence: string;
}

export interface Desk {
  readonly file: MarkdownFile;
  readonly chance: Chance;
  readonly order: FileOrder;
  readonly unclearDates: DateExample[];
  readonly items: ReportItem[];
  readonly positions: Position[];
  readonly details: Details;
  readonly goal: GoalParts;
  readonly keyDates: KeyDate[];
  readonly workstreams: Workstream[];
  /** By name, folded. */
  readonly workstreamIds: Map<string, WorkstreamId>;
  readonly stakeholders: Stakeholder[];
  readonly steps: Step[];
  readonly criteria: Criterion[];
  readonly risks: Risk[];
  readonly resources: Resource[];
  readonly requirements: Requirement[];
  readonly glossary: GlossaryEntry[];
  /** Known once the stakeholder tables have been looked through. */
  names: PartyNames;
}

export function newDesk(file: MarkdownFile, chance: Chance, order: FileOrder): Desk {
  return {
    file,
    chance,
    order,
    unclearDates: [],
    items: [],
    positions: [],
    details: {
      calendars: {
        seller: { holidays: [], blackouts: [] },
        buyer: { holidays: [], blackouts: [] },
      },
    },
    goal: { outcome: [], consequence: '' },
    keyDates: [],
    workstreams: [],
    workstreamIds: new Map(),
    stakeholders: [],
    steps: [],
    criteria: [],
    risks: [],
    resources: [],
    requirements: [],
    glossary: [],
    names: { seller: '', buyer: '' },
  };
}

const LONGEST_QUOTE = 200;

export function report(
  desk: Desk,
  place: Place,
  text: string,
  why: string,
  keptIn: ReportItem['keptIn'],
): void {
  const quote = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text;
  desk.items.push({ line: place.line, text: quote, why, keptIn });
}

/** Notes where a row, or one field of it, stands in the file. */
export function locate(desk: Desk, subject: Subject, place: Place): void {
  desk.positions.push({ subject, line: place.line, column: place.column });
}
