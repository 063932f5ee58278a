import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { KillableServer } from '../support/kill-runs.ts';
import { freePort, PROJECT, temporaryFolder } from '../support/server-process.ts';
import { connectStock } from '../support/stock-client.ts';

/** A server whose files may grow to so many kilobytes: to SQLite that is a full disk. */
async function start(folder: string, port: number, kilobytes?: number): Promise<KillableServer> {
  const entry = join(PROJECT, 'tests/support/bare-server.ts');
  // The shell counts in half kilobytes.
  const limit = kilobytes === undefined ? '' : `ulimit -f ${2 * kilobytes}; `;
  const command = `${limit}exec "$0" "$1" "$2" "$3"`;
  const child = spawn('sh', ['-c', command, process.execPath, entry, folder, String(port)], {
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

test('[W4] [W10] a full disk acknowledges nothing, and what it did not take comes again', async () => {
  const folder = await temporaryFolder();
  onTestFinished(folder.remove);
  const port = await freePort();
  const full = await start(folder.path, port, 600);
  onTestFinished(full.kill);
  const maya = connectStock({ url: `ws://127.0.0.1:${port}/sync` });
  onTestFinished(maya.destroy);
  await maya.synced();
  const glossary = maya.doc.getMap('glossary');
  let acknowledged = 0;
  let isFull = false;
  while (!isFull) {
    glossary.set(`k${acknowledged + 1}`, `${'x'.repeat(20_000)}${acknowledged}`);
    const timeout = new Promise((resolve) => setTimeout(resolve, 1500, 'full'));
    isFull = (await Promise.race([maya.saved(), timeout])) === 'full';
    if (!isFull) acknowledged += 1;
  }
  expect(acknowledged).toBeGreaterThan(3);
  expect(acknowledged).toBeLessThan(60);
  await full.kill();

  const roomy = await start(folder.path, port);
  onTestFinished(roomy.kill);
  const reader = connectStock({ url: `ws://127.0.0.1:${port}/sync` }, { actor: 'reader' });
  onTestFinished(reader.destroy);
  await reader.synced();
  // The log's tail comes behind what `synced` means.
  await reader.saved();
  for (let n = 1; n <= acknowledged; n += 1)
    expect(reader.doc.getMap('glossary').has(`k${n}`)).toBe(true);
  await maya.synced();
  await maya.saved();
  await expect.poll(() => reader.doc.getMap('glossary').size).toBeGreaterThan(acknowledged);
});
