/** Every number of the wire side; docs/sync-spec.md, L1 to L9, says what each is for. */

import { LARGEST_SYNC_STEP_2, LARGEST_UPDATE } from '@tandem/shared/protocol/sync';

export interface Limits {
  readonly updateBytes: number;
  readonly step2Bytes: number;
  /** How far one update may advance clocks: more is no typing, and a clock near its end blocks its owner. */
  readonly clockAdvance: number;
  /** New clientIDs of one connection, by presence and single updates. */
  readonly claims: number;
  /** And those that its first SyncStep2 may bring: each offline page load wrote under an id of its own. */
  readonly step2Claims: number;
  /** Updates that wait for the SyncStep2 they build on. */
  readonly parkedBytes: number;
  /** Received and not yet committed; beyond this the socket is read no further until it is. */
  readonly uncommittedBytes: number;
  readonly uncommittedUpdates: number;
  /** Bytes waiting in a socket: beyond `behindBytes` it gets no more, beyond `bufferedBytes` it is closed. */
  readonly behindBytes: number;
  readonly bufferedBytes: number;
  /** How long a socket may stay behind, plus a second for each `slowestBytes` that lay before it. */
  readonly behindMs: number;
  readonly slowestBytes: number;
  readonly presenceFrameBytes: number;
  readonly presenceFramesPerSecond: number;
  /** y-websocket hangs up after 30 s without a message. */
  readonly keepAliveMs: number;
  readonly pingMs: number;
  readonly missedPings: number;
  /** The one timer's step. */
  readonly tickMs: number;
  /** From the close frame to the end of the socket. */
  readonly closeMs: number;
  /** A room without connections is kept for this long. */
  readonly emptyRoomMs: number;
  /** The log's tail that a room keeps before it asks for a newer snapshot. */
  readonly tailFrames: number;
  readonly tailBytes: number;
  /** The first pause after a failed commit, and the longest. */
  readonly retryMs: number;
  readonly longestRetryMs: number;
  /** How long a closing server, and an edit over HTTP, wait for what was taken in before. */
  readonly drainMs: number;
  /** And then for its clients to hang up. */
  readonly goodbyeMs: number;
}

export const LIMITS: Limits = {
  updateBytes: LARGEST_UPDATE,
  step2Bytes: LARGEST_SYNC_STEP_2,
  clockAdvance: 5_000_000,
  claims: 16,
  step2Claims: 1000,
  parkedBytes: 2 * 1024 * 1024,
  uncommittedBytes: 4 * 1024 * 1024,
  uncommittedUpdates: 2000,
  behindBytes: 1024 * 1024,
  bufferedBytes: 8 * 1024 * 1024,
  behindMs: 10_000,
  slowestBytes: 64 * 1024,
  presenceFrameBytes: 512 * 1024,
  presenceFramesPerSecond: 30,
  keepAliveMs: 12_000,
  pingMs: 20_000,
  missedPings: 2,
  tickMs: 1000,
  closeMs: 5000,
  emptyRoomMs: 10_000,
  tailFrames: 300,
  tailBytes: 512 * 1024,
  retryMs: 100,
  longestRetryMs: 5000,
  drainMs: 5000,
  goodbyeMs: 2000,
};
