// Long on purpose: one union, to be read as a whole.
/**
 * Every structured change to a plan, as plain data. The UI, the fixes of rules, the HTTP API, imports, tests
 * and fuzzers all speak it; `doc/apply-edit` alone turns it into Yjs.
 *
 * In all of them: an absent field is left as it is, `null` clears it, `after: null` means first, an absent
 * `after` means last. `reason` is what the person said, `cause` which earlier edit or rule brought it about.
 */

import type { CalendarDate, Weekday } from './calendar-date.ts';
import type {
  CriterionId,
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
  GoalField,
  Likelihood,
  Party,
  RequirementState,
  ResourceType,
  StakeholderRole,
  StepKind,
  StepStatus,
  StepType,
  Variant,
} from './kinds.ts';
import type { BlockedCause, Confirmation, WeekWindow } from './plan.ts';

export type Cause = `cascade:${string}` | `fix:${string}` | 'import' | 'template' | 'restore';

interface Explained {
  readonly reason?: string;
  readonly cause?: Cause;
}

/** An owner as somebody names it; without an id it gets one. */
export interface OwnerInput {
  readonly id?: OwnerId;
  readonly stakeholder?: StakeholderId;
  readonly party?: Party;
  readonly label?: string;
  readonly does?: string;
}

/** Everything a step can be born with. */
export interface StepFields {
  readonly type?: StepType;
  readonly kind?: StepKind;
  readonly workstream?: WorkstreamId | null;
  readonly owners?: readonly OwnerInput[];
  readonly start?: CalendarDate | null;
  readonly due?: CalendarDate | null;
  readonly duration?: number | null;
  readonly leadTime?: number | null;
  readonly predecessors?: readonly StepId[];
  readonly status?: StepStatus;
  readonly blocked?: BlockedCause;
  readonly deliverable?: string;
  readonly notes?: string;
  readonly optional?: boolean;
  readonly pinned?: boolean;
  readonly pinnedWhy?: string;
  readonly approver?: StakeholderId | null;
  readonly weeks?: WeekWindow | null;
  readonly assumptions?: readonly AssumableField[];
}

export interface StakeholderFields {
  readonly name?: string;
  readonly title?: string;
  readonly role?: StakeholderRole;
  readonly party?: Party | null;
  readonly responsibility?: string;
  readonly email?: string | null;
  readonly signatory?: boolean;
}

export interface CriterionFields {
  readonly text?: string;
  readonly criterionType?: CriterionType;
  readonly validation?: string;
  readonly result?: CriterionResult;
  readonly consequence?: string;
}

export interface RiskFields {
  readonly text?: string;
  readonly impact?: string;
  readonly mitigation?: string;
  readonly likelihood?: Likelihood | null;
}

export interface ResourceFields {
  readonly title?: string;
  readonly url?: string | null;
  readonly resourceType?: ResourceType;
}

export interface RequirementFields {
  readonly text?: string;
  readonly notes?: string;
  readonly state?: RequirementState;
}

export interface StepMove {
  readonly step: StepId;
  readonly due: CalendarDate;
  readonly start?: CalendarDate;
}

type After<Id> = { readonly after?: Id | null };

