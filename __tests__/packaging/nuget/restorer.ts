import { join } from 'node:path';
import { type NuGetOptions, PackageRestorer } from '../../../src/packaging/nuget/package-restorer.ts';
import type { RestoredPackage } from '../../../src/packaging/nuget/restored-package.ts';
import { parseRange, type VersionRange } from '../../../src/packaging/nuget/version-range.ts';

export interface Restoring extends Partial<NuGetOptions> {
  readonly signal?: AbortSignal;
  /** Where NuGet.config is looked for; the folder itself when absent. */
  readonly solution?: string;
}

/** Restores one package into `packages` of a folder, without waiting between attempts. */
export async function restored(
  folder: string,
  asked: string,
  { signal, solution = folder, ...options }: Restoring = {},
): Promise<RestoredPackage> {
  const nuget = { ...optionsFor(folder), ...options };
  const restorer = await PackageRestorer.from(solution, nuget, signal);
  try {
    const [id = '', ...range] = asked.split(' ');
    return await restorer.find(id, parseRange(range.join(' ')) as VersionRange);
  } finally {
    restorer.close();
  }
}

export function optionsFor(folder: string): NuGetOptions {
  return {
    sources: [],
    offline: false,
    env: { NUGET_PACKAGES: join(folder, 'packages'), NUGET_COMMON_APPLICATION_DATA: join(folder, 'machine') },
    home: join(folder, 'home'),
    wait: async () => {},
  };
}
