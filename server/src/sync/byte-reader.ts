/** Reads lib0's encoding out of bytes that somebody sent. Whatever is not right throws `Malformed`. */

import { isUtf8 } from 'node:buffer';

export class Malformed extends Error {}

export class ByteReader {
  readonly bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  byte(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new Malformed('It ends too early.');
    this.at += 1;
    return byte;
  }

  varUint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (value > Number.MAX_SAFE_INTEGER) throw new Malformed('It holds an impossible number.');
      if (byte < 0x80) return value;
      factor *= 128;
      // A number may be written with needless zero bytes, but not without end.
      if (factor > 2 ** 63) throw new Malformed('It holds an endless number.');
    }
  }

  /** A count of things that each take at least `size` bytes. */
  count(size: number): number {
    const count = this.varUint();
    if (count > this.left / size) throw new Malformed('It announces more than it holds.');
    return count;
  }

  skip(length: number): void {
    if (length > this.left) throw new Malformed('It announces more than it holds.');
    this.at += length;
  }

  slice(): Uint8Array {
    const length = this.varUint();
    this.skip(length);
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** Skips a text and tells its length as JavaScript counts it. */
  textLength(): number {
    const text = this.slice();
    let units = 0;
    let isAscii = true;
    for (const byte of text) {
      if (byte < 0x80) units += 1;
      else {
        isAscii = false;
        // Continuation bytes count nothing, a four-byte character is a pair of surrogates.
        if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
      }
    }
    if (!isAscii && !isUtf8(text)) throw new Malformed('It holds text that is none.');
    return units;
  }
}
