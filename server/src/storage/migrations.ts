/** Brings the database to what this program needs: one ordered index, each step once, forwards only. */

import { type Kysely, sql } from 'kysely';
import { createFirstTables } from './migrations/001-first-tables.ts';
import type { SqlFlavour } from './sqlite.ts';

export type DatabaseMigration = (db: Kysely<unknown>, flavour: SqlFlavour) => Promise<void>;

/** A released one is never changed; a new one goes to the end. The version is how many have run. */
const MIGRATIONS: readonly DatabaseMigration[] = [createFirstTables];

export class DatabaseTooNew extends Error {
  constructor(found: number, known: number) {
    super(
      `The database is of version ${found} and this program knows ${known}: it was used by a newer one. ` +
        'Start that, or restore a backup from before.',
    );
  }
}

export async function migrateDatabase(
  db: Kysely<unknown>,
  flavour: SqlFlavour,
  migrations: readonly DatabaseMigration[] = MIGRATIONS,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`create table if not exists database_version (version integer not null)`.execute(trx);
    const { rows } = await sql<{ version: number }>`select version from database_version`.execute(
      trx,
    );
    const version = rows[0]?.version ?? 0;
    if (version > migrations.length) throw new DatabaseTooNew(version, migrations.length);
    for (const migration of migrations.slice(version)) await migration(trx, flavour);
    if (rows.length === 0)
      await sql`insert into database_version values (${migrations.length})`.execute(trx);
    else await sql`update database_version set version = ${migrations.length}`.execute(trx);
  });
}
