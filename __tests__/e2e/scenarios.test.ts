import { mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { maxPackageBytes } from '../../src/contract/limits.ts';
import { closedPort } from '../client/helpers.ts';
import { type ActionRun, annotations, printed, runAction, startAction } from '../support/processes.ts';
import {
  type Answer,
  event,
  infoOf,
  type Script,
  type ScriptedService,
  scriptedService,
} from '../support/scripted-service.ts';

// The committed bundle as a runner starts it, against a service on loopback whose answers are bent one by one.
// The names of the tests are the scenarios of the acceptance list, by number.

const primary = 'primary-0123456789';
const secondary = 'secondary-0123456789';
const denied: Answer = { status: 403, body: { message: 'Access denied.' } };

let folder: string;
let service: ScriptedService | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scenarios-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => {
  await service?.close();
  service = undefined;
});

const example = { 'solution-path': 'examples/hello-dataminer', version: '1.0.0', installer: 'omit' };
const deployOnly = { stage: 'Deploy', 'artifact-id': 'dmscript/1' };

async function serve(valid: string[] = [primary, secondary], script: Script = {}): Promise<ScriptedService> {
  service = await scriptedService(valid, script);
  return service;
}

async function act(inputs: Record<string, string>, env: Record<string, string> = {}): Promise<ActionRun> {
  const keys = { 'primary-key': primary, 'secondary-key': secondary };
  return await runAction({ ...keys, ...(service && { 'service-url': service.url }), ...inputs }, folder, env);
}

