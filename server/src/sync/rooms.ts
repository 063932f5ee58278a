/** All rooms of this process, and the one loop that hands their batches to the writer whenever it is free. */

import type { PlanId } from '@tandem/shared/plan/ids';
import type { Log } from '../log.ts';
import type { PlanBatch, PlanCommit, Writer } from '../writer/writer.ts';
import { batchesOf } from './batch.ts';
import type { Limits } from './limits.ts';
import { Room } from './room.ts';

interface Retry {
  readonly failures: number;
  readonly notBefore: number;
}

export class Rooms {
  readonly #rooms = new Map<PlanId, Room>();
  readonly #retries = new Map<Room, Retry>();
  readonly #writer: Writer;
  readonly #limits: Limits;
  readonly #log: Log;
  readonly #now: () => number;
  #isCommitting = false;
  #isScheduled = false;
  #isComparing = false;

  constructor(writer: Writer, limits: Limits, log: Log, now: () => number) {
    this.#writer = writer;
    this.#limits = limits;
    this.#log = log;
    this.#now = now;
  }

  find(plan: PlanId): Room | undefined {
    return this.#rooms.get(plan);
  }

  get all(): Iterable<Room> {
    return this.#rooms.values();
  }

  /** The plan's one room. */
  enter(plan: PlanId): Room {
    const found = this.#rooms.get(plan);
    if (found !== undefined) return found;
    const room = new Room(plan, this.#writer, this.#limits, () => this.#pumpSoon());
    this.#rooms.set(plan, room);
    return room;
  }

  /** Closes a room that cannot be opened, or that nobody needs any more. */
  drop(room: Room): void {
    if (this.#rooms.get(room.plan) === room) this.#rooms.delete(room.plan);
    this.#retries.delete(room);
  }

  dropEmpty(now: number): void {
    for (const room of this.#rooms.values()) {
      if (room.members.size > 0 || room.isBusy || room.state === 'opening')
        room.emptySince = undefined;
      else if (room.emptySince === undefined) room.emptySince = now;
      else if (now - room.emptySince >= this.#limits.emptyRoomMs) this.drop(room);
    }
  }

  /** Asks the log how far it is, and tells each room that does not know. */
  async compare(): Promise<void> {
    const open = [...this.#rooms.values()].filter(
      ({ state, members }) => state === 'open' && members.size > 0,
    );
    if (open.length === 0 || this.#isComparing) return;
    this.#isComparing = true;
    // A storage that does not answer is asked again.
    const heads = await this.#writer.heads(open.map(({ plan }) => plan)).catch(() => undefined);
    this.#isComparing = false;
    if (heads === undefined) return;
    for (const room of open) {
      if (room.state === 'open') room.compare(heads.get(room.plan));
      if (room.state !== 'open') this.drop(room);
    }
  }

  async drained(): Promise<void> {
    await Promise.all([...this.#rooms.values()].map((room) => room.drained()));
  }

  /** After what this turn of the event loop still brings. */
  #pumpSoon(): void {
    if (this.#isScheduled || this.#isCommitting) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#pump();
    });
  }

  async #pump(): Promise<void> {
    if (this.#isCommitting) return;
    const rooms = this.#due();
    if (rooms.length === 0) return;
    this.#isCommitting = true;
    const window = rooms.map(
      (room): PlanBatch => ({ plan: room.plan, batches: batchesOf(room.nextBatch()) }),
    );
    const commits = await this.#writer.commit(window).catch((error: unknown) => {
      this.#log.error(
        { plans: window.length, error: String(error) },
        'the writer did not answer: the window waits',
      );
      return [];
    });
    this.#isCommitting = false;
    for (const [index, room] of rooms.entries()) this.#settle(room, commits[index]);
    this.#pump();
  }

  /** Rooms with something to write, but for those that failed a moment ago. */
  #due(): Room[] {
    const now = this.#now();
    return [...this.#rooms.values()].filter(
      (room) => room.isBusy && (this.#retries.get(room)?.notBefore ?? 0) <= now,
    );
  }

  #settle(room: Room, commit: PlanCommit | undefined): void {
    // It came to its end while its batch was under way.
    if (this.#rooms.get(room.plan) !== room) return;
    if (commit?.failed === 'gone' || commit?.failed === 'too-new') {
      this.drop(room);
      if (commit.failed === 'gone') room.end('gone', 'The plan was deleted.');
      else room.end('tryLater', 'The plan was written by a newer server than this one.');
    } else if (commit === undefined || commit.failed !== undefined) this.#retryLater(room);
    else {
      this.#retries.delete(room);
      room.settle(commit);
    }
  }

  #retryLater(room: Room): void {
    const failures = (this.#retries.get(room)?.failures ?? 0) + 1;
    const pause = Math.min(this.#limits.retryMs * 2 ** (failures - 1), this.#limits.longestRetryMs);
    this.#retries.set(room, { failures, notBefore: this.#now() + pause });
    // A little late, so that the clock has surely come so far.
    setTimeout(() => this.#pump(), pause + 5).unref();
  }
}
