import { Type } from 'typebox';
import type { Page, PageQuery } from '../../contract/management/list.ts';
import type { System } from '../../contract/management/organizations.ts';
import { type Role, reaches } from '../../contract/management/role.ts';
import type { PermittedSystem } from '../access/authorization.ts';
import type { Principal } from '../access/principal.ts';
import { roleOnSystem } from '../access/rights.ts';
import { Reachability } from '../dms/reachability.ts';
import { pageOf, pageRequest } from '../page.ts';
import type { Database } from '../store/schema.ts';
import { type SystemRow, systemView } from './system-view.ts';

/** By name; across organizations, names may be the same. */
const Position = Type.Tuple([Type.String(), Type.String()]);

/** Somebody who looks at the DMSs of an organization, and the role that they have there; null for none. */
export interface SystemViewer {
  readonly organizationId: string;
  readonly principal: Principal;
  readonly role: Role | null;
}

/** DMSs as people see them. */
export class SystemList {
  readonly #db: Database;
  readonly #reachability = new Reachability();

  constructor(db: Database) {
    this.#db = db;
  }

  /** The DMSs of an organization that somebody may see, by name. */
  async list({ organizationId, principal, role }: SystemViewer, query: PageQuery): Promise<Page<System>> {
    const isToken = principal.type === 'token';
    // A token holds its role on all of them.
    const seesAll = isToken || (role !== null && reaches(role, 'admin'));
    const page = await this.#page(query, { organizationId, userId: isToken ? '' : principal.id, seesAll });
    return await this.#shown(page, (held) => (isToken ? principal.role : roleOnSystem(role, held)));
  }

  /** All DMSs, of an organization or of every one, by name, as the operator of the machine sees them. */
  async listAll(organizationId: string | undefined, query: PageQuery): Promise<Page<System>> {
    return await this.#shown(await this.#page(query, { organizationId, userId: '', seesAll: true }), () => 'owner');
  }

  /** A DMS behind a right. */
  async get({ systemId, role }: PermittedSystem): Promise<System> {
    const row = await this.#db.selectFrom('systems').selectAll().where('id', '=', systemId).executeTakeFirstOrThrow();
    return await systemView(row, role, this.#reachability);
  }

  async #page(
    query: PageQuery,
    { organizationId, userId, seesAll }: { organizationId: string | undefined; userId: string; seesAll: boolean },
  ): Promise<Page<SystemRow & { readonly held: Role | null }>> {
    const page = pageRequest(query, Position);
    let rows = this.#db
      .selectFrom('systems')
      .leftJoin('roles', (join) => join.onRef('scope_id', '=', 'systems.id').on('user_id', '=', userId))
      .selectAll('systems')
      .select('roles.role as held');
    if (organizationId !== undefined) rows = rows.where('systems.organization_id', '=', organizationId.toLowerCase());
    if (!seesAll) rows = rows.where('roles.role', 'is not', null);
    if (page.after !== undefined) {
      const [name, id] = page.after;
      rows = rows.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('systems.comparable_name', 'systems.id'), '>', tuple(name, id)),
      );
    }
    const found = await rows
      .orderBy('systems.comparable_name')
      .orderBy('systems.id')
      .limit(page.size + 1)
      .execute();
    return pageOf(
      found,
      page,
      ({ comparable_name, id }): [string, string] => [comparable_name, id],
      (row) => row,
    );
  }

  async #shown(
    { items, next }: Page<SystemRow & { readonly held: Role | null }>,
    roleOf: (held: Role | null) => Role | undefined,
  ): Promise<Page<System>> {
    const shown = items.map(async ({ held, ...row }) => systemView(row, roleOf(held) ?? 'member', this.#reachability));
    return { items: await Promise.all(shown), next };
  }
}
