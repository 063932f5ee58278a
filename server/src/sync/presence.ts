/**
 * Who is in the room and where. Entries are kept as bytes for each clientID; the `user` part is the session's,
 * not the sender's. The clocks that go out are the room's own, so that somebody who comes back with an
 * unchanged clock is seen again at once (docs/sync-spec.md, P4).
 */

import type { PresenceUser } from '@tandem/shared/protocol/presence';
import { LARGEST_PRESENCE } from '@tandem/shared/protocol/presence';
import { ByteReader, Malformed } from './byte-reader.ts';
import { varUint } from './messages.ts';

/** One connection, as far as presence is concerned. */
export interface Present {
  readonly user: PresenceUser;
  /** Whether the actor may appear under this clientID; claims it where nobody holds it. */
  readonly mayHold: (client: number) => 'yes' | 'no' | 'too-many';
}

interface Entry {
  /** Whose it is now; absent once that connection has gone. */
  holder: Present | undefined;
  clockIn: number;
  clockOut: number;
  /** The state as JSON; absent when it was taken away. */
  state: Uint8Array | undefined;
}

export class Presence {
  readonly #entries = new Map<number, Entry>();
  readonly #greeted = new WeakSet<Present>();
  #changed = new Set<number>();

  get hasChanged(): boolean {
    return this.#changed.size > 0;
  }

  /** Takes in a frame. Entries of others are the stock client's echo and are passed over. */
  take(from: Present, frame: Uint8Array): 'taken' | 'malformed' | 'too-many' {
    const isFirst = !this.#greeted.has(from);
    this.#greeted.add(from);
    try {
      const reader = new ByteReader(frame);
      const count = reader.count(3);
      for (let i = 0; i < count; i += 1) {
        const client = reader.varUint();
        const clock = reader.varUint();
        const state = reader.slice();
        // The first thing a stock client says is its own state, before it knows of anybody else's.
        if (this.#takeEntry(from, client, clock, state, isFirst && count === 1) === 'too-many')
          return 'too-many';
      }
      return 'taken';
    } catch (error) {
      if (error instanceof Malformed) return 'malformed';
      throw error;
    }
  }

  leave(gone: Present): void {
    for (const [client, entry] of this.#entries) {
      if (entry.holder !== gone) continue;
      entry.holder = undefined;
      if (entry.state === undefined) continue;
      entry.state = undefined;
      this.#changed.add(client);
    }
  }

  /** What has changed since the last call; `entriesFor` then cuts it for each reader. */
  takeChanged(): readonly number[] {
    const changed = [...this.#changed];
    this.#changed = new Set();
    return changed;
  }

  /** Everybody who is there now. */
  everybody(): readonly number[] {
    return [...this.#entries].flatMap(([client, { state }]) =>
      state === undefined ? [] : [client],
    );
  }

  isHeldBy(client: number, who: Present): boolean {
    return this.#entries.get(client)?.holder === who;
  }

  /** The body of an awareness message. */
  encode(clients: readonly number[]): Uint8Array {
    const parts: Uint8Array[] = [Uint8Array.from(varUint(clients.length))];
    for (const client of clients) {
      const entry = this.#entries.get(client);
      const state = entry?.state ?? NO_STATE;
      parts.push(
        Uint8Array.from([
          ...varUint(client),
          ...varUint(entry?.clockOut ?? 0),
          ...varUint(state.length),
        ]),
      );
      parts.push(state);
    }
    return Buffer.concat(parts);
  }

  #takeEntry(
    from: Present,
    client: number,
    clock: number,
    bytes: Uint8Array,
    isOwn: boolean,
  ): 'too-many' | undefined {
    if (bytes.length > LARGEST_PRESENCE) return undefined;
    const entry = this.#entries.get(client);
    if (entry?.holder !== from) {
      // Somebody's who is here: only their new connection may take it over, others merely repeat it.
      if (entry?.holder !== undefined && !isOwn) return undefined;
      // Somebody's who has left: what was relayed before is repeated late.
      if (entry !== undefined && entry.holder === undefined && !isOwn && clock <= entry.clockIn)
        return undefined;
      const may = from.mayHold(client);
      if (may !== 'yes') return may === 'too-many' ? 'too-many' : undefined;
    }
    const state = stateOf(bytes, from.user);
    if (state === undefined) return undefined;
    if (entry === undefined) {
      // Yjs takes no notice of clock 0, with which every client begins.
      this.#entries.set(client, {
        holder: from,
        clockIn: clock,
        clockOut: Math.max(1, clock),
        state: state ?? undefined,
      });
    } else {
      if (entry.holder === from && clock <= entry.clockIn) return undefined;
      entry.holder = from;
      entry.clockOut = Math.max(entry.clockOut + 1, clock);
      entry.clockIn = clock;
      entry.state = state ?? undefined;
    }
    this.#changed.add(client);
    return undefined;
  }
}

const NO_STATE = Buffer.from('null');

/** With the session's identity in it; null where the client takes its state away; undefined where it is none. */
function stateOf(bytes: Uint8Array, user: PresenceUser): Uint8Array | null | undefined {
  let state: unknown;
  try {
    state = JSON.parse(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'),
    );
  } catch {
    // Bytes that are no JSON show nobody anywhere.
    return undefined;
  }
  if (state === null) return null;
  if (typeof state !== 'object' || Array.isArray(state)) return undefined;
  return Buffer.from(JSON.stringify({ ...state, user }));
}
