import { type UsedCore, usedCore } from '../support/core.ts';
import { aTest, recordsOf } from '../support/custodian.ts';
import { anotherSystem, deploymentInfo, keyBehind, kindsOf, requestedDeployment } from '../support/deployment.ts';
import { onEveryStore } from '../support/stores.ts';
import { ended, queueOf, startedWorker } from '../support/worker.ts';

const requester = { initiator: aTest, caller: {} };
const caller = { repository: 'acme/scripts', workflow: 'deploy', runId: '42', runAttempt: '1' };

async function endedDeployment(used: UsedCore): Promise<string> {
  const id = await requestedDeployment(used);
  await used.core.deployments.cancel({ id, systemId: 'any' }, aTest);
  return id;
}

async function artifactOf({ core }: UsedCore, id: string): Promise<string> {
  const { artifact_id } = await core.db
    .selectFrom('deployments')
    .select('artifact_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return artifact_id;
}

onEveryStore('a deployment', (store) => {
  it('is kept with who asked for it, and audited together with its package', async () => {
    const used = await usedCore(store);
    const { core, systemId } = used;
    const artifactId = await artifactOf(used, await requestedDeployment(used));
    const id = (await core.deployments.request(artifactId, systemId, await keyBehind(used), caller)) ?? '';
    const deployment = await core.deploymentRecords.detail(id, systemId);
    expect(deployment).toMatchObject({
      id,
      systemId,
      artifactId,
      package: { name: 'Demo', version: '1.0.1' },
      state: 'Pending',
      running: false,
      requestedBy: { type: 'key', id: used.setId, name: 'GitHub (primary)' },
      caller,
      retryOf: null,
      cancelledBy: null,
    });
    expect(await recordsOf(core, id)).toEqual([
      {
        operation: 'deployment.requested',
        label: 'Demo 1.0.1',
        systemId,
        by: 'key GitHub (primary)',
        details: { ...caller, artifact: artifactId },
      },
    ]);
    expect(await recordsOf(core, artifactId)).toEqual([
      {
        operation: 'artifact.uploaded',
        label: 'Demo 1.0.1',
        systemId,
        by: 'key GitHub (primary)',
        details: { size: expect.stringMatching(/^\d+$/), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    ]);
  });

  it('of a package that the DMS does not have is not taken, and leaves no record', async () => {
    const used = await usedCore(store);
    const { core, systemId } = used;
    const key = await keyBehind(used);
    const unfinished = await core.artifacts.begin(systemId, key);
    const foreign = await artifactOf(used, await requestedDeployment(used, undefined, await anotherSystem(used)));
    const before = await core.db.selectFrom('audit_records').selectAll().execute();
    for (const artifactId of [unfinished.id, foreign, 'dmscript/none']) {
      expect(await core.deployments.request(artifactId, systemId, key)).toBeUndefined();
    }
    expect(await core.db.selectFrom('audit_records').selectAll().execute()).toHaveLength(before.length);
  });

  it('takes a place of its own in the queue, also when many are requested at the same moment', async () => {
    const used = await usedCore(store);
    const { core, systemId } = used;
    const key = await keyBehind(used);
    const artifacts: string[] = [];
    for (let number = 0; number < 8; number++) artifacts.push(await artifactOf(used, await requestedDeployment(used)));
    const ids = await Promise.all(artifacts.map((artifactId) => core.deployments.request(artifactId, systemId, key)));
    expect(new Set(ids).size).toBe(8);
    const rows = await core.db.selectFrom('deployments').select('position').orderBy('position').execute();
    expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
  });

  it('tells those in the same process that there is something in the queue, once it is stored', async () => {
    const used = await usedCore(store);
    const told = new Promise((resolve) => {
      used.core.deployments.changes.once('requested', () => resolve(queueOf(used).claim('A')));
    });
    const id = await requestedDeployment(used);
    expect(await told).toMatchObject({ id });
  });
});

onEveryStore('a retry', (store) => {
  it('is a new deployment of the same package, at the end of the queue', async () => {
    const used = await usedCore(store);
    const first = await endedDeployment(used);
    const waiting = await requestedDeployment(used);
    used.environment.advance(1000);
    const id = await used.core.deployments.retry({ id: first.toUpperCase(), systemId: used.systemId }, requester);
    const detail = await used.core.deploymentRecords.detail(id, used.systemId);
    expect(detail).toMatchObject({
      artifactId: await artifactOf(used, first),
      package: { name: 'Demo', version: '1.0.1' },
      requestedAt: '2026-11-23T10:00:01.000Z',
      requestedBy: aTest,
      retryOf: first,
      state: 'Pending',
      events: [{ kind: 'Requested', metadata: { By: 'a test', RetryOf: first } }],
    });
    expect(await recordsOf(used.core, id)).toMatchObject([
      { operation: 'deployment.retried', by: 'operator a test', details: { 'retry of': first } },
    ]);
    expect(await queueOf(used).claim('A')).toMatchObject({ id: waiting });
    expect(kindsOf(await deploymentInfo(used, first))).toEqual(['Requested', 'Cancelled']);
  });

  it('waits for the end of the first one', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    await expect(used.core.deployments.retry({ id, systemId: 'any' }, requester)).rejects.toMatchObject({
      code: 'conflict',
      message: 'The deployment has not ended yet',
    });
  });

  it('is not made twice, not even at the same moment, while the first has not ended', async () => {
    const used = await usedCore(store);
    const first = await endedDeployment(used);
    const retry = () => used.core.deployments.retry({ id: first, systemId: 'any' }, requester);
    const retries = await Promise.allSettled([retry(), retry(), retry()]);
    const refusals = retries.filter((it) => it.status === 'rejected').map(({ reason }) => reason);
    expect(refusals).toEqual(
      Array(2).fill(expect.objectContaining({ code: 'conflict', message: expect.stringContaining('a test retried') })),
    );
    const [id = ''] = retries.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []));
    expect(refusals[0].facts).toEqual({
      deployment: id,
      requestedBy: 'a test',
      requestedAt: '2026-11-23T10:00:00.000Z',
    });
    await startedWorker(used);
    await ended(used, id);
    await retry();
  });

  it('needs the package, which may not be kept any more', async () => {
    const used = await usedCore(store);
    const id = await endedDeployment(used);
    await used.core.artifacts.removeExpired(0);
    used.environment.advance(1);
    await used.core.artifacts.removeExpired(0);
    await expect(used.core.deployments.retry({ id, systemId: 'any' }, requester)).rejects.toMatchObject({
      code: 'conflict',
      message: 'The package Demo 1.0.1 of the deployment is no longer kept',
    });
    const rows = await used.core.db.selectFrom('deployments').select('id').execute();
    expect(rows).toHaveLength(1);
  });

  it('keeps its package for as long as if it had been uploaded now', async () => {
    const used = await usedCore(store);
    const first = await endedDeployment(used);
    used.environment.advance(1000);
    const id = await used.core.deployments.retry({ id: first, systemId: 'any' }, requester);
    await used.core.deployments.cancel({ id, systemId: 'any' }, aTest);
    used.environment.advance(999);
    await used.core.artifacts.removeExpired(1000);
    await used.core.deployments.retry({ id: first, systemId: 'any' }, requester);
  });

  it('is of a deployment of that DMS, or there is none', async () => {
    const used = await usedCore(store);
    const id = await endedDeployment(used);
    const other = await anotherSystem(used);
    await expect(used.core.deployments.retry({ id, systemId: other }, requester)).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
