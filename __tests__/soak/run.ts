/**
 * What takes too long for `npm test`: `npm run test:soak`, or a part of it, as in
 * `npm run test:soak -- kill --store sqlite --rounds 50 --seed 7`. The same seed makes the same choices. Ends with exit code 1 at
 * the first failure, which names its seed.
 */
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { StoreOptions } from '../../src/key-service/key-service-core.ts';
import afterAllTests from '../support/after-all-tests.ts';
import beforeAllTests from '../support/before-all-tests.ts';
import { createDatabase, dropDatabase } from '../support/postgres.ts';
import { inTemporaryFolder } from '../support/processes.ts';
import { fuzzSoak } from './fuzz-soak.ts';
import { killSoak } from './kill-soak.ts';
import { timingSoak } from './timing-soak.ts';

type StoreName = 'sqlite' | 'postgres';
interface Part {
  /** How much of it is done on each kind of database, when nothing else is said. */
  readonly amount: Readonly<Record<StoreName, number>>;
  run(given: { store: StoreOptions; folder: string; amount: number; seed: number }): Promise<object>;
}

const tell = (line: string) => process.stderr.write(`${line}\n`);

const parts: Readonly<Record<string, Part>> = {
  kill: {
    amount: { sqlite: 200, postgres: 50 },
    run: async ({ amount, ...given }) => {
      const { restarts, ...report } = await killSoak({
        ...given,
        rounds: amount,
        clients: 6,
        longestLife: 2_000,
        tell,
      });
      const sorted = restarts.toSorted((one, other) => one - other);
      return { ...report, medianRestart: sorted[Math.floor(sorted.length / 2)], longestRestart: sorted.at(-1) };
    },
  },
  fuzz: {
    amount: { sqlite: 10_000, postgres: 2_000 },
    run: async ({ amount, ...given }) => await fuzzSoak({ ...given, requests: amount, tell }),
  },
  timing: {
    amount: { sqlite: 10_000, postgres: 10_000 },
    run: async ({ amount, ...given }) => await timingSoak({ ...given, samples: amount, tell }),
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    store: { type: 'string' },
    rounds: { type: 'string' },
    requests: { type: 'string' },
    seed: { type: 'string' },
  },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
// On a real disk, with its waits.
process.env.TMPDIR ??= tmpdir();
await beforeAllTests();
try {
  for (const [name, part] of Object.entries(parts)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    for (const store of ['sqlite', 'postgres'] as const) {
      if (values.store !== undefined && values.store !== store) continue;
      const amount = Number(values.rounds ?? values.requests ?? part.amount[store]);
      console.log(`${name} on ${store}: ${amount}, seed ${seed}`);
      const started = performance.now();
      const report = await inTemporaryFolder(async (place) => {
        const folder = join(place, 'systems');
        await mkdir(folder);
        return await onStore(store, join(place, 'data'), (options) =>
          part.run({ store: options, folder, amount, seed }),
        );
      });
      console.log(JSON.stringify({ ...report, seconds: Math.round((performance.now() - started) / 1000) }));
    }
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await afterAllTests();
}

async function onStore<Result>(
  store: StoreName,
  dataFolder: string,
  use: (options: StoreOptions) => Promise<Result>,
): Promise<Result> {
  if (store === 'sqlite') return await use({ dataFolder });
  const databaseUrl = await createDatabase();
  try {
    return await use({ dataFolder, databaseUrl });
  } finally {
    await dropDatabase(databaseUrl);
  }
}
