/**
 * Writes the bundles that runners execute: `node scripts/build.ts`. With `--check` it builds into a temporary folder instead
 * and fails when the committed `dist/` is not byte for byte what the source builds.
 */
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';
import { wasmFiles } from './wasm-files.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const entries = { deploy: 'src/action/main.ts' };

async function build(target: string): Promise<void> {
  for (const [name, entry] of Object.entries(entries)) {
    const folder = join(target, name);
    await rm(folder, { recursive: true, force: true });
    await bundle(join(root, entry), folder);
    for (const file of wasmFiles) {
      await copyFile(join(root, 'node_modules', file), join(folder, basename(file)));
    }
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

async function differences(committed: string, fresh: string): Promise<string[]> {
  const names = new Set([...(await filesBelow(committed)), ...(await filesBelow(fresh))]);
  const same = async (name: string) => {
    const [a, b] = await Promise.all(
      [committed, fresh].map((folder) => readFile(join(folder, name)).catch(() => null)),
    );
    return a && b && a.equals(b);
  };
  const found: string[] = [];
  for (const name of [...names].sort()) if (!(await same(name))) found.push(name);
  return found;
}

const dist = join(root, 'dist');
if (process.argv.includes('--check')) {
  const fresh = await mkdtemp(join(tmpdir(), 'dist-'));
  try {
    await build(fresh);
    const found = await differences(dist, fresh);
    if (found.length > 0) {
      console.error(`dist/ is not what the source builds: ${found.join(', ')}\nRun "npm run build" and commit dist/.`);
      process.exitCode = 1;
    } else console.log('dist/ is what the source builds.');
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
} else {
  await build(dist);
}
