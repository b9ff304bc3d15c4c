import type { DataMinerProject } from './data-miner-project.ts';

/** What a package of the given projects asks of the DataMiner System. */
export interface RequiredVersions {
  /** `A.B.C.D-build`; undefined when no project names one. */
  readonly minDmaVersion: string | undefined;
  readonly warnings: readonly string[];
}

/**
 * The oldest DataMiner version that suits all projects: the newest that one of them requires (packaging spec 17.3). The
 * version of the web apps has no known place in a package, so it can only be told.
 */
export function requiredVersions(projects: readonly DataMinerProject[]): RequiredVersions {
  const versions: string[] = [];
  const warnings: string[] = [];
  for (const { name, minimumDmVersion, minimumWebVersion } of projects) {
    const version = dataMinerVersion(minimumDmVersion);
    if (version !== undefined) {
      versions.push(version);
    } else if (minimumDmVersion !== '') {
      warnings.push(
        `Project ${name}: MinimumRequiredDmVersion '${minimumDmVersion}' does not count, for it is not of the form 'A.B.C.D - build'.`,
      );
    }
    if (minimumWebVersion !== '') {
      warnings.push(
        /^\d+\.\d+\.\d+\s*\(CU\d+\)$/.test(minimumWebVersion)
          ? `Project ${name}: the package does not say that it needs DataMiner web ${minimumWebVersion} (MinimumRequiredDmWebVersion): the place for this in a package is not public. Check the version on the DataMiner System.`
          : `Project ${name}: MinimumRequiredDmWebVersion '${minimumWebVersion}' does not count, for it is not of the form 'A.B.C (CUx)'.`,
      );
    }
  }
  return { minDmaVersion: versions.toSorted(byNumbers).at(-1), warnings };
}

function dataMinerVersion(written: string): string | undefined {
  const [, version, build] = /^(\d+\.\d+\.\d+\.\d+)\s*-\s*(\d+)$/.exec(written) ?? [];
  return version === undefined ? undefined : `${version}-${build}`;
}

const byNumbers = new Intl.Collator('en', { numeric: true }).compare;
