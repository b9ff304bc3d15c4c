import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { build } from 'esbuild';

const folder = 'node_modules/.cache/bundled-libraries';

/** Libraries of hundreds of files: every test file loads them anew, which takes longer than most tests. */
const names = ['typebox', 'typebox/compile', 'typebox/value', 'kysely', 'kysely/migration'];

/** Where tests find the one file of each, as Jest's `moduleNameMapper` wants it. */
export const bundledLibraries = Object.fromEntries(
  names.map((name) => [`^${name}$`, `<rootDir>/${folder}/${name}.mjs`]),
);

/**
 * Makes them. What they share is in files of its own, so that there is one of each class. Another run that reads them meanwhile finds
 * each whole.
 */
export async function bundleLibraries(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(names.map((name) => [name, name])),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    write: false,
  });
  for (const { path, contents } of outputFiles) {
    const known = await readFile(path).catch(() => undefined);
    if (known?.equals(contents)) continue;
    await mkdir(dirname(path), { recursive: true });
    const made = `${path}.${process.pid}`;
    await writeFile(made, contents);
    await rename(made, path);
  }
}
