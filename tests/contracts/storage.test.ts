import { join } from 'node:path';
import { openStorage } from '@tandem/server/storage/open-storage';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/server-process.ts';
import type { OpenedForContract } from '../support/storage-rows.ts';
import { accessContract } from './access-contract.ts';
import { storageContract } from './storage-contract.ts';

async function openOnSqlite(): Promise<OpenedForContract> {
  const folder = await temporaryFolder();
  const file = join(folder.path, 'tandem.sqlite');
  const storage = await openStorage(file);
  return {
    storage,
    openAgain: () => openStorage(file),
    remove: async () => {
      await storage.close();
      await folder.remove();
    },
  };
}

describe('SQLite', () => {
  storageContract(openOnSqlite);
  accessContract(openOnSqlite);

  test('refuses a database that a newer program has used', async () => {
    const folder = await temporaryFolder();
    const file = join(folder.path, 'tandem.sqlite');
    await (await openStorage(file)).close();
    await (await openStorage(file)).close();
    const database = new Sqlite(file);
    database.exec('update database_version set version = version + 1');
    database.close();
    await expect(openStorage(file)).rejects.toThrow('used by a newer one');
    await folder.remove();
  });

  test('syncs every commit to the disk', async () => {
    const folder = await temporaryFolder();
    const file = join(folder.path, 'tandem.sqlite');
    await (await openStorage(file)).close();
    const database = new Sqlite(file);
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    database.close();
    await folder.remove();
  });
});
