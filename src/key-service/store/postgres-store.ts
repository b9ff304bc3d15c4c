import { Kysely } from 'kysely';
import pg from 'pg';
import { KeyServiceError } from '../key-service-error.ts';
import { migrate } from './migrate.ts';
import { OurPostgresDialect } from './postgres-dialect.ts';
import { postgresRefusal } from './postgres-refusal.ts';
import { type PostgresTarget, targetOf } from './postgres-target.ts';
import type { Database, Tables } from './schema.ts';

/** Connections of one process. Each takes memory on the server, whose default limit is 100 for all clients together. */
const maxConnections = 10;

/** How long things may take, in milliseconds: a connection, also one that another request holds; a statement; a pause in a transaction. */
const connectMilliseconds = 10_000;
const statementMilliseconds = 30_000;
const idleInTransactionMilliseconds = 30_000;

/** Types that arrive as text because they can exceed a number; what we store in them cannot. */
const numberTypes: readonly number[] = [pg.types.builtins.INT8, pg.types.builtins.NUMERIC];

const types = {
  getTypeParser: ((id, format) =>
    numberTypes.includes(id) ? Number : pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
};

/**
 * Opens a PostgreSQL database and brings it to the newest version. Several processes may do this at the same moment.
 * @param databaseUrl `postgres://user@host:port/database`; TLS by its `sslmode`. What it leaves out comes from the variables and
 * the password file that all PostgreSQL programs know
 * @throws KeyServiceError `store` when the database cannot be used, `store-busy` when that may pass by itself. The URL, which may
 * hold a password, is in no message
 */
export async function openPostgresStore(databaseUrl: string): Promise<Database> {
  const target = targetOf(databaseUrl);
  try {
    const schema = await usableSchema(databaseUrl, target);
    await migrateAlone(databaseUrl, schema);
  } catch (error) {
    throw postgresRefusal(error, target);
  }
  return connectedTo(databaseUrl, {
    max: maxConnections,
    statement_timeout: statementMilliseconds,
    idle_in_transaction_session_timeout: idleInTransactionMilliseconds,
  });
}

/**
 * The schema that tables are made in. This first connection is no pooled one: a pool forgets connections that it could not
 * make without closing them.
 * @throws KeyServiceError `store` when there is none or the database keeps no Unicode
 */
async function usableSchema(databaseUrl: string, { database, user }: PostgresTarget): Promise<string> {
  const client = new pg.Client(settingsOf(databaseUrl));
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ schema: string | null; encoding: string }>(
      "select current_schema() as schema, current_setting('server_encoding') as encoding",
    );
    const { schema = null, encoding } = rows[0] ?? {};
    if (encoding !== 'UTF8') {
      throw new KeyServiceError(
        'store',
        `The PostgreSQL database ${database} has the encoding ${encoding}`,
        "Make one with the encoding UTF8: create database NAME encoding 'UTF8' template template0.",
      );
    }
    if (schema !== null) return schema;
    throw new KeyServiceError(
      'store',
      `The PostgreSQL database ${database} has no schema that the user ${user} may use`,
      'Grant the user usage and create on a schema of its search_path.',
    );
  } finally {
    await client.end();
  }
}

/** Migrates over a connection of its own, on which a change of a large table may take its time. */
async function migrateAlone(databaseUrl: string, schema: string): Promise<void> {
  const db = connectedTo(databaseUrl, { max: 1 });
  try {
    await migrate(db, schema);
  } finally {
    await db.destroy();
  }
}

function connectedTo(databaseUrl: string, options: pg.PoolConfig): Database {
  const pool = new pg.Pool({ ...settingsOf(databaseUrl), ...options });
  // A connection that is lost fails the query that needs it and is replaced; the event alone would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Tables>({ dialect: new OurPostgresDialect(pool) });
}

function settingsOf(databaseUrl: string): pg.ClientConfig {
  const url = new URL(databaseUrl);
  // What locks protect is written for this level; a server may have another default, and the URL other options.
  const options = [url.searchParams.get('options'), '-c default_transaction_isolation=read\\ committed'];
  url.searchParams.set('options', options.join(' ').trim());
  return {
    connectionString: url.href,
    application_name: 'dataminer-deploy',
    connectionTimeoutMillis: connectMilliseconds,
    keepAlive: true,
    types,
  };
}
