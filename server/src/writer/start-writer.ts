/** Starts the writer's thread and gives the main thread a handle to it. */

import { Worker } from 'node:worker_threads';
import type { LogLevel } from '../config.ts';
import type { Log } from '../log.ts';
import {
  type Answer,
  type Call,
  type CallName,
  packWindow,
  type ThreadStart,
} from './thread-messages.ts';
import { TUNING, type WriterTuning } from './tuning.ts';
import type { PlanBatch, Writer } from './writer.ts';

export interface WriterOptions {
  readonly databaseFile: string;
  readonly logLevel: LogLevel;
  readonly log: Log;
  readonly tuning?: Partial<WriterTuning>;
}

/** After a thread died, before the next is started. */
const PAUSE_MS = 500;

/** Resolves once the thread has opened the database; rejects when it cannot. */
export async function startWriter(options: WriterOptions): Promise<Writer> {
  const thread = new WriterThread(options);
  await thread.start();
  const call =
    <Name extends Exclude<CallName, 'commit'>>(name: Name) =>
    (...args: Parameters<Writer[Name]>): ReturnType<Writer[Name]> =>
      thread.call(name, args) as ReturnType<Writer[Name]>;
  return {
    create: call('create'),
    open: call('open'),
    commit: (window) => thread.commit(window),
    heads: call('heads'),
    isKnown: call('isKnown'),
    read: call('read'),
    applyEdits: call('applyEdits'),
    remove: call('remove'),
    close: () => thread.close(),
  };
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

class WriterThread {
  readonly #options: WriterOptions;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #lastCall = 0;
  #isClosing = false;

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  start(): Promise<void> {
    const { databaseFile, logLevel, log, tuning } = this.#options;
    const start: ThreadStart = { databaseFile, logLevel, tuning: { ...TUNING, ...tuning } };
    const worker = new Worker(new URL('./writer-thread.ts', import.meta.url), {
      workerData: start,
    });
    return new Promise((resolve, reject) => {
      let isReady = false;
      worker.on('message', (answer: Answer) => {
        if (!('ready' in answer)) return this.#settle(answer);
        isReady = true;
        this.#worker = worker;
        resolve();
      });
      worker.on('error', (error) => {
        if (!isReady) reject(error);
        log.error({ error: String(error) }, 'the writer died');
      });
      worker.on('exit', () => {
        if (!isReady) reject(new Error('The writer ended before it began.'));
        else if (this.#worker === worker) this.#lost();
      });
    });
  }

  call(
    name: CallName,
    args: readonly unknown[],
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<unknown> {
    const worker = this.#worker;
    if (worker === undefined) return Promise.reject(new Error('The writer is not running.'));
    this.#lastCall += 1;
    const call: Call = { id: this.#lastCall, name, args };
    return new Promise((resolve, reject) => {
      this.#waiting.set(call.id, { resolve, reject });
      worker.postMessage(call, [...transfer]);
    });
  }

  commit(window: readonly PlanBatch[]): ReturnType<Writer['commit']> {
    const packed = packWindow(window);
    return this.call('commit', [packed], [packed.bytes.buffer]) as ReturnType<Writer['commit']>;
  }

  async close(): Promise<void> {
    if (this.#isClosing) return;
    this.#isClosing = true;
    const worker = this.#worker;
    if (worker === undefined) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    await this.call('close', []);
    await ended;
  }

  #settle(answer: Exclude<Answer, { ready: true }>): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('error' in answer) waiting?.reject(new Error(answer.error));
    else waiting?.resolve(answer.value);
  }

  /** What was under way is unknown; whoever asked asks again. */
  #lost(): void {
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(new Error('The writer died.'));
    this.#waiting.clear();
    if (this.#isClosing) return;
    setTimeout(() => {
      if (this.#isClosing) return;
      this.start().catch((error: unknown) => {
        this.#options.log.error({ error: String(error) }, 'the writer cannot be started again');
        this.#lost();
      });
    }, PAUSE_MS);
  }
}
