import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Joined, planAnswer } from '@tandem/shared/protocol/http';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/data-folder.ts';
import { Browser, secretOf, useServer } from '../support/http-server.ts';
import { PROJECT } from '../support/server-process.ts';

const server = useServer();
let plan = '';

beforeAll(async () => {
  plan = await server.newPlan();
});

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command line beside the running server, called from `folder`. */
async function cli(args: readonly string[], folder = PROJECT): Promise<Ended> {
  const child = spawn(process.execPath, ['server/src/cli.ts', ...args], {
    cwd: PROJECT,
    env: { ...process.env, DATA_DIR: server.dataDir, PORT: '1', INIT_CWD: folder },
  });
  const text = { out: '', err: '' };
  child.stdout.on('data', (bytes) => {
    text.out += String(bytes);
  });
  child.stderr.on('data', (bytes) => {
    text.err += String(bytes);
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, ...text };
}

test('token makes a member and prints a token as its last word', async () => {
  const { code, out } = await cli(['token', 'Tom.Okafor@acme.example']);
  const token = out.trim().split(/\s+/).at(-1) ?? '';
  const program = new Browser(server.url);
  const headers = { authorization: `Bearer ${token}` };
  expect([code, (await program.get(`/api/plans/${plan}`, headers)).status]).toEqual([0, 200]);
  const edits = { edits: [{ type: 'plan/set', title: 'By a program' }] };
  const foreign = { ...headers, origin: 'https://elsewhere.example' };
  expect((await program.post(`/api/plans/${plan}/edits`, edits, foreign)).status).toBe(200);
  const { json } = await program.get<{ actors: unknown[] }>('/api/me', headers);
  expect(json.actors).toEqual([
    { actor: expect.any(String), name: 'tom.okafor', party: 'seller', verified: true },
  ]);
});

test('sign-in prints a link to the running server that signs the member in, without a plan', async () => {
  const { out } = await cli(['sign-in', 'tom.okafor@acme.example']);
  expect(out).toMatch(/^http:\/\/localhost:\d+\/join#[\w-]{43}\n$/);
  const browser = new Browser(server.url);
  const secret = secretOf(out.trim());
  const joined = await browser.post<Joined>('/api/join', { secret });
  expect(joined.json).toEqual({ actor: expect.any(String), role: 'member', party: 'seller' });
  expect((await new Browser(server.url).post('/api/join', { secret })).status).toBe(404);
});

test('a sign-in link is good for 15 minutes', async () => {
  const { out } = await cli(['sign-in', 'tom.okafor@acme.example']);
  server.advance(15 * 60_000 + 1000);
  const { status } = await new Browser(server.url).post('/api/join', {
    secret: secretOf(out.trim()),
  });
  expect(status).toBe(404);
});

describe('export', () => {
  test('prints the plan as Markdown, as its snapshot, or its steps', async () => {
    const markdown = await cli(['export', plan]);
    expect(markdown.out).toBe((await server.member.get(`/api/plans/${plan}/markdown`)).text);
    const json = await cli(['export', plan, '--format', 'json']);
    const read = planAnswer.parse((await server.member.get(`/api/plans/${plan}`)).json);
    expect(JSON.parse(json.out)).toEqual(JSON.parse(JSON.stringify(read.plan)));
    const csv = await cli(['export', plan, '--format=csv']);
    expect(csv.out).toBe((await server.member.get(`/api/plans/${plan}/csv`)).text);
  });

  test('says what is wrong', async () => {
    expect(await cli(['export', 'nobody'])).toEqual({
      code: 1,
      out: '',
      err: 'There is no plan nobody.\n',
    });
    expect((await cli(['export', plan, '--format', 'pdf'])).code).toBe(64);
    expect((await cli(['export'])).code).toBe(64);
  });
});

describe('import', () => {
  test('makes a plan that the running server shows, from a file beside the caller', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'deals'));
    const text = [
      '# Mutual Action Plan: Acme + Northwind',
      '',
      '## Steps',
      '| # | Action | Owner | Due date | Status |',
      '|---|--------|-------|----------|--------|',
      '| 1 | Technical deep-dive | Dana Ruiz | 2027-01-18 | Complete |',
      '| 2 | Contract signature | Victor Lang | 2027-03-12 | Pending |',
      '',
    ];
    writeFileSync(join(folder, 'deals', 'northwind.md'), text.join('\n'));
    const { code, out } = await cli(['import', 'deals/northwind.md'], folder);
    expect(code).toBe(0);
    const [id = '', url] = (out.split('\n')[0] ?? '').split(' ');
    expect(url).toMatch(new RegExp(`^http://localhost:\\d+/plans/${id}$`));
    const read = planAnswer.parse((await server.member.get(`/api/plans/${id}`)).json);
    expect(read.plan.steps).toHaveLength(2);
    const edits = { edits: [{ type: 'plan/set', title: 'Edited at once' }] };
    const { json } = await server.member.post(`/api/plans/${id}/edits`, edits);
    expect(json).toEqual({ revision: read.revision + 1 });
  });

  test('ends with 2 where the file cannot be read, or its dates can be read in two ways', async () => {
    const folder = temporaryFolder();
    const table =
      '# Plan\n\n## Steps\n| # | Action | Due date |\n|-|-|-|\n| 1 | Call | 03/04/2027 |\n';
    writeFileSync(join(folder, 'unclear.md'), table);
    writeFileSync(join(folder, 'picture.md'), Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
    const unclear = await cli(['import', 'unclear.md'], folder);
    expect([unclear.code, unclear.out]).toEqual([2, '']);
    expect(unclear.err).toContain('unclear.md:6');
    expect((await cli(['import', 'unclear.md', '--dates', 'mdy'], folder)).code).toBe(0);
    expect((await cli(['import', 'unclear.md', '--dates', 'ymd'], folder)).code).toBe(64);
    expect(await cli(['import', 'missing.md'], folder)).toEqual({
      code: 2,
      out: '',
      err: 'missing.md cannot be read: there is no such file.\n',
    });
    expect((await cli(['import', 'picture.md'], folder)).code).toBe(2);
  });
});

describe('the command line', () => {
  test.each(['check', 'verify', 'backup', 'restore'])('%s comes later', async (name) => {
    expect(await cli([name, 'x'])).toEqual({
      code: 64,
      out: '',
      err: 'This command comes later.\n',
    });
  });

  test('explains itself', async () => {
    const help = await cli(['--help']);
    expect(help.code).toBe(0);
    for (const name of ['token', 'sign-in', 'export', 'import']) expect(help.out).toContain(name);
    expect((await cli(['import', '--help'])).out).toContain('FILE [--dates dmy|mdy]');
    expect((await cli([])).code).toBe(64);
    const unknown = await cli(['explode']);
    expect([unknown.code, unknown.out]).toEqual([64, '']);
    expect(unknown.err).toContain('There is no command explode.');
    expect((await cli(['token', 'nobody'])).err).toBe('nobody is no e-mail address.\n');
  });
});
