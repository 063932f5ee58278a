/** What the commands have in common: where the data lies, how they speak and how they fail. */

import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AccessContext } from '../access/context.ts';
import { systemClock } from '../clock.ts';
import { addressFile, type Config, databaseFile, readConfig } from '../config.ts';
import { openStorage } from '../storage/open-storage.ts';

export const EXIT = { problem: 1, unreadable: 2, usage: 64 } as const;

/** Ends the command with a sentence. */
export class CommandError extends Error {
  readonly exit: number;

  constructor(message: string, exit: number = EXIT.problem) {
    super(message);
    this.exit = exit;
  }
}

export interface Command {
  /** After the name: `EMAIL`. */
  readonly usage: string;
  readonly summary: string;
  run(args: readonly string[]): Promise<void>;
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function configOf(): Config {
  const outcome = readConfig(process.env);
  if (outcome.kind === 'bad') throw new CommandError(outcome.message);
  return outcome.config;
}

/** Npm changes into the project; a path is meant from where it was called. */
export function pathOf(file: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), file);
}

/** The same database as the server's, beside it: SQLite lets both write in turn. */
export async function withStorage<Result>(
  config: Config,
  work: (context: Pick<AccessContext, 'storage' | 'clock'>) => Promise<Result>,
): Promise<Result> {
  mkdirSync(config.dataDir, { recursive: true });
  const storage = await openStorage(databaseFile(config));
  try {
    return await work({ storage, clock: systemClock });
  } finally {
    await storage.close();
  }
}

export function publicUrlOf(config: Config): string {
  if (config.publicUrl !== undefined) return config.publicUrl;
  const file = addressFile(config);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  return `http://localhost:${config.port}`;
}

/** The only argument, or a sentence about what is missing. */
export function oneArgument(args: readonly string[], what: string): string {
  const [first, ...rest] = args;
  if (first === undefined) throw new CommandError(`Say ${what}.`, EXIT.usage);
  if (rest.length > 0) throw new CommandError(`One argument too many: ${rest[0]}`, EXIT.usage);
  return first;
}

/** What `parseArgs` says about an unknown option, as a sentence. */
export function parsed<Result>(parse: () => Result): Result {
  try {
    return parse();
  } catch (error) {
    throw new CommandError((error as Error).message, EXIT.usage);
  }
}
