import { type Kysely, sql } from 'kysely';
import type { SqlFlavour } from '../sqlite.ts';

export async function createFirstTables(db: Kysely<unknown>, { bytes }: SqlFlavour): Promise<void> {
  const schema = db.schema;
  await schema
    .createTable('actors')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('party', 'text')
    .addColumn('email', 'text')
    .addColumn('verified', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .execute();
  await sql`create unique index members_by_email on actors (lower(email)) where kind = 'member'`.execute(
    db,
  );
  await sql`insert into actors (id, kind, name, verified, created_at)
    values ('system', 'system', 'Tandem', 1, '1970-01-01T00:00:00.000Z')`.execute(db);

  await schema
    .createTable('plans')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('schema', 'integer', (c) => c.notNull())
    .addColumn('epoch', 'integer', (c) => c.notNull())
    .addColumn('head', 'integer', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('purpose', 'text')
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('createdBy', 'text', (c) => c.notNull())
    .execute();
  await schema.createIndex('plansByAge').on('plans').columns(['createdAt', 'id']).execute();

  // The log names actors without a reference: what somebody wrote outlives their row.
  await schema
    .createTable('updates')
    .addColumn('plan', 'text', (c) => c.notNull().references('plans.id').onDelete('cascade'))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('bytes', sql.raw(bytes), (c) => c.notNull())
    .addPrimaryKeyConstraint('updatesKey', ['plan', 'revision'])
    .execute();
  await schema
    .createTable('snapshots')
    .addColumn('plan', 'text', (c) => c.notNull().references('plans.id').onDelete('cascade'))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('bytes', sql.raw(bytes), (c) => c.notNull())
    .addColumn('stateVector', sql.raw(bytes), (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('snapshotsKey', ['plan', 'revision'])
    .execute();
  await schema
    .createTable('claims')
    .addColumn('plan', 'text', (c) => c.notNull().references('plans.id').onDelete('cascade'))
    .addColumn('clientId', 'bigint', (c) => c.notNull())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('claimsKey', ['plan', 'clientId'])
    .execute();

  await schema
    .createTable('links')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('plan', 'text', (c) => c.notNull().references('plans.id').onDelete('cascade'))
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('party', 'text', (c) => c.notNull())
    .addColumn('secretHash', 'text', (c) => c.notNull().unique())
    .addColumn('email', 'text')
    .addColumn('expiresAt', 'text')
    .addColumn('revokedAt', 'text')
    .addColumn('createdBy', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .execute();
  await schema.createIndex('linksByPlan').on('links').columns(['plan', 'createdAt']).execute();
  await schema
    .createTable('sessions')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('secretHash', 'text', (c) => c.notNull().unique())
    .addColumn('actor', 'text', (c) => c.notNull().references('actors.id').onDelete('cascade'))
    .addColumn('link', 'text', (c) => c.references('links.id').onDelete('cascade'))
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('expiresAt', 'text')
    .addColumn('endedAt', 'text')
    .execute();
  await schema.createIndex('sessionsByLink').on('sessions').column('link').execute();
  await schema
    .createTable('tokens')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('secretHash', 'text', (c) => c.notNull().unique())
    .addColumn('actor', 'text', (c) => c.notNull().references('actors.id').onDelete('cascade'))
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('signIns')
    .addColumn('secretHash', 'text', (c) => c.primaryKey())
    .addColumn('actor', 'text', (c) => c.notNull().references('actors.id').onDelete('cascade'))
    .addColumn('plan', 'text', (c) => c.references('plans.id').onDelete('cascade'))
    .addColumn('expiresAt', 'text', (c) => c.notNull())
    .addColumn('usedAt', 'text')
    .execute();
  await schema
    .createTable('planAccess')
    .addColumn('plan', 'text', (c) => c.notNull().references('plans.id').onDelete('cascade'))
    .addColumn('actor', 'text', (c) => c.notNull().references('actors.id').onDelete('cascade'))
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('link', 'text', (c) => c.references('links.id').onDelete('cascade'))
    .addColumn('lastUsedAt', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('planAccessKey', ['plan', 'actor'])
    .execute();
  await schema
    .createIndex('planAccessByActor')
    .on('planAccess')
    .columns(['actor', 'lastUsedAt'])
    .execute();
}
