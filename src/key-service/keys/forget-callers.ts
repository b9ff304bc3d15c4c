import { setImmediate as breathe } from 'node:timers/promises';
import type { Database } from '../store/schema.ts';

/** Callers that are removed at a time: the embedded database does nothing else meanwhile. */
const batchRows = 500;

/**
 * Removes the callers of key values that did not call any more. When a value was last used, and how often, stays known.
 * @param before callers whose last call is older are removed, in milliseconds since 1970
 */
export async function forgetCallers(db: Database, before: number): Promise<void> {
  for (;;) {
    const { numDeletedRows } = await db
      .deleteFrom('key_usage_callers')
      .where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('value_id', 'repository', 'workflow'),
          'in',
          selectFrom('key_usage_callers as old')
            .select(['old.value_id', 'old.repository', 'old.workflow'])
            .where('old.last_used_at', '<', before)
            .limit(batchRows)
            .$asTuple('value_id', 'repository', 'workflow'),
        ),
      )
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) return;
    await breathe();
  }
}
