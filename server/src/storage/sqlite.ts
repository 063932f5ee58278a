/** All that is SQLite's own: how the file is opened, its dialect for Kysely, the names of its column types. */

import Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';

export interface SqlFlavour {
  readonly dialect: Dialect;
  /** The column type of a `Uint8Array`. */
  readonly bytes: 'blob' | 'bytea';
}

/** Statements that are kept prepared; ours are far fewer. */
const KEPT_STATEMENTS = 300;

/** SQLite's own trouble, at any time: the disk is full, the file is damaged or may not be written. */
export function isSqliteTrouble(error: unknown): error is Error {
  return error instanceof Sqlite.SqliteError;
}

export function openSqlite(file: string): SqlFlavour {
  const database = new Sqlite(file);
  // Power loss must not take back what was acknowledged: WAL with NORMAL could.
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('busy_timeout = 10000');
  database.pragma('foreign_keys = ON');
  const kept = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    // What the driver needs of a statement is what better-sqlite3 has; only its overloads are written otherwise.
    const statement = database.prepare(sql) as unknown as SqliteStatement;
    if (kept.size < KEPT_STATEMENTS) kept.set(sql, statement);
    return statement;
  };
  const close = (): void => {
    database.close();
  };
  return { dialect: new ImmediateDialect({ database: { prepare, close } }), bytes: 'blob' };
}

class ImmediateDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDriver>[0];

  constructor(config: ConstructorParameters<typeof SqliteDriver>[0]) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config);
  }
}

/**
 * Takes the write lock at the beginning. A transaction that reads first and writes later fails at once when
 * another thread wrote in between, whatever `busy_timeout` says.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}
