import { expect, test } from 'vitest';
import { hostileBytes as bytes } from '../support/hostile-bytes.ts';
import { useSyncWorld } from '../support/sync-fixture.ts';

const fixture = useSyncWorld();
const { joined } = fixture;

test('[L1] what is too large is refused in words', async () => {
  const eve = await joined({ actor: 'eve' });
  eve.sendUpdate(bytes.binaryUpdate(1024 * 1024 + 1));
  expect(await eve.closed).toMatchObject({ code: 4413, refusal: { code: 'tooLarge' } });
  const mallory = await joined({ actor: 'mallory' });
  mallory.sendStep2(bytes.binaryUpdate(8 * 1024 * 1024 + 1));
  expect(await mallory.closed).toMatchObject({ code: 4413 });
  const bob = await joined({ actor: 'bob' });
  bob.sendStep2(bytes.binaryUpdate(5 * 1024 * 1024));
  await bob.saved();
  expect((await fixture.world.storage.findPlan(fixture.world.plan))?.head).toBe(2);
});

test('[L1] so is a frame that is not read to its end: the client must not come back with it', async () => {
  const eve = await joined({ actor: 'eve' });
  eve.send(new Uint8Array(17 * 1024 * 1024));
  expect(await eve.closed).toMatchObject({ code: 4413, refusal: { code: 'tooLarge' } });
});

test('[L2] a clock does not leap', async () => {
  const eve = await joined({ actor: 'eve' });
  eve.sendUpdate(bytes.gcStruct(4711, 0, 2 ** 31));
  expect(await eve.closed).toMatchObject({ code: 4400 });
  expect((await fixture.world.storage.findPlan(fixture.world.plan))?.head).toBe(1);
});

test('[L3] a connection brings sixteen client ids, and its first exchange a thousand more', async () => {
  const eve = await joined({ actor: 'eve' });
  eve.sendStep2(bytes.manyClients(1, 1000));
  for (let i = 0; i < 16; i += 1) eve.sendUpdate(bytes.manyClients(2000 + i, 1));
  await eve.saved();
  eve.sendUpdate(bytes.manyClients(3000, 1));
  expect(await eve.closed).toMatchObject({ code: 4429, refusal: { code: 'abuse' } });

  const mallory = await joined({ actor: 'mallory' });
  mallory.sendStep2(bytes.manyClients(10_000, 1017));
  expect(await mallory.closed).toMatchObject({ code: 4429 });

  const trudy = await joined({ actor: 'trudy' });
  for (let i = 0; i < 17; i += 1) trudy.sendPresence([20_000 + i, 1, {}]);
  expect(await trudy.closed).toMatchObject({ code: 4429 });
});
