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
    return (parameters) => whenNotBusy(() => statement.get(...parameters) as Row | undefined);
  }

  close(): void {
    this.#database?.close();
  }
}
