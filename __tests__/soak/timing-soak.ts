import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { keyHeader } from '../../src/contract/headers.ts';
import { formatKey, keyRandomBytes } from '../../src/contract/key-format.ts';
import { paths } from '../../src/contract/paths.ts';
import type { StoreOptions } from '../../src/key-service/key-service-core.ts';
import type { KeySet } from '../support/processes.ts';
import { Seeded } from './seeded.ts';
import { SoakService } from './soak-service.ts';

export interface TimingSoak {
  readonly store: StoreOptions;
  /** Folder of the DMS. */
  readonly folder: string;
  /** How often each key is tried. */
  readonly samples: number;
  readonly seed: number;
  readonly tell?: (line: string) => void;
}

/** How long the answers to each kind of key took, in the order in which they came, in microseconds. */
export type Times = Readonly<Record<string, readonly number[]>>;

/** Between what a number lies, as far as the measurement tells. */
export type Interval = readonly [least: number, most: number];

/** What the times tell, in microseconds. */
export interface TimingReport {
  /** How often each key was tried. */
  readonly samples: number;
  readonly medians: Readonly<Record<string, number>>;
  /** A difference up to this does not count. */
  readonly resolution: number;
  /** By how much an answer to each kind takes longer than one to an unknown key: of the quick answers, and of the middle ones. */
  readonly differences: Readonly<Record<string, { readonly quick: Interval; readonly middle: Interval }>>;
  /** Kinds that can be told from unknown keys. */
  readonly different: readonly string[];
  /** Kinds about which nothing is certain. */
  readonly unclear: readonly string[];
}

/** What the others are compared with. */
const reference = 'unknown';

/** The quick answers have the least noise in them: who measures over a network goes by these. */
const parts = { quick: 0.1, middle: 0.5 };

/** Tries of each key that are compared at a time: while these last, the machine is as busy with one as with another. */
const batchSamples = 100;

/** How many standard deviations of a sign test an interval reaches: it misses the truth once in a thousand times. */
const certainty = 3.3;

/** Differences that nobody sees behind the jitter of a network: in microseconds, and as a part of the time of an answer. */
const unseen = { microseconds: 5, part: 0.02 };

/** On a busy machine the keys are tried up to so many times as often, until the times tell enough. */
const patience = 4;

/**
 * Tries keys that do not work, whatever the reason, and compares how long the answers take (security practice 4).
 * @throws Error naming the kinds that can be told from unknown keys, or about which too busy a machine tells nothing
 */
export async function timingSoak(soak: TimingSoak): Promise<TimingReport> {
  const isEnough = (times: Times, count: number) =>
    count >= soak.samples && (count >= patience * soak.samples || compared(times).unclear.length === 0);
  const report = compared(await answerTimes(soak, isEnough));
  const { different, unclear } = report;
  const told = `seed ${soak.seed}: ${JSON.stringify(report)}`;
  if (different.length > 0) throw new Error(`the time of an answer tells ${different} from unknown keys; ${told}`);
  if (unclear.length > 0) throw new Error(`the machine is too busy to tell how long answers take; ${told}`);
  return report;
}

/**
 * Asks a service who keys are that do not work, each as often as the others and in random order, over one connection.
 * @param isEnough asked after each batch @throws Error when an answer differs from the others in more than the time of day
 */
export async function answerTimes(
  { store, folder, seed, tell }: TimingSoak,
  isEnough: (times: Times, count: number) => boolean,
): Promise<Times> {
  const service = new SoakService(store);
  try {
    await service.start();
    const keys = await deadKeys(service, folder);
    const connection = await Connection.to(service.url);
    const tries = new Tries(connection, keys, new Seeded(seed));
    // The first ones find nothing compiled or cached.
    await tries.batch();
    tries.forget();
    do {
      await tries.batch();
      tell?.(`${tries.count} tries of each key`);
    } while (!isEnough(tries.times, tries.count));
    connection.close();
    return tries.times;
  } finally {
    await service.kill().catch(() => undefined);
  }
}

