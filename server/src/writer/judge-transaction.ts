/** What a transaction may not have done, seen in what it really did. */

import { rootMap } from '@tandem/shared/doc/layout';
import * as Y from 'yjs';

/** Deeper nesting overflows the stack of every program that reads the document. */
const DEEPEST = 64;

export interface Verdict {
  readonly reason: 'malformed' | 'pending';
  readonly message: string;
}

export function judgeTransaction(transaction: Y.Transaction): Verdict | undefined {
  const { doc } = transaction;
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    return {
      reason: 'pending',
      message: 'The update builds on content that the server does not have.',
    };
  }
  // The declared key type is narrower than what Yjs puts in.
  const changed = transaction.changed as ReadonlyMap<unknown, ReadonlySet<string | null>>;
  if (changed.get(rootMap(doc, 'meta'))?.has('schema')) {
    return { reason: 'malformed', message: 'The schema number is written by the server only.' };
  }
  if (nestsTooDeep(transaction)) {
    return { reason: 'malformed', message: `Content is nested deeper than ${DEEPEST} levels.` };
  }
  return undefined;
}

function nestsTooDeep({ doc, beforeState, afterState }: Y.Transaction): boolean {
  for (const [client, end] of afterState) {
    const begin = beforeState.get(client) ?? 0;
    if (end <= begin) continue;
    const structs = doc.store.clients.get(client) ?? [];
    for (let i = Y.findIndexSS(structs, begin); i < structs.length; i += 1) {
      const struct = structs[i];
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentType && isTooDeep(struct))
        return true;
    }
  }
  return false;
}

function isTooDeep(item: Y.Item): boolean {
  let depth = 0;
  for (let at: Y.Item | null = item; at !== null; depth += 1) {
    if (depth > DEEPEST) return true;
    at = at.parent instanceof Y.AbstractType ? at.parent._item : null;
  }
  return false;
}
