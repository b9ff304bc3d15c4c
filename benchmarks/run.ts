/**
 * Measures the product: `npm run bench`, or `npm run bench -- cold-start` for one of them. `--quick` runs each few times;
 * `--assert` makes a missed target exit code 1.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { inTemporaryFolder } from '../__tests__/support/processes.ts';
import { signalOfProcess } from '../src/deployment/process-signal.ts';
import { adminApp } from './admin-app.ts';
import type { Benchmark } from './bench.ts';
import { coldStart } from './cold-start.ts';
import { deliveries } from './deliveries.ts';
import { nuget } from './nuget.ts';
import { packaging } from './packaging.ts';
import { missed, textOf } from './report.ts';
import { upload } from './upload.ts';
import { validation } from './validation.ts';
import { wholeJob } from './whole-job.ts';

const benchmarks: Readonly<Record<string, Benchmark>> = {
  'cold-start': coldStart,
  'whole-job': wholeJob,
  packaging,
  nuget,
  upload,
  deliveries,
  validation,
  'admin-app': adminApp,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, assert: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !Object.hasOwn(benchmarks, name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}.`);
  process.exitCode = 3;
} else {
  const { signal, dispose } = signalOfProcess(process);
  console.log(
    `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} processors\n`,
  );
  let misses = 0;
  for (const [name, benchmark] of Object.entries(benchmarks)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const findings = await inTemporaryFolder((folder) => benchmark({ folder, quick: values.quick, signal }));
    misses += missed(findings).length;
    console.log(textOf(name, findings));
  }
  dispose();
  if (values.assert && misses > 0) process.exitCode = 1;
}
