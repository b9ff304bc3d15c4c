import { fileNameOf } from '../files/paths.ts';
import type { Value } from './msbuild-value.ts';

/** Stands for the folders of an MSBuild installation, which packaging has none of. */
const toolsetFolder = '<msbuild>';

const toolsetFolders = [
  'DevEnvDir',
  'MSBuildBinPath',
  'MSBuildExtensionsPath',
  'MSBuildExtensionsPath32',
  'MSBuildExtensionsPath64',
  'MSBuildFrameworkToolsPath',
  'MSBuildSDKsPath',
  'MSBuildToolsPath',
  'MSBuildUserExtensionsPath',
  'VSToolsPath',
];

/**
 * Properties that every evaluation starts from: those of MSBuild 17 on Windows, where DataMiner scripts are built. No
 * global properties and no environment variables (packaging spec 6.2).
 */
export function toolsetProperties(nugetPackagesFolder: string): Map<string, Value> {
  const properties: Record<string, string> = {
    OS: 'Windows_NT',
    MSBuildRuntimeType: 'Full',
    MSBuildAssemblyVersion: '17.0',
    MSBuildToolsVersion: 'Current',
    MSBuildVersion: '17.0.0',
    VisualStudioVersion: '17.0',
    NuGetPackageRoot: nugetPackagesFolder.replace(/[\\/]*$/, '/'),
  };
  for (const name of toolsetFolders) {
    properties[name] = toolsetFolder;
  }
  return new Map(Object.entries(properties).map(([name, text]) => [name.toLowerCase(), { text }]));
}

/** A file of the MSBuild installation: which part it plays for us, or `other`; undefined for files of the repository. */
export function toolsetImport(path: string): 'props' | 'targets' | 'other' | undefined {
  if (!path.startsWith(toolsetFolder)) {
    return undefined;
  }
  switch (fileNameOf(path).toLowerCase()) {
    case 'microsoft.common.props':
      return 'props';
    case 'microsoft.csharp.targets':
    case 'microsoft.common.targets':
      return 'targets';
    default:
      return 'other';
  }
}

/** What the .NET SDK references in a .NET Framework project by itself, in its order (packaging spec 6.3). */
export function implicitReferences(frameworkVersion: number): string[] {
  const since: readonly (readonly [string, number])[] = [
    ['System', 0],
    ['System.Data', 0],
    ['System.Drawing', 0],
    ['System.Xml', 0],
    ['System.Core', 3.5],
    ['System.Runtime.Serialization', 3.5],
    ['System.Xml.Linq', 3.5],
    ['System.Numerics', 4],
    ['System.IO.Compression.FileSystem', 4.5],
  ];
  return since.filter(([, version]) => version <= frameworkVersion).map(([name]) => name);
}

/**
 * The version of a .NET Framework short name as a number: `net48` is 4.8, `net462` is 4.62; undefined for others. Of
 * several the first .NET Framework counts (packaging spec 6.2).
 */
export function netFrameworkVersion(targetFrameworks: string): number | undefined {
  const [, major, minor] = /(?:^|;)\s*net(\d)(\d{1,2})\s*(?:;|$)/i.exec(targetFrameworks) ?? [];
  return major !== undefined && Number(major) < 5 ? Number(`${major}.${minor}`) : undefined;
}

/** Never part of the implicit `**` + `/*.cs` of an SDK-style project (packaging spec 6.3). */
export const defaultItemExcludes = [
  '**/*.user',
  '**/*.*proj',
  '**/*.sln',
  '**/*.slnx',
  '**/*.vssscc',
  '**/.DS_Store',
  '**/.*/**',
];
