/** What a room needs to let clients in, read from storage; a Y.Doc is built only where the log has grown long. */

import { SCHEMA } from '@tandem/shared/doc/layout';
import type { PlanId } from '@tandem/shared/plan/ids';
import * as Y from 'yjs';
import type { HeldPlans, Surroundings } from './held-plans.ts';
import { headOf, readLog } from './load-doc.ts';
import type { OpenedPlan } from './writer.ts';

export async function openPlan(
  plans: HeldPlans,
  plan: PlanId,
  { storage, log, tuning, schema = SCHEMA }: Surroundings,
): Promise<OpenedPlan | 'gone' | 'too-new'> {
  let row = await storage.findPlan(plan);
  if (row === undefined) return 'gone';
  if (row.schema !== schema) {
    const held = await plans.hold(plan);
    if (typeof held === 'string') return held;
    row = await storage.findPlan(plan);
    if (row === undefined) return 'gone';
  }
  const claims = await storage.claimsOf(plan);
  const stored = await readLog(storage, plan, log);
  const facts = { head: headOf(stored), schema: row.schema, epoch: row.epoch, claims };
  const { snapshot, tail } = stored;
  const tailBytes = tail.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (
    tail.length > tuning.snapshotRows ||
    (snapshot !== undefined && tailBytes > tuning.snapshotBytes)
  ) {
    const held = await plans.hold(plan);
    if (typeof held === 'string') return held;
    return {
      ...facts,
      head: held.head,
      snapshot: Y.encodeStateAsUpdate(held.doc),
      snapshotRevision: held.head,
      stateVector: Y.encodeStateVector(held.doc),
      tail: [],
    };
  }
  if (snapshot !== undefined) {
    const { bytes, revision, stateVector } = snapshot;
    return {
      ...facts,
      snapshot: bytes,
      snapshotRevision: revision,
      stateVector,
      tail: tail.map((update) => update.bytes),
    };
  }
  // A young plan: its first row, the seed, is a snapshot as good as any.
  const [first, ...rest] = tail;
  if (first === undefined) throw new Error(`The log of plan ${plan} is empty.`);
  return {
    ...facts,
    snapshot: first.bytes,
    snapshotRevision: first.revision,
    stateVector: Y.encodeStateVectorFromUpdate(first.bytes),
    tail: rest.map((update) => update.bytes),
  };
}
