/** A socket that says exactly what it is told to: for what no honest client sends. */

import { once } from 'node:events';
import { MESSAGE, type Refusal, SYNC } from '@tandem/shared/protocol/sync';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import { addressOf, type SyncWorld, type Who } from './sync-world.ts';

export interface Received {
  readonly kind: number;
  /** For sync messages. */
  readonly step: number | undefined;
  /** What follows: an update, a state vector, presence entries. */
  readonly body: Uint8Array;
  readonly bytes: Uint8Array;
}

export interface RawClient {
  readonly socket: WebSocket;
  readonly received: readonly Received[];
  readonly send: (...bytes: readonly (number | Uint8Array)[]) => void;
  readonly sendUpdate: (update: Uint8Array) => void;
  readonly sendStep1: (stateVector?: Uint8Array) => void;
  readonly sendStep2: (update: Uint8Array) => void;
  /** Entries as `[clientID, clock, state]`. */
  readonly sendPresence: (...entries: readonly (readonly [number, number, unknown])[]) => void;
  /** The first message, past or to come, that fits. */
  readonly next: (fits: (message: Received) => boolean) => Promise<Received>;
  readonly saved: (n?: number) => Promise<void>;
  /** How it ended, and what was said before. */
  readonly closed: Promise<{ readonly code: number; readonly refusal: Refusal | undefined }>;
  readonly close: () => void;
}

export async function connectRaw(world: Pick<SyncWorld, 'url'>, who: Who = {}): Promise<RawClient> {
  const socket = new WebSocket(addressOf(world, who));
  const received: Received[] = [];
  const waiting: { fits: (message: Received) => boolean; resolve: (message: Received) => void }[] =
    [];
  socket.on('message', (data: Buffer) => {
    const message = readReceived(data);
    received.push(message);
    for (const one of waiting.filter(({ fits }) => fits(message))) {
      waiting.splice(waiting.indexOf(one), 1);
      one.resolve(message);
    }
  });
  const closed = new Promise<{ code: number; refusal: Refusal | undefined }>((resolve) => {
    socket.on('close', (code) => {
      const told = received.find(({ kind }) => kind === MESSAGE.refusal);
      const refusal = told && (JSON.parse(Buffer.from(told.body).toString()) as Refusal);
      resolve({ code, refusal });
    });
  });
  await once(socket, 'open');
  const send: RawClient['send'] = (...parts) => {
    socket.send(
      Buffer.concat(parts.map((part) => (typeof part === 'number' ? Uint8Array.of(part) : part))),
    );
  };
  const next: RawClient['next'] = (fits) => {
    const found = received.find(fits);
    return found
      ? Promise.resolve(found)
      : new Promise((resolve) => waiting.push({ fits, resolve }));
  };
  let lastBarrier = 0;
  return {
    socket,
    received,
    send,
    next,
    closed,
    sendUpdate: (update) => send(MESSAGE.sync, SYNC.update, sized(update)),
    sendStep1: (vector = Uint8Array.of(0)) => send(MESSAGE.sync, SYNC.step1, sized(vector)),
    sendStep2: (update) => send(MESSAGE.sync, SYNC.step2, sized(update)),
    sendPresence: (...entries) => send(MESSAGE.awareness, sized(presence(entries))),
    saved: async (n) => {
      lastBarrier = n ?? lastBarrier + 1;
      const own = lastBarrier;
      send(MESSAGE.barrier, varUint(own));
      await next(({ kind, bytes }) => kind === MESSAGE.barrier && readNumber(bytes) === own);
    },
    close: () => socket.terminate(),
  };
}

function presence(entries: readonly (readonly [number, number, unknown])[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, entries.length);
  for (const [client, clock, state] of entries) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, JSON.stringify(state));
  }
  return encoding.toUint8Array(encoder);
}

export function readPresence(
  body: Uint8Array,
): { client: number; clock: number; state: Record<string, unknown> | null }[] {
  const decoder = decoding.createDecoder(body);
  return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    client: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    state: JSON.parse(decoding.readVarString(decoder)) as Record<string, unknown> | null,
  }));
}

export function varUint(value: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, value);
  return encoding.toUint8Array(encoder);
}

function sized(body: Uint8Array): Uint8Array {
  return Buffer.concat([varUint(body.length), body]);
}

function readReceived(bytes: Uint8Array): Received {
  const decoder = decoding.createDecoder(bytes);
  const kind = decoding.readVarUint(decoder);
  const step = kind === MESSAGE.sync ? decoding.readVarUint(decoder) : undefined;
  const body = kind === MESSAGE.barrier ? new Uint8Array() : decoding.readVarUint8Array(decoder);
  return { kind, step, body, bytes };
}

function readNumber(bytes: Uint8Array): number {
  const decoder = decoding.createDecoder(bytes);
  decoding.readVarUint(decoder);
  return decoding.readVarUint(decoder);
}
