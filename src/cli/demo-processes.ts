import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { exitCodes } from '../deployment/exit-code.ts';
import { CliError } from './cli-error.ts';

/** Folder of this package: it holds the bundle and the examples. */
export const packageFolder = fileURLToPath(new URL('../..', import.meta.url));

const bundle = join(packageFolder, 'dist', 'deploy', 'index.js');

/** The variables that a child process needs of ours; nothing else of this environment reaches it. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMP, HOME } = process.env;
  return { PATH, SystemRoot, TEMP, TMP, HOME };
}

/** Runs one of our own commands with `--json` and returns what it prints. */
export async function runCommand<Result>(...args: string[]): Promise<Result> {
  const child = spawn(process.execPath, [process.argv[1] as string, ...args, '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (child.exitCode !== 0)
    throw new CliError(`"${args.slice(0, 2).join(' ')}" failed:\n${stderr}`, { exitCode: exitCodes.unexpected });
  return JSON.parse(stdout) as Result;
}

/** A key service in a process of its own. */
export type Service = { url: string; process: ChildProcess; stop(): Promise<void> };

/** Starts a key service and waits until it is ready. Its log goes to the given file. */
export async function startService(dataFolder: string, port: number, logFile: string): Promise<Service> {
  const log = await open(logFile, 'w');
  const args = [process.argv[1] as string, 'serve', '--json', '--data', dataFolder, '--port', String(port)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', log.fd] });
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await log.close();
  };
  const [line] = await Promise.race([once(createInterface(child.stdout as Readable), 'line'), once(child, 'exit')]);
  if (typeof line !== 'string') {
    await stop();
    throw new CliError(`The key service did not start:\n${await readFile(logFile, 'utf8')}`, {
      exitCode: exitCodes.unexpected,
    });
  }
  return { url: (JSON.parse(line) as { url: string }).url, process: child, stop };
}

/** What a runner shows and keeps of one run of the action. */
export type ActionRun = { exitCode: number; log: string[]; outputs: Record<string, string>; summary: string };

/** Runs the committed bundle as a runner would: inputs and files by environment, workflow commands taken from its output. */
export async function runAction(inputs: Record<string, string>, folder: string): Promise<ActionRun> {
  const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary.md') };
  for (const file of Object.values(files)) await writeFile(file, '');
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const child = spawn(process.execPath, [bundle], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...plainEnvironment(),
      ...files,
      ...Object.fromEntries(given),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: packageFolder,
      RUNNER_TEMP: folder,
      GITHUB_REPOSITORY: 'demo/scripts',
      GITHUB_WORKFLOW: 'deploy',
      GITHUB_RUN_ID: '1',
      GITHUB_RUN_ATTEMPT: '1',
    },
  });
  const [stdout] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return {
    exitCode: child.exitCode ?? 1,
    log: stdout.split('\n').flatMap(shown),
    outputs: outputsIn(await readFile(files.GITHUB_OUTPUT, 'utf8')),
    summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
  };
}

/** A line of the action's output as the runner's log shows it. */
function shown(line: string): string[] {
  const command = /^::([\w-]+)(?: [^:]*)?::(.*)$/.exec(line);
  if (!command) return line.trim() ? [line] : [];
  const [, name, value = ''] = command;
  const message = value.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
  if (name === 'group') return [`▸ ${message}`];
  return name === 'warning' || name === 'error' ? [`${name.toUpperCase()}: ${message}`] : [];
}

/** Values in the format of the runner's output file: `name<<delimiter`, the value, the delimiter. */
function outputsIn(content: string): Record<string, string> {
  const found = content.matchAll(/^(.+?)<<(\S+)\r?\n([\s\S]*?)\r?\n?\2$/gm);
  return Object.fromEntries([...found].map(([, name, , value]) => [name, value]));
}
