/** Snapshots: a cache of the log, written beside the hot path and believed only once read back. */

import * as Y from 'yjs';
import type { Log } from '../log.ts';
import type { Storage } from '../storage/storage.ts';
import type { HeldPlan } from './held-plans.ts';
import { sha256 } from './load-doc.ts';

export async function writeSnapshot(storage: Storage, held: HeldPlan, log: Log): Promise<void> {
  const { id: plan, head: revision } = held;
  const bytes = Y.encodeStateAsUpdate(held.doc);
  const stateVector = Y.encodeStateVector(held.doc);
  await storage.putSnapshot({ plan, revision, bytes, stateVector, sha256: sha256(bytes) });
  const stored = await storage.latestSnapshot(plan);
  if (stored?.revision !== revision || !holdsState(stored.bytes, held.doc)) {
    log.error({ plan, revision }, 'a snapshot does not read back as it was written: it is dropped');
    await storage.dropSnapshot(plan, revision);
    return;
  }
  await storage.dropSnapshotsBefore(plan, revision);
  held.tailRows = 0;
  held.tailBytes = 0;
}

function holdsState(bytes: Uint8Array, doc: Y.Doc): boolean {
  const copy = new Y.Doc();
  try {
    Y.applyUpdate(copy, bytes);
    const isWhole = copy.store.pendingStructs === null && copy.store.pendingDs === null;
    return isWhole && Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(doc));
  } catch {
    // Unreadable bytes are exactly what this looks for.
    return false;
  } finally {
    copy.destroy();
  }
}
