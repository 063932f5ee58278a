/** A writer whose commits can be held up or made to fail, and which remembers what it was asked. */

import type { PlanBatch, Writer } from '@tandem/server/writer/writer';
import type { Revision } from '@tandem/shared/plan/ids';

export interface Gate {
  readonly wrap: (writer: Writer) => Writer;
  readonly windows: readonly (readonly PlanBatch[])[];
  opens: number;
  /** From now on commits wait; call the result to let them go. */
  readonly hold: () => () => void;
  /** Resolves when the next commit is asked for. */
  readonly asked: () => Promise<void>;
  failures: number;
  /** Forgets what it saw, for the next test. */
  readonly reset: () => void;
}

export function gateWriter(): Gate {
  const windows: (readonly PlanBatch[])[] = [];
  const watchers: (() => void)[] = [];
  let open: Promise<void> = Promise.resolve();
  const gate: Gate = {
    windows,
    opens: 0,
    failures: 0,
    reset: () => {
      windows.length = 0;
      gate.opens = 0;
      gate.failures = 0;
      open = Promise.resolve();
    },
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      open = promise;
      return resolve;
    },
    asked: () => new Promise((resolve) => watchers.push(resolve)),
    wrap: (writer) => ({
      ...writer,
      open: (plan) => {
        gate.opens += 1;
        return writer.open(plan);
      },
      commit: async (window) => {
        windows.push(window);
        for (const watcher of watchers.splice(0)) watcher();
        await open;
        if (gate.failures === 0) return writer.commit(window);
        gate.failures -= 1;
        return window.map(({ plan, batches }) => ({
          plan,
          head: 0 as Revision,
          changed: batches.map(() => false),
          culprits: [],
          failed: 'storage' as const,
        }));
      },
    }),
  };
  return gate;
}
