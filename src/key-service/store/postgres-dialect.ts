import { createHash } from 'node:crypto';
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
import { KeyServiceError } from '../key-service-error.ts';
import type { PreparedRead, PreparingAdapter } from './prepared-read.ts';
import { requireStorable } from './storable.ts';

/** Kysely's own PostgreSQL dialect, with what we ask of a database beyond it. */
export class OurPostgresDialect extends PostgresDialect {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super({ pool });
    this.#pool = pool;
  }

  override createDriver(): Driver {
    return new OurPostgresDriver({ pool: this.#pool });
  }

  override createAdapter(): PostgresAdapter {
    return new OurPostgresAdapter(this.#pool);
  }

  override createQueryCompiler(): PostgresQueryCompiler {
    return new CheckingPostgresQueryCompiler();
  }
}

class OurPostgresDriver extends PostgresDriver {
  /** @throws KeyServiceError `store-busy` for a server that is gone for now, or has no connection left */
  override async acquireConnection(options?: AbortableOperationOptions): Promise<DatabaseConnection> {
    try {
      return await super.acquireConnection(options);
    } catch (cause) {
      throw outOfReach(cause);
    }
  }
}

class OurPostgresAdapter extends PostgresAdapter implements PreparingAdapter {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super();
    this.#pool = pool;
  }

  /** PostgreSQL plans a statement with a name once on each connection. */
  prepareRead<Row>(query: CompiledQuery<Row>): PreparedRead<Row> {
    const name = createHash('sha256').update(query.sql).digest('hex').slice(0, 16);
    return async (values) => {
      const client = await this.#pool.connect().catch((cause) => Promise.reject(outOfReach(cause)));
      try {
        const { rows } = await client.query({ name, text: query.sql, values: [...values] });
        return rows[0] as Row | undefined;
      } finally {
        client.release();
      }
    };
  }
}

class CheckingPostgresQueryCompiler extends PostgresQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    requireStorable(parameter);
    super.addParameter(parameter);
  }
}

/** What callers are told; why, is the cause, for the log. */
function outOfReach(cause: unknown): KeyServiceError {
  return new KeyServiceError('store-busy', 'The database cannot be reached for now', 'Try again in a moment.', {
    cause,
  });
}
