import { Check } from 'typebox/value';
import {
  DeploymentDetail,
  DeploymentList,
  type Deployment as ListedDeployment,
} from '../../../../src/contract/management/deployments.ts';
import { managementPaths } from '../../../../src/contract/management/paths.ts';
import { paths } from '../../../../src/contract/paths.ts';
import type { DeployAnswer, UploadAnswer } from '../../../../src/contract/schemas.ts';
import { aTest, recordsOf } from '../../support/custodian.ts';
import { anotherSystem, requestedDeployment } from '../../support/deployment.ts';
import { treeOf } from '../../support/folder.ts';
import { api, type Caller, signIn, tokenFor } from '../../support/management.ts';
import { packageBytes } from '../../support/package.ts';
import { eventually, type RunningService, runningService, upload, uploadForm } from '../../support/service.ts';
import { onEveryStore, type TestStore } from '../../support/stores.ts';

/** The deployments of the DMS of the test as somebody works with them. */
function deploymentsOf(service: RunningService, caller: Caller | undefined, deployment = 'none', parts = {}) {
  const { get, post } = api(service, caller, { deployment, ...parts });
  return {
    list: (query = '') => get<{ items: ListedDeployment[]; next: string | null }>(managementPaths.deployments + query),
    view: () => get<DeploymentDetail>(managementPaths.deployment),
    cancel: () => post<DeploymentDetail>(managementPaths.cancelDeployment),
    retry: (headers?: Record<string, string>) =>
      post<DeploymentDetail>(managementPaths.retryDeployment, undefined, headers),
  };
}

/** A service whose workers take nothing up by themselves, so that deployments stay in the queue. */
async function idleService(store: TestStore): Promise<RunningService> {
  return await runningService({ store, deployments: { concurrency: 0 } });
}

/** What a pipeline does: it uploads a package and deploys it, saying who it is. */
async function deployedByPipeline(service: RunningService): Promise<string> {
  const { artifactId } = (await (await upload(service, uploadForm(await packageBytes()))).json()) as UploadAnswer;
  const answer = await fetch(service.url + paths.deployArtifact, {
    method: 'POST',
    headers: {
      'Ocp-Apim-Subscription-Key': service.values.secondary,
      'Content-Type': 'application/json',
      'X-Deploy-Repository': 'acme/scripts',
      'X-Deploy-Workflow': 'deploy',
      'X-Deploy-Run-Id': '42',
      'X-Deploy-Run-Attempt': '2',
    },
    body: JSON.stringify({ artifactId }),
  });
  return ((await answer.json()) as DeployAnswer).deploymentId;
}

