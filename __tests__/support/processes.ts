import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cliJson as adminJson } from './command-line.ts';

const commandLine = resolve('src/cli/main.ts');
const bundle = resolve('dist/deploy/index.js');
/** Where Node keeps what it has compiled: hundreds of processes and threads need not compile the same anew. */
export const compileCache = resolve('node_modules/.cache/compile');

/** How a process ended and everything that it printed. */
export type Ended = { exitCode: number | null; stdout: string; stderr: string };

export type Running = { process: ChildProcess; ended: Promise<Ended>; stdout: () => string; stderr: () => string };

/** Starts a program of ours with this environment only (and what Node itself needs). @param input what it reads; nothing by default */
export function start(
  program: string,
  args: readonly string[],
  env: Record<string, string>,
  cwd?: string,
  input = '',
): Running {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: env.HOME ?? tmpdir(),
      TMPDIR: tmpdir(),
      NODE_COMPILE_CACHE: compileCache,
      ...env,
    },
    ...(cwd !== undefined && { cwd }),
  });
  // It may end without reading.
  child.stdin.on('error', () => undefined).end(input);
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const stdout = () => Buffer.concat(out).toString();
  const stderr = () => Buffer.concat(err).toString();
  const ended = once(child, 'close').then(([exitCode]) => ({
    exitCode: exitCode as number | null,
    stdout: stdout(),
    stderr: stderr(),
  }));
  return { process: child, ended, stdout, stderr };
}

/** Starts one command line. */
export function startCli(args: readonly string[], env: Record<string, string> = {}, cwd?: string): Running {
  return start(commandLine, args, env, cwd);
}

/** Runs one command line to its end. */
export async function runCli(args: readonly string[], env: Record<string, string> = {}, cwd?: string): Promise<Ended> {
  return await startCli(args, env, cwd).ended;
}

/** Runs one command line with something on its stdin. */
export async function feedCli(input: string, args: readonly string[]): Promise<Ended> {
  return await start(commandLine, args, {}, undefined, input).ended;
}

/** Runs a command with `--json`, which must succeed, and returns what it printed. */
export async function cliJson<Result>(args: readonly string[], env: Record<string, string> = {}): Promise<Result> {
  const { exitCode, stdout, stderr } = await runCli([...args, '--json'], env);
  if (exitCode !== 0) throw new Error(`${args.join(' ')} ended with ${exitCode}: ${stderr}`);
  return JSON.parse(stdout) as Result;
}

export type ActionRun = Ended & { outputs: Record<string, string>; summary: string };

export type RunningAction = Running & { result: Promise<ActionRun> };

/** Starts the bundled action in a folder, with inputs and files as a runner hands them over. */
export async function startAction(
  inputs: Record<string, string>,
  folder: string,
  env: Record<string, string> = {},
): Promise<RunningAction> {
  const home = await mkdtemp(join(folder, 'runner-'));
  const files = { GITHUB_OUTPUT: join(home, 'output'), GITHUB_STEP_SUMMARY: join(home, 'summary') };
  const temp = join(home, 'temp');
  await mkdir(temp);
  for (const file of Object.values(files)) await writeFile(file, '');
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const running = start(bundle, [], {
    ...files,
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: resolve('.'),
    GITHUB_REPOSITORY: 'acme/scripts',
    GITHUB_WORKFLOW: 'deploy',
    GITHUB_RUN_ID: '42',
    GITHUB_RUN_ATTEMPT: '1',
    RUNNER_TEMP: temp,
    HOME: home,
    ...Object.fromEntries(given),
    ...env,
  });
  const result = running.ended.then(async (ended) => ({
    ...ended,
    outputs: outputsIn(await readFile(files.GITHUB_OUTPUT, 'utf8')),
    summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
  }));
  return { ...running, result };
}

export async function runAction(
  inputs: Record<string, string>,
  folder: string,
  env: Record<string, string> = {},
): Promise<ActionRun> {
  return await (await startAction(inputs, folder, env)).result;
}

/** Lines of the action's output that are annotations of a kind. */
export function annotations(run: Ended, kind: 'warning' | 'error'): string[] {
  return run.stdout.split('\n').filter((line) => line.startsWith(`::${kind} `) || line.startsWith(`::${kind}::`));
}

export type KeySet = { id: string; label: string; primary: string; secondary: string };

/** A key service in a process of its own, with an organization, a DMS that is a folder, and one key set. */
export type TestService = {
  url: string;
  dataFolder: string;
  dmsFolder: string;
  systemId: string;
  keys: KeySet;
  running: Running;
  /** What `admin` does in a process beside the service, without a process. */
  admin<Result>(...args: string[]): Promise<Result>;
  stop(): Promise<Ended>;
};

/** @param more of what `serve` is told */
export async function startTestService(folder: string, more: readonly string[] = []): Promise<TestService> {
  const dataFolder = join(folder, 'data');
  const dmsFolder = join(folder, 'Skyline DataMiner');
  await mkdir(dmsFolder);
  const running = start(commandLine, ['serve', '--json', '--port', '0', '--data', dataFolder, ...more], {});
  const { url } = JSON.parse(await printed(running, '\n')) as { url: string };
  const admin = <Result>(...args: string[]) => adminJson<Result>(['admin', ...args, '--data', dataFolder]);
  const organization = await admin<{ id: string }>('create-organization', '--name', 'Acme');
  const system = await admin<{ id: string }>(
    ...['create-system', '--organization', organization.id, '--name', 'Studio', '--folder', dmsFolder],
  );
  const keys = await admin<KeySet>('create-key', '--system', system.id, '--label', 'pipelines');
  return {
    ...{ url, dataFolder, dmsFolder, systemId: system.id, keys, running, admin },
    stop: async () => {
      running.process.kill('SIGTERM');
      return await running.ended;
    },
  };
}

/** Resolves with what a process has printed as soon as that holds the text. @throws Error when it ends before */
export async function printed({ process: child, stdout, stderr, ended }: Running, expected: string): Promise<string> {
  while (!stdout().includes(expected)) {
    await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), ended]);
    const hasEnded = child.exitCode !== null || child.signalCode !== null;
    if (hasEnded && !stdout().includes(expected)) throw new Error(`ended early: ${stdout()}${stderr()}`);
  }
  return stdout();
}

/** Runs with a temporary folder that is removed at the end. */
export async function inTemporaryFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'dataminer-deploy-test-'));
  try {
    return await use(folder);
  } finally {
    await removeFolder(folder);
  }
}

/** Removes a folder in which somebody who is about to end may still write. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** All files below a folder, relative, sorted. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
}

/** Values in the runner's output file: `name<<delimiter`, the value, the delimiter. */
function outputsIn(content: string): Record<string, string> {
  const found = content.matchAll(/^(.+?)<<(\S+)\r?\n([\s\S]*?)\r?\n?\2$/gm);
  return Object.fromEntries([...found].map(([, name, , value]) => [name, value]));
}
