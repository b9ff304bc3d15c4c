import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { KeyServiceError } from '../../../src/key-service/key-service-error.ts';
import { openPostgresStore } from '../../../src/key-service/store/postgres-store.ts';
import { preparedRead } from '../../../src/key-service/store/prepared-read.ts';
import type { Database, Queries } from '../../../src/key-service/store/schema.ts';
import { onServer } from '../../support/postgres.ts';
import { afterwards } from '../support/cleanup.ts';
import { freezingProxy } from '../support/freezing-proxy.ts';
import { onPostgres, postgres } from '../support/stores.ts';

const password = 'not-to-be-shown';

async function unmadeUrl(): Promise<URL> {
  const { databaseUrl = '' } = await postgres.unmade();
  return new URL(databaseUrl);
}

/** A user of the server who owns nothing. */
async function stranger(): Promise<string> {
  const name = `test_${randomUUID().slice(0, 8)}`;
  await onServer(`create role ${name} login password '${password}'`);
  afterwards(() => onServer(`drop role ${name}`));
  return name;
}

/** What opening is refused with, of which nothing shows a password. */
async function refusalOf(url: URL): Promise<Pick<KeyServiceError, 'code' | 'message' | 'next'>> {
  const error = (await openPostgresStore(url.href).catch((refusal: unknown) => refusal)) as KeyServiceError;
  const { code, message, next, stack } = error;
  for (const text of [message, next, stack]) {
    expect(text).not.toContain(url.password || password);
    expect(text).not.toContain(url.href);
  }
  return { code, message, next };
}

onPostgres('a PostgreSQL database that cannot be used', () => {
  it.each([
    [
      'is not there',
      (url: URL) => Object.assign(url, { pathname: '/nowhere' }),
      'There is no PostgreSQL database "nowhere" on 127.0.0.1:',
    ],
    ['does not know the password', (url: URL) => Object.assign(url, { password }), 'does not let the user postgres in'],
    [
      'wants a password where there is none',
      (url: URL) => Object.assign(url, { password: '' }),
      'does not let the user postgres in',
    ],
    [
      'is on a server without TLS',
      (url: URL) => Object.assign(url, { search: '?sslmode=verify-full' }),
      'cannot be reached: The server does not support SSL connections',
    ],
    [
      'is reached through files that are not there',
      (url: URL) => Object.assign(url, { search: '?sslrootcert=/none.pem' }),
      "no such file or directory, open '/none.pem'",
    ],
    [
      'has an address that is none',
      (url: URL) => new URL(`https://${url.host}`),
      'not a URL of the form postgres://user@host:port/database',
    ],
  ])('is named when it %s, and its password is not', async (_what, changed, message) => {
    expect(await refusalOf(changed(await unmadeUrl()))).toEqual({
      code: 'store',
      message: expect.stringContaining(message),
      next: expect.stringMatching(/\.$/),
    });
  });

  it('is named when it is on no server, which may be starting only now', async () => {
    expect(await refusalOf(Object.assign(await unmadeUrl(), { port: '1' }))).toEqual({
      code: 'store-busy',
      message: expect.stringContaining('cannot be reached: connect ECONNREFUSED 127.0.0.1:1'),
      next: expect.stringMatching(/\.$/),
    });
  });

  it('is named when the user may not make tables in it', async () => {
    const url = await unmadeUrl();
    Object.assign(url, { username: await stranger(), password });
    expect(await refusalOf(url)).toMatchObject({
      code: 'store',
      message: `The user ${url.username} has not enough rights in the PostgreSQL database "${url.pathname.slice(1)}" on ${url.host}`,
    });
  });

  it('is named when it keeps no Unicode', async () => {
    const url = await unmadeUrl();
    const name = `${url.pathname.slice(1)}_latin`;
    await onServer(`create database ${name} encoding 'LATIN1' locale 'C' locale_provider libc template template0`);
    afterwards(() => onServer(`drop database ${name} with (force)`));
    expect(await refusalOf(Object.assign(url, { pathname: `/${name}` }))).toMatchObject({
      code: 'store',
      message: expect.stringContaining('has the encoding LATIN1'),
    });
  });
});

