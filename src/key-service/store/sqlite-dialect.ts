import type { DatabaseSync, SQLInputValue, StatementResultingChanges, StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { PreparedRead, PreparingAdapter } from './prepared-read.ts';
import { whenNotBusy } from './sqlite-busy.ts';
import { SqliteReader } from './sqlite-reader.ts';
import { requireStorable } from './storable.ts';

/** Statements kept prepared; the service uses fewer, so in practice each is compiled once. */
const maxCachedStatements = 256;

/** A database, how to read it on another connection, and how to let go of it. */
export interface OpenDatabase {
  readonly database: DatabaseSync;
  openToRead(): DatabaseSync;
  close(): void;
}

/**
 * Kysely on Node's own SQLite. There is one connection, and whoever holds it has it alone: a query never slips into
 * somebody else's transaction. Every transaction is BEGIN IMMEDIATE, because a deferred one fails at once, without waiting,
 * when another process writes between its first read and its first write.
 */
export function sqliteDialect(open: () => OpenDatabase): Dialect {
  const driver = new SqliteDriver(open);
  return {
    createAdapter: () => new OurSqliteAdapter(driver),
    createDriver: () => driver,
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new CheckingSqliteQueryCompiler(),
  };
}

class OurSqliteAdapter extends SqliteAdapter implements PreparingAdapter {
  readonly #driver: SqliteDriver;

  constructor(driver: SqliteDriver) {
    super();
    this.#driver = driver;
  }

  /** SQLite's schema changes are transactional; with BEGIN IMMEDIATE the migrations' transaction is their lock, too. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  /** Our driver lets one in after the other; the query builder's own lock would wake everybody who waits, each time. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }

  prepareRead<Row>(query: CompiledQuery<Row>): PreparedRead<Row> {
    return this.#driver.prepareRead(query);
  }
}

class CheckingSqliteQueryCompiler extends SqliteQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    requireStorable(parameter);
    super.addParameter(parameter);
  }
}

class SqliteDriver implements Driver {
  readonly #open: () => OpenDatabase;
  readonly #waiting: (() => void)[] = [];
  #busy = false;
  #opened: OpenDatabase | undefined;
  #connection: SqliteConnection | undefined;
  #reader: SqliteReader | undefined;

  constructor(open: () => OpenDatabase) {
    this.#open = open;
  }

  async init(): Promise<void> {
    const opened = this.#open();
    this.#opened = opened;
    const reader = new SqliteReader(() => opened.openToRead());
    this.#reader = reader;
    this.#connection = new SqliteConnection(opened.database, () => reader.endTurn());
  }

  prepareRead<Row>(query: CompiledQuery<Row>): PreparedRead<Row> {
    if (this.#reader === undefined) throw new Error('the database is not open');
    return this.#reader.prepareRead(query);
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#busy) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#busy = true;
    if (this.#connection === undefined) throw new Error('the database is closed');
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    const next = this.#waiting.shift();
    // The connection stays busy while it is handed over, so that no newcomer can take it in between.
    if (next) next();
    else this.#busy = false;
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // SQLite itself has rolled back already after some errors (disk full, for one); a second rollback would hide the cause.
    if (this.#opened?.database.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    this.#connection = undefined;
    this.#reader?.close();
    this.#opened?.close();
  }
}

function changed({ changes, lastInsertRowid }: StatementResultingChanges): QueryResult<never> {
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
}

interface PreparedStatement {
  readonly statement: StatementSync;
  /** Found out once: it takes as long as a whole lookup. */
  readonly returnsRows: boolean;
}

class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #onChanged: () => void;
  readonly #statements = new Map<string, PreparedStatement>();

  /** @param onChanged called whenever something may have been changed for others to see */
  constructor(database: DatabaseSync, onChanged: () => void) {
    this.#database = database;
    this.#onChanged = onChanged;
  }

  /** Inside a transaction nobody else writes; were the database busy all the same, trying again could break it. */
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return await whenNotBusy(
      () => this.#execute<Row>(query),
      () => !this.#database.isTransaction,
    );
  }

  #execute<Row>(query: CompiledQuery): QueryResult<Row> {
    const { statement, returnsRows } = this.#prepared(query.sql);
    const parameters = query.parameters as SQLInputValue[];
    const result = returnsRows
      ? { rows: statement.all(...parameters) as Row[] }
      : changed(statement.run(...parameters));
    // A transaction has ended, or there is none.
    if (!this.#database.isTransaction) this.#onChanged();
    return result;
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('rows are not streamed; read them page by page');
  }

  #prepared(sql: string): PreparedStatement {
    let prepared = this.#statements.get(sql);
    if (prepared === undefined) {
      if (this.#statements.size >= maxCachedStatements) this.#statements.clear();
      const statement = this.#database.prepare(sql);
      prepared = { statement, returnsRows: statement.columns().length > 0 };
      this.#statements.set(sql, prepared);
    }
    return prepared;
  }
}
