import { dirname, extname, parse, sep } from 'node:path';
import type { Value } from './msbuild-value.ts';

/**
 * Properties that name the project (`MSBuildProject…`) and the file that is being read (`MSBuildThisFile…`); the folder
 * of the latter ends with a separator.
 * @param project absolute path of the project file
 * @param thisFile absolute path of the file being read
 */
export function reservedProperty(name: string, project: string, thisFile: string): Value | undefined {
  const [, subject, part] = /^MSBuild(ThisFile|Project)(\w*)$/i.exec(name) ?? [];
  const isThisFile = subject?.toLowerCase() === 'thisfile';
  const path = isThisFile ? thisFile : project;
  switch (part?.toLowerCase()) {
    case isThisFile ? '' : 'file':
      return { text: parse(path).base };
    case 'name':
      return { text: parse(path).name };
    case 'extension':
      return { text: extname(path) };
    case 'fullpath':
      return { text: path };
    case 'directory':
      return { text: isThisFile ? dirname(path) + sep : dirname(path) };
    default:
      return undefined;
  }
}
