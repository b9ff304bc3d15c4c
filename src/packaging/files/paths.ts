import { stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';

/** The nearest file of that name in a folder or in one above it, up to the file system's root, as MSBuild looks for it. */
export async function fileAbove(folder: string, name: string): Promise<string | undefined> {
  for (let current = folder; ; current = dirname(current)) {
    const candidate = join(current, name);
    if (await isFile(candidate)) {
      return candidate;
    }
    if (current === dirname(current)) {
      return undefined;
    }
  }
}

/** Whether there is a file, links followed. */
export async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

/** A written path with this platform's separators. */
export function toPlatform(written: string): string {
  return written.replace(/[\\/]/g, sep);
}

/** A path the way Windows and the headers of combined code write it. */
export function toWindows(path: string): string {
  return path.replaceAll('/', '\\');
}

/** The last segment of a path, whichever separators it uses. */
export function fileNameOf(written: string): string {
  return basename(written.replaceAll('\\', '/'));
}

export function isWindowsRooted(written: string): boolean {
  return /^(?:[A-Za-z]:|[\\/]{2}|\\)/.test(written);
}

/** Whether a path is a folder itself or lies below it; both absolute. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
