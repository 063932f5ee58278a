import { rootMap } from '@tandem/shared/doc/layout';
import { MIGRATION_ORIGIN } from '@tandem/shared/doc/origin';
import type { PlanId } from '@tandem/shared/plan/ids';
import { planFromTemplate } from '@tandem/shared/templates/plan-from-template';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { systemClock } from '../clock.ts';
import type { Log } from '../log.ts';
import { openStorage } from '../storage/open-storage.ts';
import type { Storage } from '../storage/storage.ts';
import type { Surroundings } from './held-plans.ts';
import { openPlanWriter } from './plan-writer.ts';
import { TUNING } from './tuning.ts';
import type { ActorBatch, OpenedPlan, Writer } from './writer.ts';

const PLAN = 'p1' as PlanId;
const log: Log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
let storage: Storage;
let writers: Writer[];

beforeEach(async () => {
  storage = await openStorage(':memory:');
  writers = [];
});
afterEach(async () => {
  for (const writer of writers) await writer.close();
  await storage.close();
});

function start(more: Partial<Surroundings> = {}): Writer {
  const writer = openPlanWriter({ storage, clock: systemClock, log, tuning: TUNING, ...more });
  writers.push(writer);
  return writer;
}

async function create(writer: Writer): Promise<void> {
  const plan = planFromTemplate(
    { template: 'blank', variant: 'full', start: 'draft', schema: 1, title: 'First title' },
    Math.random,
  );
  await writer.create({ id: PLAN, plan, cause: 'template', actor: 'maya', stage: 'post-demo' });
}

async function opened(writer: Writer): Promise<OpenedPlan> {
  const plan = await writer.open(PLAN);
  if (typeof plan === 'string') throw new Error(plan);
  return plan;
}

async function docOf(writer: Writer): Promise<Y.Doc> {
  const { snapshot, tail } = await opened(writer);
  const doc = new Y.Doc();
  for (const update of [snapshot, ...tail]) Y.applyUpdate(doc, update);
  return doc;
}

/** Commits one change of a fresh client. */
async function write(
  writer: Writer,
  change: (doc: Y.Doc) => void,
  actor = 'maya',
): ReturnType<Writer['commit']> {
  const doc = await docOf(writer);
  const before = Y.encodeStateVector(doc);
  change(doc);
  const update = Y.encodeStateAsUpdate(doc, before);
  const batch: ActorBatch = { actor, connection: 1, updates: [update], claims: [doc.clientID] };
  return writer.commit([{ plan: PLAN, batches: [batch] }]);
}

describe('snapshots', () => {
  test('are written when the log has grown, read back, and shorten what is opened', async () => {
    const writer = start({ tuning: { ...TUNING, snapshotRows: 5 } });
    await create(writer);
    for (let i = 0; i < 4; i += 1) await write(writer, (doc) => doc.getMap('glossary').set('x', i));
    await expect.poll(async () => (await storage.latestSnapshot(PLAN))?.revision).toBe(5);
    await write(writer, (doc) => doc.getMap('glossary').set('x', 'last'));
    const plan = await opened(writer);
    expect([plan.snapshotRevision, plan.tail.length, plan.head]).toEqual([5, 1, 6]);
    expect((await docOf(writer)).getMap('glossary').get('x')).toBe('last');
  });

  test('are written when a quiet plan is let go', async () => {
    const writer = start({ tuning: { ...TUNING, quietMs: 30 } });
    await create(writer);
    await write(writer, (doc) => doc.getMap('glossary').set('x', 1));
    await expect.poll(async () => (await storage.latestSnapshot(PLAN))?.revision).toBe(2);
    expect((await docOf(writer)).getMap('glossary').get('x')).toBe(1);
  });

  test('that are damaged are not believed', async () => {
    const writer = start();
    await create(writer);
    await write(writer, (doc) => doc.getMap('glossary').set('x', 1));
    await storage.putSnapshot({
      plan: PLAN,
      revision: 2 as never,
      bytes: Uint8Array.of(9),
      stateVector: Uint8Array.of(0),
      sha256: 'wrong',
    });
    expect((await docOf(writer)).getMap('glossary').get('x')).toBe(1);
    expect(log.error).toHaveBeenCalled();
    expect(await storage.latestSnapshot(PLAN)).toBeUndefined();
  });

  test('that do not read back are dropped', async () => {
    const broken: Storage = {
      ...storage,
      putSnapshot: (snapshot) =>
        storage.putSnapshot({ ...snapshot, bytes: snapshot.bytes.slice(0, -3) }),
    };
    const writer = start({ storage: broken, tuning: { ...TUNING, snapshotRows: 2 } });
    await create(writer);
    await write(writer, (doc) => doc.getMap('glossary').set('x', 1));
    await expect.poll(() => vi.mocked(log.error).mock.calls.length).toBeGreaterThan(0);
    expect(await storage.latestSnapshot(PLAN)).toBeUndefined();
    expect((await docOf(writer)).getMap('glossary').get('x')).toBe(1);
  });
});

