import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { keyHeader } from '../../src/contract/headers.ts';
import { formatKey, formatToken, keyRandomBytes } from '../../src/contract/key-format.ts';
import { paths } from '../../src/contract/paths.ts';
import type { StoreOptions } from '../../src/key-service/key-service-core.ts';
import type { KeySet } from '../support/processes.ts';
import { bytesOf, type Document, type Known, type Request, requestsTo } from './fuzz/malformed-request.ts';
import { SoakService } from './soak-service.ts';

export interface FuzzSoak {
  readonly store: StoreOptions;
  /** Folder of the DMS. */
  readonly folder: string;
  readonly requests: number;
  readonly seed: number;
  readonly tell?: (line: string) => void;
}

export interface FuzzReport {
  readonly requests: number;
  /** How often each status was answered; 0 for a connection that was closed without an answer. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Memory of the service after half of the requests and after all, in bytes. */
  readonly memory: readonly [half: number, all: number];
}

const batch = 200;
const connections = 8;

/** How long an answer may take, in milliseconds. */
const answerMilliseconds = 20_000;

/** How long an answer to a whole request may take at most, so that we say only afterwards that no more will come. */
const patienceMilliseconds = 2_000;

/** How much more memory the service may have after the second half, in bytes; the first fills its caches and its heap. */
const memoryGrowth = 100 * 1024 * 1024;

/** What only the inside of the service says. */
const inside = [
  /^\s+at .+:\d+:\d+/m,
  /node_modules|node:internal|\.ts\b/,
  /sqlite|postgres|kysely|constraint|syntax error|duplicate key|relation "/i,
  /\b(?:select|insert into|update|delete from) .+ (?:from|values|set|where)\b/i,
];

/**
 * Sends a service malformed requests, made from its own description, with good and bad credentials. No answer is a failure of the
 * service or tells of its inside, no secret is in an answer or in the log, and the service is well afterwards.
 * @throws Error naming the first request that went wrong, and the seed
 */
export async function fuzzSoak(soak: FuzzSoak): Promise<FuzzReport> {
  const service = new SoakService(soak.store);
  try {
    await service.start();
    const { known, untouched, secrets } = await prepare(service, soak);
    const document = (await (await fetch(`${service.url}/openapi.json`)).json()) as Document;
    const arbitrary = requestsTo(document, known);
    let before = 0;
    const statuses: Record<number, number> = {};
    for (let sent = 0; sent < soak.requests; sent += batch) {
      if (before === 0 && sent >= soak.requests / 2) before = await service.residentBytes();
      const count = Math.min(batch, soak.requests - sent);
      const requests = fc.sample(arbitrary, { numRuns: count, seed: soak.seed + sent });
      await sendAll(service.url, requests, (request, answer) => {
        const status = statusOf(answer);
        statuses[status] = (statuses[status] ?? 0) + 1;
        const problem = problemWith(answer, status, request, [...secrets, soak.store.dataFolder]);
        if (problem !== undefined)
          throw new Error(`${problem}\n${shown(bytesOf(request))}\n---\n${answer.slice(0, 2000)}`);
      });
      soak.tell?.(`${sent + count} of ${soak.requests}`);
    }
    await checkAfterwards(service, untouched);
    const after = await service.residentBytes();
    if (after - before > memoryGrowth) throw new Error(`the service grew from ${before} to ${after} bytes`);
    await service.stop();
    checkLog(service.log, secrets);
    return { requests: soak.requests, statuses, memory: [before, after] };
  } catch (error) {
    throw new Error(`seed ${soak.seed}: ${(error as Error).message}\n${service.log}`, { cause: error });
  } finally {
    await service.kill().catch(() => undefined);
  }
}

