/** What the main thread and the writer's thread say to each other. */

import type { LogLevel } from '../config.ts';
import type { WriterTuning } from './tuning.ts';
import type { ActorBatch, PlanBatch, Writer } from './writer.ts';

export interface ThreadStart {
  readonly databaseFile: string;
  readonly logLevel: LogLevel;
  readonly tuning: WriterTuning;
}

export type CallName = keyof Writer;

export interface Call {
  readonly id: number;
  readonly name: CallName;
  readonly args: readonly unknown[];
}

export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string }
  | { readonly ready: true };

/** A window with all its updates in one buffer, which changes hands instead of being copied. */
export interface PackedWindow {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly plans: readonly {
    readonly plan: PlanBatch['plan'];
    readonly batches: readonly (Omit<ActorBatch, 'updates'> & {
      readonly lengths: readonly number[];
    })[];
  }[];
}

export function packWindow(window: readonly PlanBatch[]): PackedWindow {
  let total = 0;
  const plans = window.map(({ plan, batches }) => ({
    plan,
    batches: batches.map(({ updates, ...rest }) => ({
      ...rest,
      lengths: updates.map(({ length }) => length),
    })),
  }));
  for (const { batches } of plans)
    for (const { lengths } of batches) for (const length of lengths) total += length;
  const bytes = new Uint8Array(new ArrayBuffer(total));
  let at = 0;
  for (const { batches } of window) {
    for (const { updates } of batches) {
      for (const update of updates) {
        bytes.set(update, at);
        at += update.length;
      }
    }
  }
  return { bytes, plans };
}

export function unpackWindow({ bytes, plans }: PackedWindow): readonly PlanBatch[] {
  let at = 0;
  return plans.map(({ plan, batches }) => ({
    plan,
    batches: batches.map(({ lengths, ...rest }) => ({
      ...rest,
      updates: lengths.map((length) => {
        at += length;
        return bytes.subarray(at - length, at);
      }),
    })),
  }));
}
