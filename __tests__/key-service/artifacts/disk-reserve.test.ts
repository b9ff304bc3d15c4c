import { join } from 'node:path';
import { Artifacts } from '../../../src/key-service/artifacts/artifacts.ts';
import { diskReserve } from '../../../src/key-service/artifacts/disk-reserve.ts';
import { usedCore } from '../support/core.ts';
import { keyBehind, requestedDeployment } from '../support/deployment.ts';
import { storedArtifacts } from '../support/service.ts';

const mebibyte = 1024 * 1024;
const refusal = { code: 'store', message: expect.stringContaining('too little free space') };

/** Packages on a disk whose free space the test sets. */
async function onDisk(freeMebibytes: number) {
  const used = await usedCore();
  const disk = { free: freeMebibytes * mebibyte };
  const requireRoom = diskReserve(used.dataFolder, async () => disk.free);
  return { used, disk, artifacts: new Artifacts(used.core.db, used.core.audited, used.environment, requireRoom) };
}

describe('a disk that packages fill', () => {
  it('is left to changes of keys below 100 MiB, whoever uploads', async () => {
    const { used, disk, artifacts } = await onDisk(101);
    const key = await keyBehind(used);
    const writer = await artifacts.begin(used.systemId, key);
    await writer.write(Buffer.alloc(mebibyte));
    disk.free -= 1;
    await expect(writer.write(Buffer.alloc(mebibyte))).rejects.toMatchObject(refusal);
    await writer.discard();
    await expect(artifacts.begin(used.systemId, key)).rejects.toMatchObject(refusal);
    expect(await storedArtifacts(used)).toEqual({ artifacts: 0, chunks: 0 });
  });

  it('is not filled by a package that is on its way to a DMS either', async () => {
    const { used, artifacts } = await onDisk(100);
    await requestedDeployment(used);
    const { artifact_id: id } = await used.core.db
      .selectFrom('deployments')
      .select('artifact_id')
      .executeTakeFirstOrThrow();
    const file = join(used.root, 'package');
    await expect(artifacts.copyTo(id, file, new AbortController().signal)).rejects.toMatchObject(refusal);
  });
});
