import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../../src/key-service/store/schema.ts';
import { found } from './check-ledger.ts';
import type { Ledger } from './ledger.ts';

/**
 * Looks into the store for what cannot be seen from outside.
 * @throws Error naming what is wrong
 */
export async function checkValues(db: Database): Promise<void> {
  const rows = await db
    .selectFrom('key_sets as set')
    .leftJoin('key_values as value', (join) =>
      join.onRef('value.set_id', '=', 'set.id').on('value.state', '=', 'current'),
    )
    .select(['set.id', 'set.state', 'value.slot'])
    .execute();
  for (const [id, values] of Map.groupBy(rows, (row) => row.id)) {
    const slots = values.flatMap(({ slot }) => slot ?? []).sort();
    const expected = values[0]?.state === 'revoked' ? '' : 'primary,secondary';
    found(slots.join() === expected, `set ${id} has current values in the slots "${slots}"`);
  }
}

/** As many records of each change as were acknowledged, or as may have been made beyond that. */
export async function checkAudit(db: Database, ledger: Ledger): Promise<void> {
  for (const [name, { acknowledged, possible }] of ledger.audited) {
    const [operation = '', subjectId = ''] = name.split(' ');
    const { count } = await db
      .selectFrom('audit_records')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('operation', '=', operation)
      .where('subject_id', '=', subjectId)
      .executeTakeFirstOrThrow();
    found(
      count >= acknowledged && count <= possible,
      `${count} records of ${name}, not ${acknowledged} to ${possible}`,
    );
  }
}

/** How many deployments have not ended. */
export async function unfinishedDeployments(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('deployments')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', 'Pending')
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * Every deployment that was acknowledged is there, and when all have ended, each DMS has what the last one brought that
 * succeeded.
 * @param roots folder of each DMS, by its ID
 * @throws Error naming what is wrong
 */
export async function checkDeployments(
  db: Database,
  acknowledged: readonly string[],
  roots: ReadonlyMap<string, string>,
): Promise<void> {
  const deployments = await db
    .selectFrom('deployments')
    .select(['id', 'system_id', 'state', 'package_version'])
    .orderBy('position')
    .execute();
  const ids = new Set(deployments.map(({ id }) => id));
  for (const id of acknowledged) found(ids.has(id), `deployment ${id} is gone`);
  for (const [systemId, ofSystem] of Map.groupBy(deployments, (deployment) => deployment.system_id)) {
    const last = ofSystem.findLast(({ state }) => state === 'Succeeded')?.package_version;
    const installed = await readFile(join(roots.get(systemId) ?? '', 'Scripts', 'Script_Soak.xml'), 'utf8').catch(
      () => undefined,
    );
    found(installed === last, `${systemId} has version ${installed} installed, not ${last}`);
  }
}
