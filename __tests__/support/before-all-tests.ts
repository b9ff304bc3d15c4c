import { chmod } from 'node:fs/promises';
import { bundleLibraries } from './bundled-libraries.ts';
import { memoryFolder } from './memory-folder.ts';
import { type PostgresServer, preparePostgres } from './postgres.ts';
import { compileCache } from './processes.ts';

declare global {
  var postgresServer: PostgresServer | undefined;
  var testMemoryFolder: string | undefined;
}

/** Makes what all tests of a run share. */
export default async function beforeAllTests(): Promise<void> {
  process.env.NODE_COMPILE_CACHE = compileCache;
  if (process.env.TMPDIR === undefined) await keepFilesInMemory();
  await bundleLibraries();
  if (process.env.DATABASE_URL !== undefined) return;
  const server = await preparePostgres();
  if (server === undefined) {
    process.stderr.write('No PostgreSQL: there is none for this machine on npm, and DATABASE_URL names no server.\n');
    return;
  }
  globalThis.postgresServer = server;
  process.env.TEST_POSTGRES = server.ask;
}

/** Has all tests keep their temporary files in memory, where that is possible. */
async function keepFilesInMemory(): Promise<void> {
  const folder = await memoryFolder();
  if (folder === undefined) return;
  // Other accounts may go through it: PostgreSQL does not run as root.
  await chmod(folder, 0o711);
  globalThis.testMemoryFolder = folder;
  process.env.TMPDIR = folder;
}