onPostgres('a store in PostgreSQL', () => {
  const backendOf = async (db: Database) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
    return rows[0]?.pid;
  };

  it('outlives the loss of an idle connection', async () => {
    const db = await postgres.open();
    const lost = await backendOf(db);
    await onServer(`select pg_terminate_backend(${lost}, 5000)`);
    // The next query may still meet the old connection; the one after it does not.
    const found = await backendOf(db).catch(() => backendOf(db));
    expect([found, found === lost]).toEqual([expect.any(Number), false]);
  });

  it('loses no more than the transaction whose connection is lost', async () => {
    const db = await postgres.open();
    const insert = (name: string, queries: Queries = db) =>
      queries.insertInto('service_settings').values({ name, value: '' }).execute();
    const broken = db.transaction().execute(async (transaction) => {
      await insert('lost', transaction);
      await onServer(`select pg_terminate_backend(${await backendOf(transaction)}, 5000)`);
      await insert('lost, too', transaction);
    });
    await expect(broken).rejects.toMatchObject({
      code: 'store-busy',
      cause: { message: expect.stringMatching(/connection/i) },
    });
    await insert('kept');
    expect(await db.selectFrom('service_settings').select('name').execute()).toEqual([{ name: 'kept' }]);
  });

  it('asks to try again while the server lets nobody in, and goes on when it does', async () => {
    const { databaseUrl = '' } = await postgres.fresh();
    const name = new URL(databaseUrl).pathname.slice(1);
    const db = await postgres.openAgain({ dataFolder: '', databaseUrl });
    const query = db.selectFrom('service_settings').select('name');
    const read = preparedRead(db, query.compile());
    await onServer(`alter database ${name} allow_connections false`);
    await onServer(`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${name}'`);
    for (const ask of [async () => void (await query.execute()), async () => void (await read([]))]) {
      // The connection that was lost may be noticed only by its next use.
      await expect(ask().catch(ask)).rejects.toMatchObject({
        code: 'store-busy',
        message: 'The database cannot be reached for now',
      });
    }
    await onServer(`alter database ${name} allow_connections true`);
    expect([await query.execute(), await read([])]).toEqual([[], undefined]);
  });

  it('gives up a server that does not answer any more, and goes on when there is one that does', async () => {
    const { databaseUrl = '' } = await postgres.fresh();
    const url = new URL(databaseUrl);
    const proxy = await freezingProxy(Number(url.port));
    url.port = String(proxy.port);
    const db = await openPostgresStore(url.href, {
      ...{ connect: 2_000, read: 2_000, statement: 2_000, answer: 500 },
    });
    afterwards(() => db.destroy());
    const query = db.selectFrom('service_settings').select('name');
    const read = preparedRead(db, query.compile());
    const ask = {
      read: () => read([]),
      query: () => query.execute(),
      transaction: () => db.transaction().execute((transaction) => backendOf(transaction as Database)),
    };
    const askAll = () => Promise.allSettled([ask.read(), ask.read(), ask.query(), ask.transaction()]);
    expect((await askAll()).map(({ status }) => status)).toEqual(Array(4).fill('fulfilled'));
    proxy.freeze();
    const refused = { status: 'rejected', reason: expect.objectContaining({ code: 'store-busy' }) };
    // On the connections that were there, then on ones that would have to be made.
    for (const _connections of ['old', 'new']) expect(await askAll()).toEqual(Array(4).fill(refused));
    proxy.thaw();
    expect((await askAll()).map(({ status }) => status)).toEqual(Array(4).fill('fulfilled'));
  });

  it.each(['', '-c work_mem=5MB'])(
    'works at the isolation that locks are made for, with the options %j',
    async (options) => {
      const { databaseUrl = '' } = await postgres.fresh();
      const url = new URL(databaseUrl);
      await onServer(`alter database ${url.pathname.slice(1)} set default_transaction_isolation = serializable`);
      if (options !== '') url.searchParams.set('options', options);
      const db = await postgres.openAgain({ dataFolder: '', databaseUrl: url.href });
      const { rows } = await sql`select current_setting('transaction_isolation') as isolation,
      current_setting('application_name') as name, current_setting('work_mem') as memory`.execute(db);
      const memory = options === '' ? '4MB' : '5MB';
      expect(rows).toEqual([{ isolation: 'read committed', name: 'dataminer-deploy', memory }]);
    },
  );

  it('can be one of several in a database, each in a schema of its own', async () => {
    const url = await unmadeUrl();
    for (const schema of ['one', 'two']) {
      url.search = '';
      const db = await postgres.openAgain({ dataFolder: '', databaseUrl: url.href });
      await sql`create schema ${sql.ref(schema)}`.execute(db);
      url.searchParams.set('options', `-c search_path=${schema}`);
      const own = await postgres.openAgain({ dataFolder: '', databaseUrl: url.href });
      expect(await own.selectFrom('service_settings').selectAll().execute()).toEqual([]);
    }
  });
});
