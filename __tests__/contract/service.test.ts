import { type RunningService, runningService } from '../key-service/support/service.ts';
import { onEveryStore } from '../key-service/support/stores.ts';
import { artifactId, deploy, deploymentId, deploymentInfo, type Exchange, upload } from './exchanges.ts';

type Answered = { status: number; body: unknown };

/** Sends the request of a reference, with IDs that this service knows in place of the invented ones. */
async function ask(
  { url }: RunningService,
  { request }: Exchange,
  key: string,
  known: Record<string, string> = {},
): Promise<Answered> {
  const filled = (text: string) => Object.entries(known).reduce((filling, [id, own]) => filling.replace(id, own), text);
  const response = await fetch(url + filled(request.path), {
    method: request.method,
    headers: { ...request.headers, 'Ocp-Apim-Subscription-Key': key },
    ...(request.body !== undefined && { body: filled(request.body) }),
  });
  return { status: response.status, body: await response.json() };
}

/** What a body is made of, without its values; metadata has names of its own. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, name === 'metadata' ? 'texts by name' : shapeOf(item)]),
  );
}

function expectLike({ status, body }: Answered, { success }: Exchange): void {
  expect({ status, body: shapeOf(body) }).toEqual({ status: success.status, body: shapeOf(success.body) });
}

onEveryStore('the key service, held to the reference exchanges', (store) => {
  it('takes their requests and gives answers of their shapes', async () => {
    const service = await runningService({ store });
    const key = service.values.primary;

    const uploaded = await ask(service, upload, key);
    expectLike(uploaded, upload);
    const ownArtifact = (uploaded.body as { artifactId: string }).artifactId;

    const requested = await ask(service, deploy, key, { [artifactId]: ownArtifact });
    expectLike(requested, deploy);
    const ownDeployment = (requested.body as { deploymentId: string }).deploymentId;

    expectLike(await ask(service, deploymentInfo, key, { [deploymentId]: ownDeployment }), deploymentInfo);
  });

  it.each([
    ['upload', upload, {}, 403],
    ['deploy', deploy, {}, 403],
    ['deployment info', deploymentInfo, {}, 403],
    ['deploy', deploy, { [artifactId]: 'unknown' }, 400],
    ['deployment info', deploymentInfo, { [deploymentId]: 'no-guid' }, 400],
    ['deployment info', deploymentInfo, {}, 404],
  ])('refuses as they do: %s (%#)', async (_, exchange, known, status) => {
    const service = await runningService({ store });
    const key = status === 403 ? 'reference-key-0123456789' : service.values.primary;
    expect(exchange.refusals).toContain(status);
    expect((await ask(service, exchange, key, known)).status).toBe(status);
  });
});
