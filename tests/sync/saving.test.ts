import { Worker } from 'node:worker_threads';
import { MESSAGE, SYNC } from '@tandem/shared/protocol/sync';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { gateWriter } from '../support/gated-writer.ts';
import { narrativeText, when } from '../support/stock-client.ts';
import { useSyncWorld } from '../support/sync-fixture.ts';

const gate = gateWriter();
beforeEach(gate.reset);
const fixture = useSyncWorld({
  wrapWriter: gate.wrap,
  limits: { retryMs: 5, drainMs: 200 },
});

function isUpdate({ kind, step }: { kind: number; step: number | undefined }): boolean {
  return kind === MESSAGE.sync && step === SYNC.update;
}

describe('a barrier', () => {
  test('[W1] [W5] is answered after the commit, and nobody sees the edit before it', async () => {
    const maya = await fixture.synced();
    const sam = await fixture.synced({ actor: 'sam' });
    const release = gate.hold();
    const asked = gate.asked();
    narrativeText(maya.doc).insert(0, 'Held back. ');
    let isSaved = false;
    const saved = maya.saved().then(() => {
      isSaved = true;
    });
    await asked;
    // A whole round trip on another connection: the server is awake, and still says nothing.
    await sam.saved();
    expect(isSaved).toBe(false);
    expect(narrativeText(sam.doc).toString()).not.toContain('Held back');
    release();
    await saved;
    await when(sam, () => narrativeText(sam.doc).toString().includes('Held back'));
    expect((await fixture.world.storage.findPlan(fixture.world.plan))?.head).toBe(2);
  });

  test('[W1] of a newcomer comes after the whole plan', async () => {
    const client = await fixture.raw();
    client.sendStep1();
    await client.saved();
    const kinds = client.received.map(({ kind, step }) => [kind, step]);
    const step2 = kinds.findIndex(([kind, step]) => kind === MESSAGE.sync && step === SYNC.step2);
    const barrier = kinds.findIndex(([kind]) => kind === MESSAGE.barrier);
    expect(step2).toBeGreaterThanOrEqual(0);
    expect(barrier).toBeGreaterThan(step2);
  });

  test('[W1] waits for what came by an earlier connection, and need not be sent again', async () => {
    const first = await fixture.joined();
    const release = gate.hold();
    const asked = gate.asked();
    const doc = new Y.Doc();
    doc.getMap('glossary').set('x', 1);
    first.sendUpdate(Y.encodeStateAsUpdate(doc));
    await asked;
    first.close();
    const second = await fixture.raw();
    second.sendStep1();
    // All that the server says it lacks is sent: nothing.
    second.sendStep2(Uint8Array.of(0, 0));
    let isSaved = false;
    const saved = second.saved().then(() => {
      isSaved = true;
    });
    const other = await fixture.joined({ actor: 'sam' });
    await other.saved();
    expect(isSaved).toBe(false);
    release();
    await saved;
    expect((await fixture.world.storage.findPlan(fixture.world.plan))?.head).toBe(2);
  });

  test('[W1] is answered once for each, in order', async () => {
    const client = await fixture.raw();
    client.sendStep1();
    await Promise.all([7, 8, 9].map((n) => client.saved(n)));
    const replies = client.received.filter(({ kind }) => kind === MESSAGE.barrier);
    expect(replies.map(({ bytes }) => bytes[1])).toEqual([7, 8, 9]);
  });
});

test('[W5] an author does not get the own update back', async () => {
  const author = await fixture.raw();
  const reader = await fixture.raw({ actor: 'sam' });
  for (const client of [author, reader]) {
    client.sendStep1();
    await client.saved();
  }
  const doc = new Y.Doc();
  doc.getMap('glossary').set('x', 1);
  author.sendUpdate(Y.encodeStateAsUpdate(doc));
  await author.saved();
  await reader.next(isUpdate);
  expect(author.received.filter(isUpdate)).toEqual([]);
});

test('[W2] [W7] a batch of one actor is one revision, and what changes nothing is none', async () => {
  const client = await fixture.raw({ actor: 'sam', party: 'buyer' });
  client.sendStep1();
  await client.saved();
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let i = 0; i < 30; i += 1) doc.getMap('glossary').set(`k${i}`, i);

  const release = gate.hold();
  const asked = gate.asked();
  client.sendUpdate(updates[0] ?? new Uint8Array());
  await asked;
  for (const update of updates.slice(1)) client.sendUpdate(update);
  // Received: the reply to a message that needs no commit would be too late a sign, so another one is asked.
  const other = await fixture.raw({ actor: 'maya' });
  other.sendStep1();
  await other.saved();
  release();
  await client.saved();
  for (const update of updates) client.sendUpdate(update);
  await client.saved();

  const { storage, plan } = fixture.world;
  const rows = await storage.updatesAfter(plan, 0);
  expect(rows.map(({ revision }) => revision)).toEqual([1, 2, 3]);
  expect(rows.map(({ actor }) => actor)).toEqual(['maya', 'sam', 'sam']);
  const copy = new Y.Doc();
  for (const { bytes } of rows) Y.applyUpdate(copy, bytes);
  expect(copy.getMap('glossary').get('k29')).toBe(29);
  // The last row holds the 29 values of its batch and nothing of the first.
  const last = rows.at(-1)?.bytes ?? new Uint8Array();
  expect(Y.decodeUpdate(last).structs).toHaveLength(29);
});

