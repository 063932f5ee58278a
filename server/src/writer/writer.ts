/**
 * The writer, as the main thread sees it: a worker thread that owns every Y.Doc, derives what a batch means
 * and commits it. Log first: whatever resolves here is on disk.
 */

import type { Cause, PlanEdit } from '@tandem/shared/plan/edit';
import type { PlanId, Revision } from '@tandem/shared/plan/ids';
import type { PlanSnapshot, Subject } from '@tandem/shared/plan/plan';

export type ActorId = string;

/** The actor of everything the server itself writes: seeds, migrations. */
export const SYSTEM_ACTOR: ActorId = 'system';

/** Everything a room needs to let a client join without a Y.Doc on the main thread. */
export interface OpenedPlan {
  readonly head: Revision;
  readonly schema: number;
  readonly epoch: number;
  /** A Yjs update holding the plan up to `snapshotRevision`, and the log rows after it, oldest first. */
  readonly snapshot: Uint8Array;
  readonly snapshotRevision: Revision;
  /** Of `snapshot`, encoded. */
  readonly stateVector: Uint8Array;
  readonly tail: readonly Uint8Array[];
  /** clientID → actor, for every id ever claimed in this plan. */
  readonly claims: ReadonlyMap<number, ActorId>;
}

/** What one actor sent during one window, in the order in which it came. */
export interface ActorBatch {
  readonly actor: ActorId;
  /** Where it came from, to name the culprit. */
  readonly connection: number;
  readonly updates: readonly Uint8Array[];
  /** clientIDs seen for the first time in these updates. */
  readonly claims: readonly number[];
}

export interface PlanBatch {
  readonly plan: PlanId;
  readonly batches: readonly ActorBatch[];
}

/** A connection whose update could not be applied; nothing of it in this batch was kept. */
export interface Culprit {
  readonly connection: number;
  /** `pending`: it builds on something that the log lacks, which the same client may still send. */
  readonly reason: 'malformed' | 'pending';
  readonly message: string;
}

export interface PlanCommit {
  readonly plan: PlanId;
  readonly head: Revision;
  /** For each batch, in order: whether it changed the plan. What did not need not be relayed. */
  readonly changed: readonly boolean[];
  readonly culprits: readonly Culprit[];
  /** Set when the plan as a whole could not be committed; where the storage failed, the batch stays the room's. */
  readonly failed?: 'gone' | 'too-new' | 'storage';
}

/** How far a plan's log has come. */
export interface PlanHead {
  readonly head: Revision;
  readonly epoch: number;
}

export interface NewPlan {
  readonly id: PlanId;
  readonly plan: PlanSnapshot;
  readonly cause: Cause;
  readonly actor: ActorId;
  /** The deal's stage: a fact for the seller's party, never in the document (X19). */
  readonly stage: string;
  /** Why a plan is worth making for this deal (R24), chosen at creation. */
  readonly purpose?: string;
}

export interface StoredPlan {
  readonly revision: Revision;
  readonly epoch: number;
  readonly plan: PlanSnapshot;
}

export type EditsResult =
  | {
      readonly kind: 'applied';
      readonly revision: Revision;
      readonly update: Uint8Array;
      readonly subjects: readonly Subject[];
    }
  | {
      readonly kind: 'refused';
      readonly index: number;
      readonly code: string;
      readonly message: string;
    }
  | { readonly kind: 'gone' }
  /** Not now: the storage does not take anything in. */
  | { readonly kind: 'unavailable' };

export interface Writer {
  create(plan: NewPlan): Promise<void>;
  /** Migrates the document first where it is older than this program. */
  open(plan: PlanId): Promise<OpenedPlan | 'gone' | 'too-new'>;
  /** All plans of the window in one transaction and one fsync. */
  commit(window: readonly PlanBatch[]): Promise<readonly PlanCommit[]>;
  /** Those that are still there: a room finds out what happened without it. */
  heads(plans: readonly PlanId[]): Promise<ReadonlyMap<PlanId, PlanHead>>;
  /** Whether an update would change nothing: what a reader's SyncStep2 must be. */
  isKnown(plan: PlanId, update: Uint8Array): Promise<boolean | 'gone'>;
  /** The plan as its log says, at its head. */
  read(plan: PlanId): Promise<StoredPlan | 'gone'>;
  /** All or nothing, one transaction, one revision. The caller relays `update` to the plan's room. */
  applyEdits(plan: PlanId, edits: readonly PlanEdit[], actor: ActorId): Promise<EditsResult>;
  /** Deletes the plan and everything that belongs to it. */
  remove(plan: PlanId): Promise<boolean>;
  /** Commits what is under way, then ends the thread. */
  close(): Promise<void>;
}
