import type { Initiator } from '../../contract/management/initiator.ts';
import type { Audited } from '../audit/audited.ts';
import type { Environment } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { insertOrganization, organizationEntry } from '../organizations/organizations.ts';
import { lockMatter } from '../store/lock.ts';
import type { Database, Queries } from '../store/schema.ts';
import type { Account, Accounts, NewAccount } from './accounts.ts';
import { giveRole } from './roles.ts';
import { userEntry } from './user-entry.ts';

export interface FirstOwnerGiven extends NewAccount {
  /** Name of the organization. */
  readonly organization: string;
}

/** The beginning of a service that nobody can sign in to yet. */
export class FirstOwner {
  readonly #db: Database;
  readonly #audited: Audited;
  readonly #accounts: Accounts;
  readonly #environment: Environment;

  constructor(db: Database, audited: Audited, accounts: Accounts, environment: Environment) {
    this.#db = db;
    this.#audited = audited;
    this.#accounts = accounts;
    this.#environment = environment;
  }

  /** Whether there is nobody yet. */
  async isMissing(queries: Queries = this.#db): Promise<boolean> {
    return (await queries.selectFrom('users').select('id').limit(1).executeTakeFirst()) === undefined;
  }

  /**
   * Makes the first account, as Owner of an organization: of the one with that name that has no Owner, as the command line makes
   * them, or else of a new one.
   * @param initiator by default the new account itself
   * @throws KeyServiceError `conflict` when there is somebody already, `invalid`
   */
  async create(given: FirstOwnerGiven, initiator?: Initiator): Promise<{ account: Account; organizationId: string }> {
    const account = await this.#accounts.prepare(given);
    const by = initiator ?? { type: 'user', id: account.id, name: account.email };
    return await this.#audited.change(async (transaction) => {
      await lockMatter(transaction, 'first owner');
      if (!(await this.isMissing(transaction))) throw isThereAlready();
      await transaction.insertInto('users').values(account).execute();
      const known = await named(transaction, given.organization.trim());
      const organization = known ?? (await insertOrganization(transaction, this.#environment, given.organization));
      const place = { organizationId: organization.id, systemId: null };
      const owner = { userId: account.id, role: 'owner', now: account.created_at } as const;
      const details = { role: owner.role, account: 'new' };
      return {
        result: { account, organizationId: organization.id },
        entry: [
          ...(known === undefined ? [organizationEntry('organization.created', organization, by)] : []),
          userEntry('user.created', place, account, { initiator: by, role: 'owner' }, details),
        ],
        revocations: [await giveRole(transaction, place, owner)],
      };
    });
  }
}

/** An organization by its name; as long as there is nobody, it has no Owner. */
async function named(transaction: Queries, name: string): Promise<{ id: string; name: string } | undefined> {
  return await transaction
    .selectFrom('organizations as organization')
    .select(['organization.id', 'organization.name'])
    .where('organization.name', '=', name)
    .orderBy('organization.created_at')
    .orderBy('organization.id')
    .executeTakeFirst();
}

function isThereAlready(): KeyServiceError {
  return new KeyServiceError(
    'conflict',
    'The service has its first Owner already',
    'Sign in, or ask the operator to run admin create-user.',
  );
}
