import { Kysely } from 'kysely';
import pg from 'pg';
import { KeyServiceError } from '../key-service-error.ts';
import { migrate } from './migrate.ts';
import { LimitedClient } from './postgres-client.ts';
import { OurPostgresDialect } from './postgres-dialect.ts';
import { PostgresReader } from './postgres-reader.ts';
import { postgresRefusal } from './postgres-refusal.ts';
import { type PostgresTarget, targetOf } from './postgres-target.ts';
import type { Database, Tables } from './schema.ts';

/**
 * Connections of one process, beside that of its prepared reads. Each takes memory on the server, whose default limit is 100 for all
 * clients together.
 */
const maxConnections = 10;

/** How long things may take on a PostgreSQL server, in milliseconds. */
export interface PostgresLimits {
  /** Until there is a connection, also one that another request holds. */
  readonly connect: number;
  /** A prepared read, which callers wait for with every request. */
  readonly read: number;
  /** A statement, and a pause in a transaction. */
  readonly statement: number;
  /** How much later than the server itself we give up a statement: that is for one which does not answer at all. */
  readonly answer: number;
}

const defaultLimits: PostgresLimits = { connect: 10_000, read: 3_000, statement: 30_000, answer: 5_000 };

/** How long a connection is silent before the system looks whether the other end is still there, in milliseconds. */
const silenceMilliseconds = 10_000;

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
export async function openPostgresStore(databaseUrl: string, limits = defaultLimits): Promise<Database> {
  const target = targetOf(databaseUrl);
  try {
    const schema = await usableSchema(databaseUrl, target);
    await migrateAlone(databaseUrl, schema);
  } catch (error) {
    throw postgresRefusal(error, target);
  }
  const { connect: connectionTimeoutMillis, read, statement, answer } = limits;
  return connectedTo(
    databaseUrl,
    {
      max: maxConnections,
      connectionTimeoutMillis,
      statement_timeout: statement,
      query_timeout: statement + answer,
      idle_in_transaction_session_timeout: statement,
    },
    { connectionTimeoutMillis, statement_timeout: read, query_timeout: read },
  );
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

function connectedTo(databaseUrl: string, pooled: pg.PoolConfig, reading: pg.ClientConfig = {}): Database {
  const settings = settingsOf(databaseUrl);
  const pool = new pg.Pool({ ...settings, ...pooled, Client: LimitedClient });
  // A connection that is lost while nobody has it is replaced; the event alone would end the process.
  pool.on('error', () => undefined);
  return new Kysely<Tables>({ dialect: new OurPostgresDialect(pool, new PostgresReader({ ...settings, ...reading })) });
}

function settingsOf(databaseUrl: string): pg.ClientConfig {
  const url = new URL(databaseUrl);
  // What locks protect is written for this level; a server may have another default, and the URL other options.
  const options = [url.searchParams.get('options'), '-c default_transaction_isolation=read\\ committed'];
  url.searchParams.set('options', options.join(' ').trim());
  return {
    connectionString: url.href,
    application_name: 'dataminer-deploy',
    connectionTimeoutMillis: defaultLimits.connect,
    keepAlive: true,
    keepAliveInitialDelayMillis: silenceMilliseconds,
    types,
  };
}
