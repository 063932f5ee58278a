// Long on purpose: the plan as one shape, to be read as a whole.
/**
 * A plan as an immutable plain value: what `readPlan` gives out and everything but `shared/doc` works on.
 * Arrays are in plan order, removed rows are absent, texts are plain strings, absent means not set.
 */

import type { CalendarDate, Weekday } from './calendar-date.ts';
import type {
  CriterionId,
  EditId,
  GlossaryEntryId,
  KeyDateId,
  OwnerId,
  RequirementId,
  ResourceId,
  RiskId,
  StakeholderId,
  StepId,
  WorkstreamId,
} from './ids.ts';
import type {
  AssumableField,
  CriterionResult,
  CriterionType,
  DealType,
  Likelihood,
  Party,
  RequirementState,
  ResourceType,
  StakeholderRole,
  StartMode,
  StepKind,
  StepStatus,
  StepType,
  TemplateId,
  Variant,
} from './kinds.ts';
import type { NarrativeElement } from './narrative.ts';

/**
 * Who is answerable: a stakeholder, or until one is named a party, a role or a team. `label` is what was
 * written ("Their IT"), `party` whose it is. *Both* is two entries, one for each party.
 */
export interface Owner {
  readonly id: OwnerId;
  readonly stakeholder?: StakeholderId;
  readonly party?: Party;
  readonly label?: string;
  /** The part that this owner does: "sends", "reviews" (R33). */
  readonly does?: string;
}

/** Why a step is stuck: what is needed, and from whom, in words or as a stakeholder's id (R125). */
export interface BlockedCause {
  readonly needs: string;
  readonly from?: string;
}

/** First and last week of the template's window, counted from evaluation start; week 1 is the first (X16). */
export interface WeekWindow {
  readonly first: number;
  readonly last: number;
}

