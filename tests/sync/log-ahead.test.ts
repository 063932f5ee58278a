/** The log went on and the room was not told: an answer was lost, or somebody else wrote. */

import type { Writer } from '@tandem/server/writer/writer';
import { beforeEach, expect, test } from 'vitest';
import { hostileBytes } from '../support/hostile-bytes.ts';
import { narrativeText, when } from '../support/stock-client.ts';
import { useSyncWorld } from '../support/sync-fixture.ts';

/** What happens to the next call. */
let fate: 'lose commit' | 'lose edits' | 'raise epoch' | 'newer schema' | undefined;
beforeEach(() => {
  fate = undefined;
});

function unreliable(writer: Writer): Writer {
  const meets = (what: typeof fate): boolean => {
    if (fate !== what) return false;
    fate = undefined;
    return true;
  };
  return {
    ...writer,
    commit: async (window) => {
      if (meets('newer schema')) {
        const none = { head: 0 as never, changed: [], culprits: [] };
        return window.map(({ plan }) => ({ ...none, plan, failed: 'too-new' as const }));
      }
      const commits = await writer.commit(window);
      if (meets('lose commit')) throw new Error('The writer died.');
      return commits;
    },
    applyEdits: async (...args) => {
      const result = await writer.applyEdits(...args);
      if (meets('lose edits')) throw new Error('The writer died.');
      return result;
    },
    heads: async (plans) => {
      const heads = await writer.heads(plans);
      if (fate !== 'raise epoch') return heads;
      return new Map([...heads].map(([plan, head]) => [plan, { ...head, epoch: 2 }]));
    },
  };
}

const fixture = useSyncWorld({ wrapWriter: unreliable, limits: { retryMs: 5, tickMs: 20 } });

test('[J5] a commit whose answer was lost reaches everybody, and is one revision', async () => {
  const maya = await fixture.synced();
  const sam = await fixture.synced({ actor: 'sam' });
  fate = 'lose commit';
  narrativeText(maya.doc).insert(0, 'Written once. ');
  await maya.saved();
  await when(sam, () => narrativeText(sam.doc).toString().startsWith('Written once. '));
  const late = await fixture.synced({ actor: 'late' });
  expect(narrativeText(late.doc).toString()).toContain('Written once. ');
  const { storage, plan } = fixture.world;
  expect((await storage.findPlan(plan))?.head).toBe(2);
});

test('[J5] edits over HTTP whose answer was lost reach everybody, who may build on them', async () => {
  const maya = await fixture.synced();
  const { sync, plan, storage } = fixture.world;
  fate = 'lose edits';
  const edits = [{ type: 'plan/set', buyer: 'Southwind' } as const];
  await expect(sync.applyEdits(plan, edits, 'robot')).rejects.toThrow('died');
  await when(maya, () => maya.doc.getMap('meta').get('buyer') === 'Southwind');
  maya.doc.getMap('meta').set('buyer', 'Westwind');
  await maya.saved();
  const late = await fixture.synced({ actor: 'late' });
  expect(late.doc.getMap('meta').get('buyer')).toBe('Westwind');
  expect((await storage.findPlan(plan))?.head).toBe(3);
});

test('[S8] a plan that another process deletes closes its sockets, also quiet ones', async () => {
  const maya = await fixture.raw();
  await maya.saved();
  await fixture.world.storage.deletePlan(fixture.world.plan);
  expect(await maya.closed).toMatchObject({ code: 4404, refusal: { code: 'gone' } });
  expect(await (await fixture.raw()).closed).toMatchObject({ code: 4404 });
});

test('[S8] a plan of another epoch closes the sockets that were opened in the one before', async () => {
  const maya = await fixture.raw();
  await maya.saved();
  fate = 'raise epoch';
  expect(await maya.closed).toMatchObject({ code: 4410, refusal: { code: 'otherEpoch' } });
  fate = undefined;
  await (await fixture.raw()).saved();
});

test('[S6] a plan that a newer server took over is not called deleted', async () => {
  const maya = await fixture.joined();
  fate = 'newer schema';
  maya.sendUpdate(hostileBytes.binaryUpdate(100));
  expect(await maya.closed).toEqual({ code: 1013, refusal: undefined });
});
