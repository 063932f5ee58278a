import type { PlanId } from '@tandem/shared/plan/ids';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { findLeftovers, replayLeftover } from '../../client/src/session/leftover.ts';
import { type LiveSession, openLiveSession } from '../../client/src/session/live-session.ts';
import type { SavedState } from '../../client/src/session/plan-session.ts';
import type { Role } from '../../client/src/session/role.ts';
import { type MemoryDevice, memoryDevice } from '../support/memory-store.ts';
import { openSyncWorld, type SyncWorld } from '../support/sync-world.ts';

// Each provider listens for the end of the process.
process.setMaxListeners(0);

let world: SyncWorld;
let plans = 0;
const opened: LiveSession[] = [];
beforeAll(async () => {
  world = await openSyncWorld();
});
afterEach(() => {
  for (const session of opened.splice(0)) session.close();
});
afterAll(() => world.close());

interface Opening {
  readonly plan: PlanId;
  readonly actor?: string;
  readonly role?: Role;
  readonly epoch?: number;
  readonly device?: MemoryDevice;
  readonly url?: string;
}

function open({
  plan,
  actor = 'maya',
  role = 'editor',
  epoch,
  device = memoryDevice(),
  url = world.url,
}: Opening): LiveSession {
  /** In this world who is asking stands in the address. */
  class Socket extends WebSocket {
    constructor(address: string) {
      super(`${address}&actor=${actor}&role=${role}`);
    }
  }
  const session = openLiveSession({
    key: { plan, actor, epoch: epoch ?? 1 },
    me: { actor, name: actor, party: 'seller', color: '#3b5bdb' },
    role,
    url,
    chance: Math.random,
    now: Date.now,
    values: device.values,
    openStore: device.openStore,
    firstDelayMs: 20,
    webSocket: Socket as unknown as typeof globalThis.WebSocket,
  });
  opened.push(session);
  return session;
}

function until(session: LiveSession, holds: (state: SavedState) => boolean): Promise<SavedState> {
  return new Promise((resolve) => {
    const look = (): void => {
      const state = session.savedState();
      if (!holds(state)) return;
      stop();
      resolve(state);
    };
    const stop = session.subscribeSaved(look);
    look();
  });
}
const saved = (session: LiveSession): Promise<SavedState> =>
  until(session, ({ kind }) => kind === 'saved');

function read(session: LiveSession, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return;
      stop();
      resolve();
    };
    const stop = session.subscribe(look);
    look();
  });
}

function seesPeer(session: LiveSession, actor: string): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (session.peers().some(({ user }) => user.actor === actor)) resolve();
    };
    session.subscribePeers(look);
    look();
  });
}

const newPlan = (): Promise<PlanId> => {
  plans += 1;
  return world.createPlan(`live-${plans}`);
};
const title = (session: LiveSession): string => session.reading().plan.title;

test('a plan is loading, then saved; an edit is saving, then saved, and in the other browser', async () => {
  const plan = await newPlan();
  const maya = open({ plan });
  const dana = open({ plan, actor: 'dana' });
  expect(maya.savedState()).toEqual({ kind: 'loading' });
  await saved(maya);
  await saved(dana);
  maya.edit({ type: 'plan/set', title: 'Agreed' });
  expect(maya.savedState()).toEqual({ kind: 'saving' });
  await saved(maya);
  await read(dana, () => title(dana) === 'Agreed');
  await seesPeer(dana, 'maya');
});

test('edits made offline wait, survive a reload, and are saved on return', async () => {
  const plan = await newPlan();
  const device = memoryDevice();
  const first = open({ plan, device });
  await saved(first);
  first.close();

  // The server is out of reach.
  const away = open({ plan, device, url: 'ws://127.0.0.1:9/sync' });
  await until(away, ({ kind }) => kind === 'offline');
  away.edit({ type: 'plan/set', title: 'From the train' });
  away.edit({ type: 'plan/set', product: 'Relay' });
  expect(away.savedState()).toEqual({ kind: 'offline', waiting: 2 });
  away.close();

  const again = open({ plan, device, url: 'ws://127.0.0.1:9/sync' });
  expect(await until(again, ({ kind }) => kind === 'offline')).toEqual({
    kind: 'offline',
    waiting: 2,
  });
  expect(title(again)).toBe('From the train');
  again.close();

  const back = open({ plan, device });
  await saved(back);
  const other = open({ plan, actor: 'dana' });
  await saved(other);
  expect(title(other)).toBe('From the train');
  back.close();
  const later = open({ plan, device, url: 'ws://127.0.0.1:9/sync' });
  expect(await until(later, ({ kind }) => kind === 'offline')).toEqual({
    kind: 'offline',
    waiting: 0,
  });
});

