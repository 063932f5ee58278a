import { MESSAGE } from '@tandem/shared/protocol/sync';
import { expect, test } from 'vitest';
import { type RawClient, readPresence } from '../support/raw-client.ts';
import { type StockClient, when } from '../support/stock-client.ts';
import { useSyncWorld } from '../support/sync-fixture.ts';

const fixture = useSyncWorld();

function sees(client: StockClient, clientId: number): Record<string, unknown> | undefined {
  return client.awareness.getStates().get(clientId) as Record<string, unknown> | undefined;
}

/** The last that a raw client heard of a client id. */
function heard(client: RawClient, clientId: number): Record<string, unknown> | null | undefined {
  return client.received
    .filter(({ kind }) => kind === MESSAGE.awareness)
    .flatMap(({ body }) => readPresence(body))
    .findLast((entry) => entry.client === clientId)?.state;
}

test("[P1] the identity is the session's, whatever the client says", async () => {
  const maya = await fixture.synced();
  const eve = await fixture.synced({ actor: 'eve', name: 'Eve', party: 'buyer' });
  eve.awareness.setLocalState({
    user: { actor: 'maya', name: 'Maya Stone', party: 'seller', color: '#000000' },
    cursor: { at: 3 },
  });
  await when(maya, () => sees(maya, eve.doc.clientID)?.cursor !== undefined);
  expect(sees(maya, eve.doc.clientID)).toEqual({
    user: { actor: 'eve', name: 'Eve', party: 'buyer', color: '#0b7a63' },
    cursor: { at: 3 },
  });
  expect(sees(maya, eve.doc.clientID)?.user).not.toEqual(sees(eve, maya.doc.clientID)?.user);
});

test("[P2] [S5] nobody moves somebody else's cursor, and trying is no offence", async () => {
  const maya = await fixture.synced();
  const sam = await fixture.synced({ actor: 'sam' });
  maya.awareness.setLocalStateField('cursor', 'here');
  await when(sam, () => sees(sam, maya.doc.clientID)?.cursor === 'here');
  const eve = await fixture.raw({ actor: 'eve' });
  eve.sendStep1();
  eve.sendPresence([maya.doc.clientID, 1000, { cursor: 'stolen' }]);
  eve.sendPresence([maya.doc.clientID, 1001, null], [4711, 1, { cursor: 'own' }]);
  await when(sam, () => sees(sam, 4711)?.cursor === 'own');
  expect(sees(sam, maya.doc.clientID)?.cursor).toBe('here');
  await eve.saved();
  // Twice the same person: the second window repeats what it hears of the first.
  const tab = await fixture.synced({ actor: 'maya' });
  await when(tab, () => sees(tab, maya.doc.clientID)?.cursor === 'here');
  maya.awareness.setLocalStateField('cursor', 'there');
  await when(tab, () => sees(tab, maya.doc.clientID)?.cursor === 'there');
  tab.destroy();
  await when(sam, () => sees(sam, tab.doc.clientID) === undefined);
  expect(sees(sam, maya.doc.clientID)?.cursor).toBe('there');
});

test('[P3] an id that comes back belongs to the newer connection', async () => {
  const sam = await fixture.synced({ actor: 'sam' });
  const older = await fixture.raw({ actor: 'maya' });
  older.sendPresence([77, 5, { cursor: 'old' }]);
  await when(sam, () => sees(sam, 77)?.cursor === 'old');
  const newer = await fixture.raw({ actor: 'maya' });
  newer.sendPresence([77, 5, { cursor: 'new' }]);
  await when(sam, () => sees(sam, 77)?.cursor === 'new');
  older.close();
  await older.closed;
  await sam.saved();
  expect(sees(sam, 77)?.cursor).toBe('new');
  newer.close();
  await when(sam, () => sees(sam, 77) === undefined);
});

test('[P4] who leaves is gone at once, and back at once with an unchanged clock', async () => {
  const sam = await fixture.synced({ actor: 'sam' });
  const maya = await fixture.synced();
  const id = maya.doc.clientID;
  await when(sam, () => sees(sam, id) !== undefined);
  const clock = maya.awareness.meta.get(id)?.clock;
  maya.provider.disconnect();
  await when(sam, () => sees(sam, id) === undefined);
  maya.provider.connect();
  await when(sam, () => sees(sam, id) !== undefined);
  expect(maya.awareness.meta.get(id)?.clock).toBe(clock);
});

test('[P4] a newcomer sees who is there already, and asks again when it likes', async () => {
  const maya = await fixture.synced();
  maya.awareness.setLocalStateField('cursor', 'here');
  await maya.saved();
  const sam = await fixture.synced({ actor: 'sam' });
  await when(sam, () => sees(sam, maya.doc.clientID)?.cursor === 'here');
  const raw = await fixture.raw({ actor: 'raw' });
  raw.sendStep1();
  raw.send(MESSAGE.queryAwareness);
  await raw.saved();
  await expect.poll(() => heard(raw, maya.doc.clientID)?.cursor).toBe('here');
});

test('[P5] presence leaves no trace in the log', async () => {
  const maya = await fixture.synced();
  for (let i = 0; i < 20; i += 1) maya.awareness.setLocalStateField('cursor', i);
  await maya.saved();
  const { storage, plan } = fixture.world;
  expect((await storage.findPlan(plan))?.head).toBe(1);
  expect((await storage.claimsOf(plan)).has(maya.doc.clientID)).toBe(false);
});

test('[L7] what is too large for an entry reaches nobody, and of too many frames the last counts', async () => {
  const sam = await fixture.synced({ actor: 'sam' });
  const eve = await fixture.raw({ actor: 'eve' });
  eve.sendStep1();
  eve.sendPresence([5, 1, { cursor: 'fits' }]);
  await when(sam, () => sees(sam, 5)?.cursor === 'fits');
  eve.sendPresence([5, 2, { cursor: 'x'.repeat(5000) }]);
  for (let i = 3; i < 200; i += 1) eve.sendPresence([5, i, { cursor: i }]);
  await eve.saved();
  expect(sees(sam, 5)?.cursor).not.toBe(199);
  await when(sam, () => sees(sam, 5)?.cursor === 199);
});

test('[C1] presence that cannot be read is refused', async () => {
  const eve = await fixture.raw({ actor: 'eve' });
  eve.send(MESSAGE.awareness, 3, 100, 1, 1);
  expect(await eve.closed).toMatchObject({ code: 4400 });
  const odd = await fixture.raw({ actor: 'odd' });
  odd.sendPresence([1, 1, 'no object'], [2, 1, ['neither']], [3, 1, {}]);
  await odd.saved();
});
