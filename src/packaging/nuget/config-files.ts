import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isFile } from '../files/paths.ts';

/** Where configuration is looked for, and what its placeholders stand for. */
export interface NuGetSurroundings {
  readonly env: NodeJS.ProcessEnv;
  /** The user's home folder. */
  readonly home: string;
  readonly platform: NodeJS.Platform;
}

/**
 * The files of NuGet's configuration, the farthest first: machine, user, then each folder down to the given one.
 * @param folder where the solution lies
 */
export async function configurationFiles(
  folder: string,
  { env, home, platform }: NuGetSurroundings,
): Promise<string[]> {
  const near: string[] = [];
  for (let current = resolve(folder); ; current = dirname(current)) {
    near.unshift(
      ...(await firstOf(['nuget.config', 'NuGet.config', 'NuGet.Config'].map((name) => join(current, name)))),
    );
    if (current === dirname(current)) {
      break;
    }
  }
  const userFolders =
    platform === 'win32'
      ? [join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'NuGet')]
      : [join(home, '.nuget', 'NuGet'), join(env.XDG_CONFIG_HOME || join(home, '.config'), 'NuGet')];
  const user: string[] = [];
  for (const userFolder of userFolders) {
    user.push(...(await configsIn(join(userFolder, 'config'))), ...(await firstOf([join(userFolder, 'NuGet.Config')])));
  }
  const machine = await configsIn(join(machineFolder(env, platform), 'NuGet', 'Config'));
  return [...new Set([...machine, ...user, ...near])];
}

function machineFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (env.NUGET_COMMON_APPLICATION_DATA) {
    return env.NUGET_COMMON_APPLICATION_DATA;
  }
  switch (platform) {
    case 'win32':
      return env['ProgramFiles(x86)'] || env.ProgramFiles || 'C:\\Program Files (x86)';
    case 'darwin':
      return '/Library/Application Support';
    default:
      return '/etc/opt';
  }
}

async function firstOf(files: readonly string[]): Promise<string[]> {
  for (const file of files) {
    if (await isFile(file)) {
      return [file];
    }
  }
  return [];
}

async function configsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names
    .filter((name) => /\.config$/i.test(name))
    .sort()
    .reverse()
    .map((name) => join(folder, name));
}
