import { type CompiledQuery, type ExpressionBuilder, sql } from 'kysely';
import type { Database, Queries, Tables } from '../store/schema.ts';
import { requireStorable } from '../store/storable.ts';
import { forgottenName, maxCallers, type ValueUse } from './caller-use.ts';

type UsageRow = Tables['key_usage'];

/** Rows of one statement. */
const statementRows = 100;

/** Stores what was done with values. */
export class UsageRows {
  readonly #db: Database;
  /** Built once for each number of rows: for a hundred of them that takes longer than to carry it out. */
  readonly #built = new Map<number, CompiledQuery>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** Adds uses, sorted by their values, in one transaction. */
  async write(uses: readonly ValueUse[]): Promise<void> {
    const rows = uses.flatMap(rowsOf);
    await this.#db.transaction().execute(async (transaction) => {
      for (let first = 0; first < rows.length; first += statementRows) {
        await this.#add(transaction, rows.slice(first, first + statementRows));
      }
      await forgetOldest(transaction, rows);
    });
  }

  async #add(transaction: Queries, rows: readonly UsageRow[]): Promise<void> {
    const built = this.#built.get(rows.length) ?? addition(transaction, rows).compile();
    this.#built.set(rows.length, built);
    // All rows have the same columns in the same order, and the parameters are theirs.
    const parameters = rows.flatMap((row) => Object.values(row) as unknown[]);
    for (const parameter of parameters) requireStorable(parameter);
    await transaction.executeQuery({ ...built, parameters });
  }
}

/** A condition on callers. */
export type CallerCondition = (
  expressions: ExpressionBuilder<Tables, 'key_usage'>,
) => ReturnType<typeof expressions.and>;

/** Removes the names of some callers. What they did counts as done by callers without a name. */
export async function forgetCallersThat(transaction: Queries, condition: CallerCondition): Promise<void> {
  const gone = await transaction
    .deleteFrom('key_usage')
    .where('repository', '!=', forgottenName)
    .where(condition)
    .returningAll()
    .execute();
  const rows = [...Map.groupBy(gone, ({ value_id }) => value_id).values()].map(asNameless);
  if (rows.length > 0) await addition(transaction, rows).execute();
}

function rowsOf({ valueId, callers }: ValueUse): UsageRow[] {
  const rows = callers.map((use) => ({
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
  return rows.sort((one, other) => compare(one.repository, other.repository) || compare(one.workflow, other.workflow));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function asNameless(rows: readonly UsageRow[]): UsageRow {
  const { value_id, last_used_at, last_route } = rows.reduce((one, other) =>
    one.last_used_at < other.last_used_at ? other : one,
  );
  return {
    ...{ value_id, repository: forgottenName, workflow: '', last_used_at, last_route },
    ...{ last_run_id: null, last_run_attempt: null, last_address: null },
    count: rows.reduce((sum, { count }) => sum + count, 0),
    first_used_at: Math.min(...rows.map(({ first_used_at }) => first_used_at)),
  };
}

function addition(transaction: Queries, rows: readonly UsageRow[]) {
  const last = ['last_route', 'last_run_id', 'last_run_attempt', 'last_address', 'last_used_at'] as const;
  return transaction
    .insertInto('key_usage')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['value_id', 'repository', 'workflow']).doUpdateSet({
        count: sql`key_usage.count + excluded.count`,
        ...Object.fromEntries(last.map((column) => [column, ofLastCall(column)])),
      }),
    );
}

/** Other processes may have written a later call already. */
function ofLastCall(column: keyof UsageRow) {
  const [written, added] = [sql.ref(`key_usage.${column}`), sql.ref(`excluded.${column}`)];
  return sql`case when excluded.last_used_at < key_usage.last_used_at then ${written} else ${added} end`;
}

/** Forgets callers beyond those that are kept: a caller can make up any number of names. */
async function forgetOldest(transaction: Queries, written: readonly UsageRow[]): Promise<void> {
  // Callers who say no name are one each.
  const named = new Set(written.filter(({ repository }) => repository !== '').map(({ value_id }) => value_id));
  if (named.size === 0) return;
  const crowded = await transaction
    .selectFrom('key_usage')
    .select('value_id')
    .where('value_id', 'in', [...named])
    .where('repository', '!=', forgottenName)
    .groupBy('value_id')
    .having(({ fn }) => fn.countAll(), '>', maxCallers)
    .execute();
  for (const { value_id } of crowded) {
    await forgetCallersThat(transaction, ({ and, eb, refTuple, selectFrom }) =>
      and([
        eb('value_id', '=', value_id),
        eb(
          refTuple('repository', 'workflow'),
          'not in',
          selectFrom('key_usage as kept')
            .select(['kept.repository', 'kept.workflow'])
            .where('kept.value_id', '=', value_id)
            .where('kept.repository', '!=', forgottenName)
            .orderBy('kept.last_used_at', 'desc')
            .orderBy('kept.repository')
            .orderBy('kept.workflow')
            .limit(maxCallers)
            .$asTuple('repository', 'workflow'),
        ),
      ]),
    );
  }
}
