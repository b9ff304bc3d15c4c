import type { Evaluation } from './evaluation.ts';

/** What a project that uses `Skyline.DataMiner.Sdk` says of itself (packaging spec 17.1); texts are empty when not set. */
export interface DataMinerProperties {
  /** `AutomationScript`, `Package` and the like; empty for a project that is no part of DataMiner. */
  readonly type: string;
  readonly generatesPackage: boolean;
  readonly packageId: string;
  readonly minimumDmVersion: string;
  readonly minimumWebVersion: string;
  readonly solutionId: string;
}

/** @throws PackagingError `unsupported-project` for a property that cannot be known */
export function dataMinerProperties(evaluation: Evaluation): DataMinerProperties {
  const type = evaluation.neededProperty('DataMinerType');
  const read = (name: string): string => (type === '' ? '' : evaluation.neededProperty(name));
  return {
    type,
    generatesPackage: read('GenerateDataMinerPackage').toLowerCase() === 'true',
    packageId: read('PackageId') || read('AssemblyName') || evaluation.name,
    minimumDmVersion: read('MinimumRequiredDmVersion'),
    minimumWebVersion: read('MinimumRequiredDmWebVersion'),
    solutionId: read('DataMinerSolutionId'),
  };
}
