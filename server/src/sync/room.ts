/**
 * One plan open in this process: who is connected, what is being committed, and what a newcomer gets. It has no
 * Y.Doc; the writer's thread has.
 */

import type { PlanId, Revision } from '@tandem/shared/plan/ids';
import type { CloseReason } from '@tandem/shared/protocol/sync';
import * as Y from 'yjs';
import {
  type ActorId,
  type OpenedPlan,
  type PlanCommit,
  type PlanHead,
  SYSTEM_ACTOR,
  type Writer,
} from '../writer/writer.ts';
import { changedUpdates, type TakenUpdate } from './batch.ts';
import { Claims, reachOf } from './claims.ts';
import type { Limits } from './limits.ts';
import { LogCopy } from './log-copy.ts';
import { joined, updateFrame } from './messages.ts';
import { type PresenceReader, PresenceRelay } from './presence-relay.ts';
import { type ClockRange, headerOf } from './update-header.ts';

/** A connection, as its room sees it. */
export interface Member extends PresenceReader {
  readonly id: number;
  readonly actor: ActorId;
  /** The batches up to `Room.settled` are on disk. */
  readonly onSettled: () => void;
  /** Its update builds on something that is not there: it may say once more all it has. */
  readonly onPending: () => void;
  /** The log holds what was never sent: it gets the difference. */
  readonly onMissed: () => void;
  readonly refuse: (reason: CloseReason, message: string) => void;
}

export type RoomState = 'opening' | 'open' | 'gone' | 'too-new' | 'unreachable';

export class Room {
  readonly plan: PlanId;
  readonly members = new Set<Member>();
  readonly presence = new PresenceRelay(this.members);
  readonly claims = new Claims();
  readonly ready: Promise<unknown>;
  state: RoomState = 'opening';
  schema = 0;
  epoch = 0;
  head = 0 as Revision;
  emptySince: number | undefined;
  /** The number of the batch that takes in now, and of the last that is done with. */
  taking = 1;
  settled = 0;

  readonly #writer: Writer;
  readonly #limits: Limits;
  readonly #onTaken: () => void;
  #open: TakenUpdate<Member>[] = [];
  #inFlight: TakenUpdate<Member>[] = [];
  #log: LogCopy | undefined;
  #opening: Promise<OpenedPlan | undefined> | undefined;
  readonly #lastBatches = new Map<ActorId, number>();
  #waiting: { readonly batch: number; readonly resolve: () => void }[] = [];

  constructor(plan: PlanId, writer: Writer, limits: Limits, onTaken: () => void) {
    this.plan = plan;
    this.#writer = writer;
    this.#limits = limits;
    this.#onTaken = onTaken;
    this.ready = this.reread();
  }

  get isBusy(): boolean {
    return this.#open.length > 0 || this.#inFlight.length > 0;
  }

