import { MESSAGE } from '@tandem/shared/protocol/sync';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { hostileBytes } from '../support/hostile-bytes.ts';
import { type RawClient, varUint } from '../support/raw-client.ts';
import { narrativeText, when } from '../support/stock-client.ts';
import { useSyncWorld } from '../support/sync-fixture.ts';

const fixture = useSyncWorld({ limits: { tickMs: 20, emptyRoomMs: 0 } });
const bytes = hostileBytes;
const { joined } = fixture;

/** The others notice nothing and the log says nothing. */
async function expectUntouched(): Promise<void> {
  const { storage, plan } = fixture.world;
  expect((await storage.findPlan(plan))?.head).toBe(1);
  await fixture.synced({ actor: 'bystander' });
}

test.each(bytes.malformedUpdates())('[C2] [C5] an update is refused that %s', async (_, update) => {
  const eve = await joined({ actor: 'eve' });
  eve.sendUpdate(update);
  expect(await eve.closed).toMatchObject({ code: 4400, refusal: { code: 'malformed' } });
  await expectUntouched();
});

test('[C2] announced structs cost no memory', async () => {
  const eve = await joined({ actor: 'eve' });
  const before = process.memoryUsage().rss;
  const begin = performance.now();
  eve.sendUpdate(bytes.structBomb());
  await eve.closed;
  expect(performance.now() - begin).toBeLessThan(100);
  expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
});

test.each<[string, (client: RawClient) => void]>([
  ['is text', (client) => client.socket.send('hello')],
  ['is empty', (client) => client.send()],
  ['is of an unknown kind', (client) => client.send(77, 0)],
  ['is one that only the server sends', (client) => client.send(MESSAGE.notice, 2, 0x7b, 0x7d)],
  ['holds two messages', (client) => client.send(MESSAGE.queryAwareness, MESSAGE.queryAwareness)],
  ['ends too early', (client) => client.send(MESSAGE.sync, 2, 100, 1, 2, 3)],
  ['has an unreadable state vector', (client) => client.send(MESSAGE.sync, 0, 2, 200, 1)],
])('[C1] a frame is refused that %s', async (_, send) => {
  const eve = await joined({ actor: 'eve' });
  send(eve);
  expect(await eve.closed).toMatchObject({ code: 4400, refusal: { code: 'malformed' } });
  await expectUntouched();
});

test('[C3] an orphan update is asked for in full once, and refused when nothing comes', async () => {
  const eve = await joined({ actor: 'eve' });
  const [, second] = bytes.dependentUpdates();
  const asked = eve.received.length;
  eve.sendStep2(Uint8Array.of(0, 0));
  eve.sendUpdate(second);
  await expect
    .poll(() => eve.received.slice(asked).some(({ kind, step }) => kind === 0 && step === 0))
    .toBe(true);
  eve.sendStep2(second);
  expect(await eve.closed).toMatchObject({ code: 4400 });
  await expectUntouched();
});

test('[C3] a client that completes it stays, and its barrier waits for that', async () => {
  const eve = await joined({ actor: 'eve' });
  const [first, second, whole] = bytes.dependentUpdates();
  eve.sendStep2(Uint8Array.of(0, 0));
  eve.sendUpdate(second);
  const saved = eve.saved();
  eve.sendStep2(whole);
  await saved;
  eve.sendUpdate(first);
  await eve.saved();
  expect((await fixture.world.storage.findPlan(fixture.world.plan))?.head).toBe(2);
});

test('[C3] content that hangs on what only the client has is found by the writer', async () => {
  const eve = await joined({ actor: 'eve' });
  const { own, whole } = bytes.hangingUpdates();
  eve.sendStep2(Uint8Array.of(0, 0));
  eve.sendUpdate(own);
  const asked = eve.received.length;
  await expect
    .poll(() => eve.received.slice(asked).some(({ kind, step }) => kind === 0 && step === 0))
    .toBe(true);
  eve.sendStep2(whole);
  await eve.saved();
  const honest = await fixture.synced({ actor: 'sam' });
  expect(honest.doc.store.pendingStructs).toBeNull();
  expect(honest.doc.getMap('glossary').get('outer')).toBeInstanceOf(Y.Map);
});

test('[C4] types nested too deep are refused, and the plan stays readable', async () => {
  const eve = await joined({ actor: 'eve' });
  eve.sendUpdate(bytes.nestedElements(3000));
  expect(await eve.closed).toMatchObject({ code: 4400 });
  await expectUntouched();
  const { writer, plan } = fixture.world;
  expect(await writer.read(plan)).toMatchObject({ revision: 1 });
});

test('[W6] others in the same window keep what they wrote', async () => {
  const eve = await joined({ actor: 'eve' });
  const sam = await fixture.synced({ actor: 'sam' });
  const maya = await fixture.synced({ actor: 'maya' });
  eve.sendUpdate(bytes.nestedElements(100));
  sam.doc.getMap('glossary').set('from sam', 1);
  maya.doc.getMap('glossary').set('from maya', 2);
  await Promise.all([sam.saved(), maya.saved(), eve.closed]);
  const late = await fixture.synced({ actor: 'late' });
  expect(late.doc.getMap('glossary').toJSON()).toMatchObject({ 'from sam': 1, 'from maya': 2 });
  const rows = await fixture.world.storage.updatesAfter(fixture.world.plan, 1);
  expect(rows.map(({ actor }) => actor).toSorted()).toEqual(['maya', 'sam']);
});

