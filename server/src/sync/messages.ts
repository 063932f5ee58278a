/** Frames: what clients send, read; what they get, built once and written as it is to every socket. */

import { MESSAGE, type Notice, type Refusal, SYNC } from '@tandem/shared/protocol/sync';
import { ByteReader, Malformed } from './byte-reader.ts';

/** The first byte of a WebSocket frame that is whole and binary. */
const FINAL_BINARY = 0x82;

export type Message =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly entries: Uint8Array }
  | { readonly kind: 'query-awareness' }
  | { readonly kind: 'barrier'; readonly n: number }
  /** From nobody: stands behind updates that waited. */
  | { readonly kind: 'caught-up' }
  | { readonly kind: 'malformed'; readonly message: string };

/** One message a frame: a second one would be lost on the stock client's side of things, so it is not taken here. */
export function readMessage(frame: Uint8Array): Message {
  try {
    const reader = new ByteReader(frame);
    const message = read(reader);
    if (reader.left > 0) throw new Malformed('It goes on after its end.');
    return message;
  } catch (error) {
    if (error instanceof Malformed) return { kind: 'malformed', message: error.message };
    throw error;
  }
}

function read(reader: ByteReader): Message {
  const kind = reader.varUint();
  switch (kind) {
    case MESSAGE.sync: {
      const step = reader.varUint();
      if (step === SYNC.step1) return { kind: 'step1', stateVector: reader.slice() };
      if (step === SYNC.step2) return { kind: 'step2', update: reader.slice() };
      if (step === SYNC.update) return { kind: 'update', update: reader.slice() };
      throw new Malformed('It is no sync message.');
    }
    case MESSAGE.awareness:
      return { kind: 'awareness', entries: reader.slice() };
    case MESSAGE.queryAwareness:
      return { kind: 'query-awareness' };
    case MESSAGE.barrier:
      return { kind: 'barrier', n: reader.varUint() };
    default:
      throw new Malformed('It is of a kind that no client sends.');
  }
}

export function step1Frame(stateVector: Uint8Array): Buffer {
  return frameOf([MESSAGE.sync, SYNC.step1], stateVector);
}

export function step2Frame(update: Uint8Array): Buffer {
  return frameOf([MESSAGE.sync, SYNC.step2], update);
}

export function updateFrame(update: Uint8Array): Buffer {
  return frameOf([MESSAGE.sync, SYNC.update], update);
}

/** Several frames in one piece; one stays what it is. */
export function joined(frames: readonly Buffer[]): Buffer {
  const [only] = frames;
  return frames.length === 1 && only !== undefined ? only : Buffer.concat(frames);
}

export function awarenessFrame(entries: Uint8Array): Buffer {
  return frameOf([MESSAGE.awareness], entries);
}

/** No entries: raises nothing in the client, and keeps its watchdog quiet. */
export const KEEP_ALIVE_FRAME = awarenessFrame(new Uint8Array([0]));

export function barrierFrame(n: number): Buffer {
  const payload = [MESSAGE.barrier, ...varUint(n)];
  return Buffer.from([...header(payload.length), ...payload]);
}

export function noticeFrame(notice: Notice): Buffer {
  return frameOf([MESSAGE.notice], Buffer.from(JSON.stringify(notice)));
}

export function refusalFrame(refusal: Refusal): Buffer {
  return frameOf([MESSAGE.refusal], refusalBytes(refusal));
}

function refusalBytes(refusal: Refusal): Uint8Array {
  return Buffer.from(JSON.stringify(refusal));
}

/** Without the WebSocket's own header, for a socket that we do not own yet. */
export function refusalPayload(refusal: Refusal): Buffer {
  const body = refusalBytes(refusal);
  return Buffer.concat([Buffer.from([MESSAGE.refusal, ...varUint(body.length)]), body]);
}

export function varUint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 0x7f) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return bytes;
}

/** A whole binary frame: the WebSocket's header, ours, and the body with its length before it. */
function frameOf(kind: readonly number[], body: Uint8Array): Buffer {
  const length = varUint(body.length);
  const size = kind.length + length.length + body.length;
  const front = [...header(size), ...kind, ...length];
  const frame = Buffer.allocUnsafe(front.length + body.length);
  frame.set(front);
  frame.set(body, front.length);
  return frame;
}

/** RFC 6455, section 5.2, of an unmasked frame. */
function header(size: number): number[] {
  if (size < 126) return [FINAL_BINARY, size];
  if (size < 65_536) return [FINAL_BINARY, 126, size >> 8, size & 0xff];
  const high = Math.floor(size / 2 ** 32);
  const low = size % 2 ** 32;
  const bytes = [high, low].flatMap((half) => [
    half >>> 24,
    (half >>> 16) & 0xff,
    (half >>> 8) & 0xff,
    half & 0xff,
  ]);
  return [FINAL_BINARY, 127, ...bytes];
}
