import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Bundles a TypeScript file and all that it imports into `folder/index.js`; dynamic imports become files beside it. */
export async function bundle(entry: string, folder: string): Promise<void> {
  await promisify(execFile)(process.execPath, [
    join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js'),
    ...['build', entry, '--out', folder, '--license', 'licenses.txt'],
    ...['--target', 'es2024', '--transpile-only', '--no-cache', '--quiet'],
  ]);
}