/** What the times of answers tell. */
export function compared(times: Times): TimingReport {
  const known = times[reference] ?? [];
  const others = Object.entries(times).filter(([kind]) => kind !== reference);
  const resolution = rounded(Math.max(unseen.microseconds, unseen.part * quantile(known, parts.middle)));
  const differences = Object.fromEntries(
    others.map(([kind, its]) => {
      const by = (part: number) => difference(its, known, part);
      return [kind, { quick: by(parts.quick), middle: by(parts.middle) }] as const;
    }),
  );
  const kindsWith = (test: (interval: Interval) => boolean) =>
    Object.keys(differences).filter((kind) => Object.values(differences[kind] ?? {}).some(test));
  const different = kindsWith(([least, most]) => least > resolution || most < -resolution);
  const uncertain = kindsWith(([least, most]) => least < -resolution || most > resolution);
  return {
    samples: known.length,
    medians: Object.fromEntries(
      Object.entries(times).map(([kind, its]) => [kind, rounded(quantile(its, parts.middle))]),
    ),
    resolution,
    differences,
    different,
    unclear: uncertain.filter((kind) => !different.includes(kind)),
  };
}

/**
 * By how much a quantile of some times is above that of others: the median of what the batches say, of which nothing is assumed
 * but that they are equally often too high and too low. A burst of other work on the machine spoils a batch, not the result.
 */
function difference(some: readonly number[], others: readonly number[], part: number): Interval {
  const all: number[] = [];
  for (let first = 0; first < some.length; first += batchSamples) {
    const batch = (times: readonly number[]) => quantile(times.slice(first, first + batchSamples), part);
    all.push(batch(some) - batch(others));
  }
  all.sort((one, other) => one - other);
  const beyond = Math.max(0, Math.floor(all.length / 2 - (certainty * Math.sqrt(all.length)) / 2));
  return [rounded(all[beyond]), rounded(all[all.length - 1 - beyond])];
}

/** To a tenth of a microsecond, which is as far as it goes. */
function rounded(microseconds = Number.NaN): number {
  return Math.round(microseconds * 10) / 10;
}

function quantile(times: readonly number[], part: number): number {
  return times.toSorted((one, other) => one - other)[Math.floor(part * times.length)] ?? Number.NaN;
}

/** One key of each kind that does not work. A second unknown one shows how alike two of a kind are. */
async function deadKeys(service: SoakService, folder: string): Promise<ReadonlyMap<string, string>> {
  const admin = async <Result>(...args: string[]) => await service.cli<Result>('admin', ...args);
  const organization = await admin<{ id: string }>('create-organization', '--name', 'Example');
  const ofOrganization = ['--organization', organization.id];
  const system = await admin<{ id: string }>(
    'create-system',
    ...ofOrganization,
    '--name',
    'Staging',
    '--folder',
    folder,
  );
  const create = async (label: string, ...flags: string[]) =>
    await admin<KeySet>('create-key', '--label', label, ...(flags.length > 0 ? flags : ['--system', system.id]));
  const { expiresAt, ...expired } = await shortLived((expiry) =>
    create('Short', '--system', system.id, '--expires-at', expiry),
  );
  const revoked = await create('Old');
  await admin('revoke', '--set', revoked.id, '--confirm', 'Old');
  const ofNoSystem = await create('CI', ...ofOrganization, '--permission', 'read-catalog-items');
  await admin('revoke', '--set', ofNoSystem.id, '--confirm', 'CI');
  const disabled = await create('Paused');
  await admin('disable', '--set', disabled.id);
  const regenerated = await create('Rotated');
  await admin('regenerate', '--set', regenerated.id, '--slot', 'primary', '--confirm', 'Rotated');
  await wait(Math.max(0, expiresAt - Date.now()));
  const unknown = () => formatKey('system', randomBytes(keyRandomBytes));
  return new Map([
    [reference, unknown()],
    ['another unknown', unknown()],
    ['revoked', revoked.primary],
    ['revoked, of an organization', ofNoSystem.primary],
    ['disabled', disabled.primary],
    ['regenerated', regenerated.primary],
    ['expired', expired.primary],
  ]);
}

