import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { isPostgres } from './is-postgres.ts';
import type { Database } from './schema.ts';

/** How often it is tried, and how long readers have in between to come to an end, in milliseconds. */
const tries = 20;
const pause = 5;

/**
 * Brings all that was committed from the write-ahead log of an embedded database into the database itself. SQLite does so now and
 * then, but no further than what the oldest reader sees: while somebody always reads, something is left each time, the log only
 * grows, and every read has to look through it. Of PostgreSQL nothing needs to be done.
 */
export async function emptyLog(db: Database): Promise<void> {
  if (isPostgres(db)) return;
  for (let left = tries; left > 0; left--) {
    const { rows } = await sql<LogState>`pragma wal_checkpoint(passive)`.execute(db);
    if (rows.every(({ log, checkpointed }) => log === checkpointed)) return;
    await wait(pause);
  }
}

/** Pages in the log, and how many of them are in the database. */
interface LogState {
  readonly log: number;
  readonly checkpointed: number;
}
