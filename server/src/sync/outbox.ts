/** What goes out to one socket: all that one turn brings in one write. */

import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

export class Outbox {
  readonly #socket: WebSocket;
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #isScheduled = false;
  /** When something last went out, by the clock that `flush` was given. */
  lastSentAt: number;
  readonly #now: () => number;

  constructor(socket: WebSocket, now: () => number) {
    this.#socket = socket;
    this.#now = now;
    this.lastSentAt = now();
  }

  /** Bytes that the kernel has not taken yet. */
  get buffered(): number {
    return this.#waitingBytes + (this.#raw()?.writableLength ?? 0);
  }

  push(frame: Buffer): void {
    this.#waiting.push(frame);
    this.#waitingBytes += frame.length;
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => this.flush());
  }

  flush(): void {
    this.#isScheduled = false;
    const frames = this.#waiting;
    if (frames.length === 0) return;
    this.#waiting = [];
    this.#waitingBytes = 0;
    const raw = this.#raw();
    if (raw === undefined || this.#socket.readyState !== this.#socket.OPEN) return;
    const [only] = frames;
    raw.write(frames.length === 1 && only !== undefined ? only : Buffer.concat(frames));
    this.lastSentAt = this.#now();
  }

  onDrained(then: () => void): void {
    this.flush();
    const raw = this.#raw();
    if (raw === undefined) return;
    if (raw.writableNeedDrain) raw.once('drain', then);
    else setImmediate(then);
  }

  /**
   * `ws` makes a header and a two-part write for each message. Its frames are plain bytes, and without
   * compression it keeps no order of its own, so we write ours beside it (docs/gotchas.md).
   */
  #raw(): Duplex | undefined {
    return (this.#socket as unknown as { readonly _socket?: Duplex | null })._socket ?? undefined;
  }
}
