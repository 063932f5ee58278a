/** Structured edits from outside (the HTTP API): all or nothing, one revision of the caller. */

import { applyEdits, type EditsOutcome } from '@tandem/shared/doc/apply-edit';
import type { PlanEdit } from '@tandem/shared/plan/edit';
import type { Chance } from '@tandem/shared/plan/ids';
import * as Y from 'yjs';

export type ScratchOutcome =
  | {
      readonly kind: 'applied';
      /** Absent when the edits change nothing. */
      readonly update: Uint8Array | undefined;
      readonly clientId: number;
      readonly subjects: Extract<EditsOutcome, { kind: 'applied' }>['subjects'];
    }
  | Extract<EditsOutcome, { kind: 'refused' }>;

/** Works on a copy: Yjs cannot take half a transaction back. */
export function editScratch(
  doc: Y.Doc,
  edits: readonly PlanEdit[],
  chance: Chance,
): ScratchOutcome {
  const scratch = new Y.Doc();
  try {
    Y.applyUpdate(scratch, Y.encodeStateAsUpdate(doc));
    let update: Uint8Array | undefined;
    scratch.on('update', (bytes: Uint8Array) => {
      update = bytes;
    });
    const outcome = applyEdits(scratch, edits, { chance });
    if (outcome.kind === 'refused') return outcome;
    return { kind: 'applied', update, clientId: scratch.clientID, subjects: outcome.subjects };
  } finally {
    scratch.destroy();
  }
}
