/** Who opens a plan, as what, and at which epoch: from this device where it is known, else from the server. */

import type { OwnActor } from '@tandem/shared/protocol/http';
import type { PresenceUser } from '@tandem/shared/protocol/presence';
import { fetchMe, fetchPlan } from '../api/calls.ts';
import type { Role } from '../session/role.ts';
import { forget, recall, remember } from '../ui/remembered.ts';

export interface Entry {
  readonly plan: string;
  readonly me: PresenceUser;
  readonly role: Role;
  readonly epoch: number;
}

export type EntryOutcome =
  | { readonly kind: 'entered'; readonly entry: Entry }
  | { readonly kind: 'shut'; readonly status: number; readonly message: string }
  | { readonly kind: 'unreachable'; readonly message: string };

/** Carets know six digits only; these are the light theme's party colours. */
const COLOR = { seller: '#3b5bdb', buyer: '#0b7a63' } as const;

const keyOf = (plan: string, actor: string): string => `tandem:entry:${plan}:${actor}`;
const lastKey = (plan: string): string => `tandem:last-actor:${plan}`;

/** What this device knows, so that a plan opens at once and without a network. */
export function rememberedEntry(plan: string, as: string | undefined): Entry | undefined {
  const actor = as ?? recall(lastKey(plan));
  const text = actor === undefined ? undefined : recall(keyOf(plan, actor));
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as Entry;
  } catch {
    // Not ours; the server knows better.
    return undefined;
  }
}

export function forgetEntry({
  plan,
  actor,
}: {
  readonly plan: string;
  readonly actor: string;
}): void {
  forget(keyOf(plan, actor));
}

export async function fetchEntry(plan: string, as: string | undefined): Promise<EntryOutcome> {
  const who = await fetchMe(plan, as);
  if (who.kind === 'unreachable') return who;
  if (who.kind === 'refused') return { kind: 'shut', status: who.status, message: who.message };
  const actor = pick(who.value.actors, as ?? who.value.current);
  if (actor?.role === undefined) {
    return { kind: 'shut', status: 401, message: 'Open your invitation link to get in.' };
  }
  const answer = await fetchPlan(plan, actor.actor);
  if (answer.kind === 'unreachable') return answer;
  if (answer.kind === 'refused')
    return { kind: 'shut', status: answer.status, message: answer.message };
  const me: PresenceUser = {
    actor: actor.actor,
    name: actor.name,
    party: actor.party,
    color: COLOR[actor.party],
  };
  const entry: Entry = { plan, me, role: actor.role, epoch: answer.value.epoch };
  remember(keyOf(plan, me.actor), JSON.stringify(entry));
  remember(lastKey(plan), me.actor);
  return { kind: 'entered', entry };
}

function pick(actors: readonly OwnActor[], wanted: string | undefined): OwnActor | undefined {
  return (
    actors.find((one) => one.actor === wanted) ?? (wanted === undefined ? actors[0] : undefined)
  );
}
