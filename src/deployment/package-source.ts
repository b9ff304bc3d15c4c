import { createHash } from 'node:crypto';
import { mkdtemp, open, realpath, rm, stat } from 'node:fs/promises';
import { isAbsolute, join, parse, relative, resolve, sep } from 'node:path';
import { maxPackageBytes } from '../contract/limits.ts';
import { PackagingError } from '../packaging/dmapp/packaging-error.ts';
import type { PackagedScript, PackagedSolution } from '../packaging/package-solution.ts';
import type { JobLog } from './job-log.ts';
import type { Places } from './places.ts';
import type { ReadySource, SolutionSource } from './plan.ts';

/** A package that is ready to be uploaded. */
export type UploadPackage = Omit<PackagedSolution, 'scripts'> & {
  /** A ready package does not say what its scripts were made of. */
  scripts: readonly (Pick<PackagedScript, 'name' | 'entry'> & Partial<PackagedScript>)[];
  /** As the upload tells it (spec 2.1). */
  uploadVersion: string;
  /** True when the file stays after the job. */
  kept: boolean;
};

/**
 * Makes the package of a solution; `discard` removes it, unless a file to keep was asked for.
 * @param keep leave the package in its temporary folder when the job is over
 * @throws PackagingError
 */
export async function packageFromSolution(
  source: SolutionSource,
  places: Places,
  { log, signal, keep }: { log: JobLog; signal: AbortSignal; keep: boolean },
): Promise<{ made: UploadPackage; discard: () => Promise<void> }> {
  // Loaded here: the C# parser and the zip writer are not needed to report a wrong input.
  const [{ packageSolution }, { workRootOf }, { findSolution }] = await Promise.all([
    import('../packaging/package-solution.ts'),
    import('../packaging/solution/work-root.ts'),
    import('../packaging/solution/find-solution.ts'),
  ]);
  const asked = resolve(places.workingFolder, source.path ?? '.');
  await requireInside(asked, [places.workspace], 'solution-path');
  const solution = await findSolution(asked);
  const folder = places.packageOutput ? undefined : await newFolderIn(places.temporaryFolder);
  const remove = async () => {
    if (folder) await rm(folder, { recursive: true, force: true });
  };
  try {
    const packaged = await packageSolution({
      solution,
      root: await workRootOf(solution, places.workspace),
      name: source.name,
      version: source.packageVersion,
      output: places.packageOutput ?? join(folder as string, `${source.name ?? parse(solution).name}.dmapp`),
      installer: source.installer,
      packageTime: places.packageTime,
      nuget: places.nuget,
      maxBytes: maxPackageBytes,
      signal,
      onProgress: ({ step, done, total }) => log.progress(step, done, total),
    });
    const made = { ...packaged, uploadVersion: source.uploadVersion, kept: keep };
    return { made, discard: keep ? async () => {} : remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function newFolderIn(temporaryFolder: string): Promise<string> {
  try {
    return await mkdtemp(join(temporaryFolder, 'dataminer-deploy-'));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new PackagingError('output-not-writable', `The temporary folder cannot be written to (${code}).`, {
      where: temporaryFolder,
      next: 'Let RUNNER_TEMP (outside GitHub: TMPDIR or TEMP) name a folder that exists, may be written to and has free space.',
      cause,
    });
  }
}

/**
 * Reads what a ready package says of itself.
 * @throws PackagingError when it is missing, too large, outside the workspace or no package
 */
export async function packageFromFile(source: ReadySource, places: Places): Promise<UploadPackage> {
  const { openPackage } = await import('../packaging/dmapp/read-package.ts');
  const file = resolve(places.workingFolder, source.path);
  await requireInside(file, [places.workspace, places.workspace && places.temporaryFolder], 'package-path');
  const { size } = await stat(file);
  if (size > maxPackageBytes) {
    throw new PackagingError(
      'package-too-large',
      `The package has ${size} bytes; the limit is ${maxPackageBytes} (250 MB).`,
      {
        where: file,
        next: 'Take what the DMS does not need out of the package, companion files above all.',
      },
    );
  }
  const opened = await openPackage(file);
  try {
    const { name, version } = opened.info;
    return {
      name: source.name ?? name,
      version,
      uploadVersion: source.uploadVersion ?? version,
      file,
      size,
      sha256: await sha256Of(file),
      kept: true,
      scripts: opened.entries
        .filter((entry) => /^AppInstallContent\\Scripts\\[^\\]+\\Script_[^\\]+\.xml$/i.test(entry.name))
        .map((entry) => ({ name: entry.name.split('\\')[2] ?? '', entry: entry.name })),
      assemblies: [],
      warnings: [],
    };
  } finally {
    await opened.close();
  }
}

/** @throws PackagingError when the path does not exist, or lies outside all of the folders that are set, links resolved */
async function requireInside(path: string, folders: readonly (string | undefined)[], setting: string): Promise<void> {
  const real = await realpath(path).catch(() => {
    throw new PackagingError('file-not-found', `There is nothing at this path (${setting}).`, {
      where: path,
      next: `Check \`${setting}\`; it is taken from the workspace. In a workflow, check the repository out first.`,
    });
  });
  const roots = folders.filter((folder) => folder !== undefined);
  if (roots.length === 0) return;
  for (const root of roots) {
    // A root that does not exist holds nothing.
    const way = relative(await realpath(root).catch(() => root), real);
    if (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)) return;
  }
  throw new PackagingError('outside-root', `This path leaves the workspace (${setting}).`, {
    where: path,
    next: `Give a path inside ${roots.join(' or ')}.`,
  });
}

/** One buffer for the whole file: a stream would leave a new one behind for each piece of it. */
async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(1024 * 1024);
  await using handle = await open(file);
  for (;;) {
    const { bytesRead } = await handle.read(buffer);
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(buffer.subarray(0, bytesRead));
  }
}
