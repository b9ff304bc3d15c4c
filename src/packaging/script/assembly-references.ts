import { dirname, resolve, win32 } from 'node:path';
import { fileNameOf, isWithin, toPlatform } from '../files/paths.ts';
import type { Project, ReferenceItem } from '../project/project.ts';
import { defaultAssemblies, frameworkAssemblies } from './framework-assemblies.ts';

const filesFolder = 'C:\\Skyline DataMiner\\Files\\';
const protocolScriptsFolder = 'C:\\Skyline DataMiner\\ProtocolScripts\\';
const dllImportFolder = `${protocolScriptsFolder}DllImport\\`;

/** An assembly that a script's code is compiled with. */
export interface AssemblyReference {
  /** Text of the `ref` parameter: a bare name, or a path on the DataMiner System. */
  readonly param: string;
  readonly dll: string;
  readonly hintPath?: string;
}

/** The assemblies of a project's references, in item order (packaging spec 10.2). */
export function assemblyReferences(project: Project, nugetPackagesFolder: string): AssemblyReference[] {
  return project.references.flatMap((reference) => {
    const dll = dllNameOf(reference);
    if (defaultAssemblies.has(dll.toLowerCase())) {
      return [];
    }
    const param = paramOf(reference, dll, dirname(project.file), nugetPackagesFolder);
    return [reference.hintPath === undefined ? { param, dll } : { param, dll, hintPath: reference.hintPath }];
  });
}

/** The file name of the hint path if there is one, else the include up to the first comma; with `.dll` at its end. */
export function dllNameOf({ include, hintPath }: ReferenceItem): string {
  const name = hintPath === undefined ? (include.split(',')[0] as string).trim() : fileNameOf(hintPath);
  return /\.dll$/i.test(name) ? name : `${name}.dll`;
}

function paramOf({ hintPath }: ReferenceItem, dll: string, folder: string, nugetPackagesFolder: string): string {
  const isFromPackage = hintPath !== undefined && isWithin(nugetPackagesFolder, resolve(folder, toPlatform(hintPath)));
  if (isFromPackage) {
    return dll;
  }
  switch (dll.toLowerCase()) {
    case 'slsrmlibrary.dll':
      return filesFolder + dll;
    case 'dataminersolutions.dll':
    case 'processautomation.dll':
      return protocolScriptsFolder + dll;
    default:
      return frameworkAssemblies.has(dll) || win32.isAbsolute(dll) ? dll : dllImportFolder + dll;
  }
}
