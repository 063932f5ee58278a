/** What every storage must do with logs and plans, run on each implementation. */

import type { PlanRow, Storage } from '@tandem/server/storage/storage';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  AT,
  actor,
  append,
  id,
  link,
  type OpenedForContract,
  planRow,
  revision,
  session,
} from '../support/storage-rows.ts';

export function storageContract(open: () => Promise<OpenedForContract>): void {
  let opened: OpenedForContract;
  let storage: Storage;
  const create = (name: string, more: Partial<PlanRow> = {}): Promise<void> =>
    storage.createPlan(
      planRow(name, more),
      append(name, 0, [1], { claims: [{ clientId: 1, actor: 'system' }] }),
    );

  beforeEach(async () => {
    opened = await open();
    storage = opened.storage;
  });
  afterEach(() => opened.remove());

  describe('the log', () => {
    test('gives revisions without gaps, and reads back the same bytes', async () => {
      await create('a');
      const [first] = await storage.append([append('a', 1, [2, 3])]);
      expect(first).toEqual({ kind: 'appended', head: 3 });
      await storage.append([append('a', 3, [255])]);
      const rows = await storage.updatesAfter(id('a'), 0);
      expect(rows.map((row) => [row.revision, [...row.bytes]])).toEqual([
        [1, [1]],
        [2, [2]],
        [3, [3]],
        [4, [255]],
      ]);
      expect((await storage.updatesAfter(id('a'), 2)).map((row) => row.revision)).toEqual([3, 4]);
      expect(await storage.findPlan(id('a'))).toMatchObject({ head: 4 });
    });

    test('says how far plans have come, and which of them are gone', async () => {
      await create('a');
      await create('b', { epoch: 3 });
      await storage.append([append('a', 1, [2, 3])]);
      const many = Array.from({ length: 120 }, (_, i) => id(`none-${i}`));
      expect(await storage.headsOf([id('a'), ...many, id('b')])).toEqual(
        new Map([
          [id('a'), { head: 3, epoch: 1 }],
          [id('b'), { head: 1, epoch: 3 }],
        ]),
      );
      expect(await storage.headsOf([])).toEqual(new Map());
    });

    test('lets one plan of a window fail alone', async () => {
      await create('a');
      await create('b');
      await create('c');
      const broken = {
        ...append('b', 1, [7]),
        rows: [{ actor: 'maya', at: AT, bytes: null as never }],
      };
      const outcomes = await storage.append([
        append('a', 1, [5]),
        broken,
        append('nowhere', 0, [1]),
        append('c', 9, [1]),
        append('c', 1, [6]),
      ]);
      expect(outcomes).toMatchObject([
        { kind: 'appended', head: 2 },
        { kind: 'failed' },
        { kind: 'gone' },
        { kind: 'behind', head: 1 },
        { kind: 'appended', head: 2 },
      ]);
      expect(await storage.findPlan(id('b'))).toMatchObject({ head: 1 });
      expect(await storage.updatesAfter(id('b'), 0)).toHaveLength(1);
    });

    test('keeps the first claim of a client id, and large ids', async () => {
      await create('a');
      const claims = [
        { clientId: 4_294_967_295, actor: 'maya' },
        { clientId: 1, actor: 'eve' },
      ];
      await storage.append([append('a', 1, [2], { claims })]);
      expect(await storage.claimsOf(id('a'))).toEqual(
        new Map([
          [1, 'system'],
          [4_294_967_295, 'maya'],
        ]),
      );
    });

    test('carries title and schema with the rows', async () => {
      await create('a');
      await storage.append([append('a', 1, [2], { title: 'New', schema: 2 })]);
      expect(await storage.findPlan(id('a'))).toMatchObject({ title: 'New', schema: 2, head: 2 });
    });

    test('is one for all who opened it', async () => {
      await create('a');
      const other = await opened.openAgain();
      await other.append([append('a', 1, [2])]);
      expect(await storage.findPlan(id('a'))).toMatchObject({ head: 2 });
      expect(await storage.append([append('a', 1, [3])])).toEqual([{ kind: 'behind', head: 2 }]);
      await other.close();
    });

    test('keeps snapshots until newer ones are there', async () => {
      await create('a');
      const snapshot = {
        plan: id('a'),
        bytes: Uint8Array.of(1, 2),
        stateVector: Uint8Array.of(0),
        sha256: 'x',
      };
      await storage.putSnapshot({ ...snapshot, revision: revision(1) });
      await storage.putSnapshot({ ...snapshot, revision: revision(4), sha256: 'y' });
      expect(await storage.latestSnapshot(id('a'))).toMatchObject({ revision: 4, sha256: 'y' });
      await storage.dropSnapshotsBefore(id('a'), 4);
      await storage.dropSnapshot(id('a'), 4);
      expect(await storage.latestSnapshot(id('a'))).toBeUndefined();
    });
  });

  describe('plans', () => {
    test("come in pages, newest first, and only one's own where asked", async () => {
      for (let i = 0; i < 7; i += 1)
        await create(`p${i}`, { createdAt: `2027-01-1${Math.min(i, 5)}T09:00:00.000Z` });
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await storage.listPlans({
          limit: 3,
          ...(cursor === undefined ? {} : { cursor }),
        });
        seen.push(...page.plans.map((plan) => plan.id));
        cursor = page.cursor;
      } while (cursor !== undefined);
      expect(seen).toEqual(['p6', 'p5', 'p4', 'p3', 'p2', 'p1', 'p0']);
      await storage.createActor(actor('guest', { kind: 'guest', email: null }));
      await storage.grantAccess({
        plan: id('p3'),
        actor: 'guest',
        role: 'viewer',
        link: null,
        lastUsedAt: AT,
      });
      const own = await storage.listPlans({ actor: 'guest', limit: 10 });
      expect(own.plans.map((plan) => plan.id)).toEqual(['p3']);
      expect((await storage.listPlans({ limit: 3, cursor: 'nonsense' })).plans).toHaveLength(3);
    });

    test('go with everything that is theirs, and guests who have nothing else', async () => {
      await create('a');
      await create('b');
      await storage.createActor(actor('maya'));
      for (const [name, plans] of [
        ['only', ['a']],
        ['both', ['a', 'b']],
      ] as const) {
        await storage.createActor(actor(name, { kind: 'guest', email: null, verified: false }));
        await storage.createLink(link(`link of ${name}`, id('a')));
        await storage.createSession(session(name, { actor: name, link: `link of ${name}` }));
        for (const plan of plans)
          await storage.grantAccess({
            plan: id(plan),
            actor: name,
            role: 'editor',
            link: null,
            lastUsedAt: AT,
          });
      }
      await storage.grantAccess({
        plan: id('a'),
        actor: 'maya',
        role: 'member',
        link: null,
        lastUsedAt: AT,
      });
      expect(await storage.deletePlan(id('a'))).toBe(true);
      expect(await storage.deletePlan(id('a'))).toBe(false);
      expect(await storage.findPlan(id('a'))).toBeUndefined();
      expect(await storage.updatesAfter(id('a'), 0)).toEqual([]);
      expect((await storage.claimsOf(id('a'))).size).toBe(0);
      expect(await storage.linksOfPlan(id('a'))).toEqual([]);
      expect(await storage.findSessionByHash('hash of both')).toBeUndefined();
      expect(await storage.findActor('only')).toBeUndefined();
      expect(await storage.findActor('both')).toBeDefined();
      expect(await storage.findActor('maya')).toBeDefined();
    });
  });
}
