import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { preparePostgres, urlOf } from '../__tests__/support/postgres.ts';
import { paths } from '../src/contract/paths.ts';
import type { StoreOptions } from '../src/key-service/key-service-core.ts';
import { databaseUrlVariable } from '../src/key-service/store/postgres-url.ts';
import type { Bench } from './bench.ts';
import { inTurns } from './measure.ts';
import { commandLine } from './places.ts';
import type { Figure, Findings, Row } from './report.ts';
import { samplesOf } from './samples.ts';
import { fillStore } from './validation/fill-store.ts';
import { libraryServer } from './validation/library-server.ts';
import { MeasuredServer, type Round, type ServerCommand } from './validation/measured-server.ts';
import { readThrough } from './validation/read-through.ts';

const connections = 50;
const few = 1_000;

/** At least this share of what a bare server does with the same lookup, in %. */
const leastShare = 80;
/** At least this share of the throughput with few key sets is left with many, in %. */
const leastShareWithMany = 85;
/** At least so many times what the library does. */
const leastTimes = 5;

const programs = Object.fromEntries(
  ['bare-server', 'empty-server'].map((name) => [
    name,
    fileURLToPath(new URL(`validation/${name}.ts`, import.meta.url)),
  ]),
);

interface Contender {
  readonly name: string;
  readonly sets: number;
  readonly command: ServerCommand;
  /** Folder of its database, if it has one whose size matters. */
  readonly database?: string;
}

/** Checking keys over HTTP, with few and with many key sets, beside bare servers and a library for API keys. */
export async function validation({ folder, quick, signal }: Bench): Promise<Findings> {
  const many = quick ? 50_000 : 1_000_000;
  const postgres = await preparePostgres();
  const servers = new Map<string, MeasuredServer>();
  try {
    const contenders: Contender[] = [
      { name: 'nothing', sets: few, command: { args: [programs['empty-server'] ?? ''], log: join(folder, 'nothing') } },
      { name: 'library', sets: few, command: await libraryServer(await made(folder, 'library'), few, signal) },
      ...(await storeContenders('SQLite', folder, many, signal)),
      ...(postgres ? await storeContenders('PostgreSQL', folder, many, signal, await urlOf(postgres.ask)) : []),
    ];
    for (const { name, command } of contenders) servers.set(name, await MeasuredServer.start(command));
    const rounds = await inTurns(
      quick ? 3 : 7,
      Object.fromEntries(
        contenders.map(({ name, sets, database }) => [
          name,
          async () => {
            if (database !== undefined) await readThrough(database);
            return await (servers.get(name) as MeasuredServer).round(sets, quick ? 3 : 5, connections, signal);
          },
        ]),
      ),
    );
    const stores = postgres ? ['SQLite', 'PostgreSQL'] : ['SQLite'];
    return {
      figures: figuresOf(rounds, stores, many),
      rows: contenders.flatMap(({ name }) => rowsOf(name, rounds[name] ?? [])),
    };
  } finally {
    for (const server of servers.values()) await server.stop();
    await postgres?.stop();
  }
}

/** The key service and the bare server, each with few and with many sets, on one kind of database. */
async function storeContenders(
  store: string,
  folder: string,
  many: number,
  signal: AbortSignal,
  serverUrl?: string,
): Promise<Contender[]> {
  const contenders: Contender[] = [];
  for (const sets of [few, many]) {
    const dataFolder = join(folder, `${store}-${sets}`);
    const databaseUrl = serverUrl === undefined ? undefined : await newDatabase(serverUrl, `sets_${sets}`);
    const options: StoreOptions = { dataFolder, ...(databaseUrl !== undefined && { databaseUrl }) };
    await fillStore(options, sets, signal);
    const database = databaseUrl === undefined ? dataFolder : await folderOf(databaseUrl);
    const env = databaseUrl === undefined ? {} : { [databaseUrlVariable]: databaseUrl };
    const started = (name: string, args: readonly string[], path?: string): Contender => ({
      name: nameOf(name, store, sets),
      sets,
      database,
      command: { args, env, log: join(folder, `${name}-${store}-${sets}.log`), ...(path !== undefined && { path }) },
    });
    contenders.push(
      started('service', [commandLine, 'serve', '--json', '--port', '0', '--data', dataFolder], paths.keySelf),
      started('bare', [programs['bare-server'] ?? '', dataFolder]),
    );
  }
  return contenders;
}

function nameOf(server: string, store: string, sets: number): string {
  return `${server}, ${store}, ${sets.toLocaleString('en')} sets`;
}

async function newDatabase(serverUrl: string, name: string): Promise<string> {
  await answerOf(serverUrl, `create database ${name} template template0`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Where the server, which runs here, keeps the files of a database. */
async function folderOf(databaseUrl: string): Promise<string> {
  const { folder } = await answerOf(
    databaseUrl,
    `select current_setting('data_directory') || '/base/' || oid as folder from pg_database where datname = current_database()`,
  );
  return folder as string;
}

async function answerOf(databaseUrl: string, statement: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(statement)).rows[0] ?? {};
  } finally {
    await client.end();
  }
}

async function made(folder: string, name: string): Promise<string> {
  await mkdir(join(folder, name));
  return join(folder, name);
}

function figuresOf(
  rounds: Readonly<Record<string, readonly Round[]>>,
  stores: readonly string[],
  many: number,
): Figure[] {
  const speed = (name: string) =>
    samplesOf((rounds[name] ?? []).map(({ requestsPerSecond }) => requestsPerSecond)).median;
  const service = (store: string, sets: number) => speed(nameOf('service', store, sets));
  return [
    ...stores.flatMap((store) => [
      ...[few, many].map(
        (sets): Figure => ({
          what: `${store}, ${sets.toLocaleString('en')} sets: service / bare server`,
          value: (100 * service(store, sets)) / speed(nameOf('bare', store, sets)),
          unit: '%',
          atLeast: leastShare,
        }),
      ),
      {
        what: `${store}: ${many.toLocaleString('en')} sets / ${few.toLocaleString('en')}`,
        value: (100 * service(store, many)) / service(store, few),
        unit: '%',
        atLeast: leastShareWithMany,
      } satisfies Figure,
    ]),
    {
      what: 'SQLite: service / library',
      value: service('SQLite', few) / speed('library'),
      unit: '×',
      atLeast: leastTimes,
    },
    {
      what: 'SQLite: service / server that does nothing',
      value: (100 * service('SQLite', few)) / speed('nothing'),
      unit: '%',
    },
  ];
}

function rowsOf(name: string, rounds: readonly Round[]): Row[] {
  const of = (value: (round: Round) => number) => samplesOf(rounds.map(value));
  return [
    { what: name, samples: of(({ requestsPerSecond }) => requestsPerSecond), unit: 'requests/s' },
    { what: '  p50', samples: of(({ p50 }) => p50), unit: 'ms' },
    { what: '  p99', samples: of(({ p99 }) => p99), unit: 'ms' },
    { what: '  memory', samples: of(({ residentBytes }) => residentBytes / 2 ** 20), unit: 'MiB' },
  ];
}
