/** From stored bytes to a Y.Doc. */

import { createHash } from 'node:crypto';
import { MAP_ROOTS, narrativeRoot, rootMap } from '@tandem/shared/doc/layout';
import type { PlanId, Revision } from '@tandem/shared/plan/ids';
import * as Y from 'yjs';
import type { Log } from '../log.ts';
import type { SnapshotRow, Storage, UpdateRow } from '../storage/storage.ts';

/** What the log and its cache hold of a plan. */
export interface StoredLog {
  readonly snapshot: SnapshotRow | undefined;
  /** Everything after the snapshot. */
  readonly tail: readonly UpdateRow[];
}

/** An update's listener must skip what is only read back. */
const LOADING = { source: 'log' } as const;

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export async function readLog(storage: Storage, plan: PlanId, log: Log): Promise<StoredLog> {
  let snapshot = await storage.latestSnapshot(plan);
  if (snapshot !== undefined && sha256(snapshot.bytes) !== snapshot.sha256) {
    log.error(
      { plan, revision: snapshot.revision },
      'a snapshot is damaged: the log is read instead',
    );
    await storage.dropSnapshot(plan, snapshot.revision);
    snapshot = undefined;
  }
  return { snapshot, tail: await storage.updatesAfter(plan, snapshot?.revision ?? 0) };
}

export function headOf({ snapshot, tail }: StoredLog): Revision {
  return tail.at(-1)?.revision ?? snapshot?.revision ?? (0 as Revision);
}

export function docOf({ snapshot, tail }: StoredLog): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  // Before content comes: a root that is typed later is another object than the one transactions name.
  for (const root of MAP_ROOTS) rootMap(doc, root);
  narrativeRoot(doc);
  doc.transact(() => {
    if (snapshot !== undefined) Y.applyUpdate(doc, snapshot.bytes, LOADING);
    for (const { bytes } of tail) Y.applyUpdate(doc, bytes, LOADING);
  }, LOADING);
  return doc;
}