/** An organization for the requests to play with, and a key of another one that they know nothing of. */
async function prepare(service: SoakService, { folder, seed }: FuzzSoak) {
  const create = async <Result>(...args: string[]) => await service.cli<Result>('admin', ...args);
  const organization = await create<{ id: string }>('create-organization', '--name', 'Fuzzed');
  const place = ['--organization', organization.id];
  const system = await create<{ id: string }>('create-system', ...place, '--name', 'Fuzzed', '--folder', folder);
  const keys = await create<KeySet>('create-key', '--system', system.id, '--label', 'fuzzed');
  const dead = await create<KeySet>('create-key', '--system', system.id, '--label', 'dead');
  await create('revoke', '--set', dead.id, '--confirm', 'dead');
  const owner = await create<{ token: string }>('create-token', ...place, '--role', 'owner', '--name', 'owner');
  const member = await create<{ token: string }>('create-token', ...place, '--role', 'member', '--name', 'member');
  const other = await create<{ id: string }>('create-organization', '--name', 'Untouched');
  const untouched = await create<KeySet>(
    ...['create-key', '--organization', other.id, '--label', 'untouched', '--permission', 'read-catalog-items'],
  );
  const unknown = new Uint8Array(keyRandomBytes).fill(seed % 256);
  const known: Known = {
    ids: { org: organization.id, dms: system.id, set: keys.id, deploymentId: organization.id },
    keys: [keys.primary, keys.secondary, dead.primary, formatKey('system', unknown)],
    tokens: [owner.token, member.token, formatToken(unknown)],
    marker: `Mrk${seed}Secret0fTheFuzz`,
  };
  const secrets = [
    dead.primary,
    dead.secondary,
    owner.token,
    member.token,
    untouched.primary,
    untouched.secondary,
    known.marker,
  ];
  return { known, untouched: untouched.primary, secrets };
}

async function sendAll(
  url: string,
  requests: readonly Request[],
  take: (request: Request, answer: string) => void,
): Promise<void> {
  const queue = [...requests];
  const work = async () => {
    for (let request = queue.shift(); request !== undefined; request = queue.shift()) {
      take(request, await answerTo(url, request));
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
}

/** Everything that comes back; nothing when the connection is cut. @throws Error when it hangs */
async function answerTo(url: string, request: Request): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  // A request that is not whole is awaited, until we say that no more will come.
  const patience = setTimeout(() => socket.end(), patienceMilliseconds);
  const limit = setTimeout(() => socket.destroy(new Error('timeout')), answerMilliseconds);
  socket.write(bytesOf(request));
  try {
    return await text(socket);
  } catch (error) {
    if ((error as Error).message !== 'timeout') return '';
    throw new Error(`never answered: ${shown(bytesOf(request))}`, { cause: error });
  } finally {
    clearTimeout(patience);
    clearTimeout(limit);
  }
}

/** The status of the last answer: interim ones may come before it. */
function statusOf(answer: string): number {
  const statuses = [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
  return statuses.find((status) => status >= 200) ?? 0;
}

function problemWith(
  answer: string,
  status: number,
  { target }: Request,
  secrets: readonly string[],
): string | undefined {
  if (status >= 500) return `answered ${status}`;
  const showsValues = status < 300 && /\/keys(?:\?|$)|\/(?:reveal|regenerate)(?:\?|$)/.test(target);
  const told = secrets.find((secret) => answer.includes(secret));
  if (told !== undefined && !showsValues) return 'an answer holds a secret or a path';
  if (status >= 400) {
    const leak = inside.find((pattern) => pattern.test(answer));
    if (leak !== undefined) return `an answer tells of the inside: ${leak}`;
    return problemDocument(answer, status);
  }
  return undefined;
}

/** Errors of ours are problem documents; what HTTP itself refuses has no content, and neither has the answer to HEAD. */
function problemDocument(answer: string, status: number): string | undefined {
  const end = answer.indexOf('\r\n\r\n');
  const head = answer.slice(0, end);
  // What comes after it answers what came after the request, by its own count of bytes.
  const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0);
  const body = Buffer.from(answer.slice(end + 4)).toString('utf8', 0, length);
  const type = /^content-type: (.+)$/im.exec(head)?.[1];
  if (type === undefined || body === '') return undefined;
  if (!type.startsWith('application/problem+json')) return `the answer ${status} is no problem document`;
  return (JSON.parse(body) as { status?: unknown }).status === status
    ? undefined
    : 'a problem document has another status';
}

async function checkAfterwards(service: SoakService, key: string): Promise<void> {
  const statuses = await Promise.all(
    ['/healthz', '/readyz', paths.keySelf].map(
      async (path) => (await fetch(service.url + path, { headers: { [keyHeader]: key } })).status,
    ),
  );
  if (statuses.some((status) => status !== 200)) throw new Error(`the service is not well: ${statuses}`);
}

function checkLog(log: string, secrets: readonly string[]): void {
  if (secrets.some((secret) => log.includes(secret))) throw new Error('the log holds a secret');
  for (const line of log.trim().split('\n')) {
    // Beside its log the service says what is not for programs, such as that nobody can sign in yet.
    if (!line.startsWith('{')) continue;
    const { level } = JSON.parse(line) as { level: number };
    if (level >= 50) throw new Error(`the log tells of a failure: ${line}`);
  }
}

function shown(bytes: Uint8Array): string {
  return JSON.stringify(Buffer.from(bytes).toString('latin1').slice(0, 2000));
}
