/** Who holds which clientID, and how far each has come: what decides whether an update may pass. */

import type { ActorId, OpenedPlan } from '../writer/writer.ts';
import type { StateVector } from './log-copy.ts';
import type { ClockRange, UpdateHeader } from './update-header.ts';

export interface UpdateNews {
  /** Structs that the server does not have. */
  readonly fresh: readonly ClockRange[];
  /** Under an id that another actor holds. */
  readonly isForged: boolean;
  /** It begins after what the server has, or deletes what the server does not have. */
  readonly hasGap: boolean;
  readonly advance: number;
  /** clientIDs that nobody holds yet. */
  readonly unclaimed: readonly number[];
}

export class Claims {
  #holders = new Map<number, ActorId>();
  /** Claimed by presence only; an update makes it last. */
  readonly #unsaved = new Set<number>();
  #vector: StateVector = new Map();

  get vector(): StateVector {
    return this.#vector;
  }

  holderOf(client: number): ActorId | undefined {
    return this.#holders.get(client);
  }

  /** Takes the log's word for what is written, and keeps what presence claimed meanwhile. */
  reset(opened: OpenedPlan, vector: StateVector): void {
    const holders = new Map(opened.claims);
    for (const client of this.#unsaved) {
      const actor = this.#holders.get(client);
      if (holders.has(client) || actor === undefined) this.#unsaved.delete(client);
      else holders.set(client, actor);
    }
    this.#holders = holders;
    this.#vector = vector;
  }

  read({ structs, deletions }: UpdateHeader, actor: ActorId): UpdateNews {
    const fresh: ClockRange[] = [];
    const unclaimed = new Set<number>();
    let isForged = false;
    let hasGap = false;
    let advance = 0;
    const reach = new Map<number, number>();
    for (const range of structs) {
      const { client, from, to } = range;
      const known = reach.get(client) ?? this.#vector.get(client) ?? 0;
      reach.set(client, Math.max(known, to));
      // What the server has already is no news, whoever says it: stores loaded late send it honestly.
      if (to <= known) continue;
      fresh.push(range);
      advance += to - Math.max(from, known);
      if (from > known) hasGap = true;
      const holder = this.#holders.get(client);
      if (holder === undefined) unclaimed.add(client);
      else if (holder !== actor) isForged = true;
    }
    for (const { client, to } of deletions) {
      if (to > (reach.get(client) ?? this.#vector.get(client) ?? 0)) hasGap = true;
    }
    return { fresh, isForged, hasGap, advance, unclaimed: [...unclaimed] };
  }

  /** First claim wins. False when another actor holds it. */
  claimForPresence(client: number, actor: ActorId): boolean {
    const holder = this.#holders.get(client);
    if (holder !== undefined) return holder === actor;
    this.#holders.set(client, actor);
    this.#unsaved.add(client);
    return true;
  }

  /** Takes an update as passed. Gives the ids whose claim has to be stored with it. */
  advance(fresh: readonly ClockRange[], actor: ActorId): number[] {
    const toStore: number[] = [];
    for (const { client, to } of fresh) {
      this.#vector.set(client, Math.max(to, this.#vector.get(client) ?? 0));
      if (!this.#holders.has(client)) {
        this.#holders.set(client, actor);
        toStore.push(client);
      } else if (this.#unsaved.delete(client)) toStore.push(client);
    }
    return toStore;
  }
}

/** How far a log goes, from its snapshot's state vector and the headers of its tail. */
export function reachOf(vector: StateVector, headers: Iterable<UpdateHeader>): StateVector {
  for (const { structs } of headers) {
    for (const { client, to } of structs) vector.set(client, Math.max(to, vector.get(client) ?? 0));
  }
  return vector;
}
