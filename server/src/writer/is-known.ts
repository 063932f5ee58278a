import * as Y from 'yjs';

/** Whether a document already holds everything that an update says: its structs and its deletions. */
export function isKnown(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  for (const struct of structs) {
    const { client, clock } = struct.id;
    if (clock + struct.length > Y.getState(doc.store, client)) return false;
  }
  for (const [client, deletions] of ds.clients) {
    for (const { clock, len } of deletions)
      if (!isDeleted(doc, client, clock, clock + len)) return false;
  }
  return true;
}

function isDeleted(doc: Y.Doc, client: number, begin: number, end: number): boolean {
  if (end > Y.getState(doc.store, client)) return false;
  const structs = doc.store.clients.get(client) ?? [];
  for (let i = Y.findIndexSS(structs, begin); i < structs.length; i += 1) {
    const struct = structs[i];
    if (struct === undefined || struct.id.clock >= end) break;
    if (!struct.deleted) return false;
  }
  return true;
}
