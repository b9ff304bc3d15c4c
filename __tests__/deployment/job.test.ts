import { exitCodeOf, outputsOf } from '../../src/deployment/report.ts';
import { type JobRunOptions, runJobAgainst } from '../support/job.ts';
import {
  type Answer,
  event,
  infoOf,
  type Script,
  type ScriptedService,
  scriptedService,
} from '../support/scripted-service.ts';

const primary = 'primary-0123456789';
const secondary = 'secondary-0123456789';
const keys = { 'primary-key': primary, 'secondary-key': secondary };
const deploy = { ...keys, stage: 'Deploy', 'artifact-id': 'dmscript/1' };
const denied: Answer = { status: 403, body: { message: 'Access denied.' } };

let service: ScriptedService;
afterEach(() => service.close());

async function run(
  given: Record<string, string>,
  script: Script = {},
  valid = [primary, secondary],
  options: JobRunOptions = {},
) {
  service = await scriptedService(valid, script);
  return await runJobAgainst(service.url, given, options);
}

describe('a deploy job', () => {
  it('uses the primary key alone when it works', async () => {
    const { report, warnings } = await run(deploy);
    expect(report).toMatchObject({ keySlot: 'primary', deploymentState: 'Succeeded', rotationNeeded: false });
    expect(report.failure).toBeUndefined();
    expect(new Set(service.received.map(({ key }) => key))).toEqual(new Set([primary]));
    expect(warnings).toEqual([]);
  });

  it.each([401, 403])('falls back once, with one warning, when the primary key answers %i', async (status) => {
    const script: Script = { probe: (key) => (key === primary ? { status } : undefined) };
    const { report, warnings } = await run(deploy, script, [secondary]);
    expect(exitCodeOf(report)).toBe(0);
    expect(outputsOf(report)).toMatchObject({
      'key-slot': 'secondary',
      'rotation-needed': 'true',
      'deployment-state': 'Succeeded',
    });
    expect(warnings).toEqual([expect.stringMatching(/^The primary key was rejected/)]);
    expect(service.calls().filter((call) => call.endsWith('primary'))).toEqual(['probe primary']);
  });

  it('stops after one probe per key when both are rejected', async () => {
    const { report } = await run(deploy, {}, []);
    expect(exitCodeOf(report)).toBe(8);
    expect(service.calls()).toEqual(['probe primary', 'probe secondary']);
    expect(report.failure?.message).toMatch(/primary.*403.*secondary.*403/s);
  });

  it('names the missing secondary key when the only key is rejected', async () => {
    const { report } = await run({ ...deploy, 'secondary-key': '' }, {}, []);
    expect(exitCodeOf(report)).toBe(8);
    expect(report.failure?.message).toMatch(/secondary key is missing/);
  });

  it('takes an outage for an outage: three tries, the secondary key untouched', async () => {
    const { report } = await run(deploy, { probe: () => ({ status: 503 }) });
    expect(exitCodeOf(report)).toBe(5);
    expect(report.failure?.message).toMatch(/outage, not a problem of the keys/);
    expect(service.calls()).toEqual(['probe primary', 'probe primary', 'probe primary']);
  });

  it('waits as long as a busy service asks, with the same key', async () => {
    const script: Script = {
      probe: (_, time) => (time === 1 ? { status: 429, headers: { 'retry-after': '40' } } : undefined),
    };
    const { report, clock } = await run(deploy, script);
    expect(exitCodeOf(report)).toBe(0);
    expect(clock.slept[0]).toBe(40_000);
    expect(service.calls().slice(0, 2)).toEqual(['probe primary', 'probe primary']);
  });

  it('polls the same deployment with the other key when the primary dies midway', async () => {
    const { report, warnings } = await run(deploy, { poll: (key) => (key === primary ? denied : undefined) });
    expect(exitCodeOf(report)).toBe(0);
    const polled = service.received.filter(({ call }) => call === 'poll');
    expect(polled.map(({ key }) => key)).toEqual([primary, secondary]);
    expect(new Set(polled.map(({ path }) => path)).size).toBe(1);
    expect(warnings).toHaveLength(1);
    expect(report.keySlot).toBe('secondary');
  });

  it.each<[string, Answer]>([
    ['a cut connection', 'hang-up'],
    ['a 502', { status: 502 }],
    ['a page instead of JSON', { status: 200, body: '<html>Welcome</html>' }],
  ])('never sends a deploy request twice: %s means unknown', async (_, answer) => {
    const { report } = await run(deploy, { deploy: () => answer });
    expect(service.calls().filter((call) => call.startsWith('deploy'))).toHaveLength(1);
    expect(exitCodeOf(report)).toBe(6);
    expect(report.deploymentState).toBe('Unknown');
    expect(report.failure?.next).toMatch(/Deployments page/);
  });

  it('says which artifact waits when the deployment is refused', async () => {
    const { report } = await run(deploy, { deploy: () => ({ status: 400, body: 'Invalid artifactId' }) });
    expect(exitCodeOf(report)).toBe(6);
    expect(report.deploymentState).toBeUndefined();
    expect(report.failure?.message).toMatch(/\(400\).*Invalid artifactId/);
  });

  it.each(['Error', 'Timeout'])('reports state %s with the event chain', async (state) => {
    const script: Script = {
      poll: () => ({
        status: 200,
        body: infoOf('/d', state, [event('queued'), event('failed', { error: 'disk full' })]),
      }),
    };
    const { report } = await run(deploy, script);
    expect(exitCodeOf(report)).toBe(7);
    expect(report.deploymentState).toBe(state);
    expect(report.events.map(({ kind }) => kind)).toEqual(['queued', 'failed']);
  });

  it('gives up when the time is up and says that the deployment goes on', async () => {
    const script: Script = { poll: () => ({ status: 200, body: infoOf('/d', 'Pending') }) };
    const { report } = await run({ ...deploy, timeout: '60' }, script);
    expect(exitCodeOf(report)).toBe(7);
    expect(report.deploymentState).toBe('Pending');
    expect(report.failure).toMatchObject({
      message: expect.stringContaining('60 s'),
      next: expect.stringContaining('goes on'),
    });
  });

  it('says that a started deployment goes on when both keys die while watching', async () => {
    const { report } = await run(deploy, { poll: () => denied });
    expect(exitCodeOf(report)).toBe(8);
    expect(report.failure?.next).toContain(`Deployment ${report.deploymentId} was started and goes on`);
  });

  it('asks who the key is once, for the label only', async () => {
    const { report } = await run(deploy);
    expect(report.keyLabel).toBe('pipelines');
    expect(service.calls().filter((call) => call.startsWith('self'))).toHaveLength(1);
  });

  it('does not mind when the service cannot tell who the key is', async () => {
    const { report } = await run(deploy, { self: () => ({ status: 404 }) });
    expect(exitCodeOf(report)).toBe(0);
    expect(report.keyLabel).toBeUndefined();
  });

  it('tests both keys in stage Validate, the idle one too', async () => {
    const { report, warnings } = await run({ ...keys, stage: 'Validate' }, {}, [primary]);
    expect(service.calls().slice(0, 2)).toEqual(['probe primary', 'probe secondary']);
    expect(report.keys.map(({ state }) => state)).toEqual(['accepted', 'rejected']);
    expect(report.rotationNeeded).toBe(true);
    expect(warnings).toEqual([expect.stringMatching(/secondary key: rejected.*cannot stand in/)]);
    expect(exitCodeOf(report)).toBe(0);
  });

  it('stops at the next step when it is told to', async () => {
    const stop = new AbortController();
    const onLine = (line: string) => {
      if (line === 'Deploy') stop.abort(new Error('SIGTERM'));
    };
    const { report } = await run(deploy, {}, [primary], { stop, onLine });
    expect(exitCodeOf(report)).toBe(6);
    expect(report.failure?.message).toBe('Stopped by SIGTERM (step: deploy).');
  });
});
