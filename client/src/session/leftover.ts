/**
 * Work that stayed on this device and never reached the server: of another actor, or of another epoch. It is
 * offered, and replayed as new edits by whoever is here now; somebody else's raw bytes never go out.
 *
 * What is unsent comes out of a merge that nobody else sees: the plan as it is now, and the plan as it is now
 * with the leftover in it. Their difference is exactly what the server lacks, on top of what others did meanwhile.
 */

import { type PlanReading, readPlan } from '@tandem/shared/doc/plan-reader';
import { diffPlans, type PlanChange } from '@tandem/shared/plan/diff';
import type { PlanEdit } from '@tandem/shared/plan/edit';
import { LIST_OF, type PlanSnapshot, type RowKind, type RowList } from '@tandem/shared/plan/plan';
import * as Y from 'yjs';
import { editsOfChanges } from './edits-of-changes.ts';
import { ID_FIELD } from './edits-of-new-row.ts';
import type { OpenStore } from './local-store.ts';
import type { PlanSession } from './plan-session.ts';
import {
  forgetStore,
  type KeyValues,
  knownStores,
  readWaiting,
  type StoreKey,
  totalWaiting,
} from './store-registry.ts';

export interface Leftover {
  readonly key: StoreKey;
  readonly waiting: number;
  /** Another epoch shares no history with this one: it can be copied, not replayed. */
  readonly canReplay: boolean;
}

export interface UnsentWork {
  readonly edits: readonly PlanEdit[];
  /** What no edit can say, above all running text: to be copied by hand. */
  readonly rest: readonly PlanChange[];
}

export function findLeftovers(values: KeyValues, current: StoreKey): readonly Leftover[] {
  return knownStores(values, current.plan)
    .filter((key) => key.actor !== current.actor || key.epoch !== current.epoch)
    .map((key) => ({
      key,
      waiting: totalWaiting(readWaiting(values, key)),
      canReplay: key.epoch === current.epoch,
    }))
    .filter((leftover) => leftover.waiting > 0);
}

export interface ReplayOutcome {
  readonly replayed: number;
  readonly refused: number;
  /** What no edit can say, to be copied by hand. */
  readonly rest: readonly PlanChange[];
}

/** Adds the unsent edits as new ones of whoever is here, each an entry of its own on the undo stack. */
export function replayLeftover(
  session: PlanSession,
  openStore: OpenStore,
  leftover: Leftover,
): Promise<ReplayOutcome> {
  return withLeftover(openStore, leftover, (doc) => {
    const { edits, rest } = unsentWork(session.binding.doc, doc);
    const refused = edits.filter((edit) => session.edit(edit).kind === 'refused').length;
    return { replayed: edits.length - refused, refused, rest };
  });
}

/** The plan as that actor left it, to be copied. */
export function planOfLeftover(openStore: OpenStore, leftover: Leftover): Promise<PlanSnapshot> {
  return withLeftover(openStore, leftover, (doc) => readPlan(doc).plan);
}

async function withLeftover<T>(
  openStore: OpenStore,
  { key }: Leftover,
  use: (doc: Y.Doc) => T,
): Promise<T> {
  const doc = new Y.Doc();
  const store = openStore(key, doc);
  await store.loaded;
  try {
    return use(doc);
  } finally {
    await store.close();
    doc.destroy();
  }
}

export function unsentWork(now: Y.Doc, leftover: Y.Doc): UnsentWork {
  const reading = readPlan(now);
  const merged = new Y.Doc();
  Y.applyUpdate(merged, Y.encodeStateAsUpdate(now), 'leftover');
  Y.applyUpdate(merged, Y.encodeStateAsUpdate(leftover), 'leftover');
  const { plan } = readPlan(merged);
  merged.destroy();
  const { before, edits: returns } = withReturned(reading, plan);
  const { edits, rest } = editsOfChanges(diffPlans(before, plan), before, plan);
  return { edits: [...returns, ...edits], rest };
}

/** Rows that are removed now and stand in `plan` come back first; then only their fields can differ. */
function withReturned(
  reading: PlanReading,
  plan: PlanSnapshot,
): { before: PlanSnapshot; edits: readonly PlanEdit[] } {
  const edits: PlanEdit[] = [];
  const lists: Record<string, unknown> = {};
  for (const [kind, list] of Object.entries(LIST_OF) as [RowKind, RowList][]) {
    const removed: readonly Row[] = reading.removed[list];
    const wanted: readonly Row[] = plan[list];
    const rows: Row[] = [...reading.plan[list]];
    for (const [index, { id }] of wanted.entries()) {
      const row = removed.find((one) => one.id === id);
      if (row === undefined) continue;
      edits.push({ type: `${kind}/bring-back`, [ID_FIELD[kind]]: id } as unknown as PlanEdit);
      rows.splice(rows.findIndex((one) => one.id === wanted[index - 1]?.id) + 1, 0, row);
    }
    lists[list] = rows;
  }
  return { before: { ...reading.plan, ...lists }, edits };
}

interface Row {
  readonly id: string;
}

export async function discardLeftover(
  values: KeyValues,
  openStore: OpenStore,
  { key }: Leftover,
): Promise<void> {
  forgetStore(values, key);
  const doc = new Y.Doc();
  const store = openStore(key, doc);
  await store.loaded;
  await store.drop();
  doc.destroy();
}
