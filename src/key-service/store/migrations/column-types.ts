import { sql } from 'kysely';

/** Binary columns; SQLite takes any type name and keeps blobs as they are, PostgreSQL knows only this one. */
export const bytes = sql`bytea`;
