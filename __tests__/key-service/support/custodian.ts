import type { KeySlot } from '../../../src/contract/key-slot.ts';
import type { Initiator } from '../../../src/contract/management/initiator.ts';
import type { KeyServiceCore } from '../../../src/key-service/key-service-core.ts';
import type { KeySetReference } from '../../../src/key-service/keys/key-set-reference.ts';

/** Who does what tests do to key sets. */
export const aTest: Initiator = { type: 'operator', id: null, name: 'a test' };

/** A key set, wherever it lies. */
export function anywhere(id: string): KeySetReference {
  return { id, owner: 'anywhere' };
}

/** Which of some values work now. */
export async function working(core: KeyServiceCore, ...values: readonly string[]): Promise<boolean[]> {
  const keys = await Promise.all(values.map((value) => core.keyVerifier.verify(value)));
  return keys.map((key) => key !== undefined);
}

/** Makes the newest value of a slot one that was used now. */
export async function noteUse({ db, environment }: KeyServiceCore, setId: string, slot: KeySlot): Promise<void> {
  const { id } = await db
    .selectFrom('key_values')
    .select('id')
    .where('set_id', '=', setId)
    .where('slot', '=', slot)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const now = environment.now();
  const use = { value_id: id, count: 1, first_used_at: now, last_used_at: now, last_route: 'GET /a-test' };
  await db
    .insertInto('key_usage')
    .values({ ...use, repository: '', workflow: '' })
    .execute();
}

/** Leaves a slot without a value that works, as replaying a revocation does for which there is no newer value. */
export async function loseValue({ db }: KeyServiceCore, setId: string, slot: KeySlot): Promise<void> {
  await db
    .updateTable('key_values')
    .set({ state: 'replaced', sealed: null, ended_at: 1 })
    .where('set_id', '=', setId)
    .where('slot', '=', slot)
    .execute();
}

/** What the audit trail has on a key set, oldest first. */
export async function recordsOf({ db }: KeyServiceCore, setId: string) {
  const rows = await db
    .selectFrom('audit_records')
    .selectAll()
    .where('subject_id', '=', setId)
    .orderBy('position')
    .execute();
  return rows.map(({ operation, subject_name, system_id, initiator_type, initiator_name, details }) => ({
    operation,
    label: subject_name,
    systemId: system_id,
    by: `${initiator_type} ${initiator_name}`,
    details: JSON.parse(details) as Record<string, string>,
  }));
}

/** What was noted for the revocation log, oldest first. */
export async function revocationsIn({ db }: KeyServiceCore): Promise<Record<string, unknown>[]> {
  const rows = await db.selectFrom('revocations').select('entry').orderBy('position').execute();
  const entries = rows.map(({ entry }) => JSON.parse(entry) as Record<string, unknown>);
  return entries.filter(({ kind }) => kind !== 'log-opened').map(({ id: _id, at: _at, ...fact }) => fact);
}

/** The same about one key set and its values. */
export async function revocationsOf(core: KeyServiceCore, setId: string): Promise<Record<string, unknown>[]> {
  const values = await core.db.selectFrom('key_values').select('id').where('set_id', '=', setId).execute();
  const ids: unknown[] = [setId, ...values.map(({ id }) => id)];
  return (await revocationsIn(core)).filter((fact) => ids.includes(fact.setId ?? fact.valueId));
}
