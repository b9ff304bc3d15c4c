import { sessionIdleMilliseconds } from '../access/sessions.ts';
import type { Environment } from '../environment.ts';
import type { Database } from '../store/schema.ts';

/** What the store knows about how the service is doing; the same for every process that works on it. */
export interface StoreFigures {
  /** Deployments that wait for a worker. */
  readonly pending: number;
  /** Deployments that a worker is at. */
  readonly running: number;
  /** How long the oldest deployment waits that has not ended, in seconds; 0 when there is none. */
  readonly oldestPendingSeconds: number;
  /** Sessions that are not idle for too long. */
  readonly sessions: number;
  /** Bytes of the packages that are kept. */
  readonly artifactBytes: number;
}

/** Reads the figures from indexes and small tables, so that it is cheap however large the store is. */
export async function storeFigures(db: Database, { now }: Environment): Promise<StoreFigures> {
  const time = now();
  const queue = await db
    .selectFrom('deployments')
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      fn.countAll<number>().filterWhere('lease_until', '>', time).as('running'),
      fn.min('requested_at').as('oldest'),
    ])
    .where('state', '=', 'Pending')
    .executeTakeFirstOrThrow();
  const { sessions } = await db
    .selectFrom('sessions')
    .select(({ fn }) => fn.countAll<number>().as('sessions'))
    .where('last_seen_at', '>', time - sessionIdleMilliseconds)
    .executeTakeFirstOrThrow();
  const { bytes } = await db
    .selectFrom('artifacts')
    .select(({ fn }) => fn.sum<number | null>('size').as('bytes'))
    .where('state', '=', 'complete')
    .executeTakeFirstOrThrow();
  return {
    pending: queue.all - queue.running,
    running: queue.running,
    oldestPendingSeconds: Math.max(0, time - (queue.oldest ?? time)) / 1000,
    sessions,
    artifactBytes: bytes ?? 0,
  };
}
