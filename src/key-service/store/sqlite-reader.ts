import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { CompiledQuery } from 'kysely';
import type { PreparedRead } from './prepared-read.ts';
import { whenNotBusy } from './sqlite-busy.ts';

/**
 * A second connection, for prepared reads. In WAL mode neither waits for the other. What is read in one turn of the event loop is
 * read in one transaction, since to begin and to end one takes half as long as the read itself; a read that comes in later, or
 * after a change of this process, sees whatever was committed before.
 */
export class SqliteReader {
  readonly #open: () => DatabaseSync;
  #connection: Connection | undefined;
  #isReading = false;

  constructor(open: () => DatabaseSync) {
    this.#open = open;
  }

  prepareRead<Row>(query: CompiledQuery<Row>): PreparedRead<Row> {
    let prepared = preparedOn(this.#connected(), query.sql);
    return (parameters) =>
      whenNotBusy(() => {
        const connection = this.#beginTurn();
        if (prepared.connection !== connection) prepared = preparedOn(connection, query.sql);
        const values = prepared.statement.get(...parameters);
        return values && rowOf<Row>(prepared.columns, values as unknown as unknown[]);
      });
  }

  /**
   * Ends the transaction of this turn: the next read sees what was changed meanwhile. It never throws, since there is nobody to be
   * told, and the process would end: a connection on which it fails, as on a damaged disk, is replaced by the next read.
   */
  endTurn(): void {
    if (!this.#isReading) return;
    this.#isReading = false;
    try {
      // After some errors SQLite has ended it already.
      if (this.#connection?.database.isTransaction) this.#connection.commit.run();
    } catch {
      this.close();
    }
  }

  close(): void {
    this.endTurn();
    const database = this.#connection?.database;
    this.#connection = undefined;
    database?.close();
  }

  #connected(): Connection {
    if (this.#connection === undefined) {
      const database = this.#open();
      this.#connection = { database, begin: database.prepare('begin'), commit: database.prepare('commit') };
    }
    return this.#connection;
  }

  #beginTurn(): Connection {
    const connection = this.#connected();
    if (this.#isReading) return connection;
    connection.begin.run();
    this.#isReading = true;
    setImmediate(() => this.endTurn());
    return connection;
  }
}

interface Connection {
  readonly database: DatabaseSync;
  readonly begin: StatementSync;
  readonly commit: StatementSync;
}

interface Prepared {
  readonly connection: Connection;
  readonly statement: StatementSync;
  readonly columns: readonly string[];
}

function preparedOn(connection: Connection, sql: string): Prepared {
  const statement = connection.database.prepare(sql);
  const columns = statement.columns().map(({ name }) => name);
  // The rows that SQLite's binding makes are slow to make and to read.
  statement.setReturnArrays(true);
  return { connection, statement, columns };
}

function rowOf<Row>(columns: readonly string[], values: readonly unknown[]): Row {
  const row: Record<string, unknown> = {};
  columns.forEach((name, index) => {
    row[name] = values[index];
  });
  return row as Row;
}
