import { createHash } from 'node:crypto';
import type { CompiledQuery } from 'kysely';
import type pg from 'pg';
import { LimitedClient, outOfReach } from './postgres-client.ts';
import type { PreparedRead } from './prepared-read.ts';

/**
 * A connection of its own for prepared reads. They are sent one behind the other without waiting for answers: connections that are
 * taken from a pool and given back for each read cost both sides more than the read itself.
 */
export class PostgresReader {
  readonly #settings: pg.ClientConfig;
  #connection: Promise<pg.Client> | undefined;

  /** @param settings whom to connect to; nothing is connected before the first read */
  constructor(settings: pg.ClientConfig) {
    this.#settings = settings;
  }

  /** PostgreSQL plans a statement with a name once on each connection. */
  prepareRead<Row extends pg.QueryResultRow>({ sql: text }: CompiledQuery<Row>): PreparedRead<Row> {
    const name = createHash('sha256').update(text).digest('hex').slice(0, 16);
    return async (values) => {
      const client = await this.#connected();
      const { rows } = await client.query<Row>({ name, text, values: [...values] });
      return rows[0];
    };
  }

  /** Ends the connection when everything that was asked is answered. */
  async close(): Promise<void> {
    const connection = this.#connection;
    this.#connection = undefined;
    await connection?.then((client) => client.end()).catch(() => undefined);
  }

  #connected(): Promise<pg.Client> {
    this.#connection ??= this.#connect();
    return this.#connection;
  }

  /** Connects. A connection that cannot be made, or that is lost, is forgotten: the next read makes another one. */
  #connect(): Promise<pg.Client> {
    const client = new LimitedClient({ ...this.#settings, pipeline: true });
    const connection = client.connect().catch((cause) => {
      // The driver leaves a connection open that was made too late.
      client.end().catch(() => undefined);
      throw outOfReach(cause);
    });
    const forget = () => {
      // There may be another one by now: a loss is told more than once.
      if (this.#connection === connection) this.#connection = undefined;
    };
    connection.catch(forget);
    client.once('error', forget).once('end', forget);
    return connection;
  }
}
