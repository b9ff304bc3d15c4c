import { PackagingError } from '../dmapp/packaging-error.ts';
import { readTextFile } from '../files/read-text.ts';
import { type Framework, isSameFramework, parseFramework } from './framework.ts';

/** A package as `packages.lock.json` fixes it. */
export interface LockedPackage {
  readonly version: string;
  /** SHA-512, in base64, of the package before it was signed. */
  readonly contentHash: string | undefined;
}

/**
 * The packages that a lock file fixes for a framework, by id in lower case.
 * @param shown how messages name the file
 * @throws PackagingError `malformed-project` for a file that is no lock file
 */
export async function readLockFile(
  file: string,
  shown: string,
  framework: Framework,
): Promise<ReadonlyMap<string, LockedPackage>> {
  const dependencies = field(parsed(await readTextFile(file, shown), shown), 'dependencies');
  const locked = new Map<string, LockedPackage>();
  for (const [name, packages] of Object.entries(dependencies ?? {})) {
    if (!isSameFramework(parseFramework(name), framework)) {
      continue;
    }
    for (const [id, one] of Object.entries((packages as object | null) ?? {})) {
      const [version, contentHash] = [field(one, 'resolved'), field(one, 'contentHash')];
      if (typeof version === 'string') {
        locked.set(id.toLowerCase(), {
          version,
          contentHash: typeof contentHash === 'string' ? contentHash : undefined,
        });
      }
    }
  }
  return locked;
}

function parsed(text: string, shown: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PackagingError('malformed-project', 'The lock file is no JSON.', {
      where: shown,
      next: 'Restore the solution again, or remove the file.',
      cause,
    });
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
