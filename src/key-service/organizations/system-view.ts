import type { System } from '../../contract/management/organizations.ts';
import type { Role } from '../../contract/management/role.ts';
import { rightsOnSystem } from '../access/rights.ts';
import { connectorSettings } from '../dms/connector-kinds.ts';
import type { Reachability } from '../dms/reachability.ts';
import { timestamp } from '../environment.ts';
import type { Tables } from '../store/schema.ts';

export type SystemRow = Tables['systems'];

/** A DMS as somebody with this role sees it, with whether it can be reached now. */
export async function systemView(row: SystemRow, role: Role, reachability: Reachability): Promise<System> {
  const settings = connectorSettings(row);
  const rights = rightsOnSystem(role);
  return {
    id: row.id,
    organizationId: row.organization_id,
    name: row.name,
    role,
    rights,
    connector: rights.includes('change system') ? settings : null,
    status: await reachability.of(settings),
    version: row.version,
    createdAt: timestamp(row.created_at),
  };
}
