/** Messages of one connection in their order, also when one of them has to wait for an answer from elsewhere. */

import type { Message } from './messages.ts';

export class Inbox {
  readonly #handle: (message: Message) => void;
  /** Called whenever reading should stop or may go on. */
  readonly #onHeld: (isHeld: boolean) => void;
  #waiting: Message[] = [];
  readonly #holds = new Set<string>();
  #isRunning = false;

  constructor(handle: (message: Message) => void, onHeld: (isHeld: boolean) => void) {
    this.#handle = handle;
    this.#onHeld = onHeld;
  }

  get isClosed(): boolean {
    return this.#holds.has('closed');
  }

  get isHeld(): boolean {
    return this.#holds.size > 0;
  }

  take(message: Message): void {
    if (!this.isHeld && !this.#isRunning && this.#waiting.length === 0) {
      this.#isRunning = true;
      this.#handle(message);
      this.#isRunning = false;
      this.#run();
    } else this.#waiting.push(ownCopy(message));
  }

  /** Before everything that waits. */
  takeFirst(messages: readonly Message[]): void {
    this.#waiting.unshift(...messages);
    this.#run();
  }

  hold(why: string): void {
    const wasHeld = this.isHeld;
    this.#holds.add(why);
    if (!wasHeld) this.#onHeld(true);
  }

  release(why: string): void {
    if (!this.#holds.delete(why) || this.isHeld) return;
    this.#onHeld(false);
    this.#run();
  }

  /** Forgets what waits and takes in nothing more. */
  close(): void {
    this.#waiting = [];
    this.#holds.add('closed');
  }

  #run(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    while (!this.isHeld) {
      const next = this.#waiting.shift();
      if (next === undefined) break;
      this.#handle(next);
    }
    this.#isRunning = false;
  }
}

/** The socket uses the memory again for its next frames; `slice` of a Buffer would not copy. */
function ownCopy(message: Message): Message {
  switch (message.kind) {
    case 'step1':
      return { ...message, stateVector: new Uint8Array(message.stateVector) };
    case 'step2':
    case 'update':
      return { ...message, update: new Uint8Array(message.update) };
    case 'awareness':
      return { ...message, entries: new Uint8Array(message.entries) };
    default:
      return message;
  }
}
