import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { KeyServiceCore } from '../../../src/key-service/key-service-core.ts';

/** Until one transaction of a PostgreSQL database waits for another. */
export async function untilSomebodyWaits({ db }: Pick<KeyServiceCore, 'db'>): Promise<void> {
  const waiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await waiting.execute(db)).rows.length === 0) await wait(5);
}
