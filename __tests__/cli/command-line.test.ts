import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { version } from '../../src/contract/version.ts';
import { runCli } from '../support/command-line.ts';
import { startCli } from '../support/processes.ts';

describe('the command line', () => {
  it('knows its version, the one of package.json', async () => {
    const { stdout } = await runCli(['--version']);
    expect(stdout.trim()).toBe(version);
    expect(JSON.parse(await readFile('package.json', 'utf8'))).toMatchObject({ version });
  });

  it('explains itself, its exit codes and where keys come from', async () => {
    const { exitCode, stdout } = await runCli(['--help']);
    expect(exitCode).toBe(0);
    for (const word of [
      'package',
      'deploy',
      'keys',
      'serve',
      'admin',
      'demo',
      'DATAMINER_PRIMARY_KEY',
      '8 keys rejected',
    ]) {
      expect(stdout).toContain(word);
    }
  });

  it.each(['package', 'deploy', 'keys check', 'serve', 'admin create-key', 'demo'])(
    'shows an example of `%s`',
    async (command) => {
      const { exitCode, stdout } = await runCli([...command.split(' '), '--help']);
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(/Example:/);
    },
  );

  it.each([[['fly']], [['deploy', '--primary-key', 'x']], [['package']], [['demo', '--port', '65536']]])(
    'answers %j with exit code 3 and a hint',
    async (args) => {
      const { exitCode, stdout, stderr } = await runCli(args);
      expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
      expect(stderr).not.toBe('');
    },
  );

  it.each(['stdout', 'stderr'] as const)('goes on to the end when nobody reads its %s any more', async (stream) => {
    const folder = await mkdtemp(join(tmpdir(), 'reader-'));
    const output = join(folder, 'x.dmapp');
    const args = ['package', '--solution', 'examples/hello-dataminer', '--version', '1.0.0', '--installer', 'omit'];
    const running = startCli([...args, '--output', output, '--json']);
    running.process[stream]?.destroy();
    expect((await running.ended).exitCode).toBe(0);
    expect(await readFile(output)).not.toHaveLength(0);
    await rm(folder, { recursive: true });
  });

  it('tells all problems at once, by flag, and by variable for keys', async () => {
    const { exitCode, stderr } = await runCli(['deploy', '--timeout', '5', '--stage', 'Ship']);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/^--stage is "Ship"/m);
    expect(stderr).toMatch(/^--timeout is "5"/m);
    expect(stderr).toMatch(/^DATAMINER_PRIMARY_KEY is missing/m);
  });

  it('never repeats a key that was mistaken for something else', async () => {
    const key = 'dms1_0123456789abcdefghijklmnop';
    const { stderr } = await runCli(['deploy', '--stage', key], { DATAMINER_PRIMARY_KEY: key });
    expect(stderr).toContain('***');
    expect(stderr).not.toContain(key);
  });

  it('takes the catalog token for the primary key when that is absent', async () => {
    const { stderr } = await runCli(['deploy', '--stage', 'Validate', '--timeout', '1'], {
      DATAMINER_CATALOG_TOKEN: 'token-0123456789',
    });
    expect(stderr).toMatch(/^--timeout/);
    expect(stderr).not.toContain('DATAMINER_PRIMARY_KEY');
  });
});

describe('package', () => {
  it('prints what it made and where, results on stdout and progress on stderr', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cli-'));
    const file = join(folder, 'hello.dmapp');
    const args = [
      'package',
      '--solution',
      'examples/hello-dataminer',
      '--version',
      '1.2.3.4',
      '--output',
      file,
      '--installer',
      'omit',
    ];
    const { exitCode, stdout, stderr } = await runCli([...args, '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ name: 'HelloDataMiner', version: '1.2.3-CU4', file, assemblies: [] });
    expect(stderr).toContain('2 script(s)');
    await rm(folder, { recursive: true });
  });

  it('asks the given NuGet sources, unless it is told to ask nobody', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cli-'));
    const source = join(folder, 'feed');
    const args = ['package', '--solution', 'examples/hello-dataminer', '--version', '1.0.0'];
    const env = { NUGET_PACKAGES: join(folder, 'packages'), HOME: folder };
    const asked = [...args, '--output', join(folder, 'x.dmapp'), '--nuget-source', source];
    const first = await runCli(asked, env);
    expect({ exitCode: first.exitCode, stdout: first.stdout }).toEqual({ exitCode: 4, stdout: '' });
    expect(first.stderr).toContain(`${source}) failed`);
    const second = await runCli([...asked, '--no-restore'], env);
    expect(second.exitCode).toBe(4);
    expect(second.stderr).toContain('restoring is switched off');
    await rm(folder, { recursive: true });
  });

  it('shows no password of a source that it cannot use', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cli-'));
    const args = [
      'package',
      '--solution',
      'examples/hello-dataminer',
      '--version',
      '1.0.0',
      '--output',
      join(folder, 'x'),
    ];
    const env = { HOME: folder, NUGET_PACKAGES: join(folder, 'packages') };
    const run = await runCli([...args, '--nuget-source', 'ftp://user:pass-word@feed.example'], env);
    expect(run.exitCode).toBe(4);
    expect(run.stderr).toContain('ftp://feed.example');
    expect(run.stdout + run.stderr).not.toContain('pass-word');
    await rm(folder, { recursive: true });
  });

  it('ends with exit code 4 and leaves no file when there is no solution', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cli-'));
    const args = ['package', '--solution', folder, '--version', '1.0.0', '--output', join(folder, 'x.dmapp')];
    const { exitCode, stdout, stderr } = await runCli(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 4, stdout: '' });
    expect(stderr).toMatch(/no \.sln or \.slnx file/);
    await rm(folder, { recursive: true });
  });
});
