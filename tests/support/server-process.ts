/** The real server as a process of its own, on a free port and a data folder of its own. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** The links that a start prints while the address is loopback. */
  readonly sellerLink: string;
  readonly buyerLink: string;
  /** kill −9: no chance to say goodbye. */
  readonly kill: () => Promise<void>;
  /** SIGTERM, and how the process ended. */
  readonly stop: () => Promise<number | null>;
  /** What it printed so far. */
  readonly output: () => string;
}

export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'tandem-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Starts it and resolves once it is healthy and has printed its two links. */
export async function startServer(
  dataDir: string,
  port: number,
  env: Record<string, string> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['server/src/main.ts'], {
    cwd: PROJECT,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      PUBLIC_URL: `http://localhost:${port}`,
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const links = new Promise<[string, string]>((resolve, reject) => {
    const read = (bytes: Buffer): void => {
      output += bytes.toString();
      const found = output.match(/https?:\/\/\S+\/join#\S+/g);
      if (found?.[0] && found[1]) resolve([found[0], found[1]]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code, signal) =>
      reject(new Error(`the server ended (${code ?? signal}) before it was ready:\n${output}`)),
    );
  });
  const [sellerLink, buyerLink] = await links;
  const ended = once(child, 'exit');
  return {
    url: `http://localhost:${port}`,
    port,
    dataDir,
    process: child,
    sellerLink,
    buyerLink,
    output: () => output,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill('SIGTERM');
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}
