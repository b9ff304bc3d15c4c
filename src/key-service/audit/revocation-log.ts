import type { Environment } from '../environment.ts';
import { lockRow } from '../store/lock.ts';
import type { Queries } from '../store/schema.ts';
import type { Revocation } from './revocation.ts';

/** Row of the settings that whoever writes revocations holds, so that their order is that of the changes. */
const lockName = 'revocation-log';

/** What ended for good, kept outside the database as well, so that restoring an older copy of it revives nothing. */
export class RevocationLog {
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** Notes revocations in the transaction that makes them. Call it last: on PostgreSQL others wait until it ends. */
  async note(transaction: Queries, revocations: readonly Revocation[]): Promise<void> {
    if (revocations.length === 0) return;
    await lockLog(transaction);
    const { last } = await transaction
      .selectFrom('revocations')
      .select(({ fn }) => fn.max('position').as('last'))
      .executeTakeFirstOrThrow();
    const rows = revocations.map((revocation, index) => ({
      id: this.#environment.newId(),
      position: (last ?? 0) + 1 + index,
      created_at: this.#environment.now(),
      entry: JSON.stringify(revocation),
      logged_at: null,
    }));
    await transaction.insertInto('revocations').values(rows).execute();
  }
}

async function lockLog(transaction: Queries): Promise<void> {
  await transaction
    .insertInto('service_settings')
    .values({ name: lockName, value: '' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await lockRow(transaction, 'service_settings', lockName);
}
