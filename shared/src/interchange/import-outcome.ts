/** What an import gives back, and what it reports. Nothing is dropped in silence and nothing is guessed. */

import type { Chance } from '../plan/ids.ts';
import type { PlanSnapshot, Subject } from '../plan/plan.ts';

/** How day and month are written in dates such as 3/12/2027. */
export type DateOrder = 'dmy' | 'mdy';

export interface ImportOptions {
  /** Where ids come from. */
  readonly chance: Chance;
  /** The order of day and month, where somebody has been asked. */
  readonly dates?: DateOrder;
  /** The document schema that the snapshot is made for. */
  readonly schema: number;
  /** IANA name; taken unless the file names one itself. */
  readonly timeZone: string;
}

/** A place in the file; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where in the file a subject, or one field of it, was read. */
export interface Position extends Place {
  readonly subject: Subject;
}

export interface ReportItem {
  readonly line: number;
  /** What stands in the file, shortened where it is long. */
  readonly text: string;
  /** Why it was not read as a part of the plan, or how it was read. */
  readonly why: string;
  /** Where the text is now. `nowhere`: it only said that something is still missing. */
  readonly keptIn: 'narrative' | 'notes' | 'nowhere';
}

/** What was found, and what was kept as text, in the order of the file. */
export interface ImportReport {
  readonly found: {
    readonly steps: number;
    readonly stakeholders: number;
    readonly criteria: number;
    readonly risks: number;
    readonly resources: number;
    readonly requirements: number;
  };
  readonly items: readonly ReportItem[];
}

export interface DateExample {
  readonly text: string;
  readonly line: number;
}

export type ImportOutcome =
  | {
      readonly kind: 'imported';
      readonly plan: PlanSnapshot;
      readonly report: ImportReport;
      readonly positions: readonly Position[];
    }
  /** Day and month could be either; ask once and import again with `dates`. */
  | {
      readonly kind: 'ambiguous-dates';
      readonly examples: readonly DateExample[];
      readonly message: string;
    }
  | { readonly kind: 'refused'; readonly message: string };
