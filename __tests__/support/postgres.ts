import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { json } from 'node:stream/consumers';
import pg from 'pg';
import { postgresPackage } from './postgres-package.ts';

/** Variable by which tests learn of the server that was made ready for their run. */
const askVariable = 'TEST_POSTGRES';

/** Whether tests can use PostgreSQL: somebody named a server, or one can be started here. */
export const hasPostgres = process.env.DATABASE_URL !== undefined || process.env[askVariable] !== undefined;

/** A PostgreSQL server that starts when it is first asked for, and lives no longer than this process. */
export interface PostgresServer {
  /** Where to ask for its URL. */
  readonly ask: string;
  stop(): Promise<void>;
}

/** Makes a server ready; undefined where there are no programs for this machine. */
export async function preparePostgres(): Promise<PostgresServer | undefined> {
  try {
    import.meta.resolve(postgresPackage);
  } catch {
    return undefined;
  }
  // In a group of its own: an interrupt from the keyboard must not reach it before those who use it.
  const child = spawn(process.execPath, [new URL('./postgres-server.ts', import.meta.url).pathname], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error('the PostgreSQL of the tests ended before it was ready');
  });
  const [ask] = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
  ended.catch(() => undefined);
  return { ask: ask as string, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  child.stdin?.end();
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** The URL of a server that was made ready, as its superuser. @throws Error when it does not start */
export async function urlOf(ask: string): Promise<string> {
  const answer = (await json(connect(ask))) as { url?: string; error?: string };
  if (answer.url === undefined) throw new Error(answer.error);
  return answer.url;
}

/** The server of this test run, as its superuser. */
export async function serverUrl(): Promise<string> {
  return process.env.DATABASE_URL ?? (await urlOf(process.env[askVariable] ?? ''));
}

/** An empty database of its own, or a copy of another one that nobody uses; remove it with {@link dropDatabase}. */
export async function createDatabase(template?: string): Promise<string> {
  const url = new URL(await serverUrl());
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const copied = template === undefined ? 'template0' : new URL(template).pathname.slice(1);
  await onServer(`create database ${name} template ${copied} strategy file_copy`);
  url.pathname = `/${name}`;
  return url.href;
}

/** Removes a database, whoever still uses it. */
export async function dropDatabase(databaseUrl: string): Promise<void> {
  await onServer(`drop database if exists ${new URL(databaseUrl).pathname.slice(1)} with (force)`);
}

/** Executes a statement in the server's own database. */
export async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: await serverUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
