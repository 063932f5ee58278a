import { MESSAGE, SYNC } from '@tandem/shared/protocol/sync';
import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { gateWriter } from '../support/gated-writer.ts';
import { hostileBytes } from '../support/hostile-bytes.ts';
import { narrativeText } from '../support/stock-client.ts';
import { useSyncWorld } from '../support/sync-fixture.ts';

const gate = gateWriter();
beforeEach(gate.reset);
const { wrap: wrapWriter } = gate;

describe('a quiet connection', () => {
  const fixture = useSyncWorld({
    limits: { tickMs: 10, keepAliveMs: 60, pingMs: 50, missedPings: 2 },
  });

  test('[L6] hears something before the stock client hangs up', async () => {
    const client = await fixture.raw();
    client.sendStep1();
    await client.saved();
    const before = client.received.length;
    await expect.poll(() => client.received.length).toBeGreaterThan(before + 2);
    for (const { kind, body } of client.received.slice(before)) {
      expect([kind, [...body]]).toEqual([MESSAGE.awareness, [0]]);
    }
  });

  test('[L6] that answers no ping is ended', async () => {
    const client = await fixture.raw();
    client.socket.pong = () => undefined;
    // The answer is sent by the library itself, unless nothing is read.
    client.socket.pause();
    await expect.poll(() => fixture.world.connections(), { timeout: 5000 }).toBe(0);
  });
});

describe('a session', () => {
  const fixture = useSyncWorld({ limits: { tickMs: 20 } });

  test('[S7] that is ended closes its sockets at once, and no others', async () => {
    const guest = await fixture.raw({ actor: 'guest', link: 'link-1' });
    const other = await fixture.raw({ actor: 'other', link: 'link-2' });
    await guest.saved();
    const begin = performance.now();
    fixture.world.sync.closeWhere(
      ({ identity }) => identity.link === 'link-1',
      'notAllowed',
      'The link was revoked.',
    );
    expect(await guest.closed).toEqual({
      code: 4403,
      refusal: { code: 'notAllowed', message: 'The link was revoked.' },
    });
    expect(performance.now() - begin).toBeLessThan(1000);
    await other.saved();
  });

  test('[S7] ends with its time', async () => {
    const guest = await fixture.raw({
      actor: 'guest',
      expiresAt: new Date(Date.now() + 300).toISOString(),
    });
    await guest.saved();
    expect(await guest.closed).toMatchObject({ code: 4401, refusal: { code: 'signedOut' } });
  });

  test('[S3] is refused in words before it is anybody', async () => {
    const client = await fixture.raw({ role: 'viewer', plan: 'nowhere' as never });
    expect(await client.closed).toMatchObject({
      refusal: { message: 'The plan does not exist any more.' },
    });
  });

  test('[S1] of a plan that is deleted is told that it is gone', async () => {
    const maya = await fixture.synced();
    await fixture.world.writer.remove(fixture.world.plan);
    narrativeText(maya.doc).insert(0, 'too late');
    expect(await maya.ended).toBe(4404);
    expect(await (await fixture.raw()).closed).toMatchObject({ code: 4404 });
  });
});

describe('a server that stops', () => {
  const fixture = useSyncWorld({ wrapWriter });

  test('[C6] commits and acknowledges what it took in, then says that it comes back', async () => {
    const maya = await fixture.raw();
    maya.sendStep1();
    await maya.saved();
    const release = gate.hold();
    const asked = gate.asked();
    const doc = new Y.Doc();
    doc.getMap('glossary').set('last', 'words');
    maya.sendUpdate(Y.encodeStateAsUpdate(doc));
    const saved = maya.saved();
    await asked;
    const closing = fixture.world.sync.close();
    release();
    await saved;
    expect(await maya.closed).toEqual({ code: 1012, refusal: undefined });
    await closing;
    expect((await fixture.world.storage.findPlan(fixture.world.plan))?.head).toBe(2);
    expect(await (await fixture.raw()).closed).toMatchObject({ code: 1012 });
  });
});

describe('a slow disk', () => {
  const fixture = useSyncWorld({ wrapWriter, limits: { uncommittedUpdates: 20 } });

  test('[L4] makes the server read more slowly, and costs nothing', async () => {
    const maya = await fixture.raw();
    maya.sendStep1();
    await maya.saved();
    const release = gate.hold();
    const doc = new Y.Doc();
    doc.on('update', (update: Uint8Array) => maya.sendUpdate(update));
    const words = doc.getArray<string>('junk');
    for (let i = 0; i < 500; i += 1) words.push([`word ${i}`]);
    const saved = maya.saved();
    await gate.asked();
    release();
    await saved;
    const late = await fixture.synced({ actor: 'late' });
    expect(late.doc.getArray('junk').length).toBe(500);
    const largest = Math.max(
      ...gate.windows.map((window) => window[0]?.batches[0]?.updates.length ?? 0),
    );
    expect(largest).toBeLessThan(60);
  });
});

describe('a socket that does not read', () => {
  const fixture = useSyncWorld({ limits: { behindBytes: 64 * 1024, tickMs: 20 } });

  test('[L5] gets no queue, and one difference when it reads on', async () => {
    const slow = await fixture.raw({ actor: 'slow' });
    slow.sendStep1();
    await slow.saved();
    slow.socket.pause();
    const maya = await fixture.synced();
    const glossary = maya.doc.getMap('glossary');
    for (let i = 0; i < 60; i += 1) {
      glossary.set('large', `${i} ${'x'.repeat(400_000)}`);
      await maya.saved();
    }
    slow.socket.resume();
    const copy = new Y.Doc();
    let seen = 0;
    await expect
      .poll(
        () => {
          for (const { kind, step, body } of slow.received.slice(seen)) {
            if (kind === MESSAGE.sync && step !== SYNC.step1) Y.applyUpdate(copy, body);
          }
          seen = slow.received.length;
          return String(copy.getMap('glossary').get('large')).slice(0, 3);
        },
        { timeout: 20_000 },
      )
      .toBe('59 ');
    expect(slow.received.filter(({ step }) => step === SYNC.update).length).toBeLessThan(60);
  });
});

describe('a socket that never reads', () => {
  const fixture = useSyncWorld({
    limits: {
      behindBytes: 64 * 1024,
      tickMs: 20,
      behindMs: 100,
      slowestBytes: 2 ** 30,
      closeMs: 100,
    },
  });

  test('[L5] is closed after a while', async () => {
    const stuck = await fixture.raw({ actor: 'stuck' });
    stuck.sendStep1();
    await stuck.saved();
    stuck.socket.pause();
    const maya = await fixture.synced();
    for (let i = 0; i < 40; i += 1) {
      maya.doc.getMap('glossary').set('large', `${i} ${'x'.repeat(400_000)}`);
      await maya.saved();
    }
    await expect.poll(() => fixture.world.connections(), { timeout: 10_000 }).toBe(1);
  });

  test('[L5] is not answered without end, however often it asks', async () => {
    const stuck = await fixture.raw({ actor: 'stuck' });
    stuck.sendStep2(hostileBytes.binaryUpdate(700_000));
    await stuck.saved();
    stuck.socket.pause();
    const before = process.memoryUsage().rss;
    for (let i = 0; i < 400; i += 1) stuck.sendStep1();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
    stuck.socket.resume();
    await stuck.saved();
    expect(stuck.received.filter(({ step }) => step === SYNC.step2).length).toBeLessThan(40);
  });
});
