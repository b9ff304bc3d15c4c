import fastify from 'fastify';
import type { Retention } from '../../../src/contract/management/organizations.ts';
import { chunkBytes } from '../../../src/key-service/artifacts/artifact-writer.ts';
import { createKeyService } from '../../../src/key-service/index.ts';
import { forgottenName } from '../../../src/key-service/keys/caller-use.ts';
import { cleanUp, defaultRetention, retentionFrom } from '../../../src/key-service/operations/clean-up.ts';
import { type UsedCore, usedCore } from '../support/core.ts';
import { keyBehind, requestedDeployment } from '../support/deployment.ts';
import { temporaryFolder } from '../support/folder.ts';
import { storedArtifacts } from '../support/service.ts';
import { onEveryStore } from '../support/stores.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

async function uploadedBytes(used: UsedCore, size: number): Promise<string> {
  const { core, systemId } = used;
  const writer = await core.artifacts.begin(systemId, await keyBehind(used));
  await writer.write(new Uint8Array(size));
  await writer.finish({ name: 'Demo', version: '1.0.1', contentType: 'DmScript', details: {} });
  return writer.id;
}

onEveryStore('cleaning up', (store) => {
  it('removes packages after 14 days, but not those that a deployment waits for', async () => {
    const used = await usedCore(store);
    await requestedDeployment(used);
    await uploadedBytes(used, 1000);
    used.environment.advance(14 * day);
    await cleanUp(used.core, defaultRetention);
    expect(await storedArtifacts(used)).toEqual({ artifacts: 2, chunks: 2 });
    used.environment.advance(1);
    await cleanUp(used.core, defaultRetention);
    expect(await storedArtifacts(used)).toEqual({ artifacts: 1, chunks: 1 });
  });

  it('removes uploads that stood still for an hour', async () => {
    const used = await usedCore(store);
    const writer = await used.core.artifacts.begin(used.systemId, await keyBehind(used));
    used.environment.advance(60 * minute);
    await writer.write(new Uint8Array(chunkBytes));
    used.environment.advance(60 * minute);
    await cleanUp(used.core, defaultRetention);
    expect(await storedArtifacts(used)).toEqual({ artifacts: 1, chunks: 1 });
    used.environment.advance(1);
    await cleanUp(used.core, defaultRetention);
    expect(await storedArtifacts(used)).toEqual({ artifacts: 0, chunks: 0 });
  });

  it('lets others in between while it removes a large package, which is none any more from the beginning', async () => {
    const used = await usedCore(store);
    const { db } = used.core;
    await uploadedBytes(used, 40 * chunkBytes);
    used.environment.advance(15 * day);
    let isDone = false;
    let turns = 0;
    const cleaning = cleanUp(used.core, defaultRetention).then(() => {
      isDone = true;
    });
    const countTurns = () => {
      turns++;
      if (!isDone) setImmediate(countTurns);
    };
    countTurns();
    while (!isDone) {
      const partlyThere = await db
        .selectFrom('artifacts')
        .where('state', '=', 'complete')
        .where((eb) => eb(eb.selectFrom('artifact_chunks').select(eb.fn.countAll<number>().as('count')), '<', 40))
        .select('id')
        .execute();
      expect(partlyThere).toEqual([]);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await cleaning;
    expect(turns).toBeGreaterThan(4);
    expect(await storedArtifacts(used)).toEqual({ artifacts: 0, chunks: 0 });
  });

  it('goes on where an earlier one was broken off', async () => {
    const used = await usedCore(store);
    const id = await uploadedBytes(used, 3 * chunkBytes);
    used.environment.advance(15 * day);
    await used.core.db.updateTable('artifacts').set({ state: 'uploading' }).where('id', '=', id).execute();
    await used.core.db.deleteFrom('artifact_chunks').where('position', '=', 0).execute();
    await cleanUp(used.core, defaultRetention);
    expect(await storedArtifacts(used)).toEqual({ artifacts: 0, chunks: 0 });
  });

  it('forgets callers that have not used a key for 400 days, however many they are', async () => {
    const used = await usedCore(store);
    const { db, environment } = used.core;
    const { id } = await db.selectFrom('key_values').select('id').orderBy('id').executeTakeFirstOrThrow();
    const callers = Array.from({ length: 1200 }, (_, index) => ({
      value_id: id,
      repository: `acme/${index}`,
      workflow: '',
      count: 1,
      first_used_at: environment.now(),
      last_used_at: environment.now() + (index < 1199 ? 0 : 1),
      last_route: 'GET /',
    }));
    await db.insertInto('key_usage').values(callers).execute();
    used.environment.advance(400 * day + 1);
    await cleanUp(used.core, defaultRetention);
    const left = await db
      .selectFrom('key_usage')
      .select(['repository', 'count', 'last_used_at'])
      .orderBy('repository')
      .execute();
    const last = environment.now() - 400 * day;
    // What those did who were forgotten stays known.
    expect(new Set(left)).toEqual(
      new Set([
        { repository: 'acme/1199', count: 1, last_used_at: last },
        { repository: forgottenName, count: 1199, last_used_at: last - 1 },
      ]),
    );
  });

  it('removes sessions that are over', async () => {
    const { core, environment } = await usedCore(store);
    const user = {
      id: 'u',
      email: 'u@example.org',
      name: 'U',
      password_hash: '',
      password_changed_at: 0,
      created_at: 0,
    };
    await core.db.insertInto('users').values(user).execute();
    await core.sessions.begin(core.db, user);
    const sessions = async () => (await core.db.selectFrom('sessions').select('user_id').execute()).length;
    await cleanUp(core, defaultRetention);
    expect(await sessions()).toBe(1);
    environment.advance(30 * minute);
    await cleanUp(core, defaultRetention);
    expect(await sessions()).toBe(0);
  });

  it('keeps packages and callers as long as it was told to', async () => {
    const used = await usedCore(store);
    await uploadedBytes(used, 1000);
    used.environment.advance(15 * day);
    await cleanUp(used.core, retentionFrom({ packageDays: 15 }));
    expect(await storedArtifacts(used)).toMatchObject({ artifacts: 1 });
    await cleanUp(used.core, retentionFrom({ packageDays: 1 }));
    expect(await storedArtifacts(used)).toMatchObject({ artifacts: 0 });
  });
});

describe('how long things are kept', () => {
  it.each<[Partial<Retention>, string]>([
    [{ packageDays: 0 }, 'The packages are to be kept for 0 days'],
    [{ packageDays: 1.5 }, 'The packages are to be kept for 1.5 days'],
    [{ callerDays: 89 }, 'The callers of keys are to be kept for 89 days'],
    [{ callerDays: Number.NaN }, 'The callers of keys are to be kept for NaN days'],
  ])('is refused out of bounds: %j', async (retention, message) => {
    const app = fastify();
    app.register(createKeyService({ dataFolder: await temporaryFolder(), retention }));
    await expect(app.ready()).rejects.toMatchObject({ code: 'invalid', message });
  });
});
