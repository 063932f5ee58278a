/** One timer: says something to sockets that heard nothing, ends those that are gone, compares rooms with the log. */

import type { WebSocket } from 'ws';
import type { Clock } from '../clock.ts';
import type { Connection } from './connection.ts';
import type { Limits } from './limits.ts';
import { KEEP_ALIVE_FRAME } from './messages.ts';
import type { Rooms } from './rooms.ts';

export interface Kept {
  readonly connection: Connection;
  readonly socket: WebSocket;
  lastPing: number;
  missedPongs: number;
}

export interface UpkeepParts {
  readonly kept: ReadonlySet<Kept>;
  readonly rooms: Rooms;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly now: () => number;
}

/** Gives back what stops it. */
export function startUpkeep(parts: UpkeepParts): () => void {
  const timer = setInterval(() => {
    for (const one of parts.kept) look(one, parts);
    parts.rooms.dropEmpty(parts.now());
    parts.rooms.compare();
  }, parts.limits.tickMs);
  timer.unref();
  return () => clearInterval(timer);
}

function look(kept: Kept, { limits, clock, now }: UpkeepParts) {
  const { connection, socket } = kept;
  const time = now();
  if (connection.closedAt !== undefined) {
    if (time - connection.closedAt > limits.closeMs) socket.terminate();
    return;
  }
  const { expiresAt } = connection.attachment.identity;
  if (expiresAt !== undefined && clock.now().getTime() >= Date.parse(expiresAt)) {
    return connection.refuse(
      'signedOut',
      'Your session has ended. Sign in or open your link again.',
    );
  }
  const { behind } = connection;
  const patience = behind && limits.behindMs + (1000 * behind.bytes) / limits.slowestBytes;
  const isStuck = behind !== undefined && patience !== undefined && time - behind.since > patience;
  const hasGrown =
    behind !== undefined && connection.outbox.buffered > behind.bytes + limits.bufferedBytes;
  if (isStuck || hasGrown) return connection.refuse('tryLater', 'The connection is too slow.');

  connection.tick();
  if (time - connection.outbox.lastSentAt >= limits.keepAliveMs && behind === undefined) {
    connection.outbox.push(KEEP_ALIVE_FRAME);
  }
  if (time - kept.lastPing < limits.pingMs) return;
  if (kept.missedPongs >= limits.missedPings) return socket.terminate();
  kept.lastPing = time;
  // While we do not read, the answer cannot come.
  if (!socket.isPaused) kept.missedPongs += 1;
  socket.ping();
}
