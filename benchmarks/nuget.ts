import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { FeedServer } from '../__tests__/packaging/nuget/feed-server.ts';
import type { MadePackage } from '../__tests__/packaging/nuget/made-package.ts';
import type { Bench } from './bench.ts';
import { type PackageReference, writeSolution } from './generated-solution.ts';
import { inTurns, type MemoryRun, withPeakMemory } from './measure.ts';
import { commandLine } from './places.ts';
import type { Findings } from './report.ts';
import { samplesOf } from './samples.ts';
import { shareFigures, stepTimes } from './step-shares.ts';

const scripts = 100;

/** Packages lie in layers; each needs two of the layer below, so that a script needs 1 + 2 + 3 + … of them. */
const layers = 6;
const perLayer = 10;
const packages = layers * perLayer;

/** Bytes that no packer makes smaller, in each package beside its DLL. */
const bulk = 200 * 1024;

/** Packaging with NuGet packages from a real feed on this machine: nothing in the cache, everything in it, and no packages. */
export async function nuget({ folder, quick, signal }: Bench): Promise<Findings> {
  const [withPackages, without] = [join(folder, 'with'), join(folder, 'without')];
  await Promise.all([mkdir(withPackages), mkdir(without)]);
  const solution = await writeSolution(withPackages, scripts, (index) => [referenceTo(0, index)]);
  const plain = await writeSolution(without, scripts);
  const feed = await FeedServer.with(...madePackages());
  const warmCache = join(folder, 'warm');
  const newCache = () => mkdtemp(join(folder, 'cold-'));
  const at = (cache: string) => ({ NUGET_PACKAGES: cache, HOME: folder });
  const output = join(folder, 'made.dmapp');
  const packaged = async (file: string, cache: string, downloads: number): Promise<MemoryRun> => {
    const before = feed.downloads;
    const args = ['package', '--solution', file, '--version', '1.0.0', '--installer', 'omit', '--output', output];
    const run = await withPeakMemory({
      args: [commandLine, ...args, '--nuget-source', feed.url],
      env: at(cache),
      signal,
    });
    const brought = feed.downloads - before;
    if (brought !== downloads) throw new Error(`${brought} packages were downloaded, not ${downloads}.`);
    return run;
  };
  const stepsOf = (cache: string) => stepTimes([solution, output, feed.url], at(cache), signal);
  try {
    await packaged(solution, warmCache, packages);
    const rounds = quick ? 2 : 7;
    const runs = await inTurns(rounds, {
      none: () => packaged(plain, warmCache, 0),
      warm: () => packaged(solution, warmCache, 0),
      cold: async () => packaged(solution, await newCache(), packages),
    });
    const steps = await inTurns(rounds, {
      warm: () => stepsOf(warmCache),
      cold: async () => stepsOf(await newCache()),
    });
    const times = (of: readonly MemoryRun[]) => samplesOf(of.map(({ milliseconds }) => milliseconds));
    const peaks = (of: readonly MemoryRun[]) => samplesOf(of.map(({ peakBytes }) => peakBytes / 2 ** 20));
    const [none, warm, cold] = [times(runs.none), times(runs.warm), times(runs.cold)];
    return {
      figures: [
        { what: 'warm cache / no packages', value: warm.median / none.median, unit: '×' },
        { what: 'cold cache / warm cache', value: cold.median / warm.median, unit: '×' },
        {
          what: 'each package that is brought (cold above warm)',
          value: (cold.median - warm.median) / packages,
          unit: 'ms',
        },
        ...shareFigures('warm', steps.warm),
        ...shareFigures('cold', steps.cold),
      ],
      rows: [
        { what: `time, ${scripts} scripts without packages`, samples: none, unit: 'ms' },
        { what: `time, ${packages} packages, warm cache`, samples: warm, unit: 'ms' },
        { what: `time, ${packages} packages, cold cache`, samples: cold, unit: 'ms' },
        { what: 'peak memory without packages', samples: peaks(runs.none), unit: 'MiB' },
        { what: 'peak memory, warm cache', samples: peaks(runs.warm), unit: 'MiB' },
        { what: 'peak memory, cold cache', samples: peaks(runs.cold), unit: 'MiB' },
      ],
    };
  } finally {
    await feed.close();
  }
}

function madePackages(): MadePackage[] {
  return Array.from({ length: packages }, (_, number) => {
    const [layer, place] = [Math.floor(number / perLayer), number % perLayer];
    const { id, version } = referenceTo(layer, place);
    const below = layer + 1 < layers ? [place, place + 1].map((index) => referenceTo(layer + 1, index)) : [];
    return {
      id,
      version,
      dependencyGroups: [
        { targetFramework: 'net48', dependencies: below.map((one) => [one.id, one.version] as const) },
      ],
      files: [`lib/net48/${id}.dll`],
      contents: { 'content/bulk.bin': randomBytes(bulk) },
    };
  });
}

function referenceTo(layer: number, index: number): PackageReference {
  return { id: `Generated.Layer${layer}.Package${index % perLayer}`, version: '1.0.0' };
}
