/** Actors, sessions, links, tokens, sign-ins, and who may do what with which plan. */

import type { Kysely, Selectable } from 'kysely';
import type { AccessStorage, ActorRow } from './storage.ts';
import type { Tables } from './tables.ts';

export function accessRows(db: Kysely<Tables>): AccessStorage {
  return {
    async createActor(actor) {
      await db
        .insertInto('actors')
        .values({ ...actor, verified: Number(actor.verified) })
        .execute();
    },
    async updateActor(id, { verified, ...change }) {
      const values = {
        ...change,
        ...(verified === undefined ? {} : { verified: Number(verified) }),
      };
      if (Object.keys(values).length === 0) return;
      await db.updateTable('actors').set(values).where('id', '=', id).execute();
    },
    async findActor(id) {
      return actorOf(
        await db.selectFrom('actors').selectAll().where('id', '=', id).executeTakeFirst(),
      );
    },
    async findMemberByEmail(email) {
      const row = await db
        .selectFrom('actors')
        .selectAll()
        .where('kind', '=', 'member')
        .where((eb) =>
          eb(eb.fn<string>('lower', ['email']), '=', eb.fn<string>('lower', [eb.val(email)])),
        )
        .executeTakeFirst();
      return actorOf(row);
    },
    async findActorOfLink(link) {
      return actorOf(await actorsOfLink(db, link).executeTakeFirst());
    },
    async actorsOfLink(link) {
      return (await actorsOfLink(db, link).execute()).map(toActor);
    },
    async findFirstMember() {
      const row = await db
        .selectFrom('actors')
        .selectAll()
        .where('kind', '=', 'member')
        .orderBy('createdAt')
        .orderBy('id')
        .executeTakeFirst();
      return actorOf(row);
    },

    async createSession(session) {
      await db.insertInto('sessions').values(session).execute();
    },
    async findSessionByHash(secretHash) {
      return db
        .selectFrom('sessions')
        .selectAll()
        .where('secretHash', '=', secretHash)
        .executeTakeFirst();
    },
    async endSession(id, at) {
      const { numUpdatedRows } = await db
        .updateTable('sessions')
        .set({ endedAt: at })
        .where('id', '=', id)
        .where('endedAt', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async createLink(link) {
      await db.insertInto('links').values(link).execute();
    },
    async findLink(id) {
      return db.selectFrom('links').selectAll().where('id', '=', id).executeTakeFirst();
    },
    async findLinkByHash(secretHash) {
      return db
        .selectFrom('links')
        .selectAll()
        .where('secretHash', '=', secretHash)
        .executeTakeFirst();
    },
    async linksOfPlan(plan) {
      return db
        .selectFrom('links')
        .selectAll()
        .where('plan', '=', plan)
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .execute();
    },
    async revokeLink(id, at) {
      return db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('links')
          .set({ revokedAt: at })
          .where('id', '=', id)
          .where('revokedAt', 'is', null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await trx
          .updateTable('sessions')
          .set({ endedAt: at })
          .where('link', '=', id)
          .where('endedAt', 'is', null)
          .execute();
        return true;
      });
    },

    async createToken(token) {
      await db.insertInto('tokens').values(token).execute();
    },
    async findTokenByHash(secretHash) {
      return db
        .selectFrom('tokens')
        .selectAll()
        .where('secretHash', '=', secretHash)
        .executeTakeFirst();
    },

    async createSignIn(signIn) {
      await db.insertInto('signIns').values(signIn).execute();
    },
    async useSignIn(secretHash, at) {
      return db
        .updateTable('signIns')
        .set({ usedAt: at })
        .where('secretHash', '=', secretHash)
        .where('usedAt', 'is', null)
        .where('expiresAt', '>', at)
        .returningAll()
        .executeTakeFirst();
    },

    async grantAccess(access) {
      await db
        .insertInto('planAccess')
        .values(access)
        .onConflict((on) => on.columns(['plan', 'actor']).doUpdateSet(access))
        .execute();
    },
    async findAccess(plan, actor) {
      return db
        .selectFrom('planAccess')
        .selectAll()
        .where('plan', '=', plan)
        .where('actor', '=', actor)
        .executeTakeFirst();
    },
    async touchAccess(plan, actor, at) {
      await db
        .updateTable('planAccess')
        .set({ lastUsedAt: at })
        .where('plan', '=', plan)
        .where('actor', '=', actor)
        .execute();
    },
    async latestAccess(plan, actors) {
      if (actors.length === 0) return undefined;
      return db
        .selectFrom('planAccess')
        .selectAll()
        .where('plan', '=', plan)
        .where('actor', 'in', [...actors])
        .orderBy('lastUsedAt', 'desc')
        .orderBy('actor')
        .executeTakeFirst();
    },
    async plansOfActor(actor) {
      return db
        .selectFrom('planAccess')
        .selectAll()
        .where('actor', '=', actor)
        .orderBy('lastUsedAt', 'desc')
        .orderBy('plan')
        .execute();
    },
  };
}

function actorsOfLink(db: Kysely<Tables>, link: string) {
  return db
    .selectFrom('actors')
    .innerJoin('planAccess', 'planAccess.actor', 'actors.id')
    .selectAll('actors')
    .where('planAccess.link', '=', link)
    .orderBy('actors.createdAt')
    .orderBy('actors.id');
}

function toActor(row: Selectable<Tables['actors']>): ActorRow {
  return { ...row, verified: row.verified !== 0 };
}

function actorOf(row: Selectable<Tables['actors']> | undefined): ActorRow | undefined {
  return row && toActor(row);
}