/**
 * Makes a key that expires soon. On a busy machine that moment may pass before it is made; then it is given more time.
 * @param create given when it shall expire
 */
async function shortLived(create: (expiry: string) => Promise<KeySet>): Promise<KeySet & { expiresAt: number }> {
  for (let seconds = 2; ; seconds *= 2) {
    const expiresAt = Date.now() + seconds * 1_000;
    try {
      return { ...(await create(new Date(expiresAt).toISOString())), expiresAt };
    } catch (error) {
      if (Date.now() < expiresAt) throw error;
    }
  }
}

/** Tries of some keys, of all equally often. */
class Tries {
  readonly #connection: Connection;
  readonly #requests: ReadonlyMap<string, string>;
  readonly #chance: Seeded;
  #times: Record<string, number[]> = {};
  #answer: string | undefined;

  constructor(connection: Connection, keys: ReadonlyMap<string, string>, chance: Seeded) {
    this.#connection = connection;
    this.#chance = chance;
    const request = (key: string) => `GET ${paths.keySelf} HTTP/1.1\r\nHost: localhost\r\n${keyHeader}: ${key}\r\n\r\n`;
    this.#requests = new Map([...keys].map(([kind, key]) => [kind, request(key)]));
    this.forget();
  }

  get times(): Times {
    return this.#times;
  }

  get count(): number {
    return this.#times[reference]?.length ?? 0;
  }

  forget(): void {
    this.#times = Object.fromEntries([...this.#requests.keys()].map((kind) => [kind, []]));
  }

  /** @throws Error naming the kind whose answer differs from the one that came first */
  async batch(): Promise<void> {
    for (let round = 0; round < batchSamples; round++) {
      for (const [kind, request] of this.#shuffled()) {
        const { answer, microseconds } = await this.#connection.exchange(request);
        this.#answer ??= answer;
        if (answer !== this.#answer) throw new Error(`${kind} is answered differently: ${answer}\n${this.#answer}`);
        this.#times[kind]?.push(microseconds);
      }
    }
  }

  #shuffled(): readonly (readonly [kind: string, request: string])[] {
    const placed = [...this.#requests].map((entry) => ({ entry, place: this.#chance.next() }));
    return placed.sort((one, other) => one.place - other.place).map(({ entry }) => entry);
  }
}

/** A connection that stays open, with as little as possible between the socket and the clock. */
class Connection {
  readonly #socket: Socket;
  readonly #chunks: AsyncIterator<Buffer, undefined>;

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.#chunks = socket[Symbol.asyncIterator]();
  }

  static async to(url: string): Promise<Connection> {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await once(socket, 'connect');
    return new Connection(socket);
  }

  /** Sends a request. @returns the answer without the time of day, and how long it took until it began */
  async exchange(request: string): Promise<{ readonly answer: string; readonly microseconds: number }> {
    let answer = '';
    let microseconds = 0;
    const started = performance.now();
    this.#socket.write(request);
    while (!isWhole(answer)) {
      const { value } = await this.#chunks.next();
      microseconds ||= (performance.now() - started) * 1000;
      if (value === undefined) throw new Error(`the connection was closed after "${answer}"`);
      answer += value.toString('latin1');
    }
    return { answer: answer.replace(/^date: .*$/im, ''), microseconds };
  }

  close(): void {
    this.#socket.destroy();
  }
}

function isWhole(answer: string): boolean {
  const end = answer.indexOf('\r\n\r\n');
  const length = Number(/^content-length: (\d+)\r$/im.exec(answer)?.[1] ?? 0);
  return end >= 0 && answer.length >= end + 4 + length;
}
