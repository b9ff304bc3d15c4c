import nock from 'nock';
import { probeKey } from '../../src/client/key-probe.ts';
import { describeKey } from '../../src/client/key-self.ts';
import type { Target } from '../../src/keys/decision-table.ts';
import { closedPort, keys, primary, testTransport, uuid } from './helpers.ts';
import { interceptRequests } from './interception.ts';

const service = 'https://api.example.test';
const infoPath = `/api/key-deployment-info/v1-0/private/deployment/${uuid}`;
const itemPath = `/api/key-catalog/v2-0/catalogs/${uuid}`;

async function probe(target: Target, url = service, waitBudget?: number) {
  const { transport, pauses } = testTransport(url);
  return { outcome: await probeKey(transport, primary, target, { waitBudget }), pauses };
}

describe('a test of a key', () => {
  interceptRequests();

  it.each<[Target, string, number, string]>([
    ['volatile', infoPath, 404, 'accepted'],
    ['volatile', infoPath, 200, 'accepted'],
    ['volatile', infoPath, 401, 'rejected'],
    ['volatile', infoPath, 403, 'rejected'],
    ['volatile', infoPath, 400, 'unknown'],
    ['volatile', infoPath, 302, 'unknown'],
    ['catalog', itemPath, 404, 'accepted'],
    ['catalog', itemPath, 200, 'accepted'],
    ['catalog', itemPath, 401, 'rejected'],
    ['catalog', itemPath, 403, 'ambiguous'],
    ['catalog', itemPath, 400, 'unknown'],
  ])('of a %s key asks for something made up (%s); %i makes it %s', async (target, path, status, kind) => {
    nock(service, { reqheaders: { 'ocp-apim-subscription-key': keys.primary } })
      .get(path)
      .reply(status, '{}');

    expect((await probe(target)).outcome).toMatchObject({ kind });
  });

  it('says outage, not key, after the third 503 (scenario 6)', async () => {
    nock(service).get(infoPath).times(3).reply(503, 'down for maintenance');

    expect(await probe('volatile')).toEqual({
      outcome: { kind: 'unknown', detail: `GET ${service}${infoPath} answered 503, 3 times: down for maintenance` },
      pauses: [1_000, 2_000],
    });
  });

  it('waits 36 s at the rate limit of key-catalog, or stops when there is no time left (scenario 8)', async () => {
    nock(service).get(itemPath).times(2).reply(429).get(itemPath).reply(404);
    expect(await probe('catalog')).toEqual({ outcome: { kind: 'accepted' }, pauses: [36_000, 36_000] });

    nock(service).get(itemPath).times(2).reply(429);
    expect(await probe('catalog', service, 60_000)).toMatchObject({ outcome: { kind: 'unknown' }, pauses: [36_000] });
  });

  it('learns nothing from a sign-in page that answers 200', async () => {
    nock(service).get(infoPath).reply(200, '<!doctype html><title>Sign in</title>');

    expect((await probe('volatile')).outcome).toEqual({ kind: 'unknown', detail: expect.stringContaining('HTML') });
  });
});

describe('a test of a key at a service that is away', () => {
  it('says outage when the service cannot be reached', async () => {
    expect((await probe('volatile', `http://127.0.0.1:${closedPort}`)).outcome).toEqual({
      kind: 'unknown',
      detail: expect.stringContaining('ECONNREFUSED'),
    });
  });
});

describe('the description of a key', () => {
  interceptRequests();

  const path = '/api/keys/v1-0/self';
  const self = {
    scope: 'system',
    organization: { id: 'o1', name: 'Skyline' },
    dms: { id: 'd1', name: 'Lab' },
    setId: 's1',
    label: 'CI\n::error::x',
    slot: 'primary',
    permissions: ['upload'],
    createdAt: '2026-11-23T10:00:00Z',
  };
  const describeAt = (url: string) => describeKey(testTransport(url).transport, primary);

  it('holds the label, fit for a log', async () => {
    nock(service).get(path).reply(200, self);

    expect(await describeAt(service)).toEqual({ ...self, label: 'CI : :error: :x' });
  });

  it.each(['https://api.dataminer.services', 'https://api-test.dataminer.services/test'])(
    'is never asked of %s',
    async (url) => {
      const { transport, lines } = testTransport(url);

      expect(await describeKey(transport, primary)).toBeUndefined();
      expect(lines).toEqual([]);
    },
  );

  it.each([
    [403, 'no'],
    [404, ''],
    [503, ''],
    [200, '{}'],
    [200, '<html>'],
  ])('is none, and no error, when the service answers %i %j, after one request', async (status, body) => {
    nock(service).get(path).reply(status, body);

    expect(await describeAt(service)).toBeUndefined();
  });
});
