import { basename, extname } from 'node:path';
import type { DataMinerProperties } from '../project/data-miner-properties.ts';
import type { Projects } from '../project/evaluate-project.ts';
import type { Solution } from '../solution/solution.ts';

/** A project that says which part of DataMiner it is (packaging spec 17.1). */
export interface DataMinerProject extends DataMinerProperties {
  /** File name without extension. */
  readonly name: string;
  /** Absolute path of the project file on disk. */
  readonly file: string;
}

/** The types whose projects are each the code of one script (packaging spec 17.1). */
const scriptTypes = new Set(['AutomationScript', 'AutomationScriptLibrary', 'UserDefinedApi', 'AdHocDataSource']);
const packageTypes = new Set(['Package', 'TestPackage']);

export function isScriptProject({ type }: DataMinerProject): boolean {
  return scriptTypes.has(type);
}

/** Projects whose script installs a package. */
export function isInstallProject({ type }: DataMinerProject): boolean {
  return packageTypes.has(type);
}

/**
 * The project of a file; undefined when it is no part of DataMiner, such as a test or a class library.
 * @throws PackagingError for what is wrong with the project
 */
export async function dataMinerProjectAt(file: string, projects: Projects): Promise<DataMinerProject | undefined> {
  const properties = await projects.propertiesAt(file);
  return properties.type === '' ? undefined : { ...properties, name: basename(file, extname(file)), file };
}

/**
 * The DataMiner projects of a solution, in its order.
 * @param file absolute path of the solution file
 * @throws PackagingError for what is wrong with any project of the solution
 */
export async function dataMinerProjectsOf(
  solution: Solution,
  file: string,
  projects: Projects,
): Promise<DataMinerProject[]> {
  const found: DataMinerProject[] = [];
  for (const { path } of solution.projects) {
    const project = await dataMinerProjectAt(await projects.find(file, path), projects);
    if (project !== undefined) {
      found.push(project);
    }
  }
  return found;
}
