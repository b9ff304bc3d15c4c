/** Runs on the thread of a {@link UsageThread}: writes the uses that it is sent, until it is sent null. */
import { parentPort, workerData } from 'node:worker_threads';
import { emptyLog } from '../store/empty-log.ts';
import type { Database } from '../store/schema.ts';
import { openStore, type StoreLocation } from '../store/store.ts';
import type { ValueUse } from './caller-use.ts';
import { UsageRows } from './usage-rows.ts';
import type { UsageAnswer } from './usage-thread.ts';

/** Uses after which the log of the database is worth being emptied: each can change a page of its own. */
const manyUses = 500;

if (parentPort === null) throw new Error('this is no program of its own');
const port = parentPort;

let db: Database | undefined;
let usageRows: UsageRows | undefined;

port.on('message', async (uses: readonly ValueUse[] | null) => {
  if (uses === null) {
    await db?.destroy();
    port.close();
    return;
  }
  // Said, not thrown: what a thread throws arrives as an object that is no error any more.
  const answer: UsageAnswer = await write(uses).then(
    () => null,
    (error: Error) => error,
  );
  port.postMessage(answer);
  // What is left in the log comes with the next ones; nothing is lost by it.
  if (db !== undefined && uses.length >= manyUses) await emptyLog(db).catch(() => undefined);
});

async function write(uses: readonly ValueUse[]): Promise<void> {
  db ??= await openStore(workerData as StoreLocation);
  usageRows ??= new UsageRows(db);
  await usageRows.write(uses);
}
