/**
 * What a key service would be without a key service: `node:http` that makes the same HMAC and the same lookup, prepared, with the
 * same database library, and answers the same: `node bare-server.ts DATA-FOLDER`, with PostgreSQL when a variable names one.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import pg from 'pg';
import { keyHeader } from '../../src/contract/headers.ts';
import type { KeySelf } from '../../src/contract/schemas.ts';
import { type FoundValue, lookup } from '../../src/key-service/keys/value-lookup.ts';
import { databaseUrlVariable } from '../../src/key-service/store/postgres-url.ts';
import type { Tables } from '../../src/key-service/store/schema.ts';
import { databaseFileName } from '../../src/key-service/store/sqlite-store.ts';
import { announced } from './announced.ts';
import { pepperOf } from './fill-store.ts';

type Find = (digest: Uint8Array) => FoundValue | undefined | Promise<FoundValue | undefined>;

/** The text of the lookup; both databases take the same but for the name of its parameter. */
const text = lookup(
  new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }),
  [new Uint8Array()],
).compile().sql;

const [dataFolder = ''] = process.argv.slice(2);
const databaseUrl = process.env[databaseUrlVariable];
const pepper = await pepperOf(dataFolder);
const find = databaseUrl === undefined ? sqliteFind() : postgresFind(databaseUrl);
const header = keyHeader.toLowerCase();

announced(
  createServer(async (request, response) => {
    const digest = createHmac('sha256', pepper).update(String(request.headers[header])).digest();
    // Not awaited when it is there: that would be work which SQLite does not need.
    const found = find(digest);
    const value = found instanceof Promise ? await found : found;
    if (value === undefined || !timingSafeEqual(value.digest, digest) || value.set_state !== 'active') {
      response.writeHead(403).end();
      return;
    }
    const body = JSON.stringify(selfOf(value));
    response.writeHead(200, {
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  }),
);

function sqliteFind(): Find {
  const database = new DatabaseSync(join(dataFolder, databaseFileName), { readOnly: true });
  const statement = database.prepare(text.replace('$1', '?'));
  return (digest) => statement.get(digest) as FoundValue | undefined;
}

function postgresFind(connectionString: string): Find {
  const pool = new pg.Pool({ connectionString });
  return async (digest) => (await pool.query({ name: 'lookup', text, values: [digest] })).rows[0];
}

function selfOf(value: FoundValue): KeySelf {
  return {
    scope: 'system',
    organization: { id: value.organization_id, name: value.organization_name },
    dms: { id: value.system_id ?? '', name: value.system_name ?? '' },
    setId: value.set_id,
    label: value.label,
    slot: value.slot,
    permissions: JSON.parse(value.permissions) as string[],
    createdAt: new Date(Number(value.set_created_at)).toISOString(),
  };
}
