import { type Kysely, type RawBuilder, sql } from 'kysely';
import { isPostgres } from './is-postgres.ts';

/** Lets rows of a table only be added, never changed or removed, whatever a statement says (security practice 10). */
export async function makeAppendOnly(db: Kysely<unknown>, table: string): Promise<void> {
  await refuse(db, table, { name: `${table}_never_change`, on: sql`update`, why: `rows of ${table} never change` });
  await makePermanent(db, table);
}

/** Lets rows of a table never be removed. */
export async function makePermanent(db: Kysely<unknown>, table: string): Promise<void> {
  await refuse(db, table, { name: `${table}_never_go`, on: sql`delete`, why: `rows of ${table} are never removed` });
  if (!isPostgres(db)) return;
  await sql`create trigger ${sql.ref(`${table}_never_truncated`)} before truncate on ${sql.table(table)}
    for each statement execute function ${sql.ref(`${table}_never_go`)}()`.execute(db);
}

/** Lets a number in the rows of a table only ever grow by one. */
export async function makeCounter(db: Kysely<unknown>, table: string, column: string): Promise<void> {
  await refuse(db, table, {
    name: `${table}_count_on`,
    on: sql`update`,
    when: sql`when (new.${sql.ref(column)} <> old.${sql.ref(column)} + 1)`,
    why: `${column} of ${table} only ever grows by one`,
  });
}

interface Refusal {
  readonly name: string;
  readonly on: RawBuilder<unknown>;
  readonly when?: RawBuilder<unknown>;
  readonly why: string;
}

async function refuse(db: Kysely<unknown>, table: string, { name, on, when = sql``, why }: Refusal): Promise<void> {
  const trigger = sql`create trigger ${sql.ref(name)} before ${on} on ${sql.table(table)} for each row ${when}`;
  if (!isPostgres(db)) {
    await sql`${trigger} begin select raise(abort, ${sql.lit(why)}); end`.execute(db);
    return;
  }
  const body = `begin raise exception '${why}'; end`;
  await sql`create function ${sql.ref(name)}() returns trigger language plpgsql as ${sql.lit(body)}`.execute(db);
  await sql`${trigger} execute function ${sql.ref(name)}()`.execute(db);
}