/** Dates and owners confirmed on the call (R116), as the person who did it said; the ledger has the proof. */
export interface Confirmation {
  readonly by: string;
  readonly party: Party;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface Step {
  readonly id: StepId;
  readonly title: string;
  readonly type: StepType;
  readonly kind: StepKind;
  readonly workstream?: WorkstreamId;
  readonly owners: readonly Owner[];
  readonly start?: CalendarDate;
  readonly due?: CalendarDate;
  /** The reason given for the present due date. */
  readonly dueReason?: string;
  /** The edit that set the present due date, where it carries one: moves made together share it. */
  readonly dueEdit?: EditId;
  /** Working on it, in working days. */
  readonly duration?: number;
  /** Waiting in a queue before that, in working days (R212). */
  readonly leadTime?: number;
  readonly predecessors: readonly StepId[];
  readonly status: StepStatus;
  readonly blocked?: BlockedCause;
  readonly deliverable: string;
  readonly notes: string;
  /** "If applicable": may be left out without a warning (R90). */
  readonly optional: boolean;
  /** A date that does not move with others, such as a board meeting (X4). */
  readonly pinned: boolean;
  readonly pinnedWhy?: string;
  /** For a decision gate: who decides. */
  readonly approver?: StakeholderId;
  readonly weeks?: WeekWindow;
  /** Cells that are still a guess. */
  readonly assumptions: readonly AssumableField[];
  readonly confirmed?: Confirmation;
}

export interface Stakeholder {
  readonly id: StakeholderId;
  readonly name: string;
  /** Job title. */
  readonly title: string;
  readonly role: StakeholderRole;
  readonly party?: Party;
  readonly responsibility: string;
  readonly email?: string;
  /** Signs the plan for the party (R203). */
  readonly signatory: boolean;
}

export interface Criterion {
  readonly id: CriterionId;
  readonly text: string;
  readonly type: CriterionType;
  readonly validation: string;
  readonly result: CriterionResult;
  readonly owners: readonly Owner[];
  /** What happens when this one passes. */
  readonly consequence: string;
}

export interface Risk {
  readonly id: RiskId;
  readonly text: string;
  readonly impact: string;
  readonly mitigation: string;
  readonly owners: readonly Owner[];
  readonly likelihood?: Likelihood;
  readonly steps: readonly StepId[];
}

export interface Resource {
  readonly id: ResourceId;
  readonly title: string;
  readonly url?: string;
  readonly type: ResourceType;
  readonly steps: readonly StepId[];
}

/** A technical requirement (R243). */
export interface Requirement {
  readonly id: RequirementId;
  readonly text: string;
  readonly notes: string;
  readonly state: RequirementState;
  readonly owners: readonly Owner[];
}

export interface Workstream {
  readonly id: WorkstreamId;
  readonly name: string;
}

/** The buyer's own word and what it means here: "vendor management" is procurement (R105). */
export interface GlossaryEntry {
  readonly id: GlossaryEntryId;
  readonly term: string;
  readonly meaning: string;
  readonly type?: StepType;
}

export interface KeyDate {
  /** One of `STANDARD_KEY_DATES`, or an id of its own. */
  readonly id: KeyDateId;
  readonly label: string;
  readonly date?: CalendarDate;
  readonly dateReason?: string;
  readonly dateEdit?: EditId;
  /** The compelling reason for this date, in the buyer's words (R113, R219). */
  readonly why: string;
}

/**
 * The goal sentence has five slots (R26): the buyer's and the product's names and the decision date stand in
 * the plan and its key dates, problem and decision here. `outcome` is the buyer's own words (R195),
 * `consequence` what is agreed for "if all criteria pass" (R179).
 */
export interface Goal {
  readonly problem: string;
  /** What is decided, "go/no-go" unless the parties say otherwise. */
  readonly decision: string;
  readonly outcome: string;
  readonly consequence: string;
}

export interface Holiday {
  readonly date: CalendarDate;
  readonly name: string;
}

/** A period in which a party does nothing for the plan: quarter planning, a freeze. Both ends belong to it. */
export interface Blackout {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly name: string;
}

/** Days on which a party does not work; the weekend is the plan's. Both lists are in order of time. */
export interface PartyCalendar {
  readonly holidays: readonly Holiday[];
  readonly blackouts: readonly Blackout[];
}

export interface PlanSnapshot {
  readonly schema: number;
  readonly title: string;
  readonly seller: string;
  readonly buyer: string;
  readonly product: string;
  readonly template: TemplateId;
  readonly dealType: DealType;
  readonly variant: Variant;
  readonly start: StartMode;
  /** Annual contract value in whole units of the currency. */
  readonly value?: number;
  /** ISO 4217, three letters. */
  readonly currency?: string;
  /** IANA name; "today" in the plan comes from it (X13). */
  readonly timeZone: string;
  readonly weekend: readonly Weekday[];
  readonly calendars: { readonly seller: PartyCalendar; readonly buyer: PartyCalendar };
  readonly goal: Goal;
  readonly keyDates: readonly KeyDate[];
  readonly workstreams: readonly Workstream[];
  readonly steps: readonly Step[];
  readonly stakeholders: readonly Stakeholder[];
  readonly criteria: readonly Criterion[];
  readonly risks: readonly Risk[];
  readonly resources: readonly Resource[];
  readonly requirements: readonly Requirement[];
  readonly glossary: readonly GlossaryEntry[];
  readonly narrative: readonly NarrativeElement[];
}

/** The lists of a plan whose rows people add, order, remove and bring back. */
export interface Rows {
  readonly keyDates: KeyDate;
  readonly workstreams: Workstream;
  readonly steps: Step;
  readonly stakeholders: Stakeholder;
  readonly criteria: Criterion;
  readonly risks: Risk;
  readonly resources: Resource;
  readonly requirements: Requirement;
  readonly glossary: GlossaryEntry;
}
export type RowList = keyof Rows;

export type SubjectKind =
  | 'plan'
  | 'goal'
  | 'narrative'
  | 'key-date'
  | 'workstream'
  | 'step'
  | 'stakeholder'
  | 'criterion'
  | 'risk'
  | 'resource'
  | 'requirement'
  | 'glossary-entry';

/** What a warning, a change or a comment is about. `plan`, `goal` and `narrative` are their own id. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly field?: string;
}

export type RowKind = Exclude<SubjectKind, 'plan' | 'goal' | 'narrative'>;

/** Which list holds the rows of a kind. */
export const LIST_OF = {
  'key-date': 'keyDates',
  workstream: 'workstreams',
  step: 'steps',
  stakeholder: 'stakeholders',
  criterion: 'criteria',
  risk: 'risks',
  resource: 'resources',
  requirement: 'requirements',
  'glossary-entry': 'glossary',
} as const satisfies Record<RowKind, RowList>;
