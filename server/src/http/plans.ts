import { newId, type PlanId } from '@tandem/shared/plan/ids';
import type {
  NewPlanAnswer,
  PlanAnswer,
  PlanList,
  PlanListItem,
} from '@tandem/shared/protocol/http';
import { Hono } from 'hono';
import { partyOf } from '../access/context.ts';
import { may } from '../access/roles.ts';
import { secureChance } from '../access/secrets.ts';
import type { ActorRow, PlanRow } from '../storage/storage.ts';
import { readJson } from './body.ts';
import { callersOf, enter, firstOf } from './caller.ts';
import { HttpError, notFound } from './errors.ts';
import { wantedPlan } from './new-plan.ts';
import { type HttpParts, planUrl } from './parts.ts';

const PAGE = 50;

export function planRoutes(parts: HttpParts): Hono {
  const { access, writer, sync } = parts;
  return new Hono()
    .get('/api/plans', async (c) => {
      const { actor } = firstOf(await callersOf(c, parts));
      const cursor = c.req.query('cursor');
      const page = await access.storage.listPlans({
        ...(actor.kind === 'member' ? {} : { actor: actor.id }),
        ...(cursor === undefined ? {} : { cursor }),
        limit: PAGE,
      });
      const answer: PlanList = {
        plans: await Promise.all(page.plans.map((row) => listed(parts, row, actor))),
        ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
      };
      return c.json(answer);
    })
    .post('/api/plans', async (c) => {
      const { actor } = firstOf(await callersOf(c, parts));
      if (!may(actor.kind === 'member' ? 'member' : 'viewer', 'create-plan')) {
        throw new HttpError('not-allowed', 'Only members make plans.');
      }
      const { report, ...wanted } = wantedPlan(await readJson(c));
      const id = newId<PlanId>(secureChance);
      await writer.create({ id, actor: actor.id, ...wanted });
      const answer: NewPlanAnswer = { id, url: planUrl(parts, id), ...(report ? { report } : {}) };
      c.header('Location', `/api/plans/${id}`);
      return c.json(answer, 201);
    })
    .get('/api/plans/:id', async (c) => {
      const { plan } = await enter(c, parts, 'read');
      const stored = await writer.read(plan.id);
      if (stored === 'gone') throw notFound('No such plan');
      const answer: PlanAnswer = stored;
      return c.json(answer);
    })
    .delete('/api/plans/:id', async (c) => {
      const { plan } = await enter(c, parts, 'delete-plan');
      const isGone = await writer.remove(plan.id);
      if (!isGone) throw notFound('No such plan');
      sync.closeWhere((attachment) => attachment.plan === plan.id, 'gone', 'The plan was deleted.');
      return c.json({});
    });
}

async function listed(parts: HttpParts, row: PlanRow, actor: ActorRow): Promise<PlanListItem> {
  const access = await parts.access.storage.findAccess(row.id, actor.id);
  return {
    id: row.id,
    url: planUrl(parts, row.id),
    title: row.title,
    party: partyOf(actor),
    role: actor.kind === 'member' ? 'member' : (access?.role ?? 'viewer'),
    revision: row.head,
    createdAt: row.createdAt,
  };
}
