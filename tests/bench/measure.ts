/** A trace of Chromium, cut down to the main thread of one page, and a list of numbers said in few. */

import type { CDPSession } from 'playwright-core';

export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  /** Microseconds, as everything here until it is said in milliseconds. */
  readonly ts: number;
  /** By the clock: on a busy machine also the time in which the thread stood waiting for a core. */
  readonly dur?: number;
  /** What the thread itself worked. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: {
    readonly data?: {
      readonly type?: string;
      readonly timeStamp?: number;
      readonly duration?: number;
    };
  };
}

const MARK = 'the measured page';

/**
 * A trace holds every process of the browser, so every other person's page as well. The page measured leaves a
 * mark in it, and only the thread with that mark counts.
 */
export async function traceMainThread(
  session: CDPSession,
  run: () => Promise<void>,
): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = (part: unknown): void => {
    events.push(...(part as { value: TraceEvent[] }).value);
  };
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    // No more than is needed: what is traced costs time in the very tasks that are measured.
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'blink.user_timing'] },
  });
  await session.send('Runtime.evaluate', { expression: `performance.mark('${MARK}')` });
  await run();
  const done = new Promise<void>((resolve) =>
    session.once('Tracing.tracingComplete', () => resolve()),
  );
  await session.send('Tracing.end');
  await done;
  session.off('Tracing.dataCollected', collect);
  const page = events.find(({ name }) => name === MARK);
  return events.filter(({ pid, tid }) => pid === page?.pid && tid === page.tid);
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

export function summary(values: readonly number[], unit = 'ms'): string {
  const said = [0.5, 0.95, 0.99].map((q) => `p${q * 100} ${quantile(values, q).toFixed(1)}`);
  return `${said.join('  ')}  max ${Math.max(...values).toFixed(1)} ${unit}  (n=${values.length})`;
}
