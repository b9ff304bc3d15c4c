import { randomBytes } from 'node:crypto';
import { mkdir, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { startTestService, type TestService } from '../__tests__/support/processes.ts';
import type { Bench } from './bench.ts';
import { writeSolution } from './generated-solution.ts';
import { inTurns, timed, withPeakMemory } from './measure.ts';
import { actionBundle, commandLine } from './places.ts';
import { memoryOf, resetPeak } from './process-memory.ts';
import type { Findings } from './report.ts';
import { stepEnvironment } from './runner-environment.ts';
import { samplesOf } from './samples.ts';

const mebibyte = 2 ** 20;

/** Content of the large package: 240 MiB, just below the limit of 250. */
const largeMebibytes = 240;

/** The most that either side may grow by while a large package passes through, in MiB. */
const growthLimit = 64;

/** Peak memory of action and key service while a large package is uploaded, against one that is next to nothing. */
export async function upload({ folder, quick, signal }: Bench): Promise<Findings> {
  const workspace = join(folder, 'workspace');
  const large = await packageOf(largeMebibytes, join(workspace, 'large'), signal);
  const tiny = await packageOf(0, join(workspace, 'tiny'), signal);
  const service = await startTestService(folder);
  const pid = service.running.process.pid as number;
  const uploaded = (file: string) => async () => {
    const idle = memoryOf(pid).residentBytes;
    resetPeak(pid);
    const { milliseconds, peakBytes } = await uploadBy(service, file, workspace, signal);
    const servicePeak = memoryOf(pid).peakBytes;
    return { milliseconds, actionPeak: peakBytes, servicePeak, serviceGrowth: servicePeak - idle };
  };
  try {
    await uploaded(tiny)();
    const first = await uploaded(large)();
    const runs = await inTurns(quick ? 2 : 5, { tiny: uploaded(tiny), large: uploaded(large) });
    const inMebibytes = (values: readonly number[]) => samplesOf(values.map((value) => value / mebibyte));
    const action = {
      tiny: inMebibytes(runs.tiny.map(({ actionPeak }) => actionPeak)),
      large: inMebibytes(runs.large.map(({ actionPeak }) => actionPeak)),
    };
    const growth = inMebibytes(runs.large.map(({ serviceGrowth }) => serviceGrowth));
    return {
      figures: [
        {
          what: 'action: growth of the peak against a tiny package',
          value: action.large.median - action.tiny.median,
          unit: 'MiB',
          atMost: growthLimit,
        },
        { what: 'key service: growth while it takes one', value: growth.median, unit: 'MiB', atMost: growthLimit },
        { what: 'key service: growth by its very first one', value: first.serviceGrowth / mebibyte, unit: 'MiB' },
      ],
      rows: [
        { what: 'action, tiny package: peak', samples: action.tiny, unit: 'MiB' },
        { what: 'action, large package: peak', samples: action.large, unit: 'MiB' },
        {
          what: 'key service, large package: peak',
          samples: inMebibytes(runs.large.map(({ servicePeak }) => servicePeak)),
          unit: 'MiB',
        },
        { what: 'key service, large package: growth', samples: growth, unit: 'MiB' },
        {
          what: 'action, large package: start to exit',
          samples: samplesOf(runs.large.map(({ milliseconds }) => milliseconds)),
          unit: 'ms',
        },
      ],
    };
  } finally {
    await service.stop();
  }
}

async function uploadBy(service: TestService, file: string, workspace: string, signal: AbortSignal) {
  const inputs = {
    stage: 'Upload',
    'primary-key': service.keys.primary,
    'secondary-key': service.keys.secondary,
    'service-url': service.url,
    'package-path': file,
  };
  const { env } = await stepEnvironment(inputs, workspace, workspace);
  return await withPeakMemory({ args: [actionBundle], env, signal });
}

/** Packages one script and a companion file of random bytes, which no packer makes smaller. */
async function packageOf(mebibytes: number, folder: string, signal: AbortSignal): Promise<string> {
  const companions = join(folder, 'CompanionFiles');
  await mkdir(companions, { recursive: true });
  await writeRandomFile(join(companions, 'random.bin'), mebibytes);
  const solution = await writeSolution(folder, 1);
  const file = join(folder, 'content.dmapp');
  const args = ['package', '--solution', solution, '--version', '1.0.0', '--installer', 'omit', '--output', file];
  await timed({ args: [commandLine, ...args], signal });
  const { size } = await stat(file);
  if (size < mebibytes * mebibyte) throw new Error(`The package has only ${size} bytes.`);
  return file;
}

async function writeRandomFile(path: string, mebibytes: number): Promise<void> {
  await using file = await open(path, 'w');
  for (let written = 0; written < mebibytes; written++) await file.write(randomBytes(mebibyte));
}
