/** The entry of the writer's thread: opens the storage, answers calls. Started by `start-writer.ts`. */

import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '@tandem/shared/plan/assert';
import { systemClock } from '../clock.ts';
import { openLog } from '../log.ts';
import { openStorage } from '../storage/open-storage.ts';
import { openPlanWriter } from './plan-writer.ts';
import {
  type Answer,
  type Call,
  type PackedWindow,
  type ThreadStart,
  unpackWindow,
} from './thread-messages.ts';
import type { OpenedPlan } from './writer.ts';

const port = parentPort;
assert(port !== null, 'The writer runs in a thread of its own.');

const { databaseFile, logLevel, tuning } = workerData as ThreadStart;
const log = openLog(logLevel, 'writer');
const storage = await openStorage(databaseFile);
const writer = openPlanWriter({ storage, clock: systemClock, log, tuning });

port.on('message', async (call: Call) => {
  try {
    const value = await perform(call);
    answer({ id: call.id, value }, ownedBuffers(value));
  } catch (error) {
    log.error({ call: call.name, error: String(error) }, 'a call to the writer failed');
    answer({ id: call.id, error: String(error) });
  }
  if (call.name === 'close') port.close();
});
answer({ ready: true });

function answer(message: Answer, transfer: readonly ArrayBuffer[] = []): void {
  port?.postMessage(message, [...transfer]);
}

async function perform({ name, args }: Call): Promise<unknown> {
  switch (name) {
    case 'commit':
      return writer.commit(unpackWindow(args[0] as PackedWindow));
    case 'close':
      await writer.close();
      return storage.close();
    default: {
      const method = writer[name] as (...given: unknown[]) => Promise<unknown>;
      return method(...args);
    }
  }
}

/** Snapshots and log rows were read for this answer only: they change hands instead of being copied. */
function ownedBuffers(value: unknown): ArrayBuffer[] {
  if (typeof value !== 'object' || value === null || !('snapshot' in value)) return [];
  const { snapshot, tail } = value as OpenedPlan;
  const buffers = [snapshot, ...tail].flatMap(({ buffer, byteLength }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
  );
  return [...new Set(buffers)];
}
