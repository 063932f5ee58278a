/** The storage over SQL. The main thread and the writer's thread each open the same file. */

import { CamelCasePlugin, Kysely, sql } from 'kysely';
import { accessRows } from './access-rows.ts';
import { logRows } from './log-rows.ts';
import { migrateDatabase } from './migrations.ts';
import { planRows } from './plan-rows.ts';
import { isSqliteTrouble, openSqlite } from './sqlite.ts';
import type { Storage } from './storage.ts';
import type { Tables } from './tables.ts';

/** Damaged, not ours, not to be written: a sentence for whoever keeps the file. */
export class DatabaseUnusable extends Error {}

/** Creates the file where there is none; its folder must exist. Throws `DatabaseTooNew` for a newer one. */
export async function openStorage(file: string): Promise<Storage> {
  try {
    return await openSurely(file);
  } catch (error) {
    if (!isSqliteTrouble(error)) throw error;
    throw new DatabaseUnusable(`The database ${file} cannot be used: ${error.message}.`);
  }
}

async function openSurely(file: string): Promise<Storage> {
  const flavour = openSqlite(file);
  const db = new Kysely<Tables>({ dialect: flavour.dialect, plugins: [new CamelCasePlugin()] });
  try {
    await migrateDatabase(db as unknown as Kysely<unknown>, flavour);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    ...accessRows(db),
    ...planRows(db),
    ...logRows(db),
    async ping() {
      await sql`select head from plans limit 1`.execute(db);
    },
    async close() {
      await db.destroy();
    },
  };
}
