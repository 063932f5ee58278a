/** Time, handed in, so that tests own it. */

export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** ISO 8601, UTC: the only form in which a time is stored or sent. */
export function timestamp(clock: Clock): string {
  return clock.now().toISOString();
}
