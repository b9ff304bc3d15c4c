import fastify, { type FastifyPluginAsync } from 'fastify';
import { managementPaths } from '../../../src/contract/management/paths.ts';
import { paths } from '../../../src/contract/paths.ts';
import { measureRequests, metricsRoute } from '../../../src/key-service/http/metrics-routes.ts';
import { ServiceMetrics } from '../../../src/key-service/operations/service-metrics.ts';
import { eventually, runningService } from '../support/service.ts';

const nothingHere = {
  type: 'about:blank',
  title: 'Not Found',
  status: 404,
  code: 'not-found',
  detail: 'There is nothing at this address.',
};

function metricsWithoutStore(): ServiceMetrics {
  const storeFigures = () => Promise.reject(new Error('there is no store'));
  return new ServiceMetrics({ storeFigures, freeBytes: async () => 0, process: false });
}

describe('/metrics', () => {
  it('is read by this machine in the format of Prometheus', async () => {
    const { url } = await runningService();
    const answer = await fetch(`${url}/metrics`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(await answer.text()).toContain('# TYPE dataminer_deploy_key_validations_total counter');
  });

  it.each([
    ['another machine', { remoteAddress: '192.0.2.1' }],
    ['somebody behind a proxy on this machine', { headers: { 'x-forwarded-for': '192.0.2.1' } }],
    ['somebody behind a proxy who says so in another way', { headers: { forwarded: 'for=192.0.2.1' } }],
    ['somebody behind a proxy on this machine who does not say so', { headers: { host: 'keys.example.com' } }],
    ['a page of a site whose name has this address', { headers: { host: 'rebound.example:8080' } }],
  ])('is not there for %s', async (_who, request) => {
    const { app } = await runningService();
    const answer = await app.inject({ url: '/metrics', ...request });
    expect([answer.statusCode, answer.json()]).toEqual([404, nothingHere]);
  });

  it.each(['localhost:8080', '127.0.0.1:8080', '[::1]:8080'])('is there for this machine as %s', async (host) => {
    const { app } = await runningService();
    expect((await app.inject({ url: '/metrics', headers: { host } })).statusCode).toBe(200);
  });

  it('is there for whom the operator allows it, and then for nobody else', async () => {
    const { app } = await runningService({ metrics: { allow: ['192.0.2.0/24'] } });
    const statusFor = async (remoteAddress: string) =>
      (await app.inject({ url: '/metrics', remoteAddress, headers: { host: 'keys:8080' } })).statusCode;
    expect([await statusFor('192.0.2.7'), await statusFor('127.0.0.1')]).toEqual([200, 404]);
  });

  it('judges the caller behind a trusted proxy, not the proxy', async () => {
    const app = fastify({ trustProxy: '127.0.0.1' });
    const metrics = metricsWithoutStore();
    metricsRoute(app, metrics, ['127.0.0.1', '192.0.2.7']);
    const statusFor = async (address: string) =>
      (await app.inject({ url: '/metrics', headers: { 'x-forwarded-for': address } })).statusCode;
    expect([
      await statusFor('192.0.2.7'),
      await statusFor('192.0.2.8'),
      await statusFor('127.0.0.1, 192.0.2.8'),
    ]).toEqual([200, 404, 404]);
    await app.close();
  });

  it('keeps the service from starting with a range that is none', async () => {
    await expect(runningService({ metrics: { allow: ['everybody'] } })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('names requests by their route, never by their address', async () => {
    const { url, values } = await runningService();
    await fetch(`${url}${paths.deployment}/${values.primary}?secret=${values.secondary}`);
    await fetch(`${url}${paths.keySelf}`);
    const text = await eventually(async () => {
      const read = await (await fetch(`${url}/metrics`)).text();
      return read.includes(paths.keySelf) && read;
    });
    expect(text).toContain(`route="${paths.deployment}/:deploymentId",method="GET",status="403"`);
    expect(text).not.toContain(values.primary);
    expect(text).not.toContain(values.secondary);
  });
});

describe('the count of sign-ins', () => {
  it.each<[number, string | undefined]>([
    [200, 'accepted'],
    [401, 'refused'],
    [429, 'throttled'],
    [400, undefined],
    [500, undefined],
  ])('takes the answer %i as %s', async (status, result) => {
    const app = fastify();
    const metrics = metricsWithoutStore();
    const sessions: FastifyPluginAsync = async (service) => {
      measureRequests(service, metrics);
      service.post(managementPaths.session, async (_request, reply) => reply.code(status).send());
      service.get(managementPaths.session, async () => ({}));
    };
    await app.register(sessions, { prefix: '/keys' });
    await app.inject({ method: 'POST', url: `/keys${managementPaths.session}` });
    await app.inject({ method: 'GET', url: `/keys${managementPaths.session}` });
    const counted = [...(await metrics.text()).matchAll(/sign_ins_total\{result="(\w+)"\} 1/g)].map(([, name]) => name);
    expect(counted).toEqual(result === undefined ? [] : [result]);
    await app.close();
  });
});
