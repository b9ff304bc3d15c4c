import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Command } from 'commander';
import { signalOfProcess } from '../deployment/process-signal.ts';
import { CliError } from './cli-error.ts';
import { type ActionRun, runAction, runCommand, type Service, startService } from './demo-processes.ts';
import { portFrom } from './serve.ts';

const say = (line = '') => process.stdout.write(`${line}\n`);

/** `demo`: the main job and a fallback, for real, on this machine; with `--exit` it ends by itself. */
export function demoCommand(): Command {
  return new Command('demo')
    .description(
      'Starts a key service of its own, deploys the example solution to it, and shows the fallback to the other key.',
    )
    .option('--exit', 'end when all is shown, instead of serving on')
    .option('--port <number>', 'port of the key service; 0 takes a free one', portFrom, 0)
    .addHelpText('after', '\nExample:\n  dataminer-deploy demo --exit')
    .action(async ({ exit, port }: { exit?: boolean; port: number }) => {
      const folder = await mkdtemp(join(tmpdir(), 'dataminer-deploy-demo-'));
      let service: Service | undefined;
      try {
        service = await startService(join(folder, 'data'), port, join(folder, 'service.log'));
        const systemId = await tell(folder, service);
        if (!exit) await serveOn(folder, service, systemId);
      } finally {
        await service?.stop();
        await rm(folder, { recursive: true, force: true });
      }
    });
}

/** Plays both acts and tells them. @returns the ID of the DMS */
async function tell(folder: string, service: Service): Promise<string> {
  const data = ['--data', join(folder, 'data')];
  const dms = join(folder, 'Skyline DataMiner');
  await mkdir(dms);
  say(`A key service runs at ${service.url} (process ${service.process.pid}).`);

  const organization = await runCommand<{ id: string }>(
    'admin',
    'create-organization',
    '--name',
    'Demo Broadcasting',
    ...data,
  );
  const system = await runCommand<{ id: string }>(
    ...['admin', 'create-system', '--organization', organization.id, '--name', 'Studio DMS', '--folder', dms],
    ...data,
  );
  const set = await runCommand<{ id: string; label: string; primary: string; secondary: string }>(
    ...['admin', 'create-key', '--system', system.id, '--label', 'pipelines', ...data],
  );
  say(
    'It has an organization, a DMS whose disk is a folder, and the key set "pipelines" with a primary and a secondary key.',
  );

  const inputs = {
    'primary-key': set.primary,
    'secondary-key': set.secondary,
    'service-url': service.url,
    'solution-path': 'examples/hello-dataminer',
    installer: 'omit',
  };
  heading('1. The action deploys the example solution with the primary key');
  await show({ ...inputs, version: '1.0.0' }, folder);
  await showFiles(dms);

  heading('2. A custodian regenerates the primary key; the pipeline still has the old one');
  await runCommand('admin', 'regenerate', '--set', set.id, '--slot', 'primary', '--confirm', set.label, ...data);
  const run = await show({ ...inputs, version: '1.0.1' }, folder);

  say();
  say(
    `The pipeline stayed green on the ${run.outputs['key-slot']} key, and output rotation-needed: ${run.outputs['rotation-needed']} says what is left to do.`,
  );
  say('How to rotate keys without breaking anybody: docs/runbooks/rotate-keys.md');
  return system.id;
}

async function show(inputs: Record<string, string>, folder: string): Promise<ActionRun> {
  const run = await runAction(inputs, folder);
  for (const line of run.log) say(`    ${line.replaceAll('\n', '\n    ')}`);
  say(
    `    exit code ${run.exitCode}, key-slot ${run.outputs['key-slot']}, deployment-state ${run.outputs['deployment-state']}`,
  );
  if (run.exitCode !== 0) throw new CliError('The deployment failed; the demo stops here.', { exitCode: run.exitCode });
  return run;
}

async function showFiles(dms: string): Promise<void> {
  say();
  say(`On the DMS now (${dms}):`);
  const entries = await readdir(dms, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) say(`    ${relative(dms, file)}  (${(await readFile(file)).length} bytes)`);
}

function heading(text: string): void {
  say();
  say(text);
  say('-'.repeat(text.length));
}

async function serveOn(folder: string, service: Service, systemId: string): Promise<void> {
  const stop = signalOfProcess(process);
  const data = `--data "${join(folder, 'data')}"`;
  heading('What to look at while it keeps serving');
  say(`- The DMS: ${join(folder, 'Skyline DataMiner')}`);
  say(`- The keys, and when each was last used: npm run --silent cli -- admin list-keys --system ${systemId} ${data}`);
  say(`- A key of your own: npm run --silent cli -- admin create-key --system ${systemId} --label mine ${data}`);
  say(`- Who is this key? curl -H "Ocp-Apim-Subscription-Key: <key>" ${service.url}/api/keys/v1-0/self`);
  say(`- The log of the service: ${join(folder, 'service.log')}`);
  say('Stop with Ctrl+C; all of it is removed then.');
  await Promise.race([once(stop.signal, 'abort'), once(service.process, 'exit')]);
  stop.dispose();
}
