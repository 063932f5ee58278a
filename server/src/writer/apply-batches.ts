/** Applies what a window brought to one plan's Y.Doc: one transaction for each actor. */

import { rootMap } from '@tandem/shared/doc/layout';
import { textOf } from '@tandem/shared/doc/text-of';
import * as Y from 'yjs';
import { judgeTransaction, type Verdict } from './judge-transaction.ts';
import type { ActorBatch, ActorId } from './writer.ts';

/** The origin of a transaction that replays what an actor sent. */
export interface ActorOrigin {
  readonly source: 'actor';
  readonly actor: ActorId;
}

export interface Change {
  readonly actor: ActorId;
  /** What the transaction really changed, as Yjs tells it: the log row. */
  readonly bytes: Uint8Array;
  /** Set when the plan's title changed. */
  readonly title?: string;
}

export type TransactionOutcome =
  | { readonly kind: 'changed'; readonly change: Change }
  | { readonly kind: 'unchanged' }
  /** The document is spoilt: throw it away. */
  | { readonly kind: 'refused'; readonly verdict: Verdict };

const LONGEST_TITLE = 300;

export function applyUpdates(
  doc: Y.Doc,
  actor: ActorId,
  updates: readonly Uint8Array[],
): TransactionOutcome {
  const origin: ActorOrigin = { source: 'actor', actor };
  let bytes: Uint8Array | undefined;
  let transaction: Y.Transaction | undefined;
  const capture = (update: Uint8Array, from: unknown): void => {
    if (from === origin) bytes = update;
  };
  doc.on('update', capture);
  try {
    doc.transact((current) => {
      transaction = current;
      for (const update of updates) Y.applyUpdate(doc, update, origin);
    }, origin);
  } catch (error) {
    // Yjs reports unreadable bytes by whatever its decoder happens to throw.
    return {
      kind: 'refused',
      verdict: { reason: 'malformed', message: `The update cannot be read: ${String(error)}` },
    };
  } finally {
    doc.off('update', capture);
  }
  const verdict = transaction && judgeTransaction(transaction);
  if (verdict !== undefined) return { kind: 'refused', verdict };
  if (bytes === undefined || transaction === undefined) return { kind: 'unchanged' };
  const title = titleIn(transaction);
  // Part 4 derives the ledger entries here, from the transaction, and they stay with the change.
  return { kind: 'changed', change: { actor, bytes, ...(title === undefined ? {} : { title }) } };
}

export type BatchesOutcome =
  | {
      readonly kind: 'applied';
      readonly changes: readonly Change[];
      /** For each batch. */
      readonly changed: readonly boolean[];
    }
  | { readonly kind: 'refused'; readonly actor: ActorId; readonly verdict: Verdict };

/** Stops at the first actor whose updates the document cannot take. */
export function applyBatches(doc: Y.Doc, batches: readonly ActorBatch[]): BatchesOutcome {
  const changes: Change[] = [];
  const changers = new Set<ActorId>();
  const byActor = Map.groupBy(batches, ({ actor }) => actor);
  for (const [actor, own] of byActor) {
    const outcome = applyUpdates(
      doc,
      actor,
      own.flatMap(({ updates }) => updates),
    );
    if (outcome.kind === 'refused') return { kind: 'refused', actor, verdict: outcome.verdict };
    if (outcome.kind === 'unchanged') continue;
    changes.push(outcome.change);
    changers.add(actor);
  }
  return { kind: 'applied', changes, changed: batches.map(({ actor }) => changers.has(actor)) };
}

function titleIn({ doc, changedParentTypes }: Y.Transaction): string | undefined {
  const title = rootMap(doc, 'meta').get('title');
  if (!(title instanceof Y.XmlFragment) || !changedParentTypes.has(title as never))
    return undefined;
  return textOf(title).slice(0, LONGEST_TITLE).toWellFormed();
}
