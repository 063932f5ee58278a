/**
 * The storage port: rows and bytes, no Yjs. One implementation over SQL (`open-storage.ts`); the suite in
 * `tests/contracts/storage-contract.ts` says what every one must do. Times are ISO 8601 in UTC and come from
 * the caller's clock; secrets come hashed.
 */

import type { PlanId, Revision } from '@tandem/shared/plan/ids';
import type { Party } from '@tandem/shared/plan/kinds';

export interface ActorRow {
  readonly id: string;
  readonly kind: 'member' | 'guest' | 'system';
  readonly name: string;
  readonly party: Party | null;
  readonly email: string | null;
  readonly verified: boolean;
  readonly createdAt: string;
}

export interface SessionRow {
  readonly id: string;
  readonly secretHash: string;
  readonly actor: string;
  /** The link that let the actor in: the session ends with it. */
  readonly link: string | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly endedAt: string | null;
}

export interface LinkRow {
  readonly id: string;
  readonly plan: PlanId;
  readonly role: 'viewer' | 'commenter' | 'editor';
  readonly party: Party;
  readonly secretHash: string;
  /** Personal: one actor on every device. */
  readonly email: string | null;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
}

export interface TokenRow {
  readonly id: string;
  readonly secretHash: string;
  readonly actor: string;
  readonly createdAt: string;
}

export interface SignInRow {
  readonly secretHash: string;
  readonly actor: string;
  readonly plan: PlanId | null;
  readonly expiresAt: string;
  readonly usedAt: string | null;
}

export interface PlanAccessRow {
  readonly plan: PlanId;
  readonly actor: string;
  readonly role: 'viewer' | 'commenter' | 'editor' | 'member';
  readonly link: string | null;
  readonly lastUsedAt: string;
}

export interface PlanRow {
  readonly id: PlanId;
  readonly schema: number;
  readonly epoch: number;
  readonly head: Revision;
  /** Mirrors the document's, for lists. */
  readonly title: string;
  /** Of the deal; for the seller's party only (X19). */
  readonly stage: string;
  readonly purpose: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
}

export interface UpdateRow {
  readonly revision: Revision;
  readonly actor: string;
  readonly at: string;
  readonly bytes: Uint8Array;
}

export interface SnapshotRow {
  readonly plan: PlanId;
  readonly revision: Revision;
  readonly bytes: Uint8Array;
  readonly stateVector: Uint8Array;
  readonly sha256: string;
}

/** What one window adds to one plan. */
export interface PlanAppend {
  readonly plan: PlanId;
  /** The head that the rows were derived from; another head in the store refuses them. */
  readonly after: Revision;
  readonly rows: readonly {
    readonly actor: string;
    readonly at: string;
    readonly bytes: Uint8Array;
  }[];
  readonly claims: readonly { readonly clientId: number; readonly actor: string }[];
  readonly title?: string;
  readonly schema?: number;
}

export type AppendOutcome =
  | { readonly kind: 'appended'; readonly head: Revision }
  /** Somebody else wrote meanwhile: read on from `after`, apply, derive again. */
  | { readonly kind: 'behind'; readonly head: Revision }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface PlanPage {
  readonly plans: readonly PlanRow[];
  /** Hand back for the next page; absent on the last. */
  readonly cursor?: string;
}

export interface AccessStorage {
  createActor(actor: ActorRow): Promise<void>;
  updateActor(
    id: string,
    change: Partial<Pick<ActorRow, 'name' | 'email' | 'verified'>>,
  ): Promise<void>;
  findActor(id: string): Promise<ActorRow | undefined>;
  /** Letter case does not count. */
  findMemberByEmail(email: string): Promise<ActorRow | undefined>;
  /** The first actor that a link let in: for a personal link, the only one. */
  findActorOfLink(link: string): Promise<ActorRow | undefined>;
  /** All whom a link let in, the first one first. */
  actorsOfLink(link: string): Promise<readonly ActorRow[]>;
  /** The first member ever: the owner of a demo workspace. */
  findFirstMember(): Promise<ActorRow | undefined>;

  createSession(session: SessionRow): Promise<void>;
  /** Also one that has ended or expired: the caller says which it was. */
  findSessionByHash(secretHash: string): Promise<SessionRow | undefined>;
  /** False when there was nothing to end. */
  endSession(id: string, at: string): Promise<boolean>;

  createLink(link: LinkRow): Promise<void>;
  findLink(id: string): Promise<LinkRow | undefined>;
  findLinkByHash(secretHash: string): Promise<LinkRow | undefined>;
  /** Newest first, revoked ones included. */
  linksOfPlan(plan: PlanId): Promise<readonly LinkRow[]>;
  /** Ends the link's sessions with it. False when it was unknown or revoked already. */
  revokeLink(id: string, at: string): Promise<boolean>;

  createToken(token: TokenRow): Promise<void>;
  findTokenByHash(secretHash: string): Promise<TokenRow | undefined>;

  createSignIn(signIn: SignInRow): Promise<void>;
  /** Once: undefined when unknown, used or expired at `at`. */
  useSignIn(secretHash: string, at: string): Promise<SignInRow | undefined>;

  /** Creates or replaces what an actor may do with a plan. */
  grantAccess(access: PlanAccessRow): Promise<void>;
  findAccess(plan: PlanId, actor: string): Promise<PlanAccessRow | undefined>;
  touchAccess(plan: PlanId, actor: string, at: string): Promise<void>;
  /** Which of these actors used the plan last. */
  latestAccess(plan: PlanId, actors: readonly string[]): Promise<PlanAccessRow | undefined>;
  /** Most recently used first. */
  plansOfActor(actor: string): Promise<readonly PlanAccessRow[]>;
}

export interface PlanStorage {
  findPlan(plan: PlanId): Promise<PlanRow | undefined>;
  /** How far each has come; those that are gone are missing. */
  headsOf(
    plans: readonly PlanId[],
  ): Promise<ReadonlyMap<PlanId, { readonly head: Revision; readonly epoch: number }>>;
  /** Newest first; with `actor` only those that it was let into. An unknown cursor gives the first page. */
  listPlans(query: {
    readonly actor?: string;
    readonly cursor?: string;
    readonly limit: number;
  }): Promise<PlanPage>;
  /** The row and its first revision in one transaction. */
  createPlan(plan: PlanRow, first: PlanAppend): Promise<void>;
  /** With log, snapshots, claims, links, access, and the guests who were let into nothing else. */
  deletePlan(plan: PlanId): Promise<boolean>;
}

export interface LogStorage {
  /** All plans in one transaction; one that fails does not fail the others. Rejects when nothing was committed. */
  append(window: readonly PlanAppend[]): Promise<readonly AppendOutcome[]>;
  /** In order, from the one after `revision` on. */
  updatesAfter(plan: PlanId, revision: number): Promise<readonly UpdateRow[]>;
  claimsOf(plan: PlanId): Promise<ReadonlyMap<number, string>>;
  latestSnapshot(plan: PlanId): Promise<SnapshotRow | undefined>;
  putSnapshot(snapshot: SnapshotRow): Promise<void>;
  dropSnapshot(plan: PlanId, revision: number): Promise<void>;
  /** Snapshots are a cache: only the newest verified one is kept. */
  dropSnapshotsBefore(plan: PlanId, revision: number): Promise<void>;
}

export interface Storage extends AccessStorage, PlanStorage, LogStorage {
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
