/** Writes `lib/`, the JavaScript of the published package: `npm pack` and `npm publish` run it first. */
import { execFile } from 'node:child_process';
import { copyFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { wasmFiles } from './wasm-files.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const lib = join(root, 'lib');

await rm(lib, { recursive: true, force: true });
await promisify(execFile)(process.execPath, [
  join(root, 'node_modules/typescript/bin/tsc'),
  '--project',
  join(root, 'tsconfig.lib.json'),
]);
const parserFolder = join(lib, 'packaging', 'csharp');
await copyFile(join(root, 'src/packaging/csharp/web-tree-sitter.cjs'), join(parserFolder, 'web-tree-sitter.cjs'));
for (const file of wasmFiles) await copyFile(join(root, 'node_modules', file), join(parserFolder, basename(file)));
