import { setImmediate as breathe } from 'node:timers/promises';
import type { Database } from '../store/schema.ts';

/** Chunks that are removed at a time: the embedded database does nothing else meanwhile, nor does this process. */
const batchChunks = 8;

/**
 * Removes an artifact that nobody may see any more, a few chunks at a time. When that is broken off, the artifact stays as an
 * upload that stands still, and is removed with those.
 */
export async function removeArtifact(db: Database, id: string): Promise<void> {
  for (;;) {
    const { numDeletedRows } = await db
      .deleteFrom('artifact_chunks')
      .where('artifact_id', '=', id)
      .where('position', 'in', (query) =>
        query
          .selectFrom('artifact_chunks')
          .select('position')
          .where('artifact_id', '=', id)
          .orderBy('position')
          .limit(batchChunks),
      )
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) break;
    await breathe();
  }
  await db.deleteFrom('artifacts').where('id', '=', id).execute();
}
