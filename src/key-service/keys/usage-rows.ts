import { type CompiledQuery, sql } from 'kysely';
import type { Database, Queries, Tables } from '../store/schema.ts';
import { requireStorable } from '../store/storable.ts';

/** What was done with a value since it was last written, and by whom; the caller that called last is the last one. */
export interface ValueUse {
  readonly valueId: string;
  count: number;
  at: number;
  route: string;
  callers: CallerUse[];
}

/** What one caller did. Names are empty, the rest is null where it did not say them. */
export interface CallerUse {
  readonly repository: string;
  readonly workflow: string;
  count: number;
  firstAt: number;
  at: number;
  route: string;
  runId: string | null;
  runAttempt: string | null;
  address: string | null;
}

/** Callers of one value that are kept: those that called last. */
export const maxCallers = 100;

/** Rows of one statement. */
const statementRows = 100;

/** Stores what was done with values. */
export class UsageRows {
  readonly #db: Database;
  readonly #addToValues = new RowsStatement(addToValues);
  readonly #addToCallers = new RowsStatement(addToCallers);

  constructor(db: Database) {
    this.#db = db;
  }

  /** Adds uses, sorted by their values, in one transaction. */
  async write(uses: readonly ValueUse[]): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      for (const rows of inPortions(uses.map(valueRow))) await this.#addToValues.execute(transaction, rows);
      for (const rows of inPortions(uses.flatMap(callerRows))) {
        await this.#addToCallers.execute(transaction, rows);
        await forgetOldest(transaction, [...new Set(rows.map((row) => row.value_id))]);
      }
    });
  }
}

/** A statement for any number of rows, built once for each: for a hundred of them that takes longer than to carry it out. */
class RowsStatement<Row extends object> {
  readonly #build: (transaction: Queries, rows: readonly Row[]) => CompiledQuery;
  readonly #built = new Map<number, CompiledQuery>();

  constructor(build: (transaction: Queries, rows: readonly Row[]) => CompiledQuery) {
    this.#build = build;
  }

  async execute(transaction: Queries, rows: readonly Row[]): Promise<void> {
    const built = this.#built.get(rows.length) ?? this.#build(transaction, rows);
    this.#built.set(rows.length, built);
    // All rows have the same columns in the same order, and the parameters are theirs.
    const parameters = rows.flatMap((row) => Object.values(row) as unknown[]);
    for (const parameter of parameters) requireStorable(parameter);
    await transaction.executeQuery({ ...built, parameters });
  }
}

function valueRow({ valueId, count, at, route }: ValueUse): Tables['key_usage'] {
  return { value_id: valueId, count, last_used_at: at, last_route: route };
}

function callerRows({ valueId, callers }: ValueUse): Tables['key_usage_callers'][] {
  return callers.toSorted(byName).map((use) => ({
    value_id: valueId,
    repository: use.repository,
    workflow: use.workflow,
    count: use.count,
    first_used_at: use.firstAt,
    last_used_at: use.at,
    last_route: use.route,
    last_run_id: use.runId,
    last_run_attempt: use.runAttempt,
    last_address: use.address,
  }));
}

function byName(one: CallerUse, other: CallerUse): number {
  return one.repository < other.repository || (one.repository === other.repository && one.workflow < other.workflow)
    ? -1
    : 1;
}

function inPortions<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / statementRows) }, (_, index) =>
    rows.slice(index * statementRows, (index + 1) * statementRows),
  );
}

function addToValues(transaction: Queries, rows: readonly Tables['key_usage'][]): CompiledQuery {
  return transaction
    .insertInto('key_usage')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('value_id').doUpdateSet(({ ref }) => ({
        count: sql`key_usage.count + excluded.count`,
        last_used_at: ref('excluded.last_used_at'),
        last_route: ref('excluded.last_route'),
      })),
    )
    .compile();
}

function addToCallers(transaction: Queries, rows: readonly Tables['key_usage_callers'][]): CompiledQuery {
  return transaction
    .insertInto('key_usage_callers')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['value_id', 'repository', 'workflow']).doUpdateSet(({ ref }) => ({
        count: sql`key_usage_callers.count + excluded.count`,
        last_used_at: ref('excluded.last_used_at'),
        last_route: ref('excluded.last_route'),
        last_run_id: ref('excluded.last_run_id'),
        last_run_attempt: ref('excluded.last_run_attempt'),
        last_address: ref('excluded.last_address'),
      })),
    )
    .compile();
}

/** Removes the callers beyond those that are kept: a caller can make up any number of names. */
async function forgetOldest(transaction: Queries, valueIds: readonly string[]): Promise<void> {
  const crowded = await transaction
    .selectFrom('key_usage_callers')
    .select('value_id')
    .where('value_id', 'in', valueIds)
    .groupBy('value_id')
    .having(({ fn }) => fn.countAll(), '>', maxCallers)
    .execute();
  for (const { value_id } of crowded) {
    await transaction
      .deleteFrom('key_usage_callers')
      .where('value_id', '=', value_id)
      .where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('repository', 'workflow'),
          'not in',
          selectFrom('key_usage_callers as kept')
            .select(['kept.repository', 'kept.workflow'])
            .where('kept.value_id', '=', value_id)
            .orderBy('kept.last_used_at', 'desc')
            .orderBy('kept.repository')
            .orderBy('kept.workflow')
            .limit(maxCallers)
            .$asTuple('repository', 'workflow'),
        ),
      )
      .execute();
  }
}
