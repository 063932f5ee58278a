import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCHEMA } from '@tandem/shared/doc/layout';
import { planAnswer } from '@tandem/shared/protocol/http';
import { CLOSE } from '@tandem/shared/protocol/sync';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { readConfig } from '../../server/src/config.ts';
import { StartError, startServer as startHere } from '../../server/src/main.ts';
import { lockDataFolder } from '../../server/src/storage/data-folder-lock.ts';
import { temporaryFolder } from '../support/data-folder.ts';
import { Browser, secretOf } from '../support/http-server.ts';
import { freePort, PROJECT, type ServerProcess, startServer } from '../support/server-process.ts';

async function start(dataDir: string, port: number): Promise<ServerProcess> {
  const server = await startServer(dataDir, port);
  onTestFinished(async () => {
    await server.stop();
  });
  return server;
}

describe('a start', () => {
  test('makes a demo workspace, and prints links for its member and for a guest', async () => {
    const dataDir = join(temporaryFolder(), 'made', 'by', 'the', 'start');
    const port = await freePort();
    const first = await start(dataDir, port);
    expect(first.sellerLink).toMatch(new RegExp(`^http://localhost:${port}/join#[\\w-]{43}$`));
    const seller = new Browser(first.url);
    const buyer = new Browser(first.url);
    const member = await seller.join({ secret: secretOf(first.sellerLink) });
    const guest = await buyer.join({ secret: secretOf(first.buyerLink), name: 'Claire Beaumont' });
    expect(member).toMatchObject({ role: 'member', party: 'seller' });
    expect(guest).toMatchObject({ role: 'editor', party: 'buyer', plan: member.plan });
    const { plan } = planAnswer.parse((await buyer.get(`/api/plans/${guest.plan}`)).json);
    expect(plan.steps.length).toBeGreaterThanOrEqual(12);
    expect(plan.steps.some(({ blocked }) => blocked !== undefined)).toBe(true);
    expect(plan.narrative.length).toBeGreaterThan(8);

    // kill −9: the lock is free, who was signed in still is, and the next links are others.
    await first.kill();
    const second = await start(dataDir, port);
    expect((await buyer.get(`/api/plans/${guest.plan}`)).status).toBe(200);
    expect((await seller.get<{ plans: unknown[] }>('/api/plans')).json.plans).toHaveLength(1);
    expect(second.sellerLink).not.toBe(first.sellerLink);
    expect(second.buyerLink).not.toBe(first.buyerLink);
    const again = await new Browser(second.url).join({ secret: secretOf(second.sellerLink) });
    expect(again).toMatchObject({ actor: member.actor, plan: member.plan });
  });

  test('takes nothing from a second one on the same data folder', async () => {
    const dataDir = temporaryFolder();
    const outcome = readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
    if (outcome.kind === 'bad') throw new Error(outcome.message);
    const first = await startHere(outcome.config);
    const second = startHere(outcome.config, { lockPatience: 300 });
    await expect(second).rejects.toThrow(StartError);
    await expect(second).rejects.toThrow(`data folder ${dataDir}`);
    // One that waits gets its turn.
    const third = startHere(outcome.config, { lockPatience: 10_000 });
    await first.stop();
    await (await third).stop();
  });

  test('ends in good time when it is told to, and sends open sockets to its successor', async () => {
    const server = await start(temporaryFolder(), await freePort());
    const seller = new Browser(server.url);
    const { plan } = await seller.join({ secret: secretOf(server.sellerLink) });
    const address = `${server.url.replace('http', 'ws')}/sync/${plan}?schema=${SCHEMA}`;
    const socket = new WebSocket(address, { headers: { cookie: seller.cookie } });
    await once(socket, 'message');
    const closed = once(socket, 'close');
    expect(await server.stop()).toBe(0);
    expect((await closed)[0]).toBe(CLOSE.restarting);
  }, 10_000);

  test('prints no links where others could read them', async () => {
    const env = { PORT: '0', DATA_DIR: temporaryFolder(), PUBLIC_URL: 'https://plans.example' };
    const outcome = readConfig({ ...env, LOG_LEVEL: 'warn' });
    if (outcome.kind === 'bad') throw new Error(outcome.message);
    const server = await startHere(outcome.config);
    expect(server.links).toBeUndefined();
    const { headers } = await new Browser(server.address).get('/');
    expect(headers.get('strict-transport-security')).toContain('max-age=');
    await server.stop();
  });

  test.each([
    ['a setting is bad', { PORT: 'eighty' }, /^PORT=eighty is no port/],
    ['a setting comes later', { DATABASE_URL: 'postgres://x' }, /^DATABASE_URL is set, but/],
  ])('stops with one line where %s', async (_why, env, line) => {
    const { code, output } = await run(process.execPath, ['server/src/main.ts'], env);
    expect(code).toBe(1);
    expect(output.trimEnd().split('\n')).toEqual([expect.stringMatching(line)]);
  });

  test('stops with one line where the data folder is none', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const { code, output } = await run(process.execPath, ['server/src/main.ts'], {
      DATA_DIR: file,
    });
    expect(code).toBe(1);
    expect(output).toMatch(/^The data folder \S+ cannot be used: .*\.\n$/);
  });

  test.each([
    ['server/src/main.ts', []],
    ['server/src/cli.ts', ['token', 'maya@tandem.example']],
  ])('says in one line that the database is none: %s', async (program, args) => {
    const dataDir = temporaryFolder();
    writeFileSync(join(dataDir, 'tandem.sqlite'), 'Somebody else’s bytes, and no database at all.');
    const { code, output } = await run(process.execPath, [program, ...args], {
      DATA_DIR: dataDir,
      PORT: '0',
    });
    expect(code).toBe(1);
    expect(output).toMatch(/^The database \S+ cannot be used: .*\.\n$/);
  });

  test('stops with one line where the port is taken', async () => {
    const dataDir = temporaryFolder();
    const port = await freePort();
    await start(join(dataDir, 'one'), port);
    mkdirSync(join(dataDir, 'two'));
    const env = { DATA_DIR: join(dataDir, 'two'), PORT: String(port) };
    const { code, output } = await run(process.execPath, ['server/src/main.ts'], env);
    expect([code, output]).toEqual([1, `The port ${port} on 127.0.0.1 is taken.\n`]);
  });
});

async function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(command, args, { cwd: PROJECT, env: { ...process.env, ...env } });
  let output = '';
  child.stdout.on('data', (bytes) => {
    output += String(bytes);
  });
  child.stderr.on('data', (bytes) => {
    output += String(bytes);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

describe('npm run -s serve', () => {
  test.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
    'leaves no child behind after %s',
    async (signal) => {
      const dataDir = temporaryFolder();
      const npm = spawn('npm', ['run', '-s', 'serve'], {
        cwd: PROJECT,
        env: { ...process.env, DATA_DIR: dataDir, PORT: '0', PUBLIC_URL: '', LOG_LEVEL: 'warn' },
      });
      let output = '';
      await new Promise<void>((resolve, reject) => {
        npm.stdout.on('data', (bytes) => {
          output += String(bytes);
          if (output.includes('Buyer')) resolve();
        });
        npm.once('exit', () => reject(new Error(output)));
      });
      expect(await lockDataFolder(dataDir, 0)).toBeUndefined();
      const ended = once(npm, 'exit');
      npm.kill(signal);
      await ended;
      // The lock is free as soon as the server has ended.
      const lock = await lockDataFolder(dataDir, 9_000);
      expect(lock).toBeDefined();
      lock?.release();
    },
  );
});
