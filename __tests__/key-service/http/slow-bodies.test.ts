import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { jest } from '@jest/globals';
import { keyServiceServer } from '../../../src/cli/key-service-server.ts';
import { managementPaths } from '../../../src/contract/management/paths.ts';
import { paths } from '../../../src/contract/paths.ts';
import { afterwards } from '../support/cleanup.ts';
import { type PatientService, patientService } from '../support/held-back.ts';

describe('a body that does not come to its end', () => {
  let service: PatientService;

  beforeAll(async () => {
    service = await patientService();
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  });

  afterAll(() => {
    jest.useRealTimers();
  });

  const json = { 'content-type': 'application/json' };
  const key = () => ({ 'Ocp-Apim-Subscription-Key': service.values.primary });

  it.each<[string, string, () => Record<string, string>]>([
    ['signing in', managementPaths.session, () => ({ ...json, origin: service.url })],
    ['the set-up', managementPaths.setup, () => ({ ...json, origin: service.url })],
    ['a deployment', paths.deployArtifact, () => ({ ...json, ...key() })],
  ])('is waited for half a minute: %s', async (_what, path, headers) => {
    const request = await service.begin(path, headers(), '{"a":1}');
    jest.advanceTimersByTime(30_000);
    expect(await request.status()).toBe(408);
  });

  it('is waited for no longer where there is nothing', async () => {
    const app = await keyServiceServer({ ...service.options, environment: service.environment }, false);
    afterwards(() => app.close());
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{');
    afterwards(async () => socket.destroy());
    await once(app.server, 'request');
    // By the time another one is answered, it is waited for.
    await fetch(`${url}/healthz`);
    jest.advanceTimersByTime(30_000);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('is waited for longer when it is a package', async () => {
    const type = { 'content-type': 'multipart/form-data; boundary=b0' };
    const request = await service.begin(paths.uploadArtifact, { ...type, ...key() }, '--b0--\r\n');
    jest.advanceTimersByTime(60_000);
    expect(await request.end()).toBe(400);
  });
});
