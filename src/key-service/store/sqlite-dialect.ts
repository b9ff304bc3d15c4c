import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
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
import { requireStorable } from './storable.ts';

/** Statements kept prepared; the service uses fewer, so in practice each is compiled once. */
const maxCachedStatements = 256;

/** SQLite's code for a database that another connection is writing to; its low byte, the rest says why. */
const busyCode = 5;

/** Whether a statement failed because another process holds the database. */
export function isBusy(error: unknown): boolean {
  return ((error as { errcode?: number }).errcode ?? 0) % 256 === busyCode;
}

/** How long and how often a statement waits for another writer: ten seconds in all, in milliseconds and number. */
const busyPause = 10;
const busyTries = 1000;

/** A database, and how to let go of it. */
export interface OpenDatabase {
  readonly database: DatabaseSync;
  close(): void;
}

/**
 * Kysely on Node's own SQLite. There is one connection, and whoever holds it has it alone: a query never slips into
 * somebody else's transaction. Every transaction is BEGIN IMMEDIATE, because a deferred one fails at once, without waiting,
 * when another process writes between its first read and its first write.
 */
export function sqliteDialect(open: () => OpenDatabase): Dialect {
  return {
    createAdapter: () => new TransactionalSqliteAdapter(),
    createDriver: () => new SqliteDriver(open),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new CheckingSqliteQueryCompiler(),
  };
}

/** SQLite's schema changes are transactional; with BEGIN IMMEDIATE the migrations' transaction is their lock, too. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
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

  constructor(open: () => OpenDatabase) {
    this.#open = open;
  }

  async init(): Promise<void> {
    this.#opened = this.#open();
    this.#connection = new SqliteConnection(this.#opened.database);
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
    this.#opened?.close();
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Waits for other writers without holding up this process, which may be one of them. */
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    for (let tries = 1; ; tries++) {
      try {
        return this.#execute(query);
      } catch (error) {
        // Inside a transaction nobody else writes; were it busy all the same, trying again could break it.
        if (!isBusy(error) || this.#database.isTransaction || tries === busyTries) throw error;
        await wait(busyPause);
      }
    }
  }

  #execute<Row>(query: CompiledQuery): QueryResult<Row> {
    const statement = this.#statement(query.sql);
    const parameters = query.parameters as SQLInputValue[];
    if (statement.columns().length > 0) return { rows: statement.all(...parameters) as Row[] };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('rows are not streamed; read them page by page');
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      if (this.#statements.size >= maxCachedStatements) this.#statements.clear();
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
