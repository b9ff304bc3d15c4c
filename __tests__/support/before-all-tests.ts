import { bundleLibraries } from './bundled-libraries.ts';
import { type PostgresServer, preparePostgres } from './postgres.ts';

declare global {
  var postgresServer: PostgresServer | undefined;
}

/** Makes what all tests of a run share. */
export default async function beforeAllTests(): Promise<void> {
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
