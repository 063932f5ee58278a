import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { SCHEMA } from '@tandem/shared/doc/layout';
import type { PlanId } from '@tandem/shared/plan/ids';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type KillableServer, type KillOutcome, runKills } from '../support/kill-runs.ts';
import { freePort, startServer, temporaryFolder } from '../support/server-process.ts';
import { FIRST_PLAN } from '../support/sync-world.ts';

const SOAK = process.env.SOAK === '1';

async function startBare(folder: string, port: number): Promise<KillableServer> {
  const entry = join(import.meta.dirname, '../support/bare-server.ts');
  const child = spawn(process.execPath, [entry, folder, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function killBare(seed: number, kills: number): Promise<KillOutcome> {
  const folder = await temporaryFolder();
  const port = await freePort();
  try {
    return await runKills({
      seed,
      kills,
      folder: folder.path,
      url: `ws://127.0.0.1:${port}/sync`,
      plan: FIRST_PLAN,
      typists: [
        { who: { actor: 'maya' } },
        { who: { actor: 'sam', party: 'buyer' } },
        { who: { actor: 'maya' } },
      ],
      start: () => startBare(folder.path, port),
    });
  } finally {
    await folder.remove();
  }
}

/** The real server, entered by its link as a browser does. */
async function killReal(seed: number, kills: number): Promise<KillOutcome> {
  const folder = await temporaryFolder();
  const port = await freePort();
  try {
    const first = await startServer(folder.path, port);
    const response = await fetch(`${first.url}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret: first.buyerLink.split('#')[1], name: 'Sam Rivera' }),
    });
    const { actor, plan } = (await response.json()) as { actor: string; plan: PlanId };
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    class WithCookie extends WebSocket {
      constructor(address: string) {
        super(address, { headers: { cookie, origin: first.url } });
      }
    }
    const options = {
      params: { schema: String(SCHEMA), as: actor },
      WebSocket: WithCookie as typeof WebSocket,
    };
    let running: KillableServer | undefined = first;
    return await runKills({
      seed,
      kills,
      folder: folder.path,
      url: `ws://localhost:${port}/sync`,
      plan,
      typists: [
        { who: {}, options },
        { who: {}, options },
      ],
      start: async () => {
        const server = running ?? (await startServer(folder.path, port));
        running = undefined;
        return server;
      },
    });
  } finally {
    await folder.remove();
  }
}

describe('a server killed while people type', () => {
  const folders = SOAK ? 16 : 4;
  const kills = SOAK ? 30 : 13;

  for (let i = 0; i < folders; i += 2) {
    test(`[W10] [W2] loses nothing it acknowledged, ${kills} times in each of folders ${i} and ${i + 1}`, async () => {
      const outcomes = await Promise.all([killBare(100 + i, kills), killBare(101 + i, kills)]);
      for (const { acknowledged, cutOff } of outcomes) {
        expect(acknowledged).toBeGreaterThan(kills);
        expect(cutOff).toBeGreaterThan(0);
      }
    });
  }

  test('[W10] [W2] nor does the whole server', async () => {
    const { acknowledged, cutOff } = await killReal(7, SOAK ? 40 : 8);
    expect(acknowledged).toBeGreaterThan(8);
    expect(cutOff).toBeGreaterThan(0);
  });
});