test('[W4] a commit that fails is tried again in the same order, and nobody hears of it before', async () => {
  const maya = await fixture.synced();
  const sam = await fixture.synced({ actor: 'sam' });
  gate.failures = 3;
  const text = narrativeText(maya.doc);
  text.insert(0, 'one ');
  await gate.asked();
  text.insert(4, 'two ');
  text.insert(8, 'three ');
  await maya.saved();
  expect(gate.failures).toBe(0);
  await when(sam, () => narrativeText(sam.doc).toString().startsWith('one two three '));
  const [first, second, third, fourth] = gate.windows.map(
    (window) => window[0]?.batches[0]?.updates.length,
  );
  // The same batch, alone, until it is written; the rest behind it.
  expect([second, third, fourth]).toEqual([first, first, first]);
  const rows = await fixture.world.storage.updatesAfter(fixture.world.plan, 0);
  expect(rows.map(({ revision }) => revision)).toEqual(rows.map((_, index) => index + 1));
});

test('[W4] a writer that dies is started again, and nothing is lost or said too early', async () => {
  const calls = vi.spyOn(Worker.prototype, 'postMessage');
  const maya = await fixture.synced();
  const sam = await fixture.synced({ actor: 'sam' });
  const text = narrativeText(maya.doc);
  text.insert(0, 'before ');
  await maya.saved();
  await (calls.mock.contexts.at(-1) as Worker).terminate();
  text.insert(7, 'after ');
  await maya.saved();
  await when(sam, () => narrativeText(sam.doc).toString().startsWith('before after '));
  const rows = await fixture.world.storage.updatesAfter(fixture.world.plan, 0);
  expect(rows.map(({ revision }) => revision)).toEqual([1, 2, 3]);
});

test('[W9] edits over HTTP are one revision of the caller, and reach everybody', async () => {
  const maya = await fixture.synced();
  const { sync, plan, storage } = fixture.world;
  const result = await sync.applyEdits(
    plan,
    [
      { type: 'plan/set', title: 'Renamed' },
      { type: 'plan/set', buyer: 'Southwind' },
    ],
    'robot',
  );
  expect(result).toMatchObject({ kind: 'applied', revision: 2 });
  await when(maya, () => maya.doc.getMap('meta').get('buyer') === 'Southwind');
  expect(await storage.findPlan(plan)).toMatchObject({ title: 'Renamed', head: 2 });
  expect((await storage.updatesAfter(plan, 1)).map(({ actor }) => actor)).toEqual(['robot']);
  // Whoever edits on is not taken for a forger of what the server wrote.
  maya.doc.getMap('meta').set('buyer', 'Westwind');
  await maya.saved();
});

test('[W9] edits over HTTP do not wait for ever behind what the disk does not take', async () => {
  const maya = await fixture.synced();
  gate.failures = Number.POSITIVE_INFINITY;
  narrativeText(maya.doc).insert(0, 'Waits. ');
  await gate.asked();
  const { sync, plan } = fixture.world;
  const edits = [{ type: 'plan/set', title: 'Later' } as const];
  expect(await sync.applyEdits(plan, edits, 'robot')).toEqual({ kind: 'unavailable' });
  gate.failures = 0;
  await maya.saved();
  expect(await sync.applyEdits(plan, edits, 'robot')).toMatchObject({ revision: 3 });
});

test('[W9] a refused edit leaves nothing of those before it', async () => {
  const { sync, plan, storage, writer } = fixture.world;
  const result = await sync.applyEdits(
    plan,
    [
      { type: 'plan/set', title: 'Half' },
      { type: 'step/remove', step: 'nowhere' as never },
    ],
    'robot',
  );
  expect(result).toMatchObject({ kind: 'refused', index: 1, code: 'unknown-id' });
  expect((await storage.findPlan(plan))?.head).toBe(1);
  expect(await writer.read(plan)).toMatchObject({
    revision: 1,
    plan: { title: expect.not.stringContaining('Half') },
  });
});
