import { Type } from 'typebox';
import type { Initiator } from '../../contract/management/initiator.ts';
import type { Page, PageQuery } from '../../contract/management/list.ts';
import type { Organization, OrganizationChange } from '../../contract/management/organizations.ts';
import type { Role } from '../../contract/management/role.ts';
import { initiatorOf, type Principal, signatureOf } from '../access/principal.ts';
import { type OrganizationRoles, rightsOnOrganization } from '../access/rights.ts';
import { giveRole } from '../access/roles.ts';
import type { AuditEntry } from '../audit/audit-record.ts';
import type { Audited } from '../audit/audited.ts';
import { type Environment, timestamp } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { requireName } from '../name.ts';
import { pageOf, pageRequest } from '../page.ts';
import { comparable } from '../store/comparable-text.ts';
import { requireVersion } from '../store/expected-version.ts';
import { lockRow } from '../store/lock.ts';
import type { Database, Queries, Tables } from '../store/schema.ts';

/** By name; names may be the same. */
const Position = Type.Tuple([Type.String(), Type.String()]);

/** What is read of one. */
const columns = [
  'organizations.id',
  'organizations.name',
  'organizations.comparable_name',
  'organizations.version',
  'organizations.created_at',
] as const;

/** An organization as it is stored, and the role that the one who looks has on it. */
type Seen = Omit<Tables['organizations'], 'changed_at' | 'changed_by'> & { readonly role: Role | null };

/** An organization as somebody sees it, without what holds for all of them. */
export type SeenOrganization = Omit<Organization, 'retention'>;

/** The organizations that the service keeps apart. Their names need not differ: nobody learns which others there are. */
export class Organizations {
  readonly #db: Database;
  readonly #audited: Audited;
  readonly #roles: OrganizationRoles;
  readonly #environment: Environment;

  constructor(db: Database, audited: Audited, roles: OrganizationRoles, environment: Environment) {
    this.#db = db;
    this.#audited = audited;
    this.#roles = roles;
    this.#environment = environment;
  }

