import { heldPepper, type Peppers } from '../secrets/pepper-ring.ts';
import type { ServiceSecret } from '../secrets/service-secret.ts';
import { lockMatter } from '../store/lock.ts';
import type { Database, Queries } from '../store/schema.ts';

/**
 * Runs what writes to sealed logs, while nobody else does.
 * @param work is given the pepper to seal with: one that the database asks for, so that whoever starts later knows it
 * @throws KeyServiceError `secrets` when this process knows none of those; `work` has not run then
 */
export async function writingLogs<Result>(
  db: Database,
  peppers: Peppers,
  work: (transaction: Queries, pepper: ServiceSecret) => Promise<Result>,
): Promise<Result> {
  return await db.transaction().execute(async (transaction) => {
    const pepper = await heldPepper(transaction, peppers);
    // In the order of everybody who takes both; otherwise this and a rotation of the pepper would wait for each other.
    await lockMatter(transaction, 'sealed logs');
    return await work(transaction, pepper);
  });
}