describe('scenario', () => {
  it('1: with both keys good, only the primary is sent, and the summary says so', async () => {
    const { received } = await serve();
    const run = await act(example);
    expect(run.exitCode).toBe(0);
    expect(new Set(received.map(({ key }) => key))).toEqual(new Set([primary]));
    expect(run.outputs).toMatchObject({
      'key-slot': 'primary',
      'rotation-needed': 'false',
      'deployment-state': 'Succeeded',
    });
    expect(run.summary).toContain('| Key slot | primary |');
    expect(annotations(run, 'warning').filter((line) => line.includes('key'))).toEqual([]);
  });

  it.each([
    [2, 403],
    [3, 401],
  ])('%i: with the primary rejected by %i, one warning and a deployment with the secondary', async (_, status) => {
    await serve([secondary], { probe: (key) => (key === primary ? { status } : undefined) });
    const run = await act(example);
    expect(run.exitCode).toBe(0);
    expect(annotations(run, 'warning').filter((line) => line.includes('primary key was rejected'))).toHaveLength(1);
    expect(run.outputs).toMatchObject({
      'key-slot': 'secondary',
      'rotation-needed': 'true',
      'deployment-state': 'Succeeded',
    });
    expect(run.summary).toContain('rotate-keys');
  });

  it('4: with both rejected, exit 8 after one probe per key, and no upload', async () => {
    const { calls } = await serve([]);
    const run = await act(example);
    expect(run.exitCode).toBe(8);
    expect(calls()).toEqual(['probe primary', 'probe secondary']);
    expect(annotations(run, 'error')).toHaveLength(1);
    expect(annotations(run, 'error')[0]).toContain('rotate-keys.md');
  });

  it('5: with only a primary that is rejected, exit 8 names the missing secondary', async () => {
    await serve([]);
    const run = await act({ ...example, 'secondary-key': '' });
    expect(run.exitCode).toBe(8);
    expect(annotations(run, 'error')[0]).toContain('secondary key is missing');
  });

  it('6: with 503 three times, the secondary is not tried and the error says outage', async () => {
    const { calls } = await serve([primary, secondary], { probe: () => ({ status: 503 }) });
    const run = await act(deployOnly);
    expect(run.exitCode).toBe(5);
    expect(calls()).toEqual(['probe primary', 'probe primary', 'probe primary']);
    expect(annotations(run, 'error')[0]).toMatch(/outage, not a problem of the keys/);
  }, 30_000);

  it('10: a key with a trailing newline works; one with an inner control character is refused before any request', async () => {
    const { received } = await serve();
    expect((await act({ ...deployOnly, 'primary-key': `${primary}\n` })).exitCode).toBe(0);
    received.length = 0;
    const run = await act({ ...deployOnly, 'primary-key': 'primary\u00070123456789' });
    expect(run.exitCode).toBe(3);
    expect(received).toEqual([]);
  });

  it('11: equal keys are refused with a clear message', async () => {
    const { received } = await serve();
    const run = await act({ ...deployOnly, 'secondary-key': primary });
    expect(run.exitCode).toBe(3);
    expect(annotations(run, 'error')[0]).toMatch(/`secondary-key`.*equal/);
    expect(received).toEqual([]);
  });

  it('12: with the primary regenerated during polling, the same deployment is polled with the secondary', async () => {
    const { received } = await serve([primary, secondary], { poll: (key) => (key === primary ? denied : undefined) });
    const run = await act(deployOnly);
    expect(run.exitCode).toBe(0);
    const polls = received.filter(({ call }) => call === 'poll');
    expect(polls.map(({ key }) => key)).toEqual([primary, secondary]);
    expect(new Set(polls.map(({ path }) => path)).size).toBe(1);
  });

  it('13: with the deploy answer lost, no second request is sent, and it reports unknown', async () => {
    const { calls } = await serve([primary, secondary], { deploy: () => 'hang-up' });
    const run = await act(deployOnly);
    expect(run.exitCode).toBe(6);
    expect(run.outputs['deployment-state']).toBe('Unknown');
    expect(calls().filter((call) => call.startsWith('deploy'))).toEqual(['deploy primary']);
  });

  it.each(['Error', 'Timeout'])('14: with state %s, exit 7, and the event chain is in the summary', async (state) => {
    const chain = [event('queued'), event('failed', { message: 'Script <Hello> | broken' })];
    await serve([primary, secondary], { poll: () => ({ status: 200, body: infoOf('/x', state, chain) }) });
    const run = await act(deployOnly);
    expect(run.exitCode).toBe(7);
    expect(run.outputs['deployment-state']).toBe(state);
    expect(run.summary).toContain('Script &lt;Hello&gt; \\| broken');
  });

  it.each(['59', '43201'])('15: a timeout of %s is refused', async (timeout) => {
    expect((await act({ ...deployOnly, timeout, 'service-url': 'https://127.0.0.1:9' })).exitCode).toBe(3);
  });

  it('18: a hostile artifact name is data only', async () => {
    const { received } = await serve();
    const run = await act({ ...example, 'artifact-name': '"; touch pwned; rm -rf / #' });
    expect(run.exitCode).toBe(0);
    expect(received.find(({ call }) => call === 'upload')?.body).toContain('_; touch pwned; rm -rf _ #');
  });

  it('19: with debug on and a server that echoes the key, every line shows ***', async () => {
    const echo = (key: string): Answer => ({
      status: 400,
      body: `you sent ${key}, ${encodeURIComponent(key)}, ${Buffer.from(key).toString('base64')}\n::error::${key}`,
    });
    await serve([primary, secondary], { deploy: echo });
    const run = await act({ ...deployOnly, debug: 'true' });
    const shown = run.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    expect(shown.join('\n')).toContain('***');
    expect([...shown, run.stderr, run.summary, JSON.stringify(run.outputs)].join('\n')).not.toContain(primary);
    expect(annotations(run, 'error')).toHaveLength(1);
  });

  it('20: a redirect to another host fails, and the key is not sent there', async () => {
    const other = await scriptedService([primary]);
    await serve([primary], { probe: () => ({ status: 302, headers: { location: `${other.url}/elsewhere` } }) });
    const run = await act(deployOnly);
    expect(run.exitCode).toBe(5);
    expect(annotations(run, 'error')[0]).toContain(new URL(other.url).host);
    expect(other.received).toEqual([]);
    await other.close();
  });

  it('21: a file of one byte more than 250 MB fails before it is sent, naming the limit', async () => {
    const { calls } = await serve();
    const file = join(folder, 'huge.dmapp');
    const handle = await open(file, 'w');
    await handle.truncate(maxPackageBytes + 1);
    await handle.close();
    const run = await act({ stage: 'Upload', 'package-path': file }, { GITHUB_WORKSPACE: folder });
    expect(run.exitCode).toBe(4);
    expect(annotations(run, 'error')[0]).toContain('250 MB');
    expect(calls()).not.toContain('upload primary');
  });
});

