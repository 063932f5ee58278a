/** Plans as rows: created, listed, deleted with everything that is theirs. */

import type { Kysely } from 'kysely';
import { appendStatements } from './append-rows.ts';
import type { PlanRow, PlanStorage } from './storage.ts';
import type { Tables } from './tables.ts';

const LARGEST_PAGE = 200;
const HEADS_AT_ONCE = 50;
const NO_PLAN = '' as PlanRow['id'];

export function planRows(db: Kysely<Tables>): PlanStorage {
  const { appendTo } = appendStatements(db);
  return {
    async findPlan(plan) {
      return db.selectFrom('plans').selectAll().where('id', '=', plan).executeTakeFirst();
    },
    async headsOf(plans) {
      const heads = new Map<PlanRow['id'], Pick<PlanRow, 'head' | 'epoch'>>();
      // Always as many parameters, so that it is one statement and stays prepared.
      for (let i = 0; i < plans.length; i += HEADS_AT_ONCE) {
        const some = Array.from({ length: HEADS_AT_ONCE }, (_, n) => plans[i + n] ?? NO_PLAN);
        const rows = await db
          .selectFrom('plans')
          .select(['id', 'head', 'epoch'])
          .where('id', 'in', some)
          .execute();
        for (const { id, head, epoch } of rows) heads.set(id, { head, epoch });
      }
      return heads;
    },
    async listPlans({ actor, cursor, limit }) {
      const size = Math.max(1, Math.min(limit, LARGEST_PAGE));
      let query = db
        .selectFrom('plans')
        .selectAll('plans')
        .orderBy('plans.createdAt', 'desc')
        .orderBy('plans.id', 'desc')
        .limit(size + 1);
      if (actor !== undefined) {
        query = query.where((eb) =>
          eb.exists(
            eb
              .selectFrom('planAccess')
              .select('planAccess.plan')
              .whereRef('planAccess.plan', '=', 'plans.id')
              .where('planAccess.actor', '=', actor),
          ),
        );
      }
      const after = cursor === undefined ? undefined : readCursor(cursor);
      if (after !== undefined) {
        query = query.where((eb) =>
          eb.or([
            eb('plans.createdAt', '<', after.createdAt),
            eb.and([eb('plans.createdAt', '=', after.createdAt), eb('plans.id', '<', after.id)]),
          ]),
        );
      }
      const rows = await query.execute();
      const plans = rows.slice(0, size);
      const last = plans.at(-1);
      return rows.length > size && last !== undefined
        ? { plans, cursor: writeCursor(last) }
        : { plans };
    },
    async createPlan(plan, first) {
      await db.transaction().execute(async (trx) => {
        await trx.insertInto('plans').values(plan).execute();
        const outcome = await appendTo(trx, first);
        if (outcome.kind !== 'appended') throw new Error(`The first revision was ${outcome.kind}.`);
      });
    },
    async deletePlan(plan) {
      return db.transaction().execute(async (trx) => {
        const guests = await trx
          .selectFrom('planAccess')
          .innerJoin('actors', 'actors.id', 'planAccess.actor')
          .select('actors.id')
          .where('planAccess.plan', '=', plan)
          .where('actors.kind', '=', 'guest')
          .execute();
        const { numDeletedRows } = await trx
          .deleteFrom('plans')
          .where('id', '=', plan)
          .executeTakeFirst();
        for (const { id } of guests) {
          await trx
            .deleteFrom('actors')
            .where('id', '=', id)
            .where((eb) =>
              eb.not(
                eb.exists(eb.selectFrom('planAccess').select('actor').where('actor', '=', id)),
              ),
            )
            .execute();
        }
        return numDeletedRows > 0n;
      });
    },
  };
}

function writeCursor({ createdAt, id }: PlanRow): string {
  return Buffer.from(`${createdAt} ${id}`).toString('base64url');
}

function readCursor(cursor: string): { createdAt: string; id: PlanRow['id'] } | undefined {
  const [createdAt, id, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (createdAt === undefined || id === undefined || rest.length > 0) return undefined;
  return { createdAt, id: id as PlanRow['id'] };
}
