/** The log of each plan: revisions without gaps, claims, and snapshots as a cache of it. */

import type { Kysely } from 'kysely';
import { appendStatements } from './append-rows.ts';
import type { AppendOutcome, LogStorage, PlanAppend } from './storage.ts';
import type { Tables } from './tables.ts';

export function logRows(db: Kysely<Tables>): LogStorage {
  const { appendAlone } = appendStatements(db);
  return {
    async append(window) {
      const outcomes: AppendOutcome[] = [];
      const trx = await db.startTransaction().execute();
      try {
        for (const plan of window) outcomes.push(await appendAlone(trx, plan));
        await trx.commit().execute();
      } catch (error) {
        // A commit that finds the disk full ends the transaction itself. What went wrong first is what counts.
        await trx
          .rollback()
          .execute()
          .catch(() => undefined);
        throw error;
      }
      return outcomes;
    },
    async updatesAfter(plan, revision) {
      return db
        .selectFrom('updates')
        .select(['revision', 'actor', 'at', 'bytes'])
        .where('plan', '=', plan)
        .where('revision', '>', revision as PlanAppend['after'])
        .orderBy('revision')
        .execute();
    },
    async claimsOf(plan) {
      const rows = await db
        .selectFrom('claims')
        .select(['clientId', 'actor'])
        .where('plan', '=', plan)
        .execute();
      return new Map(rows.map(({ clientId, actor }) => [Number(clientId), actor]));
    },
    async latestSnapshot(plan) {
      return db
        .selectFrom('snapshots')
        .selectAll()
        .where('plan', '=', plan)
        .orderBy('revision', 'desc')
        .limit(1)
        .executeTakeFirst();
    },
    async putSnapshot(snapshot) {
      await db
        .insertInto('snapshots')
        .values(snapshot)
        .onConflict((on) => on.columns(['plan', 'revision']).doUpdateSet(snapshot))
        .execute();
    },
    async dropSnapshot(plan, revision) {
      await db
        .deleteFrom('snapshots')
        .where('plan', '=', plan)
        .where('revision', '=', revision as PlanAppend['after'])
        .execute();
    },
    async dropSnapshotsBefore(plan, revision) {
      await db
        .deleteFrom('snapshots')
        .where('plan', '=', plan)
        .where('revision', '<', revision as PlanAppend['after'])
        .execute();
    },
  };
}