test('a connection that breaks comes back, with presence, and what was written meanwhile', async () => {
  const plan = await newPlan();
  const maya = open({ plan });
  const dana = open({ plan, actor: 'dana' });
  await saved(maya);
  await saved(dana);
  await seesPeer(maya, 'dana');
  world.sync.closeWhere(
    (attachment) => attachment.identity.actor === 'dana',
    'restarting',
    'Back soon.',
  );
  await until(dana, ({ kind }) => kind === 'offline');
  dana.edit({ type: 'plan/set', title: 'While away' });
  await saved(dana);
  await read(maya, () => title(maya) === 'While away');
  await seesPeer(maya, 'dana');
});

test('a revoked session is over, says why, and leaves no copy when all was saved', async () => {
  const plan = await newPlan();
  const device = memoryDevice();
  const dana = open({ plan, actor: 'dana', device });
  await saved(dana);
  expect(device.copies()).toHaveLength(1);
  world.sync.closeWhere(
    (attachment) => attachment.plan === plan,
    'notAllowed',
    'The link was revoked.',
  );
  expect(await until(dana, ({ kind }) => kind === 'refused')).toEqual({
    kind: 'refused',
    code: 'notAllowed',
    message: 'The link was revoked.',
    unsaved: 0,
  });
  await vi.waitFor(() => expect(device.copies()).toEqual([]));
  expect(dana.edit({ type: 'plan/set', title: 'No' }).kind).toBe('refused');
});

test('what was unsaved when access ended stays on the device until it was offered', async () => {
  const plan = await newPlan();
  const device = memoryDevice();
  const dana = open({ plan, actor: 'dana', device });
  await saved(dana);
  dana.close();
  const away = open({ plan, actor: 'dana', device, url: 'ws://127.0.0.1:9/sync' });
  await until(away, ({ kind }) => kind === 'offline');
  away.edit({ type: 'plan/set', title: 'Mine' });
  away.close();
  // Comes back as somebody who may only read: the server refuses the change.
  const back = open({ plan, actor: 'dana', role: 'viewer', device });
  expect(await until(back, ({ kind }) => kind === 'refused')).toMatchObject({
    code: 'notAllowed',
    unsaved: 1,
  });
  expect(title(back)).toBe('Mine');
  expect(device.copies()).toHaveLength(1);
  await back.dropLocalCopy();
  expect(device.copies()).toEqual([]);
  expect(device.values.length).toBe(0);
});

test('another epoch is told, and a plan that is gone', async () => {
  const plan = await newPlan();
  const old = open({ plan, epoch: 7 });
  expect(await until(old, ({ kind }) => kind === 'refused')).toMatchObject({ code: 'otherEpoch' });
  const gone = open({ plan: 'nowhere' as PlanId });
  expect(await until(gone, ({ kind }) => kind === 'refused')).toMatchObject({ code: 'gone' });
});

test('what another actor left unsent on this device is replayed by whoever is here', async () => {
  const plan = await newPlan();
  const device = memoryDevice();
  const first = open({ plan, actor: 'dana', device });
  await saved(first);
  first.close();
  const away = open({ plan, actor: 'dana', device, url: 'ws://127.0.0.1:9/sync' });
  await until(away, ({ kind }) => kind === 'offline');
  away.edit({ type: 'step/add', title: 'Dana’s step' });
  away.close();

  const maya = open({ plan, actor: 'maya', device });
  await saved(maya);
  const [leftover] = findLeftovers(device.values, maya.key);
  if (leftover === undefined) throw new Error('a leftover is found');
  expect(leftover).toMatchObject({ waiting: 1, canReplay: true });
  expect(await replayLeftover(maya, device.openStore, leftover)).toMatchObject({
    replayed: 1,
    refused: 0,
    rest: [],
  });
  await saved(maya);
  const other = open({ plan, actor: 'tom' });
  await saved(other);
  expect(other.reading().plan.steps.map((step) => step.title)).toContain('Dana’s step');
});
