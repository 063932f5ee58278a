/** Which actors this browser holds, so that a page can say who it is and offer another. */

import type { PlanId } from '@tandem/shared/plan/ids';
import type { Me, OwnActor, Role } from '@tandem/shared/protocol/http';
import { type Context, Hono } from 'hono';
import { partyOf } from '../access/context.ts';
import { entrancesOf, lastUsed } from '../access/enter-plan.ts';
import { type Caller, identify } from '../access/identify.ts';
import { credentialsIn, firstOf } from './caller.ts';
import { notFound } from './errors.ts';
import type { HttpParts } from './parts.ts';

export function meRoutes(parts: HttpParts): Hono {
  return new Hono().get('/api/me', async (c) => {
    const callers = await ownCallers(c, parts);
    const plan = c.req.query('plan');
    return c.json(plan === undefined ? anywhere(callers) : await inPlan(parts, plan, callers));
  });
}

/** Nobody is an answer here: the page asks before it knows whether anybody is signed in. */
async function ownCallers(c: Context, parts: HttpParts): Promise<readonly Caller[]> {
  const found = await identify(parts.access, credentialsIn(c, parts));
  return found.kind === 'callers' ? found.callers : [];
}

function anywhere(callers: readonly Caller[]): Me {
  const actors = callers.map((caller) => ownActor(caller));
  return callers.length === 0 ? { actors } : { actors, current: firstOf(callers).actor.id };
}

async function inPlan(
  { access }: HttpParts,
  plan: string,
  callers: readonly Caller[],
): Promise<Me> {
  const row = callers.length === 0 ? undefined : await access.storage.findPlan(plan as PlanId);
  // Without an actor there is nothing to say, and nothing to tell about the plan either.
  if (callers.length === 0) return { actors: [] };
  if (!row) throw notFound('No such plan');
  const entrances = await entrancesOf(access, row, callers);
  const current = await lastUsed(access, row.id, entrances);
  if (!current) throw notFound('No such plan');
  return {
    actors: entrances.map(({ caller, role }) => ownActor(caller, role)),
    current: current.caller.actor.id,
  };
}

function ownActor({ actor }: Caller, role?: Role): OwnActor {
  const { id, name, verified } = actor;
  const known = role === undefined ? {} : { role };
  return { actor: id, name, party: partyOf(actor), verified, ...known };
}
