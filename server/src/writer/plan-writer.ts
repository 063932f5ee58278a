/** The writer itself, as it runs in its thread: one call after the other, everything through the log. */

import { setTimeout as delay } from 'node:timers/promises';
import { SCHEMA } from '@tandem/shared/doc/layout';
import { readPlan } from '@tandem/shared/doc/plan-reader';
import { seedPlan } from '@tandem/shared/doc/seed-plan';
import type { Chance, PlanId, Revision } from '@tandem/shared/plan/ids';
import * as Y from 'yjs';
import { timestamp } from '../clock.ts';
import { applyUpdates } from './apply-batches.ts';
import { commitWindow } from './commit-window.ts';
import { editScratch } from './edit-plan.ts';
import { type HeldPlan, HeldPlans, type Surroundings } from './held-plans.ts';
import { isKnown } from './is-known.ts';
import { openPlan } from './open-plan.ts';
import { writeSnapshot } from './write-snapshot.ts';
import { type EditsResult, type NewPlan, SYSTEM_ACTOR, type Writer } from './writer.ts';

const chance: Chance = Math.random;
const FIRST_EPOCH = 1;

export function openPlanWriter(around: Surroundings): Writer {
  const { storage, clock, log, tuning, schema = SCHEMA } = around;
  const plans = new HeldPlans(around);
  const serially = queue();

  /** Behind whatever waits already, so that nobody waits for a snapshot who came before it. */
  const snapshotLater = (id: PlanId): void => {
    setImmediate(() => {
      serially(async () => {
        const held = await plans.hold(id);
        if (typeof held === 'string' || !isDueForSnapshot(held)) return;
        await trySnapshot(held);
      });
    });
  };
  const isDueForSnapshot = ({ tailRows, tailBytes }: HeldPlan): boolean =>
    tailRows >= tuning.snapshotRows || (tailRows > 1 && tailBytes >= tuning.snapshotBytes);
  const trySnapshot = async (held: HeldPlan): Promise<void> => {
    try {
      await writeSnapshot(storage, held, log);
    } catch (error) {
      // Only a cache: the log has all of it.
      log.warn({ plan: held.id, error: String(error) }, 'a snapshot was not written');
    }
  };
  const letGoOfQuiet = async (): Promise<void> => {
    for (const held of plans.quiet()) {
      if (held.tailRows > 1) await trySnapshot(held);
      plans.discard(held.id);
    }
  };
  const sweep = setInterval(() => serially(letGoOfQuiet), Math.max(20, tuning.quietMs / 3));
  sweep.unref();

  return {
    create: (plan) => serially(() => createPlan(around, plan, schema)),
    open: (plan) =>
      serially(async () => {
        const opened = await openPlan(plans, plan, around);
        if (typeof opened !== 'string' && opened.tail.length === 0) snapshotLater(plan);
        return opened;
      }),
    commit: (window) =>
      serially(async () => {
        const commits = await commitWindow(plans, window, around);
        for (const { plan } of window) {
          const held = plans.peek(plan);
          if (held !== undefined && isDueForSnapshot(held)) snapshotLater(plan);
        }
        if (plans.isOverfull) setImmediate(() => serially(letGoOfQuiet));
        return commits;
      }),
    heads: (wanted) => serially(() => storage.headsOf(wanted)),
    isKnown: (plan, update) =>
      serially(async () => {
        const held = await plans.hold(plan);
        return typeof held === 'string' ? 'gone' : isKnown(held.doc, update);
      }),
    read: (plan) =>
      serially(async () => {
        const held = await plans.hold(plan);
        if (typeof held === 'string') return 'gone';
        return { revision: held.head, epoch: held.epoch, plan: readPlan(held.doc).plan };
      }),
    applyEdits: (plan, edits, actor) =>
      serially(async (): Promise<EditsResult> => {
        const held = await plans.hold(plan);
        if (typeof held === 'string') return { kind: 'gone' };
        const outcome = editScratch(held.doc, edits, chance);
        if (outcome.kind === 'refused') return outcome;
        const { subjects, clientId, update } = outcome;
        if (update === undefined)
          return { kind: 'applied', revision: held.head, update: EMPTY_UPDATE, subjects };
        const applied = applyUpdates(held.doc, actor, [update]);
        if (applied.kind !== 'changed') {
          plans.discard(plan);
          throw new Error(`Edits that were applied to a copy were ${applied.kind}.`);
        }
        const { bytes, title } = applied.change;
        const append = {
          plan,
          after: held.head,
          rows: [{ actor, at: timestamp(clock), bytes }],
          claims: [{ clientId, actor: SYSTEM_ACTOR }],
          ...(title === undefined ? {} : { title }),
        };
        try {
          const [stored] = await storage.append([append]);
          if (stored?.kind !== 'appended')
            throw new Error(`The edits were not stored: ${stored?.kind}.`);
          held.head = stored.head;
        } catch (error) {
          plans.discard(plan);
          throw error;
        }
        held.tailRows += 1;
        held.tailBytes += bytes.length;
        if (isDueForSnapshot(held)) snapshotLater(plan);
        return { kind: 'applied', revision: held.head, update: bytes, subjects };
      }),
    remove: (plan) =>
      serially(async () => {
        plans.discard(plan);
        return storage.deletePlan(plan);
      }),
    async close() {
      clearInterval(sweep);
      // One turn, for a snapshot that was just asked for to find its place in the queue.
      await delay(0);
      await serially(async () => undefined);
    },
  };
}

/** No structs, no deletions. */
const EMPTY_UPDATE = new Uint8Array([0, 0]);

async function createPlan(
  { storage, clock }: Surroundings,
  plan: NewPlan,
  schema: number,
): Promise<void> {
  const doc = new Y.Doc();
  seedPlan(doc, plan.plan, plan.cause, chance);
  const at = timestamp(clock);
  await storage.createPlan(
    {
      id: plan.id,
      schema,
      epoch: FIRST_EPOCH,
      head: 0 as Revision,
      title: plan.plan.title,
      stage: plan.stage,
      purpose: plan.purpose ?? null,
      createdAt: at,
      createdBy: plan.actor,
    },
    {
      plan: plan.id,
      after: 0 as Revision,
      rows: [{ actor: plan.actor, at, bytes: Y.encodeStateAsUpdate(doc) }],
      claims: [{ clientId: doc.clientID, actor: SYSTEM_ACTOR }],
    },
  );
  doc.destroy();
}

/** One after the other, in the order in which they were asked for; one that fails does not stop the next. */
function queue(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const result = last.then(job);
    last = result.catch(() => undefined);
    return result;
  };
}