test('[W8] a client does not write the schema number', async () => {
  const eve = await fixture.synced({ actor: 'eve' });
  eve.doc.getMap('meta').set('schema', 7);
  expect(await eve.ended).toBe(4400);
  expect(eve.refusals).toMatchObject([{ code: 'malformed' }]);
  await expectUntouched();
});

test('[S5] new content under the id of somebody else is refused', async () => {
  const sam = await fixture.synced({ actor: 'sam' });
  narrativeText(sam.doc).insert(0, 'mine');
  await sam.saved();
  const eve = await joined({ actor: 'eve' });
  eve.sendUpdate(
    bytes.gcStruct(sam.doc.clientID, Y.getState(sam.doc.store, sam.doc.clientID), 2 ** 20),
  );
  expect(await eve.closed).toMatchObject({ code: 4409, refusal: { code: 'forgedClientId' } });
  narrativeText(sam.doc).insert(4, ', and still mine');
  await sam.saved();
  const late = await fixture.synced({ actor: 'late' });
  expect(narrativeText(late.doc).toString()).toContain('mine, and still mine');
});

test('[S5] an id that presence has shown is taken', async () => {
  const sam = await fixture.synced({ actor: 'sam' });
  await sam.saved();
  const eve = await joined({ actor: 'eve' });
  eve.sendUpdate(bytes.gcStruct(sam.doc.clientID, 0, 5));
  expect(await eve.closed).toMatchObject({ code: 4409 });
});

test('[S5] an id that wrote is taken for good, also when everybody has left in between', async () => {
  const sam = await fixture.synced({ actor: 'sam' });
  narrativeText(sam.doc).insert(0, 'mine');
  await sam.saved();
  const next = Y.getState(sam.doc.store, sam.doc.clientID);
  sam.destroy();
  // The room goes with the next tick or two, and what it knew with it.
  await expect.poll(() => fixture.world.connections()).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const eve = await joined({ actor: 'eve' });
  eve.sendUpdate(bytes.gcStruct(sam.doc.clientID, next, 5));
  expect(await eve.closed).toMatchObject({ code: 4409 });
});

test('[S5] what the server has already may come from anybody', async () => {
  const sam = await fixture.synced({ actor: 'sam' });
  narrativeText(sam.doc).insert(0, 'said by sam ');
  await sam.saved();
  const eve = await joined({ actor: 'eve' });
  eve.sendStep2(Y.encodeStateAsUpdate(sam.doc));
  eve.sendUpdate(Y.encodeStateAsUpdate(sam.doc));
  await eve.saved();
  expect((await fixture.world.storage.findPlan(fixture.world.plan))?.head).toBe(2);
});

test.each(['viewer', 'commenter'] as const)(
  '[S4] a %s says again what is known, and no more',
  async (role) => {
    const sam = await fixture.synced({ actor: 'sam' });
    narrativeText(sam.doc).insert(0, 'known ');
    narrativeText(sam.doc).delete(0, 2);
    await sam.saved();
    const reader = await fixture.synced({ actor: 'reader', role });
    reader.provider.disconnect();
    reader.provider.connect();
    await reader.synced();
    await reader.saved();
    reader.doc.getMap('glossary').set('sneaked in', true);
    expect(await reader.ended).toBe(4403);
    expect(reader.refusals).toMatchObject([{ code: 'notAllowed' }]);
    await sam.saved();
    expect(sam.doc.getMap('glossary').has('sneaked in')).toBe(false);
    expect((await fixture.world.storage.findPlan(fixture.world.plan))?.head).toBe(2);
  },
);

test('[S4] a viewer who only deletes is refused too', async () => {
  const viewer = await joined({ actor: 'viewer', role: 'viewer' });
  const copy = new Y.Doc();
  for (const { kind, step, body } of viewer.received)
    if (kind === 0 && step !== 0) Y.applyUpdate(copy, body);
  const before = Y.encodeStateVector(copy);
  copy.getMap('meta').delete('title');
  viewer.sendStep2(Y.encodeStateAsUpdate(copy, before));
  expect(await viewer.closed).toMatchObject({ code: 4403 });
  await expectUntouched();
});

test('[C2] [S5] a refused connection leaves the next one of the same actor unharmed', async () => {
  const eve = await joined({ actor: 'eve' });
  eve.sendUpdate(Uint8Array.of(1, ...varUint(30_000_000), 1, 0));
  await eve.closed;
  const again = await fixture.synced({ actor: 'eve' });
  again.doc.getMap('glossary').set('honest', true);
  await again.saved();
  const sam = await fixture.synced({ actor: 'sam' });
  await when(sam, () => sam.doc.getMap('glossary').get('honest') === true);
});
