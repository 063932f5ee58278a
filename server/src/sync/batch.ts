/** What a room has taken in and not yet seen committed. */

import type { ActorBatch, ActorId } from '../writer/writer.ts';
import type { ClockRange } from './update-header.ts';

/** The connection that an update came by, as far as a batch is concerned. */
export interface Author {
  readonly id: number;
  readonly actor: ActorId;
}

export interface TakenUpdate<A extends Author = Author> {
  readonly author: A;
  readonly update: Uint8Array;
  readonly fresh: readonly ClockRange[];
  /** clientIDs whose claim is stored with it. */
  readonly claims: readonly number[];
  /** Ready for the others. */
  readonly frame: Buffer;
}

/** For the writer: what each connection sent, in the order in which they began. */
export function batchesOf<A extends Author>(updates: readonly TakenUpdate<A>[]): ActorBatch[] {
  return [...Map.groupBy(updates, ({ author }) => author)].map(([author, own]) => ({
    actor: author.actor,
    connection: author.id,
    updates: own.map(({ update }) => update),
    claims: own.flatMap(({ claims }) => claims),
  }));
}

/** Those whose batch changed something, by what the writer says of each. */
export function changedUpdates<A extends Author>(
  updates: readonly TakenUpdate<A>[],
  changed: readonly boolean[],
): TakenUpdate<A>[] {
  const authors = [...new Set(updates.map(({ author }) => author))];
  const changers = new Set(authors.filter((_, index) => changed[index]));
  return updates.filter(({ author }) => changers.has(author));
}
