/** *Saved* is never said early, however late the copy on the device is read. */

import type { PlanId } from '@tandem/shared/plan/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { type LiveSession, openLiveSession } from '../../client/src/session/live-session.ts';
import type { LocalStore } from '../../client/src/session/local-store.ts';
import {
  readWaiting,
  totalWaiting,
  writeWaiting,
} from '../../client/src/session/store-registry.ts';
import { gateWriter } from '../support/gated-writer.ts';
import { memoryDevice } from '../support/memory-store.ts';
import { openSyncWorld, type SyncWorld } from '../support/sync-world.ts';

process.setMaxListeners(0);

const gate = gateWriter();
let world: SyncWorld;
beforeAll(async () => {
  world = await openSyncWorld({ wrapWriter: gate.wrap });
});
afterAll(() => world.close());

class Socket extends WebSocket {
  constructor(address: string) {
    super(`${address}&actor=maya&role=editor`);
  }
}

function until(session: LiveSession, kind: string): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (session.savedState().kind === kind) resolve();
    };
    session.subscribeSaved(look);
    look();
  });
}

test('work from an earlier visit that is read after the connection began is saved like an edit', async () => {
  const plan = (await world.createPlan('late-copy')) as PlanId;
  const key = { plan, actor: 'maya', epoch: 1 };
  const { values } = memoryDevice();
  writeWaiting(values, key, 'earlier tab', 2);
  const waiting = (): number => totalWaiting(readWaiting(values, key));

  const origin = { store: 'late' };
  let arrive = (): void => undefined;
  const openStore = (_key: unknown, doc: Y.Doc): LocalStore => {
    const earlier = new Y.Doc();
    earlier.getMap('glossary').set('from the train', 1);
    arrive = () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(earlier), origin);
    const done = async (): Promise<void> => undefined;
    // The session stops waiting for a database that is blocked.
    return { origin, loaded: Promise.resolve(), close: done, drop: done };
  };
  const session = openLiveSession({
    key,
    me: { actor: 'maya', name: 'Maya', party: 'seller', color: '#3b5bdb' },
    role: 'editor',
    url: world.url,
    chance: Math.random,
    now: Date.now,
    values,
    openStore,
    webSocket: Socket as unknown as typeof globalThis.WebSocket,
  });
  await until(session, 'saved');
  // Nothing of it went out yet: it must not be forgotten, nor dropped as saved.
  expect(waiting()).toBe(2);

  const release = gate.hold();
  const asked = gate.asked();
  arrive();
  expect(session.savedState().kind).toBe('saving');
  await asked;
  expect(session.savedState().kind).toBe('saving');
  release();
  await until(session, 'saved');
  expect(waiting()).toBe(0);
  expect((await world.storage.findPlan(plan))?.head).toBe(2);
  session.close();
});
