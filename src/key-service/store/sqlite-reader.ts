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
  #database: DatabaseSync | undefined;
  #begin: StatementSync | undefined;
  #commit: StatementSync | undefined;
  #isReading = false;

  constructor(open: () => DatabaseSync) {
    this.#open = open;
  }

  prepareRead<Row>(query: CompiledQuery<Row>): PreparedRead<Row> {
    this.#database ??= this.#open();
    this.#begin ??= this.#database.prepare('begin');
    this.#commit ??= this.#database.prepare('commit');
    const statement = this.#database.prepare(query.sql);
    const columns = statement.columns().map(({ name }) => name);
    // The rows that SQLite's binding makes are slow to make and to read.
    statement.setReturnArrays(true);
    return (parameters) =>
      whenNotBusy(() => {
        this.#beginTurn();
        const values = statement.get(...parameters);
        return values && rowOf<Row>(columns, values as unknown as unknown[]);
      });
  }

  /** Ends the transaction of this turn: the next read sees what was changed meanwhile. */
  endTurn(): void {
    if (!this.#isReading) return;
    this.#isReading = false;
    this.#commit?.run();
  }

  close(): void {
    this.endTurn();
    this.#database?.close();
  }

  #beginTurn(): void {
    if (this.#isReading) return;
    this.#begin?.run();
    this.#isReading = true;
    setImmediate(() => this.endTurn());
  }
}

function rowOf<Row>(columns: readonly string[], values: readonly unknown[]): Row {
  const row: Record<string, unknown> = {};
  columns.forEach((name, index) => {
    row[name] = values[index];
  });
  return row as Row;
}
