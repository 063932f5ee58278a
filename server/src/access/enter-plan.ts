/** What a caller may do with a plan, and which of a browser's actors is meant where the request does not say. */

import type { PlanId } from '@tandem/shared/plan/ids';
import type { Party } from '@tandem/shared/plan/kinds';
import type { Role } from '@tandem/shared/protocol/http';
import { timestamp } from '../clock.ts';
import type { PlanRow } from '../storage/storage.ts';
import { type AccessContext, partyOf } from './context.ts';
import { type Caller, type Credentials, type Identification, identify } from './identify.ts';

/** A caller in a plan. */
export interface Entrance {
  readonly caller: Caller;
  readonly plan: PlanRow;
  readonly role: Role;
  readonly party: Party;
}

export type EnterOutcome =
  | Exclude<Identification, { kind: 'callers' }>
  | { readonly kind: 'no-plan' }
  | { readonly kind: 'no-access' }
  | { readonly kind: 'entered'; readonly entrance: Entrance };

export async function enterPlan(
  context: AccessContext,
  plan: PlanId,
  credentials: Credentials,
): Promise<EnterOutcome> {
  const identification = await identify(context, credentials);
  if (identification.kind !== 'callers') return identification;
  const row = await context.storage.findPlan(plan);
  if (!row) return { kind: 'no-plan' };
  const entrances = await entrancesOf(context, row, identification.callers);
  const entrance = await lastUsed(context, plan, entrances);
  if (!entrance) return { kind: 'no-access' };
  await remember(context, entrance, credentials);
  return { kind: 'entered', entrance };
}

export async function entrancesOf(
  { storage }: AccessContext,
  plan: PlanRow,
  callers: readonly Caller[],
): Promise<readonly Entrance[]> {
  const entrances: Entrance[] = [];
  for (const caller of callers) {
    const party = partyOf(caller.actor);
    const isMember = caller.actor.kind === 'member';
    // Accounts and workspaces come later: until then every member is of the one workspace.
    const role = isMember ? 'member' : (await storage.findAccess(plan.id, caller.actor.id))?.role;
    if (role !== undefined) entrances.push({ caller, plan, role, party });
  }
  return entrances;
}

export async function lastUsed(
  { storage }: AccessContext,
  plan: PlanId,
  entrances: readonly Entrance[],
): Promise<Entrance | undefined> {
  if (entrances.length < 2) return entrances[0];
  const actors = entrances.map(({ caller }) => caller.actor.id);
  const latest = await storage.latestAccess(plan, actors);
  return entrances.find(({ caller }) => caller.actor.id === latest?.actor) ?? entrances[0];
}

/** Writes down who was meant, where that can make a difference: a browser with several actors named one. */
async function remember(
  { storage, clock }: AccessContext,
  { caller, plan, role }: Entrance,
  { as, cookies, token }: Credentials,
): Promise<void> {
  if (token !== undefined || as === undefined || cookies.length < 2) return;
  const latest = await storage.latestAccess(
    plan.id,
    cookies.map((cookie) => cookie.actor),
  );
  if (latest?.actor === caller.actor.id) return;
  const at = timestamp(clock);
  const known = await storage.findAccess(plan.id, caller.actor.id);
  if (known) return storage.touchAccess(plan.id, caller.actor.id, at);
  const link = caller.link ?? null;
  await storage.grantAccess({ plan: plan.id, actor: caller.actor.id, role, link, lastUsedAt: at });
}
