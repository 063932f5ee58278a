/**
 * Who is told of which change. Hundreds of cells look at the plan, and a key changes one row: a listener that says
 * what it looks at is not asked when something else changed.
 */

import { LIST_OF, type PlanSnapshot, type RowKind } from '@tandem/shared/plan/plan';
import type { PlanSession } from './plan-session.ts';

export type PlanPart = keyof PlanSnapshot;
type Listener = () => void;
type Stop = () => void;
type Read = Pick<PlanSession, 'reading' | 'subscribe'>;

export interface PlanParts {
  /** Told when one of the parts is another object than before. */
  readonly subscribe: (parts: readonly PlanPart[], listener: Listener) => Stop;
  /** Told when the row is another object, or stands elsewhere. */
  readonly subscribeRow: (kind: RowKind, id: string, listener: Listener) => Stop;
}

const known = new WeakMap<Read, PlanParts>();

export function partsOf(session: Read): PlanParts {
  const parts = known.get(session) ?? followParts(session);
  known.set(session, parts);
  return parts;
}

const indexes = new WeakMap<readonly { readonly id: string }[], ReadonlyMap<string, unknown>>();

export function rowOf(plan: PlanSnapshot, kind: RowKind, id: string): unknown {
  const list = plan[LIST_OF[kind]];
  const index = indexes.get(list) ?? new Map(list.map((row) => [row.id, row]));
  indexes.set(list, index);
  return index.get(id);
}

function followParts(session: Read): PlanParts {
  const ofParts = new Map<PlanPart, Set<Listener>>();
  const ofRows = new Map<RowKind, Map<string, Set<Listener>>>();
  let plan = session.reading().plan;

  session.subscribe(() => {
    const before = plan;
    plan = session.reading().plan;
    const told = new Set<Listener>();
    for (const [part, listeners] of ofParts) {
      if (before[part] !== plan[part]) for (const listener of listeners) told.add(listener);
    }
    for (const [kind, rows] of ofRows) {
      const old = before[LIST_OF[kind]];
      for (const [i, row] of plan[LIST_OF[kind]].entries()) {
        if (old[i] === row) continue;
        for (const listener of rows.get(row.id) ?? []) told.add(listener);
      }
    }
    for (const listener of told) listener();
  });

  return {
    subscribe: (parts, listener) => {
      const stops = parts.map((part) => addTo(ofParts, part, listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    subscribeRow: (kind, id, listener) => {
      const rows = ofRows.get(kind) ?? new Map<string, Set<Listener>>();
      ofRows.set(kind, rows);
      return addTo(rows, id, listener);
    },
  };
}

function addTo<Key>(all: Map<Key, Set<Listener>>, key: Key, listener: Listener): Stop {
  const listeners = all.get(key) ?? new Set();
  all.set(key, listeners.add(listener));
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && all.get(key) === listeners) all.delete(key);
  };
}
