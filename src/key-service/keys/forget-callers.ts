import { setImmediate as breathe } from 'node:timers/promises';
import type { ExpressionBuilder } from 'kysely';
import type { Database, Tables } from '../store/schema.ts';
import { forgetCallersThat } from './usage-rows.ts';

/** Callers that are looked through at a time: the embedded database does nothing else meanwhile. */
const portionRows = 1_000;

/** Where a caller stands in the order of the table: value, repository, workflow. */
type Place = readonly [valueId: string, repository: string, workflow: string];

const beginning: Place = ['', '', ''];

/**
 * Forgets the callers of key values that did not call any more. When a value was last used, and how often, stays known. The table
 * is gone through from end to end: an index by age would have to be changed with every use of a key.
 * @param before callers whose last call is older are forgotten, in milliseconds since 1970
 */
export async function forgetCallers(db: Database, before: number): Promise<void> {
  let after: Place | undefined = beginning;
  while (after !== undefined) {
    const end: Place | undefined = await endOfPortion(db, after);
    await forgetPortion(db, after, end, before);
    after = end;
    await breathe();
  }
}

/** The last caller of a portion; undefined when it is shorter, since it is the last one. */
async function endOfPortion(db: Database, after: Place): Promise<Place | undefined> {
  const last = await db
    .selectFrom('key_usage')
    .select(['value_id', 'repository', 'workflow'])
    .where(stands('>', after))
    .orderBy('value_id')
    .orderBy('repository')
    .orderBy('workflow')
    .offset(portionRows - 1)
    .limit(1)
    .executeTakeFirst();
  return last && [last.value_id, last.repository, last.workflow];
}

async function forgetPortion(db: Database, after: Place, end: Place | undefined, before: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await forgetCallersThat(transaction, (expressions) =>
      expressions.and([
        expressions.eb('last_used_at', '<', before),
        stands('>', after)(expressions),
        ...(end === undefined ? [] : [stands('<=', end)(expressions)]),
      ]),
    );
  });
}

function stands(where: '>' | '<=', [valueId, repository, workflow]: Place) {
  return ({ eb, refTuple, tuple }: ExpressionBuilder<Tables, 'key_usage'>) =>
    eb(refTuple('value_id', 'repository', 'workflow'), where, tuple(valueId, repository, workflow));
}
