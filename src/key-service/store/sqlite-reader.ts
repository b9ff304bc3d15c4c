import type { DatabaseSync } from 'node:sqlite';
import type { CompiledQuery } from 'kysely';
import type { PreparedRead } from './prepared-read.ts';
import { whenNotBusy } from './sqlite-busy.ts';

/** A second connection, for prepared reads. In WAL mode neither waits for the other. */
export class SqliteReader {
  readonly #open: () => DatabaseSync;
  #database: DatabaseSync | undefined;

  constructor(open: () => DatabaseSync) {
    this.#open = open;
  }

  prepareRead<Row>(query: CompiledQuery<Row>): PreparedRead<Row> {
    this.#database ??= this.#open();
    const statement = this.#database.prepare(query.sql);
    const columns = statement.columns().map(({ name }) => name);
    // The rows that SQLite's binding makes are slow to make and to read.
    statement.setReturnArrays(true);
    return async (parameters) => {
      const values = await whenNotBusy(() => statement.get(...parameters));
      return values && rowOf<Row>(columns, values as unknown as unknown[]);
    };
  }

  close(): void {
    this.#database?.close();
  }
}

function rowOf<Row>(columns: readonly string[], values: readonly unknown[]): Row {
  const row: Record<string, unknown> = {};
  for (const [index, name] of columns.entries()) row[name] = values[index];
  return row as Row;
}
