import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNativeError } from 'node:util/types';
import { Worker } from 'node:worker_threads';
import { jest } from '@jest/globals';
import type { ValueUse } from '../../../src/key-service/keys/caller-use.ts';
import { UsageThread } from '../../../src/key-service/keys/usage-thread.ts';
import { databaseFileName } from '../../../src/key-service/store/sqlite-store.ts';
import { locationOf } from '../../../src/key-service/store/store.ts';
import { afterwards } from '../support/cleanup.ts';
import { type UsedCore, usedCore } from '../support/core.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onEveryStore } from '../support/stores.ts';

async function usageThread(used: UsedCore): Promise<{ thread: UsageThread; valueId: string }> {
  const thread = new UsageThread(locationOf(used.options));
  afterwards(() => thread.close());
  return { thread, valueId: (await used.core.keyVerifier.verify(used.values.primary))?.valueId ?? '' };
}

function use(valueId: string): ValueUse {
  const caller = { repository: 'a/b', workflow: '', runId: '1', runAttempt: null, address: null };
  return { valueId, callers: [{ ...caller, count: 1, firstAt: 1, at: 1, route: 'GET /self' }] };
}

async function countOf({ core }: UsedCore): Promise<number | undefined> {
  const row = await core.db.selectFrom('key_usage').select('count').executeTakeFirst();
  return row?.count;
}

onEveryStore('the thread that writes uses', (store) => {
  it('has written them when it says so', async () => {
    const used = await usedCore(store);
    const { thread, valueId } = await usageThread(used);
    await thread.write([use(valueId)]);
    expect(await countOf(used)).toBe(1);
    const caller = await used.core.db.selectFrom('key_usage').selectAll().executeTakeFirst();
    expect(caller).toMatchObject({ repository: 'a/b', last_run_id: '1', count: 1 });
  });

  it('says why it could not write them, and goes on', async () => {
    const used = await usedCore(store);
    const { thread, valueId } = await usageThread(used);
    await expect(thread.write([{ valueId: null as never, callers: use(valueId).callers }])).rejects.toThrow(/null/i);
    await thread.write([use(valueId)]);
    expect(await countOf(used)).toBe(1);
  });
});

describe('the thread that writes uses', () => {
  it('empties the log of an embedded database behind many of them', async () => {
    const used = await usedCore();
    const { thread } = await usageThread(used);
    const many = Array.from({ length: 500 }, (_, number) => use(`value ${String(number).padStart(3, '0')}`));
    const logBytes = async () => (await stat(join(used.dataFolder, `${databaseFileName}-wal`))).size;
    await thread.write(many);
    await thread.write(many);
    const before = await logBytes();
    for (let times = 0; times < 3; times++) await thread.write(many);
    expect(await logBytes()).toBe(before);
  });

  it('keeps nobody waiting who reads or writes meanwhile', async () => {
    const used = await usedCore();
    const { core } = used;
    const { thread, valueId } = await usageThread(used);
    await thread.write([use(valueId)]);
    // As long as this transaction lasts, nobody else can write to an embedded database.
    const written = await core.db.transaction().execute(async (transaction) => {
      await transaction.updateTable('key_sets').set({ version: 2 }).execute();
      const pending = thread.write([use(valueId)]);
      expect(await core.keyVerifier.verify(used.values.primary)).toBeDefined();
      return { pending };
    });
    await written.pending;
    expect(await countOf(used)).toBe(2);
  });

  it('cannot write to a database that is not there, and says why each time', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    const thread = new UsageThread({ dataFolder: join(file, 'data') });
    for (let times = 0; times < 2; times++) {
      const refusal: unknown = await thread.write([]).catch((error: unknown) => error);
      expect([isNativeError(refusal), (refusal as Error).message]).toEqual([
        true,
        expect.stringMatching(/cannot be opened/),
      ]);
    }
    await thread.close();
  });

  it('listens for nothing any more once it has answered', async () => {
    const { thread, valueId } = await usageThread(await usedCore());
    const listening = jest.spyOn(Worker.prototype, 'once');
    await thread.write([use(valueId)]);
    const worker = listening.mock.contexts[0] as Worker;
    listening.mockRestore();
    const listeners = () => ['message', 'error', 'exit'].map((event) => worker.listenerCount(event));
    const before = listeners();
    for (let times = 0; times < 3; times++) await thread.write([use(valueId)]);
    expect(listeners()).toEqual(before);
  });

  it('is not begun, and need not end, when there is nothing to write', async () => {
    await expect(new UsageThread({ dataFolder: 'nothing' }).close()).resolves.toBeUndefined();
  });
});
