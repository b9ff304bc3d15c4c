import { createSecretKey } from 'node:crypto';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type AuditEntry, genesisHash, recordHash } from '../../../src/key-service/audit/audit-record.ts';
import type { Revocation } from '../../../src/key-service/audit/revocation.ts';
import {
  type KeyServiceCore,
  openKeyServiceCore,
  type StoreOptions,
} from '../../../src/key-service/key-service-core.ts';
import type { Peppers } from '../../../src/key-service/secrets/pepper-ring.ts';
import type { ServiceSecret } from '../../../src/key-service/secrets/service-secret.ts';
import type { Tables } from '../../../src/key-service/store/schema.ts';
import { databaseFileName } from '../../../src/key-service/store/sqlite-store.ts';
import { createDatabase, dropDatabase } from '../../support/postgres.ts';
import { afterwards } from '../support/cleanup.ts';
import { testEnvironment } from '../support/environment.ts';

/** Peppers that differ by their number; the first one is current. */
export function somePeppers(first: number, ...older: number[]): Peppers {
  const pepper = (number: number): ServiceSecret => ({
    id: String(number).padStart(16, '0'),
    key: createSecretKey(new Uint8Array(32).fill(number)),
  });
  return { current: pepper(first), all: [first, ...older].map(pepper) };
}

/** Opens a core that the test closes itself; when it forgets to, it is closed after the test file. */
export async function openCore(options: StoreOptions, environment = testEnvironment()): Promise<KeyServiceCore> {
  const core = await openKeyServiceCore(options, environment);
  let isOpen = true;
  const close = async () => {
    if (isOpen) await core.close();
    isOpen = false;
  };
  afterwards(close);
  return { ...core, close };
}

/** Copies a database that nobody has open. @returns puts the copy in its place, and says where it is now */
export async function copyOf(options: StoreOptions): Promise<() => Promise<StoreOptions>> {
  if (options.databaseUrl !== undefined) {
    const copy = await createDatabase(options.databaseUrl);
    afterwards(() => dropDatabase(copy));
    return async () => ({ ...options, databaseUrl: copy });
  }
  const file = join(options.dataFolder, databaseFileName);
  await copyFile(file, `${file}.copy`);
  return async () => {
    for (const rest of ['-wal', '-shm']) await rm(file + rest, { force: true });
    await copyFile(`${file}.copy`, file);
    return options;
  };
}

/** A record about nothing in particular, in the chain of an organization. */
export function someEntry(organizationId: string, over: Partial<AuditEntry> = {}): AuditEntry {
  return {
    organizationId,
    operation: 'key.changed',
    subject: { type: 'key-set', id: 'a set', name: 'GitHub' },
    initiator: { type: 'operator', id: null, name: 'a test' },
    ...over,
  };
}

/** Tells of revocations as those do who make the change themselves. */
export async function revoke(
  core: KeyServiceCore,
  organizationId: string,
  ...revocations: Revocation[]
): Promise<void> {
  await core.audited.change(async () => ({ result: undefined, entry: someEntry(organizationId), revocations }));
}

/** Makes a chain of many records at once, without a transaction for each. @param over what differs in a record, by its position */
export async function longChain(
  { db, environment }: KeyServiceCore,
  organizationId: string,
  count: number,
  over: (position: number) => Partial<Tables['audit_records']> = () => ({}),
): Promise<void> {
  let previous = genesisHash;
  for (let next = 1; next <= count; ) {
    const rows: Tables['audit_records'][] = [];
    for (; rows.length < 500 && next <= count; next++) {
      const content = {
        organization_id: organizationId,
        position: next,
        id: environment.newId(),
        created_at: environment.now() + next,
        operation: 'key.revealed',
        subject_type: 'key-set',
        subject_id: 'a set',
        subject_name: `GitHub ${next}`,
        comparable_subject: `github ${next}`,
        system_id: null,
        initiator_type: 'operator' as const,
        initiator_id: null,
        initiator_name: 'a test',
        comparable_initiator: 'a test',
        details: '{"slot":"primary"}',
        previous_hash: previous,
        ...over(next),
      };
      previous = recordHash(content);
      rows.push({ ...content, hash: previous });
    }
    await db.insertInto('audit_records').values(rows).execute();
  }
  await db
    .insertInto('audit_heads')
    .values({ organization_id: organizationId, position: count, hash: previous })
    .execute();
}

/** Makes something when it is first asked for, and gives the same to all who ask later. */
export function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return async () => {
    made ??= make();
    return await made;
  };
}
