import nock from 'nock';
import { readDeployment, startDeployment } from '../../src/client/deployments.ts';
import { closedPort, fakeClock, keys, primary, serveRaw, testTransport } from './helpers.ts';
import { interceptRequests } from './interception.ts';

const service = 'https://api.example.test';
const deployPath = '/api/key-artifact-deploy/v1-0/private/deploy';
const deploymentId = '1f3c5e7a-9b0d-4c2e-8f1a-3b5d7e9f0a1b';
const infoPath = `/api/key-deployment-info/v1-0/private/deployment/${deploymentId}`;

async function start(url = service) {
  const { transport, pauses } = testTransport(url);
  return { outcome: await startDeployment(transport, primary, 'dmscript/7b0e'), pauses };
}

describe('a deployment that is started', () => {
  interceptRequests();

  it('has the ID that the service gives', async () => {
    nock(service).post(deployPath, { artifactId: 'dmscript/7b0e' }).reply(200, { deploymentId });

    expect((await start()).outcome).toEqual({ kind: 'answered', value: { deploymentId } });
  });

  it.each([500, 502, 503, 504])('is not started a second time after %i', async (status) => {
    nock(service).post(deployPath).reply(status);

    const { outcome, pauses } = await start();

    expect(outcome).toMatchObject({ kind: 'unavailable', sent: true });
    expect(pauses).toEqual([]);
  });

  it('waits at a rate limit, since a refused request has no effect', async () => {
    nock(service).post(deployPath).reply(429).post(deployPath).reply(200, { deploymentId });

    const { outcome, pauses } = await start();

    expect(outcome).toMatchObject({ kind: 'answered' });
    expect(pauses).toEqual([5_000]);
  });

  it.each([
    [200, { deploymentId: 'no-guid' }],
    [202, { deploymentId }],
  ])('is not taken for started when %i comes with %j', async (status, body) => {
    nock(service).post(deployPath).reply(status, body);

    expect((await start()).outcome).toMatchObject({ kind: 'bad-answer' });
  });

  it.each([401, 403])('is rejected with %i, for the key ring to use the other key', async (status) => {
    nock(service).post(deployPath).reply(status);

    expect((await start()).outcome).toEqual({ kind: 'rejected', status, detail: '' });
  });
});

describe('a deployment that is started over a bad connection', () => {
  it.each([
    ['is reset', 'resetAndDestroy'],
    ['is closed', 'destroy'],
  ] as const)('is not started a second time when the connection %s before the answer (scenario 13)', async (_, end) => {
    let asked = 0;
    await using server = await serveRaw((socket) => {
      socket.once('data', () => {
        asked++;
        socket[end]();
      });
    });

    expect((await start(server.url)).outcome).toMatchObject({ kind: 'unavailable', sent: true });
    expect(asked).toBe(1);
  });

  it('is not started a second time when the answer breaks off', async () => {
    let asked = 0;
    await using server = await serveRaw((socket) => {
      socket.once('data', () => {
        asked++;
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 60\r\n\r\n{"deploymentId":');
      });
    });

    expect((await start(server.url)).outcome).toMatchObject({ kind: 'bad-answer' });
    expect(asked).toBe(1);
  });

  it('is tried again while no connection comes about: nothing can have arrived', async () => {
    const { outcome, pauses } = await start(`http://127.0.0.1:${closedPort}`);

    expect(outcome).toMatchObject({ kind: 'unavailable', sent: false, detail: expect.stringContaining('3 times') });
    expect(pauses).toEqual([1_000, 2_000]);
  });
});

describe('a deployment that is read', () => {
  interceptRequests();

  async function read() {
    const { transport, pauses } = testTransport(service);
    return { outcome: await readDeployment(transport, primary, deploymentId), pauses };
  }
  const info = (changes: object) => ({ DeploymentInfo: { id: deploymentId, currentState: 'Pending', ...changes } });

  it.each([
    ['Pending', 'Pending'],
    ['Succeeded', 'Succeeded'],
    ['error', 'Error'],
    ['Timeout', 'Timeout'],
    ['Quarantined', 'Pending'],
  ])('is known by its state: %s counts as %s', async (currentState, state) => {
    nock(service).get(infoPath).reply(200, info({ currentState }));

    expect((await read()).outcome).toMatchObject({
      kind: 'answered',
      value: { known: true, state, info: { currentState } },
    });
  });

  it('has an event chain that no log can stumble over', async () => {
    const metadata = { 'Na\nme': `line 1\r\n::add-mask::${keys.primary}` };
    const eventChain = [{ id: '1', timestamp: 't', context: 'c', kind: 'k', metadata }];
    nock(service).get(infoPath).reply(200, info({ eventChain }));

    expect((await read()).outcome).toMatchObject({
      value: { info: { eventChain: [{ metadata: { 'Na me': 'line 1 : :add-mask::***' } }] } },
    });
  });

  it('may not be known yet', async () => {
    nock(service).get(infoPath).reply(404);

    expect((await read()).outcome).toMatchObject({ kind: 'answered', value: { known: false } });
  });

  it('is asked for again after failures, and may stay unknown for now', async () => {
    nock(service).get(infoPath).times(3).reply(503);

    expect(await read()).toMatchObject({ outcome: { kind: 'unavailable' }, pauses: [1_000, 2_000] });
  });

  it.each([[{ deploymentInfo: { id: '1', currentState: 'Succeeded' } }], [info({ currentState: 7 })], [[]]])(
    'is not known from an answer of another shape: %j',
    async (body) => {
      nock(service).get(infoPath).reply(200, body);

      expect((await read()).outcome).toMatchObject({
        kind: 'bad-answer',
        detail: expect.stringContaining('DeploymentInfoAnswer'),
      });
    },
  );

  it.each([401, 403])('rejects a dead key with %i', async (status) => {
    nock(service).get(infoPath).reply(status, 'gone');

    expect((await read()).outcome).toEqual({ kind: 'rejected', status, detail: 'gone' });
  });
});

describe('a deployment that is read within a time', () => {
  /** Limits of the requests that are sent to a service which lets half of each pass before the connection breaks. */
  async function limitsWithin(timeBudget?: number): Promise<number[]> {
    const sent: number[] = [];
    const clock = fakeClock();
    const { transport } = testTransport(service, { clock });
    const send: typeof transport.send = async ({ limits }) => {
      sent.push(limits.total);
      await clock.sleep(limits.total / 2);
      return { kind: 'no-answer', sent: true, cause: 'network', detail: 'reset' };
    };
    await readDeployment({ ...transport, send }, primary, deploymentId, { timeBudget });
    return sent;
  }

  it('gives each request what is left of it', async () => {
    expect(await limitsWithin(40_000)).toEqual([40_000, 19_000, 7_500]);
    expect(await limitsWithin()).toEqual([60_000, 60_000, 60_000]);
  });

  it('is asked for once, for five seconds, when hardly any is left, and not again when it is used up', async () => {
    expect(await limitsWithin(0)).toEqual([5_000]);
    expect(await limitsWithin(3_000)).toEqual([5_000]);
  });
});