export type StepEdit =
  | ({ readonly type: 'step/add'; readonly step?: StepId; readonly title: string } & After<StepId> &
      Omit<StepFields, 'type'> & { readonly stepType?: StepType })
  | { readonly type: 'step/set-title'; readonly step: StepId; readonly title: string }
  | {
      readonly type: 'step/set-text';
      readonly step: StepId;
      readonly field: 'title' | 'deliverable' | 'notes';
      readonly text: string;
    }
  | { readonly type: 'step/set-type'; readonly step: StepId; readonly stepType: StepType }
  | { readonly type: 'step/set-kind'; readonly step: StepId; readonly kind: StepKind }
  | {
      readonly type: 'step/set-workstream';
      readonly step: StepId;
      readonly workstream: WorkstreamId | null;
    }
  | ({
      readonly type: 'step/set-owners';
      readonly step: StepId;
      readonly owners: readonly OwnerInput[];
    } & Explained)
  | ({
      readonly type: 'step/set-due';
      readonly step: StepId;
      readonly due: CalendarDate | null;
    } & Explained)
  | ({
      readonly type: 'step/set-start';
      readonly step: StepId;
      readonly start: CalendarDate | null;
    } & Explained)
  | { readonly type: 'step/set-duration'; readonly step: StepId; readonly days: number | null }
  | { readonly type: 'step/set-lead-time'; readonly step: StepId; readonly days: number | null }
  | ({
      readonly type: 'step/set-status';
      readonly step: StepId;
      readonly status: StepStatus;
      readonly blocked?: BlockedCause;
    } & Explained)
  | {
      readonly type: 'step/set-predecessors';
      readonly step: StepId;
      readonly predecessors: readonly StepId[];
    }
  | { readonly type: 'step/set-optional'; readonly step: StepId; readonly optional: boolean }
  | {
      readonly type: 'step/set-pinned';
      readonly step: StepId;
      readonly pinned: boolean;
      readonly why?: string;
    }
  | {
      readonly type: 'step/set-approver';
      readonly step: StepId;
      readonly approver: StakeholderId | null;
    }
  | { readonly type: 'step/set-weeks'; readonly step: StepId; readonly weeks: WeekWindow | null }
  /** The cells that are still a guess; an empty list confirms them all. */
  | {
      readonly type: 'step/set-assumptions';
      readonly step: StepId;
      readonly assumptions: readonly AssumableField[];
    }
  | {
      readonly type: 'step/confirm';
      readonly step: StepId;
      readonly confirmed: Confirmation | null;
    }
  | ({
      readonly type: 'step/move';
      readonly step: StepId;
      readonly workstream?: WorkstreamId | null;
    } & After<StepId>)
  | { readonly type: 'step/remove'; readonly step: StepId }
  | { readonly type: 'step/bring-back'; readonly step: StepId }
  | {
      readonly type: 'steps/shift';
      readonly moves: readonly StepMove[];
      readonly reason: string;
      readonly cause?: Cause;
    };

export type StakeholderEdit =
  | ({
      readonly type: 'stakeholder/add';
      readonly stakeholder?: StakeholderId;
    } & StakeholderFields &
      After<StakeholderId>)
  | ({ readonly type: 'stakeholder/set'; readonly stakeholder: StakeholderId } & StakeholderFields)
  | ({
      readonly type: 'stakeholder/move';
      readonly stakeholder: StakeholderId;
    } & After<StakeholderId>)
  | { readonly type: 'stakeholder/remove'; readonly stakeholder: StakeholderId }
  | { readonly type: 'stakeholder/bring-back'; readonly stakeholder: StakeholderId };

export type CriterionEdit =
  | ({
      readonly type: 'criterion/add';
      readonly criterion?: CriterionId;
      readonly owners?: readonly OwnerInput[];
    } & CriterionFields &
      After<CriterionId>)
  | ({ readonly type: 'criterion/set'; readonly criterion: CriterionId } & CriterionFields)
  | ({
      readonly type: 'criterion/set-owners';
      readonly criterion: CriterionId;
      readonly owners: readonly OwnerInput[];
    } & Explained)
  | ({ readonly type: 'criterion/move'; readonly criterion: CriterionId } & After<CriterionId>)
  | { readonly type: 'criterion/remove'; readonly criterion: CriterionId }
  | { readonly type: 'criterion/bring-back'; readonly criterion: CriterionId };

export type RiskEdit =
  | ({
      readonly type: 'risk/add';
      readonly risk?: RiskId;
      readonly owners?: readonly OwnerInput[];
      readonly steps?: readonly StepId[];
    } & RiskFields &
      After<RiskId>)
  | ({ readonly type: 'risk/set'; readonly risk: RiskId } & RiskFields)
  | ({
      readonly type: 'risk/set-owners';
      readonly risk: RiskId;
      readonly owners: readonly OwnerInput[];
    } & Explained)
  | { readonly type: 'risk/set-steps'; readonly risk: RiskId; readonly steps: readonly StepId[] }
  | ({ readonly type: 'risk/move'; readonly risk: RiskId } & After<RiskId>)
  | { readonly type: 'risk/remove'; readonly risk: RiskId }
  | { readonly type: 'risk/bring-back'; readonly risk: RiskId };

export type ResourceEdit =
  | ({
      readonly type: 'resource/add';
      readonly resource?: ResourceId;
      readonly steps?: readonly StepId[];
    } & ResourceFields &
      After<ResourceId>)
  | ({ readonly type: 'resource/set'; readonly resource: ResourceId } & ResourceFields)
  | {
      readonly type: 'resource/set-steps';
      readonly resource: ResourceId;
      readonly steps: readonly StepId[];
    }
  | ({ readonly type: 'resource/move'; readonly resource: ResourceId } & After<ResourceId>)
  | { readonly type: 'resource/remove'; readonly resource: ResourceId }
  | { readonly type: 'resource/bring-back'; readonly resource: ResourceId };