describe('bad input ends with one clear message and the right exit code', () => {
  const noService = { 'service-url': 'https://127.0.0.1:9' };

  it.each<[string, Record<string, string>, RegExp]>([
    ['a missing key', { 'primary-key': '', 'secondary-key': '' }, /`primary-key` is missing/],
    ['a malformed key', { 'primary-key': 'two words and more' }, /`primary-key`.*blank/],
    ['an unknown stage', { stage: 'Ship' }, /`stage` is "Ship"\. Accepted: All, Validate/],
    ['no version', { version: '' }, /`version` and `build-number` are both missing/],
    ['an insecure service', { 'service-url': 'http://example.org' }, /`service-url`.*https/],
    ['a switch that is neither true nor false', { 'dry-run': 'perhaps' }, /`dry-run` is "perhaps"/],
  ])('%s: exit 3', async (_, inputs, message) => {
    const run = await act({ ...noService, ...example, ...inputs });
    expect(run.exitCode).toBe(3);
    expect(annotations(run, 'error')).toEqual([expect.stringMatching(message)]);
  });

  it('several problems together, in one annotation', async () => {
    const run = await act({ ...noService, 'primary-key': '', 'secondary-key': '', stage: 'Ship', timeout: 'x' });
    expect(annotations(run, 'error')).toHaveLength(1);
    for (const name of ['primary-key', 'stage', 'timeout']) expect(run.stdout).toContain(`Input \`${name}\``);
  });

  it('a service that is down: exit 5, an outage', async () => {
    const run = await act({ ...deployOnly, 'service-url': `http://127.0.0.1:${closedPort}` });
    expect(run.exitCode).toBe(5);
    expect(annotations(run, 'error')[0]).toMatch(/ECONNREFUSED.*outage/);
  }, 30_000);

  it('a service that answers HTML: exit 5, and what was received', async () => {
    await serve([primary], { upload: () => ({ status: 200, body: '<html><h1>Login</h1></html>' }) });
    const run = await act(example);
    expect(run.exitCode).toBe(5);
    expect(annotations(run, 'error')[0]).toMatch(/something else than an artifact ID/);
  });

  it('a service that answers 200 with the wrong JSON: exit 5', async () => {
    await serve([primary], { upload: () => ({ status: 200, body: { id: 7 } }) });
    expect((await act(example)).exitCode).toBe(5);
  });

  it('a truncated answer to the deploy request: exit 6, unknown', async () => {
    await serve([primary], { deploy: () => ({ status: 200, body: '{"deploy', headers: { 'content-length': '80' } }) });
    const run = await act(deployOnly);
    expect(run.exitCode).toBe(6);
    expect(run.outputs['deployment-state']).toBe('Unknown');
  }, 30_000);

  it('outputs that cannot be written: exit 1 with one error, and the exit code of a failure before', async () => {
    await serve([primary], { poll: () => ({ status: 200, body: infoOf('/x', 'Error') }) });
    const lost = { GITHUB_OUTPUT: join(folder, 'no', 'such', 'file') };
    const good = await act({ ...example, stage: 'Upload' }, lost);
    expect(good).toMatchObject({ exitCode: 1, stderr: '', summary: expect.stringContaining('| Artifact |') });
    expect(annotations(good, 'error')).toEqual([expect.stringMatching(/outputs cannot be written.*GITHUB_OUTPUT/)]);
    const failed = await act(deployOnly, lost);
    expect(failed).toMatchObject({ exitCode: 7, stderr: '' });
    expect(annotations(failed, 'error')).toEqual([expect.stringContaining('ended as Error')]);
  });

  it('variables of the runner that are empty count as absent', async () => {
    const { received } = await serve();
    const run = await act(
      { ...example, 'solution-path': resolve('examples/hello-dataminer'), stage: 'Upload' },
      { GITHUB_WORKSPACE: '', RUNNER_TEMP: '', TMPDIR: folder },
    );
    expect(run.exitCode).toBe(0);
    expect(received.map(({ call }) => call)).toContain('upload');
  });

  it('SIGTERM during the upload: it ends at once, nothing is deployed, and the package is gone', async () => {
    const { promise: uploading, resolve: begin } = Promise.withResolvers<void>();
    const { calls, url } = await serve([primary], {
      upload: () => {
        begin();
        return 'silence';
      },
    });
    const temp = await mkdtemp(join(folder, 'temp-'));
    const inputs = { 'primary-key': primary, 'service-url': url, ...example };
    const action = await startAction(inputs, folder, { RUNNER_TEMP: temp });
    await uploading;
    action.process.kill('SIGTERM');
    const run = await action.result;
    expect(run.exitCode).toBe(5);
    expect(annotations(run, 'error')).toEqual([expect.stringContaining('Stopped by SIGTERM (step: upload)')]);
    expect(calls()).toEqual(['probe primary', 'self primary', 'upload primary']);
    expect(await readdir(temp)).toEqual([]);
  });

  it('SIGTERM while it waits: it ends at once, says what goes on, and leaves no temporary file', async () => {
    await serve([primary], { poll: () => ({ status: 200, body: infoOf('/x', 'Pending') }) });
    const action = await startAction({ 'primary-key': primary, 'service-url': service?.url ?? '', ...example }, folder);
    await printed(action, 'was started');
    action.process.kill('SIGTERM');
    const run = await action.result;
    expect(run.exitCode).toBe(7);
    expect(annotations(run, 'error')[0]).toMatch(/Stopped by SIGTERM.*goes on/);
  }, 30_000);
});
