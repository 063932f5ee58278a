/** Who else has the plan open, from awareness. A peer stays the same object while neither name nor focus changes. */

import { isOneOf, PARTIES } from '@tandem/shared/plan/kinds';
import type { Subject } from '@tandem/shared/plan/plan';
import type { PresenceUser } from '@tandem/shared/protocol/presence';
import type { Awareness } from 'y-protocols/awareness';
import type { Peer } from './plan-session.ts';

export interface PeerList {
  readonly read: () => readonly Peer[];
  readonly subscribe: (listener: () => void) => () => void;
  readonly close: () => void;
}

export function followPeers(awareness: Awareness): PeerList {
  const listeners = new Set<() => void>();
  let peers = peersOf(awareness, []);
  const onChange = (): void => {
    const next = peersOf(awareness, peers);
    // Carets move with every key and are the editors' affair; here only names and focus count.
    if (next.length === peers.length && next.every((peer, i) => peer === peers[i])) return;
    peers = next;
    for (const listener of listeners) listener();
  };
  awareness.on('change', onChange);
  return {
    read: () => peers,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => awareness.off('change', onChange),
  };
}

function peersOf(awareness: Awareness, before: readonly Peer[]): readonly Peer[] {
  const peers: Peer[] = [];
  for (const [clientId, state] of awareness.getStates()) {
    if (clientId === awareness.clientID) continue;
    const user = readUser(state.user);
    if (user === undefined) continue;
    const peer: Peer = { clientId, user, focus: readSubject(state.focus) };
    const old = before.find((one) => one.clientId === clientId);
    peers.push(old !== undefined && JSON.stringify(old) === JSON.stringify(peer) ? old : peer);
  }
  return peers.sort((a, b) => a.clientId - b.clientId);
}

/** Others' presence is their word: a malformed one is left out, it must not break a page. */
function readUser(value: unknown): PresenceUser | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { actor, name, party, color } = value as Record<string, unknown>;
  if (typeof actor !== 'string' || typeof name !== 'string' || typeof color !== 'string') {
    return undefined;
  }
  return isOneOf(PARTIES, party) ? { actor, name, party, color } : undefined;
}

function readSubject(value: unknown): Subject | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kind, id, field } = value as Record<string, unknown>;
  if (typeof kind !== 'string' || typeof id !== 'string') return null;
  return { kind: kind as Subject['kind'], id, ...(typeof field === 'string' ? { field } : {}) };
}
