import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of this repository. */
export const repositoryFolder = fileURLToPath(new URL('..', import.meta.url));

/** The bundle that a runner executes. */
export const actionBundle = join(repositoryFolder, 'dist/deploy/index.js');

/** The command line. */
export const commandLine = join(repositoryFolder, 'src/cli/main.ts');

/** Packages a solution and tells the time of each step. */
export const packagingSteps = join(repositoryFolder, 'benchmarks/packaging-steps.ts');
