/** Reading a trace of Chromium's main thread, and saying a list of numbers in few. */

import type { CDPSession } from 'playwright-core';

export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly name?: string; readonly data?: { readonly type?: string } };
}

export async function trace(session: CDPSession, run: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = (part: unknown): void => {
    events.push(...(part as { value: TraceEvent[] }).value);
  };
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: [
        'toplevel',
        'devtools.timeline',
        'disabled-by-default-devtools.timeline',
      ],
    },
  });
  await run();
  const done = new Promise<void>((resolve) =>
    session.once('Tracing.tracingComplete', () => resolve()),
  );
  await session.send('Tracing.end');
  await done;
  session.off('Tracing.dataCollected', collect);
  return events;
}

/**
 * Milliseconds that the page's main thread worked for each key: all its tasks from one keydown to the next.
 * The last key is left out, for nothing ends its time.
 */
export function workPerKey(events: readonly TraceEvent[]): number[] {
  const keys = events
    .filter((event) => event.name === 'EventDispatch' && event.args.data?.type === 'keydown')
    .sort((a, b) => a.ts - b.ts);
  const [first] = keys;
  if (!first) return [];
  const tasks = events.filter(
    (event) =>
      event.name === 'RunTask' &&
      event.pid === first.pid &&
      event.tid === first.tid &&
      event.dur !== undefined,
  );
  return keys.slice(0, -1).map((key, i) => {
    const end = keys[i + 1]?.ts ?? Number.POSITIVE_INFINITY;
    // The task that holds the keydown began just before it.
    const own = tasks.filter((task) => task.ts + (task.dur ?? 0) > key.ts && task.ts < end);
    const within = own.filter(
      (task) =>
        !(
          task.ts > key.ts &&
          task.ts + (task.dur ?? 0) > end &&
          task.ts < end &&
          isKeyTask(task, keys[i + 1])
        ),
    );
    return within.reduce((sum, task) => sum + (task.dur ?? 0), 0) / 1000;
  });
}

function isKeyTask(task: TraceEvent, key: TraceEvent | undefined): boolean {
  return key !== undefined && task.ts <= key.ts && task.ts + (task.dur ?? 0) >= key.ts;
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

export function summary(values: readonly number[], unit = 'ms'): string {
  const said = [0.5, 0.95, 0.99].map((q) => `p${q * 100} ${quantile(values, q).toFixed(1)}`);
  return `${said.join('  ')}  max ${Math.max(...values).toFixed(1)} ${unit}  (n=${values.length})`;
}
