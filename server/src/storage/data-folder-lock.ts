/**
 * One server per data folder. The lock is an exclusive transaction on a database of its own, because the
 * system lets go of it when the process ends, however it ends; a file with a process id in it would stay.
 */

import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';

const RETRY = 100;

export interface DataFolderLock {
  release(): void;
}

/** The folder must exist. Undefined when another process still holds it after `patience` milliseconds. */
export async function lockDataFolder(
  dataDir: string,
  patience: number,
): Promise<DataFolderLock | undefined> {
  for (let waited = 0; ; waited += RETRY) {
    const lock = tryLock(join(dataDir, 'server.lock'));
    if (lock || waited >= patience) return lock;
    await pause(RETRY);
  }
}

function tryLock(file: string): DataFolderLock | undefined {
  const database = new Sqlite(file, { timeout: 0 });
  try {
    // Not in WAL mode, where an exclusive transaction would keep nobody from beginning another connection.
    database.pragma('journal_mode = DELETE');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      return undefined;
    throw error;
  }
  return { release: () => database.close() };
}