  /** Asks the log anew what is written and who holds which clientID. False when it cannot be read. */
  async reread(): Promise<boolean> {
    const opened = await this.#readLog();
    if (opened === undefined) return false;
    this.claims.reset(
      opened,
      reachOf(Y.decodeStateVector(opened.stateVector), opened.tail.map(headerOf)),
    );
    for (const { fresh, author } of [...this.#inFlight, ...this.#open])
      this.claims.advance(fresh, author.actor);
    return true;
  }

  /** What newcomers get; undefined when the plan cannot be read. */
  async log(): Promise<LogCopy | undefined> {
    if (this.#log === undefined) await this.#readLog();
    return this.#log;
  }

  async #readLog(): Promise<OpenedPlan | undefined> {
    this.#opening ??= this.#readOnce().finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  async #readOnce(): Promise<OpenedPlan | undefined> {
    const opened = await this.#writer.open(this.plan).catch(() => 'unreachable' as const);
    const isFirst = this.state !== 'open';
    if (typeof opened === 'string') {
      // A room that was open stays open while the storage does not answer.
      if (isFirst) this.state = opened;
      else if (opened === 'gone') this.compare(undefined);
      return undefined;
    }
    if (isFirst) {
      this.state = 'open';
      this.schema = opened.schema;
      this.epoch = opened.epoch;
      this.head = opened.head;
    } else this.compare(opened);
    this.#log = new LogCopy(opened);
    return opened;
  }

  take(author: Member, update: Uint8Array, fresh: readonly ClockRange[]): void {
    // The bytes lie in a piece of memory that the socket uses again; the frame has a copy of its own.
    const frame = updateFrame(update);
    const claims = this.claims.advance(fresh, author.actor);
    const own = frame.subarray(frame.length - update.length);
    this.#open.push({ author, update: own, fresh, claims, frame });
    this.#lastBatches.set(author.actor, this.taking);
    this.#onTaken();
  }

  /** The batch that took in the newest update of an actor. */
  lastBatchOf(actor: ActorId): number {
    return this.#lastBatches.get(actor) ?? 0;
  }

  /** What to commit now: the same as before where that failed, so that nothing overtakes. */
  nextBatch(): readonly TakenUpdate<Member>[] {
    if (this.#inFlight.length === 0 && this.#open.length > 0) {
      this.#inFlight = this.#open;
      this.#open = [];
      this.taking += 1;
    }
    return this.#inFlight;
  }

  /** The writer's word on the batch in flight; not for a failed commit, whose batch stays where it is. */
  settle(commit: PlanCommit): void {
    const updates = this.#inFlight;
    this.#inFlight = [];
    this.settled = this.taking - 1;
    const changed = changedUpdates(updates, commit.changed);
    const rows = new Set(changed.map(({ author }) => author.actor)).size;
    this.#follow(commit.head, this.head + rows);
    this.#relayUpdates(changed);
    for (const { connection, reason, message } of commit.culprits)
      this.#answerFor(connection, reason, message);
    if (commit.culprits.length > 0) this.reread();
    for (const member of this.members) member.onSettled();
    this.#resolveWaiting();
  }

  /** Nothing can be committed any more. */
  end(reason: CloseReason, message: string): void {
    this.#open = [];
    this.#inFlight = [];
    this.settled = this.taking;
    for (const member of [...this.members]) member.refuse(reason, message);
    this.#resolveWaiting();
  }

  /** Resolves once all that has been taken in is committed. */
  drained(): Promise<void> {
    if (!this.isBusy) return Promise.resolve();
    const batch = this.#open.length > 0 ? this.taking : this.taking - 1;
    return new Promise((resolve) => this.#waiting.push({ batch, resolve }));
  }

  /** What the server itself wrote on somebody's behalf: everybody gets it. */
  relayEdits(update: Uint8Array, revision: Revision): void {
    const header = headerOf(update);
    this.claims.advance(header.structs, SYSTEM_ACTOR);
    this.#follow(revision, this.head + 1);
    const frame = updateFrame(update);
    this.#keep([frame]);
    for (const member of this.members) member.relay(frame);
  }

  /**
   * What the log says of itself now and then. A writer that dies between a commit and its answer leaves rows that
   * nobody was told of, and another process may delete the plan.
   */
  compare(found: PlanHead | undefined): void {
    if (found === undefined) {
      this.state = 'gone';
      this.end('gone', 'The plan was deleted.');
    } else if (found.epoch !== this.epoch) {
      // This room is over; whoever comes next gets another.
      this.state = 'unreachable';
      this.end('otherEpoch', 'The plan was restored or pruned just now.');
    } else this.#follow(found.head, this.head);
  }

  /** The log is at `head` now. Where it ought to be elsewhere, it went on without this room. */
  #follow(head: Revision, expected: number): void {
    this.head = head;
    if (this.state !== 'open' || head === expected) return;
    this.#log = undefined;
    // Whoever gets what it held builds on it.
    this.reread();
    for (const member of this.members) member.onMissed();
  }

  #relayUpdates(updates: readonly TakenUpdate<Member>[]): void {
    if (updates.length === 0) return;
    const frames = updates.map(({ frame }) => frame);
    this.#keep(frames);
    const authors = new Set(updates.map(({ author }) => author));
    let forAll: Buffer | undefined;
    for (const member of this.members) {
      if (!authors.has(member)) {
        forAll ??= joined(frames);
        member.relay(forAll);
        continue;
      }
      const others = updates.filter(({ author }) => author !== member).map(({ frame }) => frame);
      if (others.length > 0) member.relay(joined(others));
    }
  }

  #keep(frames: readonly Buffer[]): void {
    const log = this.#log;
    if (log === undefined) return;
    log.append(this.head, frames);
    // Whoever comes next makes the room ask for a newer snapshot.
    const isLong =
      log.tailFrames > this.#limits.tailFrames || log.tailBytes > this.#limits.tailBytes;
    if (isLong) this.#log = undefined;
  }

  #answerFor(connection: number, reason: 'malformed' | 'pending', message: string): void {
    const member = [...this.members].find(({ id }) => id === connection);
    // What it has sent since builds on what was not taken.
    this.#open = this.#open.filter(({ author }) => author.id !== connection);
    if (member === undefined) return;
    if (reason === 'pending') member.onPending();
    else member.refuse('malformed', message);
  }

  #resolveWaiting(): void {
    const ready = this.#waiting.filter(({ batch }) => batch <= this.settled);
    this.#waiting = this.#waiting.filter(({ batch }) => batch > this.settled);
    for (const { resolve } of ready) resolve();
  }
}
