/**
 * Structured lines on standard output. What people wrote, secrets and addresses of links never go in: name
 * plans, actors and connections by id.
 */

import { type DestinationStream, pino } from 'pino';
import type { LogLevel } from './config.ts';

type Write = (fields: Readonly<Record<string, unknown>>, message: string) => void;

export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}

/** Writes at once, from the writer's thread too; a line that a crash swallows is the one that was needed. */
export function openLog(level: LogLevel, part = 'server', destination?: DestinationStream): Log {
  const sink = destination ?? pino.destination({ fd: 1, sync: true });
  const line = pino({ level, base: { part }, timestamp: pino.stdTimeFunctions.isoTime }, sink);
  return {
    debug: (fields, message) => line.debug(fields, message),
    info: (fields, message) => line.info(fields, message),
    warn: (fields, message) => line.warn(fields, message),
    error: (fields, message) => line.error(fields, message),
  };
}
