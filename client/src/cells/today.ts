/** Today in the plan's time zone (X13). */

import type { CalendarDate } from '@tandem/shared/plan/calendar-date';
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { usePlanParts } from '../session/hooks.ts';
import { dateInZone } from './format-date.ts';

/** Milliseconds since 1970 by the server's clock; this device's own until somebody provides a better one. */
export const ClockContext = createContext<() => number>(() => Date.now());

const ZONE = ['timeZone'] as const;
const LOOK_AGAIN_MS = 60_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, LOOK_AGAIN_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

export function useToday(): CalendarDate {
  const clock = useContext(ClockContext);
  const timeZone = usePlanParts(ZONE, (plan) => plan.timeZone);
  const read = useCallback(() => dateInZone(clock(), timeZone), [clock, timeZone]);
  return useSyncExternalStore(subscribe, read);
}
