/**
 * What a page's main thread does for one key press: everything from the task that brings the key until the task that
 * brings the next one. So it holds the frames that follow, the answers of the server, and what another person
 * typed meanwhile. Compositor, raster and the browser's own process work beside it and are not in it; how long
 * they kept the person waiting is in `toPaint`.
 */

import type { TraceEvent } from './measure.ts';

type Part = 'script' | 'layout' | 'paint' | 'other';

/** Milliseconds of the thread's own work, but for `wall` and `toPaint`, which the clock measured. */
export interface KeyWork extends Readonly<Record<Part, number>> {
  readonly work: number;
  /** The same tasks by the clock: more on a busy machine, and where the compositor is waited for. */
  readonly wall: number;
  /** From the key to the frame that shows what it did. */
  readonly toPaint: number;
}

/** An event of no part belongs to the one that it happens in: a layout that a script forces is layout. */
const PART_OF: Readonly<Record<string, Part>> = {
  FunctionCall: 'script',
  EvaluateScript: 'script',
  EventDispatch: 'script',
  TimerFire: 'script',
  FireAnimationFrame: 'script',
  FireIdleCallback: 'script',
  RunMicrotasks: 'script',
  UpdateLayoutTree: 'layout',
  Layout: 'layout',
  HitTest: 'layout',
  PrePaint: 'paint',
  Paint: 'paint',
  Layerize: 'paint',
  Commit: 'paint',
};

type Task = readonly [Complete, ...Complete[]];
interface Complete extends TraceEvent {
  readonly dur: number;
  readonly tdur: number;
}

export function workPerKey(events: readonly TraceEvent[]): KeyWork[] {
  const pressed = events
    .filter(({ name, ph, args }) => isOf('EventTiming', name, args) && ph === 'b')
    .sort((a, b) => a.ts - b.ts);
  const keys: KeyWork[] = [];
  for (const task of tasksOf(events)) {
    const press = task.find(({ name, args }) => isOf('EventDispatch', name, args));
    if (press !== undefined) {
      const timing = pressed.findLast(({ ts }) => ts <= press.ts);
      keys.push(plus(NOTHING, { ...NOTHING, toPaint: timing?.args.data?.duration ?? Number.NaN }));
    }
    const key = keys.pop();
    if (key !== undefined) keys.push(plus(key, workOf(task)));
  }
  // Nothing ends the time of the last one.
  return keys.slice(0, -1);
}

const NOTHING: KeyWork = { script: 0, layout: 0, paint: 0, other: 0, work: 0, wall: 0, toPaint: 0 };

function isOf(wanted: string, name: string, args: TraceEvent['args']): boolean {
  return name === wanted && args.data?.type === 'keydown';
}

function plus(a: KeyWork, b: KeyWork): KeyWork {
  const sums = Object.entries(a).map(([part, value]) => [part, value + b[part as keyof KeyWork]]);
  return Object.fromEntries(sums) as KeyWork;
}

/** Each task with all that happened in it, in the order of time. */
function tasksOf(events: readonly TraceEvent[]): Task[] {
  const tasks: [Complete, ...Complete[]][] = [];
  const complete = events
    .filter(({ ph }) => ph === 'X')
    .map((event): Complete => ({ ...event, dur: event.dur ?? 0, tdur: event.tdur ?? 0 }))
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  for (const event of complete) {
    const task = tasks.at(-1);
    if (task !== undefined && event.ts < endOf(task[0])) task.push(event);
    else if (event.name === 'ThreadControllerImpl::RunTask') tasks.push([event]);
  }
  return tasks;
}

function workOf(task: Task): KeyWork {
  const [whole] = task;
  const parts: Record<Part, number> = { script: 0, layout: 0, paint: 0, other: 0 };
  const around: { readonly event: Complete; readonly part: Part }[] = [];
  for (const event of task) {
    while (around.length > 0 && event.ts >= endOf(around.at(-1)?.event ?? whole)) around.pop();
    const outer = around.at(-1);
    const part = PART_OF[event.name] ?? outer?.part ?? 'other';
    parts[part] += event.tdur / 1000;
    if (outer !== undefined) parts[outer.part] -= event.tdur / 1000;
    around.push({ event, part });
  }
  return { ...parts, work: whole.tdur / 1000, wall: whole.dur / 1000, toPaint: 0 };
}

function endOf({ ts, dur }: Complete): number {
  return ts + dur;
}