describe('a schema', () => {
  const migrate: Surroundings['migrate'] = (doc, from) => {
    doc.transact(() => rootMap(doc, 'meta').set('schema', 2), MIGRATION_ORIGIN);
    return { kind: 'migrated', from, to: 2 };
  };

  test('that is older is brought up when the plan is opened, once, as the system', async () => {
    const old = start();
    await create(old);
    const writer = start({ schema: 2, migrate });
    expect(await opened(writer)).toMatchObject({ schema: 2, head: 2 });
    expect(await opened(writer)).toMatchObject({ schema: 2, head: 2 });
    expect((await docOf(writer)).getMap('meta').get('schema')).toBe(2);
    expect((await storage.updatesAfter(PLAN, 1)).map(({ actor }) => actor)).toEqual(['system']);
    expect(await storage.findPlan(PLAN)).toMatchObject({ schema: 2, head: 2 });
    const { claims } = await opened(writer);
    expect([...claims.values()]).toEqual(['system', 'system']);
    // And the older program keeps its hands off.
    expect(await start().open(PLAN)).toBe('too-new');
  });
});

describe('a commit', () => {
  test('mirrors the title for lists', async () => {
    const writer = start();
    await create(writer);
    await write(writer, (doc) => {
      const title = doc.getMap('meta').get('title') as Y.XmlFragment;
      const text = (title.get(0) as Y.XmlElement).get(0) as Y.XmlText;
      text.insert(0, 'Very ');
    });
    expect(await storage.findPlan(PLAN)).toMatchObject({ title: 'Very First title' });
  });

  test('reads on when somebody else has written', async () => {
    const one = start();
    const two = start();
    await create(one);
    await write(one, (doc) => doc.getMap('glossary').set('from', 'one'));
    await write(two, (doc) => doc.getMap('glossary').set('and', 'two'));
    const [commit] = await write(one, (doc) => doc.getMap('glossary').set('again', 'one'));
    expect(commit).toMatchObject({ head: 4, changed: [true] });
    expect(await one.read(PLAN)).toMatchObject({ revision: 4 });
    expect((await docOf(one)).getMap('glossary').toJSON()).toEqual({
      from: 'one',
      and: 'two',
      again: 'one',
    });
  });

  test('that fails says so, and the same batch is written later, once', async () => {
    let failures = 2;
    const flaky: Storage = {
      ...storage,
      append: async (window) => {
        // The second time the rows are written and the answer is lost.
        if (failures === 1) await storage.append(window);
        failures -= 1;
        if (failures >= 0) throw new Error('The disk is full.');
        return storage.append(window);
      },
    };
    const writer = start({ storage: flaky });
    await create(writer);
    const doc = await docOf(writer);
    const before = Y.encodeStateVector(doc);
    doc.getMap('glossary').set('x', 1);
    const batch: ActorBatch = {
      actor: 'maya',
      connection: 1,
      updates: [Y.encodeStateAsUpdate(doc, before)],
      claims: [],
    };
    const window = [{ plan: PLAN, batches: [batch] }];
    expect(await writer.commit(window)).toMatchObject([{ failed: 'storage' }]);
    expect(await writer.commit(window)).toMatchObject([{ failed: 'storage' }]);
    expect(await writer.commit(window)).toMatchObject([{ head: 2, culprits: [] }]);
    expect(await storage.updatesAfter(PLAN, 0)).toHaveLength(2);
  });

  test('of a plan that is gone says so', async () => {
    const writer = start();
    await create(writer);
    expect(await writer.remove(PLAN)).toBe(true);
    expect(await writer.commit([{ plan: PLAN, batches: [] }])).toMatchObject([{ failed: 'gone' }]);
    expect(await writer.open(PLAN)).toBe('gone');
    expect(await writer.read(PLAN)).toBe('gone');
    expect(await writer.applyEdits(PLAN, [], 'maya')).toEqual({ kind: 'gone' });
    expect(await writer.isKnown(PLAN, Uint8Array.of(0, 0))).toBe('gone');
  });
});