export type RequirementEdit =
  | ({
      readonly type: 'requirement/add';
      readonly requirement?: RequirementId;
      readonly owners?: readonly OwnerInput[];
    } & RequirementFields &
      After<RequirementId>)
  | ({ readonly type: 'requirement/set'; readonly requirement: RequirementId } & RequirementFields)
  | ({
      readonly type: 'requirement/set-owners';
      readonly requirement: RequirementId;
      readonly owners: readonly OwnerInput[];
    } & Explained)
  | ({
      readonly type: 'requirement/move';
      readonly requirement: RequirementId;
    } & After<RequirementId>)
  | { readonly type: 'requirement/remove'; readonly requirement: RequirementId }
  | { readonly type: 'requirement/bring-back'; readonly requirement: RequirementId };

export type WorkstreamEdit =
  | ({
      readonly type: 'workstream/add';
      readonly workstream?: WorkstreamId;
      readonly name: string;
    } & After<WorkstreamId>)
  | { readonly type: 'workstream/set'; readonly workstream: WorkstreamId; readonly name?: string }
  | ({ readonly type: 'workstream/move'; readonly workstream: WorkstreamId } & After<WorkstreamId>)
  | { readonly type: 'workstream/remove'; readonly workstream: WorkstreamId }
  | { readonly type: 'workstream/bring-back'; readonly workstream: WorkstreamId };

export type GlossaryEdit =
  | ({
      readonly type: 'glossary-entry/add';
      readonly entry?: GlossaryEntryId;
      readonly term: string;
      readonly meaning?: string;
      readonly stepType?: StepType | null;
    } & After<GlossaryEntryId>)
  | {
      readonly type: 'glossary-entry/set';
      readonly entry: GlossaryEntryId;
      readonly term?: string;
      readonly meaning?: string;
      readonly stepType?: StepType | null;
    }
  | ({
      readonly type: 'glossary-entry/move';
      readonly entry: GlossaryEntryId;
    } & After<GlossaryEntryId>)
  | { readonly type: 'glossary-entry/remove'; readonly entry: GlossaryEntryId }
  | { readonly type: 'glossary-entry/bring-back'; readonly entry: GlossaryEntryId };

export type KeyDateEdit =
  | ({
      readonly type: 'key-date/set';
      readonly keyDate: KeyDateId;
      readonly date: CalendarDate | null;
    } & Explained)
  | ({
      readonly type: 'key-date/add';
      readonly keyDate?: KeyDateId;
      readonly label: string;
      readonly date?: CalendarDate | null;
      readonly why?: string;
    } & After<KeyDateId>)
  | {
      readonly type: 'key-date/set-text';
      readonly keyDate: KeyDateId;
      readonly field: 'label' | 'why';
      readonly text: string;
    }
  | ({ readonly type: 'key-date/move'; readonly keyDate: KeyDateId } & After<KeyDateId>)
  | { readonly type: 'key-date/remove'; readonly keyDate: KeyDateId }
  | { readonly type: 'key-date/bring-back'; readonly keyDate: KeyDateId };

export type PlanLevelEdit =
  | {
      readonly type: 'plan/set';
      readonly title?: string;
      readonly seller?: string;
      readonly buyer?: string;
      readonly product?: string;
      readonly dealType?: DealType;
      readonly variant?: Variant;
      readonly value?: number | null;
      readonly currency?: string | null;
      readonly timeZone?: string;
      readonly weekend?: readonly Weekday[];
    }
  | {
      readonly type: 'plan/set-holiday';
      readonly party: Party;
      readonly date: CalendarDate;
      readonly name: string | null;
    }
  | {
      readonly type: 'plan/set-blackout';
      readonly party: Party;
      readonly from: CalendarDate;
      readonly to: CalendarDate;
      readonly name: string | null;
    }
  | { readonly type: 'goal/set-text'; readonly field: GoalField; readonly text: string };

export type PlanEdit =
  | StepEdit
  | StakeholderEdit
  | CriterionEdit
  | RiskEdit
  | ResourceEdit
  | RequirementEdit
  | WorkstreamEdit
  | GlossaryEdit
  | KeyDateEdit
  | PlanLevelEdit;
