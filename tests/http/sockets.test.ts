import { once } from 'node:events';
import { SCHEMA } from '@tandem/shared/doc/layout';
import { CLOSE, MESSAGE, type Refusal } from '@tandem/shared/protocol/sync';
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding';
import { beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { Browser, useServer } from '../support/http-server.ts';

const server = useServer();
let plan = '';

beforeAll(async () => {
  plan = await server.newPlan();
});

type Headers = Readonly<Record<string, string>>;

function open(path: string, headers: Headers): WebSocket {
  const socket = new WebSocket(server.url.replace('http', 'ws') + path, { headers });
  // A refused upgrade is an error event; the tests look at the status.
  socket.on('error', () => undefined);
  return socket;
}

/** The status that plain HTTP refused with. */
async function refusedWith(path: string, headers: Headers): Promise<number> {
  const socket = open(path, headers);
  const [, response] = (await once(socket, 'unexpected-response')) as [
    unknown,
    { statusCode: number },
  ];
  socket.terminate();
  return response.statusCode;
}

interface Told {
  readonly code: number;
  readonly refusal: Refusal | undefined;
  /** Whether a document or presence message came before. */
  readonly sawDocument: boolean;
}

/** What an accepted socket was told, and the code it was closed with. */
async function toldBy(socket: WebSocket): Promise<Told> {
  let refusal: Refusal | undefined;
  let sawDocument = false;
  socket.on('message', (bytes: Buffer) => {
    const decoder = createDecoder(bytes);
    const kind = readVarUint(decoder);
    if (kind === MESSAGE.refusal) refusal = JSON.parse(readVarString(decoder)) as Refusal;
    else sawDocument = true;
  });
  const [code] = (await once(socket, 'close')) as [number];
  return { code, refusal, sawDocument };
}

/** Resolves when the server has let the socket into the plan: it answers a barrier. */
async function joined(socket: WebSocket): Promise<void> {
  await once(socket, 'open');
  const encoder = createEncoder();
  writeVarUint(encoder, MESSAGE.barrier);
  writeVarUint(encoder, 1);
  socket.send(toUint8Array(encoder));
  await new Promise<void>((resolve, reject) => {
    socket.on('close', (code) => reject(new Error(`closed with ${code}`)));
    socket.on('message', (bytes: Buffer) => {
      if (readVarUint(createDecoder(bytes)) === MESSAGE.barrier) resolve();
    });
  });
}

const query = `?schema=${SCHEMA}`;
const cookieOf = (browser: Browser): Headers => ({ cookie: browser.cookie });

describe('[S3] plain HTTP refuses only what is wrong before anybody is known', () => {
  test('no credential: 401', async () => {
    expect(await refusedWith(`/sync/${plan}${query}`, {})).toBe(401);
    expect(await refusedWith('/sync/no-such-plan', {})).toBe(401);
  });

  test('a foreign page: 403', async () => {
    const headers = { ...cookieOf(server.member), origin: 'https://evil.example' };
    expect(await refusedWith(`/sync/${plan}${query}`, headers)).toBe(403);
  });

  test.each(['/sync', '/sync/', '/sync/a/b', '/sync/not%20an%20id', '/elsewhere', '//'])(
    'a malformed address, %s: 400',
    async (path) => {
      expect(await refusedWith(path, cookieOf(server.member))).toBe(400);
    },
  );

  test('a plain request to a socket’s address: 400', async () => {
    expect((await server.member.get(`/sync/${plan}`)).status).toBe(400);
  });
});

describe('[S3] everything else is accepted, told in words, and closed before any document byte', () => {
  const refused = async (path: string, headers: Headers, reason: keyof typeof CLOSE) => {
    const told = await toldBy(open(path, headers));
    expect(told).toEqual({
      code: CLOSE[reason],
      refusal: { code: reason, message: expect.stringMatching(/^[A-Z].*\.$/) },
      sawDocument: false,
    });
  };

  test('a session that nobody knows', async () => {
    await refused(`/sync/${plan}${query}`, { cookie: 'tandem-somebody=nonsense' }, 'signedOut');
    await refused(`/sync/${plan}${query}`, { authorization: 'Bearer nonsense' }, 'signedOut');
    await refused(`/sync/${plan}${query}&as=nobody`, cookieOf(server.member), 'signedOut');
  });

  test('a plan that is gone', async () => {
    await refused(`/sync/no-such-plan${query}`, cookieOf(server.member), 'gone');
    const doomed = await server.newPlan();
    const guest = await server.guest(doomed, 'viewer');
    await server.member.delete(`/api/plans/${doomed}`);
    await refused(`/sync/${doomed}${query}`, cookieOf(guest), 'gone');
  });

  test('a plan that the guest was not let into', async () => {
    const guest = await server.guest(await server.newPlan(), 'editor');
    await refused(`/sync/${plan}${query}`, cookieOf(guest), 'notAllowed');
  });

  test('a session whose link was revoked, and one whose link expired', async () => {
    const guest = new Browser(server.url);
    const link = await server.newLink(plan, { role: 'editor', party: 'buyer' });
    await guest.join({ secret: link.secret, name: 'Claire' });
    await server.member.delete(`/api/plans/${plan}/links/${link.id}`);
    await refused(`/sync/${plan}${query}`, cookieOf(guest), 'notAllowed');

    const late = new Browser(server.url);
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const short = await server.newLink(plan, { role: 'editor', party: 'buyer', expiresAt });
    await late.join({ secret: short.secret, name: 'Claire' });
    server.advance(3_600_001);
    await refused(`/sync/${plan}${query}`, cookieOf(late), 'signedOut');
  });

  test('a schema that is absent or old', async () => {
    await refused(`/sync/${plan}`, cookieOf(server.member), 'clientTooOld');
    await refused(`/sync/${plan}?schema=0`, cookieOf(server.member), 'clientTooOld');
  });

  test('another epoch', async () => {
    for (const epoch of ['77', '-1', '1.0', 'none'])
      await refused(`/sync/${plan}${query}&epoch=${epoch}`, cookieOf(server.member), 'otherEpoch');
  });
});

describe('open sockets', () => {
  test('close within a second when the link of the guest is revoked, those of others stay', async () => {
    const guest = new Browser(server.url);
    const link = await server.newLink(plan, { role: 'viewer', party: 'buyer' });
    await guest.join({ secret: link.secret, name: 'Claire' });
    const other = await server.guest(plan, 'viewer');
    const [one, two] = [guest, other].map((browser) =>
      open(`/sync/${plan}${query}&epoch=1`, cookieOf(browser)),
    ) as [WebSocket, WebSocket];
    await Promise.all([joined(one), joined(two)]);
    const told = toldBy(one);
    const begun = performance.now();
    await server.member.delete(`/api/plans/${plan}/links/${link.id}`);
    expect(await told).toMatchObject({
      code: CLOSE.notAllowed,
      refusal: { code: 'notAllowed', message: 'The link you came by was revoked.' },
    });
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(two.readyState).toBe(WebSocket.OPEN);
    expect((await guest.get(`/api/plans/${plan}`)).status).toBe(401);
    two.terminate();
  });

  test('that are being let in while the link is revoked do not stay', async () => {
    for (let i = 0; i < 10; i += 1) {
      const guest = new Browser(server.url);
      const link = await server.newLink(plan, { role: 'viewer', party: 'buyer' });
      await guest.join({ secret: link.secret, name: 'Claire' });
      const told = toldBy(open(`/sync/${plan}${query}`, cookieOf(guest)));
      await server.member.delete(`/api/plans/${plan}/links/${link.id}`);
      expect((await told).code).toBe(CLOSE.notAllowed);
    }
  });

  test('close when their plan is deleted', async () => {
    const doomed = await server.newPlan();
    const socket = open(`/sync/${doomed}${query}`, cookieOf(server.member));
    await joined(socket);
    const told = toldBy(socket);
    await server.member.delete(`/api/plans/${doomed}`);
    expect((await told).code).toBe(CLOSE.gone);
  });

  test('of a program open with its token', async () => {
    const guest = await server.guest(plan, 'viewer');
    const own = { ...cookieOf(guest), origin: server.url };
    const socket = open(`/sync/${plan}${query}`, own);
    await joined(socket);
    socket.terminate();
  });
});
