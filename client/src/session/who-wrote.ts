/** Who gave a field of a row its present value, as far as this page can know: people who are here, and oneself. */

import { rootMap } from '@tandem/shared/doc/layout';
import { LIST_OF, type RowKind } from '@tandem/shared/plan/plan';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

/** `name` is absent for somebody who has left, a program, or work from an earlier page load. */
export interface Writer {
  readonly isMe: boolean;
  readonly name?: string;
}

export function whoWrote(
  doc: Y.Doc,
  awareness: Awareness,
  kind: RowKind,
  id: string,
  field: string,
): Writer {
  const row = rootMap(doc, LIST_OF[kind]).get(id);
  const client = row instanceof Y.Map ? row._map.get(field)?.id.client : undefined;
  if (client === undefined) return { isMe: false };
  if (client === doc.clientID) return { isMe: true };
  const user: unknown = awareness.getStates().get(client)?.user;
  const name = typeof user === 'object' && user !== null && 'name' in user ? user.name : undefined;
  return typeof name === 'string' ? { isMe: false, name } : { isMe: false };
}