  /** @throws KeyServiceError `invalid` for a name that is none */
  async create(givenName: string, initiator: Initiator): Promise<{ id: string; name: string }> {
    return await this.#audited.change(async (transaction) => {
      const organization = await insertOrganization(transaction, this.#environment, givenName);
      return { result: organization, entry: organizationEntry('organization.created', organization, initiator) };
    });
  }

  /**
   * Creates an organization in the name of somebody who is signed in and is an Owner somewhere already; they become its Owner.
   * Tokens may not: they are for one organization.
   * @throws KeyServiceError `forbidden`, `invalid` for a name that is none
   */
  async createOwned(givenName: string, principal: Principal): Promise<string> {
    return await this.#audited.change(async (transaction) => {
      if (principal.type !== 'user' || !(await isOwnerSomewhere(transaction, principal.id))) {
        throw new KeyServiceError(
          'forbidden',
          'Only somebody who is signed in and is an Owner of another organization may create one',
          'Ask an Owner, or the operator of the service.',
        );
      }
      const organization = await insertOrganization(transaction, this.#environment, givenName);
      const place = { organizationId: organization.id, systemId: null };
      const owner = { userId: principal.id, role: 'owner', now: this.#environment.now() } as const;
      const initiator = initiatorOf(principal);
      return {
        result: organization.id,
        entry: organizationEntry('organization.created', organization, initiator, { owner: principal.email }),
        revocations: [await giveRole(transaction, place, owner)],
      };
    });
  }

  /** Those where somebody has a role, on the organization or on a DMS in it, by name; all of them for the operator. */
  async list(viewer: Principal | 'operator', query: PageQuery): Promise<Page<SeenOrganization>> {
    const page = pageRequest(query, Position);
    let rows = this.#seenBy(viewer);
    if (page.after !== undefined) {
      const [name, id] = page.after;
      rows = rows.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('organizations.comparable_name', 'organizations.id'), '>', tuple(name, id)),
      );
    }
    const found = await rows
      .orderBy('organizations.comparable_name')
      .orderBy('organizations.id')
      .limit(page.size + 1)
      .execute();
    return pageOf(
      found,
      page,
      ({ comparable_name, id }): [string, string] => [comparable_name, id],
      (row) => this.#organizationOf(row),
    );
  }

  /** One of those in the list; undefined for any other. */
  async get(id: string, viewer: Principal | 'operator'): Promise<SeenOrganization | undefined> {
    const row = await this.#seenBy(viewer).where('organizations.id', '=', id.toLowerCase()).executeTakeFirst();
    return row && this.#organizationOf(row);
  }

  /** @throws KeyServiceError `invalid` for a name that is none, `conflict` for another version. The organization must exist */
  async change(id: string, { name, version }: OrganizationChange, initiator: Initiator): Promise<void> {
    await this.#audited.change(async (transaction) => {
      await lockRow(transaction, 'organizations', id);
      const row = await transaction
        .selectFrom('organizations')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      requireVersion(`organization "${row.name}"`, row, version);
      const changed = { id, name: name === undefined ? row.name : requireName('name', name) };
      if (changed.name === row.name) return { result: undefined, entry: [] };
      await transaction
        .updateTable('organizations')
        .set({
          name: changed.name,
          comparable_name: comparable(changed.name),
          version: row.version + 1,
          changed_at: this.#environment.now(),
          changed_by: signatureOf(initiator),
        })
        .where('id', '=', id)
        .execute();
      const details = { 'former name': row.name };
      return { result: undefined, entry: organizationEntry('organization.changed', changed, initiator, details) };
    });
  }

  #organizationOf({ id, name, role, version, created_at }: Seen): SeenOrganization {
    const rights = rightsOnOrganization(role, this.#roles);
    return { id, name, role, rights, version, createdAt: timestamp(created_at) };
  }

  #seenBy(viewer: Principal | 'operator') {
    const userId = viewer !== 'operator' && viewer.type === 'user' ? viewer.id : '';
    const rows = this.#db
      .selectFrom('organizations')
      .leftJoin('roles', (join) => join.onRef('scope_id', '=', 'organizations.id').on('user_id', '=', userId))
      .select(columns);
    if (viewer === 'operator') return rows.select(({ val }) => val<Role>('owner').as('role'));
    if (viewer.type === 'token') {
      return rows
        .select(({ val }) => val(viewer.role).as('role'))
        .where('organizations.id', '=', viewer.organizationId);
    }
    const within = this.#db.selectFrom('roles').select('organization_id').where('user_id', '=', viewer.id);
    return rows.select('roles.role').where('organizations.id', 'in', within);
  }
}

/** Stores a new organization. @throws KeyServiceError `invalid` for a name that is none */
export async function insertOrganization(
  transaction: Queries,
  environment: Environment,
  givenName: string,
): Promise<{ id: string; name: string }> {
  const organization = { id: environment.newId(), name: requireName('name', givenName) };
  await transaction
    .insertInto('organizations')
    .values({
      ...organization,
      comparable_name: comparable(organization.name),
      version: 1,
      created_at: environment.now(),
    })
    .execute();
  return organization;
}

/** What the audit tells of an organization itself. */
export function organizationEntry(
  operation: 'organization.created' | 'organization.changed',
  { id, name }: { readonly id: string; readonly name: string },
  initiator: Initiator,
  details: Readonly<Record<string, string>> = {},
): AuditEntry {
  return { organizationId: id, operation, subject: { type: 'organization', id, name }, initiator, details };
}

/** The account stays until the transaction ends: with its last role it would go, and take a new one along. */
async function isOwnerSomewhere(transaction: Queries, userId: string): Promise<boolean> {
  await lockRow(transaction, 'users', userId);
  const row = await transaction
    .selectFrom('roles')
    .select('scope_id')
    .where('user_id', '=', userId)
    .where('system_id', 'is', null)
    .where('role', '=', 'owner')
    .executeTakeFirst();
  return row !== undefined;
}
