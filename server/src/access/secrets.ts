/**
 * Secrets are 256 random bits, so one round of SHA-256 keeps them: there is nothing to guess that a slow
 * hash would protect. Only hashes are stored.
 */

import { createHash, createHmac, randomBytes, randomFillSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chance } from '@tandem/shared/plan/ids';

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** For links, sign-ins and tokens, which the command line makes beside a server. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** For session cookies: with another session secret nobody is signed in any more. */
export function hashSession(value: string, sessionSecret: string): string {
  return createHmac('sha256', sessionSecret).update(value).digest('base64url');
}

const pool = new Uint32Array(256);
let used = pool.length;

/** The system's randomness in the shape that `shared` asks for; 32 bits are enough for one letter of an id. */
export const secureChance: Chance = () => {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bits = pool[used] ?? 0;
  used += 1;
  return bits / 2 ** 32;
};

/** Reads the secret of the data folder, or makes it. */
export function sessionSecretIn(dataDir: string): string {
  const file = join(dataDir, 'session-secret');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, newSecret(), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    // Somebody made it before: this is every start but the first.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
