/**
 * The hot path: what a window adds to the log. Its statements are built once; building each anew costs more
 * than running it.
 */

import { CompiledQuery, type Kysely, type QueryResult } from 'kysely';
import type { AppendOutcome, PlanAppend } from './storage.ts';
import type { Tables } from './tables.ts';

type Executor = Pick<Kysely<Tables>, 'executeQuery'>;

export interface AppendStatements {
  /** Inside somebody's transaction. */
  readonly appendTo: (trx: Executor, append: PlanAppend) => Promise<AppendOutcome>;
  /** With a savepoint of its own, so that one plan's trouble does not take the window with it. */
  readonly appendAlone: (trx: Executor, append: PlanAppend) => Promise<AppendOutcome>;
}

export function appendStatements(db: Kysely<Tables>): AppendStatements {
  const nothing = { plan: '', revision: 0 as PlanAppend['after'], actor: '', at: '' };
  // The parameters of each stand in the order in which the values are named here.
  const raise = db
    .updateTable('plans')
    .set((eb) => ({ head: eb('head', '+', 0 as PlanAppend['after']) }))
    .where('id', '=', '' as PlanAppend['plan'])
    .returning('head')
    .compile().sql;
  const insert = db
    .insertInto('updates')
    .values({ ...nothing, bytes: new Uint8Array() })
    .compile().sql;
  const claim = db
    .insertInto('claims')
    .values({ plan: '', clientId: 0, actor: '' })
    .onConflict((on) => on.doNothing())
    .compile().sql;
  const mirror = db
    .updateTable('plans')
    .set((eb) => ({
      title: eb.fn.coalesce(eb.val<string | null>(null), 'title'),
      schema: eb.fn.coalesce(eb.val<number | null>(null), 'schema'),
    }))
    .where('id', '=', '' as PlanAppend['plan'])
    .compile().sql;

  /** Raising the head takes the row's lock and gives the revisions. */
  const appendTo: AppendStatements['appendTo'] = async (trx, append) => {
    const { plan, after, rows, claims, title, schema } = append;
    const raised: QueryResult<{ head: PlanAppend['after'] }> = await run(
      trx,
      raise,
      rows.length,
      plan,
    );
    const head = raised.rows[0]?.head;
    if (head === undefined) return { kind: 'gone' };
    const before = (head - rows.length) as PlanAppend['after'];
    if (before !== after) return { kind: 'behind', head: before };
    for (const [index, { actor, at, bytes }] of rows.entries()) {
      await run(trx, insert, plan, before + index + 1, actor, at, bytes);
    }
    for (const { clientId, actor } of claims) await run(trx, claim, plan, clientId, actor);
    if (title !== undefined || schema !== undefined) {
      await run(trx, mirror, title ?? null, schema ?? null, plan);
    }
    return { kind: 'appended', head };
  };

  const appendAlone: AppendStatements['appendAlone'] = async (trx, append) => {
    await run(trx, 'savepoint one_plan');
    try {
      const outcome = await appendTo(trx, append);
      if (outcome.kind !== 'appended') await run(trx, 'rollback to savepoint one_plan');
      await run(trx, 'release savepoint one_plan');
      return outcome;
    } catch (error) {
      // When even this fails, the transaction is gone, and the whole window with it.
      await run(trx, 'rollback to savepoint one_plan');
      await run(trx, 'release savepoint one_plan');
      return { kind: 'failed', error };
    }
  };
  return { appendTo, appendAlone };
}

function run<Row>(trx: Executor, sql: string, ...parameters: unknown[]): Promise<QueryResult<Row>> {
  return trx.executeQuery(CompiledQuery.raw(sql, parameters) as CompiledQuery<Row>);
}
