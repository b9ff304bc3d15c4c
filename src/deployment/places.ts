import { homedir, tmpdir } from 'node:os';
import type { NuGetOptions } from '../packaging/nuget/package-restorer.ts';

/** Where a job may look and write. Paths are absolute. */
export type Places = {
  /** Folder that relative paths start from. */
  workingFolder: string;
  /** When set, a solution or ready package must lie in here (or, a package, in `temporaryFolder`). */
  workspace: string | undefined;
  temporaryFolder: string;
  /** File to write the package to; without it, one in a folder of its own below `temporaryFolder`. */
  packageOutput: string | undefined;
  /** Where NuGet packages come from. */
  nuget: NuGetOptions;
  /** Time that goes into a package, so that the same input gives the same bytes. */
  packageTime: Date;
};

/**
 * The environment that a repository's NuGet.config may take placeholders from: everything but the keys of this job, which no
 * feed is ever sent.
 */
export function environmentForNuGet(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const isSecret = (name: string) => /^(?:INPUT_|ACTIONS_|DATAMINER_\w*(?:KEY|TOKEN)$)/i.test(name);
  return Object.fromEntries(Object.entries(env).filter(([name]) => !isSecret(name)));
}

/** Time of a package: `SOURCE_DATE_EPOCH` (seconds), else the oldest that a zip can hold (design 4). */
export function packageTimeFrom(env: NodeJS.ProcessEnv): Date {
  const epoch = env.SOURCE_DATE_EPOCH;
  return epoch && /^\d{1,11}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date('1980-01-01T00:00:00Z');
}

/**
 * The home folder; the system's temporary folder for an account that has none, as in a container under any user ID.
 * @param home throws when there is none, as Node's own `homedir` does
 */
export function homeFolder(home: () => string = homedir): string {
  try {
    return home();
  } catch {
    return tmpdir();
  }
}
