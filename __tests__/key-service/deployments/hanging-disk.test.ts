import type { Connector } from '../../../src/key-service/dms/connector.ts';
import { kindOf } from '../../../src/key-service/dms/connector-kinds.ts';
import { FolderConnector } from '../../../src/key-service/dms/folder-connector.ts';
import { openPackage } from '../../../src/packaging/dmapp/read-package.ts';
import { type UsedCore, usedCore } from '../support/core.ts';
import { aTest } from '../support/custodian.ts';
import { anotherSystem, deploymentInfo, kindsOf, requestedDeployment } from '../support/deployment.ts';
import { treeOf } from '../support/folder.ts';
import { eventually } from '../support/service.ts';
import { stoppingFiles } from '../support/stopping-files.ts';
import { ended, lease, startedWorker } from '../support/worker.ts';

const impatient = { limit: 20, patience: 20 };

/** A connector to a DMS whose disk stops answering in the middle of putting files into place. */
function hangingDisk({ root, environment }: UsedCore) {
  const disk = stoppingFiles(({ name, path }) => name === 'rename' && path.endsWith('Script_Demo.xml'));
  const folder = new FolderConnector(root, { openPackage, files: disk.files, environment });
  const { promise: settled, resolve } = Promise.withResolvers<void>();
  const connector: Connector = {
    name: folder.name,
    recover: (turn) => folder.recover(turn),
    install: (job) => folder.install(job).finally(resolve),
  };
  return { ...disk, connector, settled };
}

describe('a deployment to a disk that hangs', () => {
  it('ends as Timeout, frees its worker for other DMSs, and is undone when the disk answers again', async () => {
    const used = await usedCore();
    const { connector, stopped, goOn } = hangingDisk(used);
    const id = await requestedDeployment(used);
    const other = await requestedDeployment(used, undefined, await anotherSystem(used));
    const hanging = new Set<string>();
    const connectorFor: (settings: { type: 'folder'; folder: string }) => Connector = (settings) =>
      settings.folder === used.root ? connector : kindOf(settings).connector(settings, used.environment);
    await startedWorker(used, undefined, { ...impatient, limit: 4_000 }, { hanging, connectorFor });
    await stopped;
    const info = await ended(used, id);
    expect([info.currentState, kindsOf(info).at(-1)]).toEqual(['Timeout', 'TimedOut']);
    expect(info.eventChain?.at(-1)?.metadata?.Message).toContain('The DMS does not answer');
    expect((await ended(used, other)).currentState).toBe('Succeeded');

    // The next one is not put behind it.
    const next = await ended(used, await requestedDeployment(used));
    expect(next.currentState).toBe('Error');
    expect(next.eventChain?.at(-1)?.metadata?.Message).toContain('an earlier installation still hangs there');

    goOn();
    await eventually(async () => hanging.size === 0);
    expect(await treeOf(used.root)).toEqual({});
    expect((await deploymentInfo(used, id)).currentState).toBe('Timeout');
    expect((await ended(used, await requestedDeployment(used))).currentState).toBe('Succeeded');
  });

  it('ends when it is cancelled, and says that the DMS does not answer', async () => {
    const used = await usedCore();
    const { connector, stopped, goOn } = hangingDisk(used);
    const id = await requestedDeployment(used);
    await startedWorker(used, connector, { patience: 20 });
    await stopped;
    await used.core.deployments.cancel({ id, systemId: 'any' }, aTest);
    const info = await ended(used, id);
    expect(info.eventChain?.at(-1)).toMatchObject({
      kind: 'Cancelled',
      metadata: { By: 'a test', Message: expect.stringContaining('The DMS does not answer') },
    });
    goOn();
  });

  it('does not keep the service from ending, and is taken up again after it', async () => {
    const used = await usedCore();
    const { connector, stopped, goOn, settled } = hangingDisk(used);
    const id = await requestedDeployment(used);
    const worker = await startedWorker(used, connector, { patience: 20 });
    await stopped;
    await worker.stop();
    expect((await deploymentInfo(used, id)).currentState).toBe('Pending');
    used.environment.advance(lease);
    await startedWorker(used);
    const info = await ended(used, id);
    expect(kindsOf(info)).toEqual(['Requested', 'Started', 'Installing', 'Resumed', 'Installing', 'Succeeded']);
    const tree = await treeOf(used.root);
    // The process that was given up wakes up: it is late, and changes nothing.
    goOn();
    await settled;
    expect(await treeOf(used.root)).toEqual(tree);
  });
});
