/** React's side of a `PlanSession`: selector hooks over `useSyncExternalStore`, nothing else. */

import type { PlanReading } from '@tandem/shared/doc/plan-reader';
import { assert } from '@tandem/shared/plan/assert';
import type { PlanSnapshot, RowKind, Subject } from '@tandem/shared/plan/plan';
import { createContext, useCallback, useContext, useRef, useSyncExternalStore } from 'react';
import { type PlanPart, partsOf, rowOf } from './plan-parts.ts';
import type { Peer, PlanSelector, PlanSession, SavedState } from './plan-session.ts';

export const SessionContext = createContext<PlanSession | null>(null);

export function useSession(): PlanSession {
  const session = useContext(SessionContext);
  assert(session, 'a plan component stands inside a SessionContext');
  return session;
}

/** Part of the plan; renders again only when that part is another object (or by `isEqual` another value). */
export function usePlan<T>(
  select: PlanSelector<T>,
  isEqual: (a: T, b: T) => boolean = Object.is,
): T {
  const session = useSession();
  return useSelected(session.subscribe, () => select(session.reading().plan), isEqual);
}

/** The same for what stands in every row: asked only when one of the parts changes. `parts` is a constant. */
export function usePlanParts<Part extends PlanPart, T>(
  parts: readonly Part[],
  select: (plan: Pick<PlanSnapshot, Part>) => T,
  isEqual: (a: T, b: T) => boolean = Object.is,
): T {
  const session = useSession();
  const subscribe = useCallback(
    (listener: () => void) => partsOf(session).subscribe(parts, listener),
    [session, parts],
  );
  return useSelected(subscribe, () => select(session.reading().plan), isEqual);
}

/** The row as it is now, by the one that the list was rendered with. A row that is gone stays as it was. */
export function useRow<Row extends { readonly id: string }>(kind: RowKind, row: Row): Row {
  const session = useSession();
  const { id } = row;
  const subscribe = useCallback(
    (listener: () => void) => partsOf(session).subscribeRow(kind, id, listener),
    [session, kind, id],
  );
  const read = (): Row => (rowOf(session.reading().plan, kind, id) as Row | undefined) ?? row;
  return useSyncExternalStore(subscribe, read);
}

export function useReading<T>(
  select: (reading: PlanReading) => T,
  isEqual: (a: T, b: T) => boolean = Object.is,
): T {
  const session = useSession();
  return useSelected(session.subscribe, () => select(session.reading()), isEqual);
}

export function useWholePlan(): PlanSnapshot {
  return usePlan((plan) => plan);
}

export function useSavedState(): SavedState {
  const session = useSession();
  return useSyncExternalStore(session.subscribeSaved, session.savedState);
}

/** Part of it; the state itself changes with every key that is pressed. */
export function useSaved<T>(select: (state: SavedState) => T): T {
  const session = useSession();
  return useSelected(session.subscribeSaved, () => select(session.savedState()), Object.is);
}

export function usePeers(): readonly Peer[] {
  const session = useSession();
  return useSyncExternalStore(session.subscribePeers, session.peers);
}

/** Others whose focus is on this cell. */
export function usePeersAt(subject: Subject): readonly Peer[] {
  const session = useSession();
  const { kind, id, field } = subject;
  return useSelected(
    session.subscribePeers,
    () =>
      session
        .peers()
        .filter(
          (peer) => peer.focus?.kind === kind && peer.focus.id === id && peer.focus.field === field,
        ),
    sameItems,
  );
}

export function useUndoState(): { canUndo: boolean; canRedo: boolean } {
  const session = useSession();
  const canUndo = useSyncExternalStore(session.subscribeUndo, session.canUndo);
  const canRedo = useSyncExternalStore(session.subscribeUndo, session.canRedo);
  return { canUndo, canRedo };
}

export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => Object.is(item, b[i]));
}

function useSelected<T>(
  subscribe: (listener: () => void) => () => void,
  read: () => T,
  isEqual: (a: T, b: T) => boolean,
): T {
  const last = useRef<{ value: T } | null>(null);
  const snapshot = useCallback(() => {
    const value = read();
    if (last.current && isEqual(last.current.value, value)) return last.current.value;
    last.current = { value };
    return value;
  }, [read, isEqual]);
  return useSyncExternalStore(subscribe, snapshot);
}
