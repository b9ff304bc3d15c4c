import {
  type AbortableOperationOptions,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresAdapter,
  PostgresDialect,
  PostgresDriver,
  PostgresQueryCompiler,
} from 'kysely';
import type pg from 'pg';
import { outOfReach } from './postgres-client.ts';
import type { PostgresReader } from './postgres-reader.ts';
import type { PreparedRead, PreparingAdapter } from './prepared-read.ts';
import { requireStorable } from './storable.ts';

/** Kysely's own PostgreSQL dialect, with what we ask of a database beyond it. */
export class OurPostgresDialect extends PostgresDialect {
  readonly #pool: pg.Pool;
  readonly #reader: PostgresReader;

  constructor(pool: pg.Pool, reader: PostgresReader) {
    super({ pool });
    this.#pool = pool;
    this.#reader = reader;
  }

  override createDriver(): Driver {
    return new OurPostgresDriver(this.#pool, this.#reader);
  }

  override createAdapter(): PostgresAdapter {
    return new OurPostgresAdapter(this.#reader);
  }

  override createQueryCompiler(): PostgresQueryCompiler {
    return new CheckingPostgresQueryCompiler();
  }
}

class OurPostgresDriver extends PostgresDriver {
  readonly #reader: PostgresReader;

  constructor(pool: pg.Pool, reader: PostgresReader) {
    super({ pool });
    this.#reader = reader;
  }

  /** @throws KeyServiceError `store-busy` for a server that is gone for now, or has no connection left */
  override async acquireConnection(options?: AbortableOperationOptions): Promise<DatabaseConnection> {
    try {
      return await super.acquireConnection(options);
    } catch (cause) {
      throw outOfReach(cause);
    }
  }

  override async destroy(): Promise<void> {
    await this.#reader.close();
    await super.destroy();
  }
}

class OurPostgresAdapter extends PostgresAdapter implements PreparingAdapter {
  readonly #reader: PostgresReader;

  constructor(reader: PostgresReader) {
    super();
    this.#reader = reader;
  }

  prepareRead<Row>(query: CompiledQuery<Row>): PreparedRead<Row> {
    return this.#reader.prepareRead(query as CompiledQuery<Row & pg.QueryResultRow>);
  }
}

class CheckingPostgresQueryCompiler extends PostgresQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    requireStorable(parameter);
    super.addParameter(parameter);
  }
}
