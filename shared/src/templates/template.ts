/**
 * A plan template as data: rows in the words of the source, guessed owners, week windows, no ids, no dates.
 *
 * Owner labels stay as the source writes them ("Vendor", "EB", "[Your AE]"), so that an exported plan reads
 * like the template; the party beside a label says whose it is. The shape of an owner is what `step/add`
 * takes, so the walk-through can offer the same rows one by one.
 */

import type {
  CriterionType,
  DealType,
  Party,
  StakeholderRole,
  StepKind,
  StepType,
  TemplateId,
} from '../plan/kinds.ts';
import type { WeekWindow } from '../plan/plan.ts';

export interface TemplateOwner {
  readonly party: Party;
  readonly label?: string;
  readonly does?: string;
}

export interface TemplateStep {
  /** The # of the template's table: 1, 2, 3 … A variant that leaves rows out keeps the numbers. */
  readonly number: number;
  readonly title: string;
  readonly type: StepType;
  readonly kind: StepKind;
  readonly owners: readonly TemplateOwner[];
  readonly weeks?: WeekWindow;
  /** "(if applicable)", "(if needed)", "(if not already done)" in the title (R90). */
  readonly optional: boolean;
  /** Numbers of rows of the same template; only where the source says so (R35). */
  readonly predecessors: readonly number[];
  /** What a milestone brings; empty for tasks and gates. */
  readonly deliverable: string;
  /** For a gate: the role that decides, where the row names it. */
  readonly approver?: StakeholderRole;
}

export interface TemplateStakeholder {
  readonly name: string;
  readonly title: string;
  readonly role: StakeholderRole;
  readonly party: Party;
  readonly responsibility: string;
}

export interface TemplateCriterion {
  readonly text: string;
  readonly type: CriterionType;
  readonly validation: string;
}

export interface TemplateRisk {
  readonly text: string;
  readonly impact: string;
  readonly mitigation: string;
  /** Steps of this type are what the risk threatens. */
  readonly threatens?: StepType;
}

/** From and to, both included; without `to` there is no upper end ("300K+"). */
export interface Range {
  readonly from: number;
  readonly to?: number;
}

export interface Template {
  readonly id: TemplateId;
  /** For menus. */
  readonly name: string;
  readonly dealType: DealType;
  /** Annual contract value, in whole units of the currency, that the source gives. */
  readonly value?: Range;
  /** Length of the buying cycle in calendar days. Information only (X5). */
  readonly cycle?: Range;
  readonly steps: readonly TemplateStep[];
  readonly stakeholders: readonly TemplateStakeholder[];
  readonly criteria: readonly TemplateCriterion[];
  readonly risks: readonly TemplateRisk[];
}

/** A row before it is numbered; what most rows have in common may be left out. */
export type StepRow = Pick<TemplateStep, 'title' | 'type' | 'owners'> &
  Partial<Omit<TemplateStep, 'number'>>;

export function numbered(rows: readonly StepRow[]): readonly TemplateStep[] {
  return rows.map((row, i) => ({
    kind: 'task',
    optional: false,
    predecessors: [],
    deliverable: '',
    ...row,
    number: i + 1,
  }));
}

/** An owner of the seller's party; `does` is the part of two that share a step: "sends". */
export function seller(label: string, does?: string): TemplateOwner {
  return { party: 'seller', label, ...(does === undefined ? {} : { does }) };
}

export function buyer(label: string, does?: string): TemplateOwner {
  return { party: 'buyer', label, ...(does === undefined ? {} : { does }) };
}

/** *Both* is one entry for each party; a label ("Both legal teams") stands on both. */
export function both(label?: string): readonly TemplateOwner[] {
  const named = label === undefined ? {} : { label };
  return [
    { party: 'seller', ...named },
    { party: 'buyer', ...named },
  ];
}

/** Weeks counted from evaluation start; one number is a window of one week. */
export function weeks(first: number, last = first): WeekWindow {
  return { first, last };
}