onEveryStore('the Deployments page of a DMS', (store) => {
  it('shows what a pipeline deployed, when, by which key and from where, with its event chain', async () => {
    const service = await runningService({ store });
    const id = await deployedByPipeline(service);
    const member = await signIn(service, 'member', service);
    const { view, list } = deploymentsOf(service, member, id.toUpperCase());
    const body = await eventually(async () => {
      const answer = await view();
      return answer.body.state !== 'Pending' && answer.body;
    });
    expect(Check(DeploymentDetail, body)).toBe(true);
    const { events, ...deployment } = body;
    expect(deployment).toEqual({
      id,
      systemId: service.systemId,
      artifactId: expect.stringMatching(/^dmscript\//),
      package: { name: 'Demo', version: '1.0.1' },
      state: 'Succeeded',
      requestedAt: '2026-11-23T10:00:00.000Z',
      modifiedAt: '2026-11-23T10:00:00.000Z',
      requestedBy: { type: 'key', id: service.setId, name: 'GitHub (secondary)' },
      caller: { repository: 'acme/scripts', workflow: 'deploy', runId: '42', runAttempt: '2' },
      retryOf: null,
      running: false,
      cancelledBy: null,
    });
    expect(events.map(({ kind }) => kind)).toEqual(['Requested', 'Started', 'Installing', 'Succeeded']);
    const listed = await list();
    expect(Check(DeploymentList, listed.body)).toBe(true);
    expect(listed.body).toEqual({ items: [deployment], next: null });
    const records = (await recordsOf(service.core, id)).map(({ operation, by }) => [operation, by]);
    expect(records).toEqual([
      ['deployment.requested', 'key GitHub (secondary)'],
      ['deployment.ended', 'system key service'],
    ]);
  });

  it('filters by state, text and time, page by page', async () => {
    const service = await idleService(store);
    const admin = await signIn(service, 'admin');
    const ids = [await requestedDeployment(service), await deployedByPipeline(service)];
    await service.core.deployments.cancel({ id: ids[0] ?? '', systemId: 'any' }, aTest);
    const { list } = deploymentsOf(service, admin);
    const found = async (query: string) => (await list(query)).body.items.map(({ id }) => id);
    expect(await found('?state=Error')).toEqual([ids[0]]);
    expect(await found('?state=Pending&state=Timeout')).toEqual([ids[1]]);
    expect(await found('?search=ACME%2Fscripts')).toEqual([ids[1]]);
    expect(await found('?from=2026-11-23T10:00:00Z&to=2026-11-23T10:00:00Z')).toEqual(ids.toReversed());
    expect(await found('?from=2026-11-23T10:00:01Z')).toEqual([]);
    const { body } = await list('?limit=1');
    expect(await found(`?limit=1&cursor=${body.next}`)).toEqual([ids[0]]);
    for (const query of ['?state=Done', '?limit=0', '?limit=201', '?from=today', '?cursor=x', '?page=1']) {
      expect((await list(query)).status).toBe(400);
    }
  });

  it('cancels what waits, at once, in the name of who asked', async () => {
    const service = await idleService(store);
    const admin = await signIn(service, 'admin');
    const id = await requestedDeployment(service);
    const { cancel } = deploymentsOf(service, admin, id);
    const answer = await cancel();
    expect(answer).toMatchObject({ status: 200, body: { state: 'Error', cancelledBy: admin.name, running: false } });
    expect(Check(DeploymentDetail, answer.body)).toBe(true);
    expect(answer.body.events.at(-1)).toMatchObject({ kind: 'Cancelled', metadata: { By: admin.name } });
    expect(await cancel()).toMatchObject({
      status: 409,
      body: { state: 'Error', endedAt: '2026-11-23T10:00:00.000Z' },
    });
  });

  it('never names a token so that it passes for a person', async () => {
    const service = await idleService(store);
    const token = await tokenFor(service, 'admin');
    const id = await requestedDeployment(service);
    const signature = `${token.name} (token)`;
    const { cancel, retry } = deploymentsOf(service, token, id);
    const cancelled = await cancel();
    expect(cancelled.body).toMatchObject({ cancelledBy: signature });
    expect(cancelled.body.events.at(-1)).toMatchObject({ kind: 'Cancelled', metadata: { By: signature } });
    expect((await retry()).body.events[0]).toMatchObject({ kind: 'Requested', metadata: { By: signature } });
  });

  it('retries what has ended, with the package as it was uploaded', async () => {
    const service = await runningService({ store });
    const token = await tokenFor(service, 'admin');
    const first = await deployedByPipeline(service);
    await eventually(async () => (await deploymentsOf(service, token, first).view()).body.state === 'Succeeded');
    const retried = await deploymentsOf(service, token, first).retry({ 'X-Deploy-Repository': 'acme/operations' });
    expect(retried).toMatchObject({
      status: 201,
      body: {
        retryOf: first,
        requestedBy: { type: 'token', id: token.id, name: token.name },
        caller: { repository: 'acme/operations', workflow: null },
      },
    });
    const { view } = deploymentsOf(service, token, retried.body.id);
    await eventually(async () => (await view()).body.state === 'Succeeded');
    const tree = await treeOf(service.root);
    const manifest = JSON.parse(tree['AppPackages/Installed/Demo.1.0.1/InstalledFiles.json'] ?? '');
    expect(manifest.deploymentId).toBe(retried.body.id);
  });

  it('retries nothing that has not ended, or whose package is gone', async () => {
    const service = await idleService(store);
    const id = await requestedDeployment(service);
    const admin = deploymentsOf(service, await signIn(service, 'admin'), id);
    expect(await admin.retry()).toMatchObject({ status: 409, body: { state: 'Pending' } });
    await admin.cancel();
    await service.core.db.deleteFrom('artifacts').execute();
    expect(await admin.retry()).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('no longer kept. Upload and deploy it again') },
    });
  });

  it('answers 401 to nobody, 404 to outsiders and for what is not there, 403 to Members who want more than to look', async () => {
    const service = await idleService(store);
    const { organizationId, systemId } = service;
    const id = await requestedDeployment(service);
    const statuses = async (caller: Caller | undefined, deployment = id, parts = {}) => {
      const { list, view, retry, cancel } = deploymentsOf(service, caller, deployment, parts);
      return [(await list()).status, (await view()).status, (await retry()).status, (await cancel()).status];
    };
    expect(await statuses(undefined)).toEqual([401, 401, 401, 401]);
    expect(await statuses(await signIn(service, null))).toEqual([404, 404, 404, 404]);
    expect(await statuses(await signIn(service, 'member'))).toEqual([404, 404, 404, 404]);
    expect(await statuses(await signIn(service, 'member', { organizationId, systemId }))).toEqual([200, 200, 403, 403]);
    expect(await statuses(await tokenFor(service, 'member'))).toEqual([200, 200, 403, 403]);
    const owner = await signIn(service, 'owner');
    expect(await statuses(owner, 'none')).toEqual([200, 404, 404, 404]);
    // Of another DMS of the same organization: it is not there, either.
    const other = await anotherSystem(service);
    expect(await statuses(owner, id, { dms: other })).toEqual([200, 404, 404, 404]);
    expect((await deploymentsOf(service, owner, id).view()).body.state).toBe('Pending');
  });
});
