import { MESSAGE, SYNC } from '@tandem/shared/protocol/sync';
import { beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { gateWriter } from '../support/gated-writer.ts';
import { narrativeText, when } from '../support/stock-client.ts';
import { useSyncWorld } from '../support/sync-fixture.ts';

const gate = gateWriter();
beforeEach(gate.reset);
const fixture = useSyncWorld({ wrapWriter: gate.wrap });

test("[J1] [S1] stock clients get the plan and each other's edits", async () => {
  const maya = await fixture.synced();
  const sam = await fixture.synced({ actor: 'sam', party: 'buyer' });
  expect(maya.doc.getMap('meta').get('schema')).toBe(1);
  narrativeText(maya.doc).insert(0, 'Hello ');
  await when(sam, () => narrativeText(sam.doc).toString().startsWith('Hello '));
  narrativeText(sam.doc).insert(6, 'you ');
  await when(maya, () => narrativeText(maya.doc).toString().startsWith('Hello you '));
});

test('[J1] a newcomer gets the log behind the snapshot as frames of its own', async () => {
  const maya = await fixture.synced();
  const glossary = maya.doc.getMap('glossary');
  for (let i = 0; i < 5; i += 1) {
    glossary.set('word', i);
    await maya.saved();
  }
  const late = await fixture.raw({ actor: 'sam' });
  late.sendStep1();
  await late.saved();
  const updates = late.received.filter(
    ({ kind, step }) => kind === MESSAGE.sync && step === SYNC.update,
  );
  expect(updates).toHaveLength(5);
  const doc = new Y.Doc();
  for (const { kind, step, body } of late.received) {
    if (kind === MESSAGE.sync && step !== SYNC.step1) Y.applyUpdate(doc, body);
  }
  expect(doc.getMap('glossary').get('word')).toBe(4);
});

test('[J2] what was written offline arrives with the first exchange', async () => {
  const doc = new Y.Doc();
  const maya = await fixture.synced({}, { doc });
  maya.provider.disconnect();
  narrativeText(doc).insert(0, 'Written offline. ');
  maya.provider.connect();
  await maya.synced();
  await maya.saved();
  const sam = await fixture.synced({ actor: 'sam' });
  expect(narrativeText(sam.doc).toString()).toContain('Written offline. ');
});

test('[J2] also when somebody types before the first exchange is over', async () => {
  const doc = new Y.Doc();
  const maya = await fixture.synced({}, { doc });
  maya.provider.disconnect();
  const text = narrativeText(doc);
  text.insert(0, 'offline ');
  // The provider sends what is typed from the moment its socket is open: before it hears what the server lacks.
  maya.provider.on('status', ({ status }: { status: string }) => {
    if (status === 'connected') text.insert(8, 'and at once ');
  });
  maya.provider.connect();
  await maya.synced();
  await maya.saved();
  const sam = await fixture.synced({ actor: 'sam' });
  expect(narrativeText(sam.doc).toString()).toContain('offline and at once ');
  expect(maya.refusals).toEqual([]);
});

test('[J3] a client that missed only a deletion gets it', async () => {
  const maya = await fixture.synced();
  narrativeText(maya.doc).insert(0, 'secret ');
  await maya.saved();
  const sam = await fixture.synced({ actor: 'sam' });
  sam.provider.disconnect();
  narrativeText(maya.doc).delete(0, 7);
  await maya.saved();
  sam.provider.connect();
  await sam.synced();
  await when(sam, () => !narrativeText(sam.doc).toString().includes('secret'));
});

test('[J4] [S1] many who join at once read the plan once', async () => {
  const clients = await Promise.all(
    Array.from({ length: 12 }, (_, i) => fixture.synced({ actor: `a${i}` })),
  );
  expect(clients.every(({ doc }) => doc.getMap('meta').get('schema') === 1)).toBe(true);
  expect(gate.opens).toBe(1);
});

test('[J1] every message is a frame of its own', async () => {
  const kinds: number[] = [];
  class Counting extends WebSocket {
    constructor(address: string) {
      super(address);
      this.on('message', (data: ArrayBuffer) => kinds.push(new Uint8Array(data)[0] ?? -1));
    }
  }
  const sam = await fixture.synced({ actor: 'sam' }, { WebSocket: Counting as typeof WebSocket });
  const maya = await fixture.synced();
  const release = gate.hold();
  const asked = gate.asked();
  const glossary = maya.doc.getMap('glossary');
  glossary.set('a', 1);
  await asked;
  for (let i = 0; i < 20; i += 1) glossary.set('a', i);
  const saved = maya.saved();
  release();
  await saved;
  await when(sam, () => sam.doc.getMap('glossary').get('a') === 19);
  // SyncStep1, SyncStep2, and 21 updates that left in two writes.
  expect(kinds.filter((kind) => kind === MESSAGE.sync)).toHaveLength(23);
});

test.each([
  ['absent', { schema: null }, 4426, 'clientTooOld'],
  ['older', { schema: 0 }, 4426, 'clientTooOld'],
  ['newer', { schema: 99 }, 4426, 'clientTooOld'],
  ['right, and the epoch another', { epoch: 2 }, 4410, 'otherEpoch'],
] as const)(
  '[S6] [S3] [C5] a client whose schema is %s is told so before the first byte',
  async (_, who, code, reason) => {
    const client = await fixture.raw(who);
    client.sendStep1();
    const ended = await client.closed;
    expect(ended.code).toBe(code);
    expect(ended.refusal).toMatchObject({ code: reason, message: expect.stringMatching(/\.$/) });
    expect(client.received.map(({ kind }) => kind)).toEqual([MESSAGE.refusal]);
  },
);

test('[S6] the stock client stops at such a close, and the right epoch is let in', async () => {
  const old = fixture.stock({ schema: 0 });
  expect(await old.ended).toBe(4426);
  expect(old.provider.shouldConnect).toBe(false);
  await fixture.synced({ epoch: 1 });
});

test('[S3] a plan that does not exist is closed with 4404', async () => {
  const client = await fixture.raw({ plan: 'nowhere' as never });
  expect(await client.closed).toMatchObject({ code: 4404, refusal: { code: 'gone' } });
});
