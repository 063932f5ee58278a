/** The wire side of sync: takes accepted sockets, gates them, and lets them into their plan's room. */

import type { EventEmitter } from 'node:events';
import { SCHEMA } from '@tandem/shared/doc/layout';
import { CLOSE, type CloseReason, isPermanentClose } from '@tandem/shared/protocol/sync';
import type { WebSocket } from 'ws';
import { type Clock, systemClock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Writer } from '../writer/writer.ts';
import { Connection } from './connection.ts';
import { LIMITS, type Limits } from './limits.ts';
import { noticeFrame, refusalPayload } from './messages.ts';
import type { Room } from './room.ts';
import { Rooms } from './rooms.ts';
import type { Attachment, SyncServer } from './sync.ts';
import { type Kept, startUpkeep } from './upkeep.ts';

export interface SyncParts {
  readonly writer: Writer;
  readonly log: Log;
  readonly clock?: Clock;
  readonly limits?: Partial<Limits>;
}

export function startSync({
  writer,
  log,
  clock = systemClock,
  limits: own,
}: SyncParts): SyncServer {
  const limits: Limits = { ...LIMITS, ...own };
  // A clock that somebody sets must not end sockets.
  const now = (): number => performance.now();
  const rooms = new Rooms(writer, limits, log, now);
  const kept = new Set<Kept>();
  const stopUpkeep = startUpkeep({ kept, rooms, limits, clock, now });
  let isClosing = false;
  let lastConnection = 0;

  const enter = async (connection: Connection): Promise<void> => {
    const room = rooms.enter(connection.attachment.plan);
    await room.ready;
    if (connection.isClosed) return;
    const refusal = isClosing ? RESTARTING : gate(connection.attachment, room);
    if (refusal === undefined) return connection.join(room);
    if (room.state !== 'open' && room.members.size === 0 && !room.isBusy) rooms.drop(room);
    connection.refuse(...refusal);
  };

  const attach: SyncServer['attach'] = (socket, attachment) => {
    lastConnection += 1;
    const connection = new Connection(lastConnection, socket, attachment, { writer, limits, now });
    const one: Kept = { connection, socket, lastPing: now(), missedPongs: 0 };
    kept.add(one);
    socket.on('pong', () => {
      one.missedPongs = 0;
    });
    // Whatever is wrong with a socket, it ends; how says the close code.
    socket.on('error', (error) => {
      log.debug(
        { plan: attachment.plan, connection: connection.id, error: error.message },
        'a socket failed',
      );
    });
    // `ws` would close with 1009, and the client would come back with the same bytes.
    receiverOf(socket)?.prependListener('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH')
        connection.refuse('tooLarge', 'The message is too large.');
    });
    socket.on('close', (code: number) => {
      kept.delete(one);
      connection.leave();
      log.debug({ plan: attachment.plan, connection: connection.id, code }, 'a connection ended');
    });
    enter(connection).catch((error: unknown) => {
      log.error({ plan: attachment.plan, error: String(error) }, 'a room could not be entered');
      connection.refuse('tryLater', 'The plan cannot be read right now.');
    });
  };

  return {
    attach,
    refuse,
    closeWhere(matches, reason, message) {
      for (const { connection } of [...kept]) {
        if (matches(connection.attachment)) connection.refuse(reason, message);
      }
    },
    async applyEdits(plan, edits, actor) {
      // What was received before is written before.
      if (!(await isDoneWithin(limits.drainMs, rooms.find(plan)?.drained())))
        return { kind: 'unavailable' };
      const result = await writer.applyEdits(plan, edits, actor);
      const changed = result.kind === 'applied' && result.update.length > 2;
      if (changed) rooms.find(plan)?.relayEdits(result.update, result.revision);
      return result;
    },
    notify(plan, notice, party) {
      const frame = noticeFrame(notice);
      for (const { connection } of kept) {
        const { plan: its, identity } = connection.attachment;
        if (its === plan && (party === undefined || identity.party === party))
          connection.relay(frame);
      }
    },
    async close() {
      isClosing = true;
      for (const { connection } of kept) connection.stopReading();
      await isDoneWithin(limits.drainMs, rooms.drained());
      const ended = [...kept].map(
        ({ socket }) => new Promise<void>((resolve) => socket.once('close', () => resolve())),
      );
      for (const { connection } of [...kept]) connection.refuse(...RESTARTING);
      stopUpkeep();
      const patience = setTimeout(() => {
        for (const { socket } of kept) socket.terminate();
      }, limits.goodbyeMs);
      await Promise.all(ended);
      clearTimeout(patience);
    },
  };
}

/** False when it takes longer. */
async function isDoneWithin(ms: number, done: Promise<void> | undefined): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), ms);
  const isDone = await Promise.race([Promise.resolve(done).then(() => true), late.promise]);
  clearTimeout(timer);
  return isDone;
}

type Refused = readonly [reason: CloseReason, message: string];

const RESTARTING: Refused = ['restarting', 'The server restarts.'];

/** Before the first byte of the document (docs/sync-spec.md, S6). */
function gate({ schema, epoch }: Attachment, room: Room): Refused | undefined {
  switch (room.state) {
    case 'gone':
      return ['gone', 'The plan does not exist any more.'];
    case 'too-new':
      return ['tryLater', 'The plan was written by a newer server than this one.'];
    case 'opening':
    case 'unreachable':
      return ['tryLater', 'The plan cannot be read right now.'];
    case 'open':
  }
  // A client of another schema deletes for everybody what it does not know.
  if (schema !== SCHEMA || schema !== room.schema) {
    return ['clientTooOld', 'This page is not of the version of the server. Load it again.'];
  }
  if (epoch !== undefined && epoch !== room.epoch) {
    return ['otherEpoch', 'The plan was restored or pruned since this copy of it was made.'];
  }
  return undefined;
}

function receiverOf(socket: WebSocket): EventEmitter | undefined {
  return (socket as unknown as { readonly _receiver?: EventEmitter })._receiver;
}

function refuse(socket: WebSocket, reason: CloseReason, message: string): void {
  // It must not end the server when it fails now.
  socket.on('error', () => socket.terminate());
  if (isPermanentClose(CLOSE[reason])) socket.send(refusalPayload({ code: reason, message }));
  socket.close(CLOSE[reason], reason);
}
