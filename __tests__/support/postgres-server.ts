import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { postgresPackage } from './postgres-package.ts';

/*
 * A process that keeps one PostgreSQL server for a test run: started when somebody first asks for it, gone, with its files,
 * when the standard input ends. That happens also when the run is killed, and this process is none of its group, so that
 * nothing outlives a run however it ends. Prints the path of the socket on which to ask; the answer is the server's URL.
 */

/** PostgreSQL refuses to run as root; then it runs as the account that owns nothing. */
const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** How often another port is tried when somebody else takes the free one in between. */
const portTries = 5;

const folder = await mkdtemp(join(tmpdir(), 'test-postgres-'));
const stopping = new AbortController();
let started: Promise<string> | undefined;
let stopped: Promise<unknown> = Promise.resolve();

const asked = createServer((socket) => {
  started ??= startServer();
  started.then(
    (url) => socket.end(JSON.stringify({ url })),
    (error: Error) => socket.end(JSON.stringify({ error: error.message })),
  );
  socket.on('error', () => undefined);
});
asked.listen(join(folder, 'ask'));
await once(asked, 'listening');
process.stdout.write(`${join(folder, 'ask')}\n`);

const ends = ['SIGTERM', 'SIGINT', 'SIGHUP'].map((signal) => once(process, signal));
await Promise.race([once(process.stdin.resume(), 'close'), ...ends]);
stopping.abort();
await started?.catch(() => undefined);
await stopped;
await rm(folder, { recursive: true, force: true });
process.exit();

async function startServer(): Promise<string> {
  if (account.uid !== undefined) await chown(folder, account.uid, account.gid);
  const programs = await copyPrograms();
  const data = join(folder, 'data');
  const password = randomBytes(12).toString('hex');
  await writeFile(join(folder, 'password'), password, { mode: 0o644 });
  await run(join(programs, 'initdb'), [
    ...['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${join(folder, 'password')}`, '--no-sync'],
    // Tests connect thousands of times.
    ...['-c', 'scram_iterations=1'],
    // Sorts otherwise than SQLite, so that tests notice who relies on the order of one of them.
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'],
  ]);
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    try {
      await listen(join(programs, 'postgres'), data, port);
      return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
    } catch (error) {
      if (tries === portTries || stopping.signal.aborted) throw error;
    }
  }
}

/** The programs, where any account can read them, with the links that the package's install script would make. */
async function copyPrograms(): Promise<string> {
  const native = join(dirname(dirname(fileURLToPath(import.meta.resolve(postgresPackage)))), 'native');
  const copy = join(folder, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    await symlink(basename(source), join(folder, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
  return join(copy, 'bin');
}

async function listen(program: string, data: string, port: number): Promise<void> {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    // Test files run beside one another, and keep what they opened until they are through: on a slow machine that adds up.
    max_connections: 1_000,
    fsync: 'off',
    full_page_writes: 'off',
  };
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(program, ['-D', data, ...given], {
    ...account,
    env: {},
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    signal: stopping.signal,
    // Ends all sessions at once; nothing needs to be kept.
    killSignal: 'SIGQUIT',
  });
  const ended = once(server, 'close').catch(() => undefined);
  stopped = ended;
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    createInterface(server.stderr).on('line', (line) => {
      if (line.includes('ready to accept connections')) resolve();
      else said.push(line);
    });
    ended.then(() => reject(new Error(`PostgreSQL does not start: ${said.join('\n')}`)));
  });
}

async function run(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, { ...account, env: {}, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const [exitCode] = await once(child, 'close');
  if (exitCode !== 0) throw new Error(`${basename(program)} ended with ${exitCode}: ${Buffer.concat(said)}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
