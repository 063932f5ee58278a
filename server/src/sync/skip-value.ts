/** Steps over values inside an update, and refuses what is nested so deep that encoding it again would overflow. */

import { type ByteReader, Malformed } from './byte-reader.ts';

const DEEPEST = 64;

/** One value in lib0's `any` encoding. */
export function skipAny(reader: ByteReader, depth: number): void {
  if (depth > DEEPEST) throw new Malformed('It holds a value nested too deep.');
  const type = reader.byte();
  switch (type) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125: // integer
      for (let bytes = 1; reader.byte() >= 0x80; bytes += 1) {
        if (bytes > 9) throw new Malformed('It holds an endless number.');
      }
      return;
    case 124: // float, 32 bits
      reader.skip(4);
      return;
    case 123: // float, 64 bits
    case 122: // big integer
      reader.skip(8);
      return;
    case 119: // text
      reader.textLength();
      return;
    case 118: // object
      for (let keys = reader.count(2); keys > 0; keys -= 1) {
        reader.textLength();
        skipAny(reader, depth + 1);
      }
      return;
    case 117: // array
      for (let items = reader.count(1); items > 0; items -= 1) skipAny(reader, depth + 1);
      return;
    case 116: // bytes
      reader.slice();
      return;
    default:
      throw new Malformed('It holds an unknown value.');
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** A text that holds JSON. Whether it parses is for Yjs to say; how deep it goes is counted here. */
export function skipJson(reader: ByteReader): void {
  const begin = reader.at;
  reader.textLength();
  let depth = 0;
  let isInText = false;
  for (let i = begin; i < reader.at; i += 1) {
    const byte = reader.bytes[i] ?? 0;
    if (isInText && byte === BACKSLASH) i += 1;
    else if (byte === QUOTE) isInText = !isInText;
    else if (isInText) continue;
    else if (OPENING.has(byte)) depth += 1;
    else if (CLOSING.has(byte)) depth -= 1;
    if (depth > DEEPEST) throw new Malformed('It holds a value nested too deep.');
  }
}
