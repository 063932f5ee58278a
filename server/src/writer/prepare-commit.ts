/** From one plan's part of a window to what is to be stored, with those who sent rubbish set aside. */

import { type Clock, timestamp } from '../clock.ts';
import type { PlanAppend } from '../storage/storage.ts';
import { applyBatches, applyUpdates, type Change } from './apply-batches.ts';
import type { HeldPlan, HeldPlans } from './held-plans.ts';
import type { Verdict } from './judge-transaction.ts';
import type { ActorBatch, ActorId, Culprit, PlanBatch } from './writer.ts';

export interface PreparedCommit {
  readonly held: HeldPlan;
  readonly append: PlanAppend;
  readonly changed: readonly boolean[];
  readonly culprits: readonly Culprit[];
}

export async function prepareCommit(
  plans: HeldPlans,
  { plan, batches }: PlanBatch,
  clock: Clock,
): Promise<PreparedCommit | 'gone' | 'too-new'> {
  const culprits: Culprit[] = [];
  for (;;) {
    const held = await plans.hold(plan);
    if (typeof held === 'string') return held;
    const good = batches.filter(
      (batch) => !culprits.some(({ connection }) => connection === batch.connection),
    );
    const outcome = applyBatches(held.doc, good);
    if (outcome.kind === 'applied') {
      const hasChanged = new Map(
        good.map((batch, index) => [batch, outcome.changed[index] ?? false]),
      );
      return {
        held,
        append: appendOf(held, outcome.changes, good, clock),
        changed: batches.map((batch) => hasChanged.get(batch) ?? false),
        culprits,
      };
    }
    // The document holds half of it now. What the log says is untouched.
    plans.discard(plan);
    culprits.push(await findCulprit(plans, plan, good, outcome.actor, outcome.verdict));
  }
}

function appendOf(
  held: HeldPlan,
  changes: readonly Change[],
  batches: readonly ActorBatch[],
  clock: Clock,
): PlanAppend {
  const at = timestamp(clock);
  const title = changes.findLast((change) => change.title !== undefined)?.title;
  return {
    plan: held.id,
    after: held.head,
    rows: changes.map(({ actor, bytes }) => ({ actor, at, bytes })),
    claims: batches.flatMap(({ actor, claims }) => claims.map((clientId) => ({ clientId, actor }))),
    ...(title === undefined ? {} : { title }),
  };
}

/** Which of an actor's connections it was: each is tried alone, after those before it. */
async function findCulprit(
  plans: HeldPlans,
  plan: PlanBatch['plan'],
  batches: readonly ActorBatch[],
  actor: ActorId,
  verdict: Verdict,
): Promise<Culprit> {
  const own = batches.filter((batch) => batch.actor === actor);
  const held = own.length > 1 ? await plans.hold(plan) : 'gone';
  let culprit: Culprit | undefined;
  if (typeof held !== 'string') {
    for (const { connection, updates } of own) {
      const outcome = applyUpdates(held.doc, actor, updates);
      if (outcome.kind !== 'refused') continue;
      culprit = { connection, ...outcome.verdict };
      break;
    }
    plans.discard(plan);
  }
  return culprit ?? { connection: own.at(-1)?.connection ?? -1, ...verdict };
}
