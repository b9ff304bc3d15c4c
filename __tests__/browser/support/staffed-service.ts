import { managementPath, managementPaths } from '../../../src/contract/management/paths.ts';
import type { Role } from '../../../src/contract/management/role.ts';
import { startTestService, type TestService } from '../../support/processes.ts';

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly password: string;
}

/** A key service in a process of its own, with people who can sign in. */
export interface StaffedService extends TestService {
  readonly organizationId: string;
  readonly owner: Account;
  /** Asks the management API in the name of an Owner's token. */
  api<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Somebody new with a role on the organization, or on its DMS. */
  hire(name: string, role: Role, on?: 'organization' | 'system'): Promise<Account>;
}

const password = 'correct horse battery staple';

export async function startStaffedService(folder: string): Promise<StaffedService> {
  const service = await startTestService(folder);
  const { items } = await service.admin<{ items: { id: string }[] }>('list-organizations');
  const organizationId = items[0]?.id ?? '';
  const { token } = await service.admin<{ token: string }>(
    ...['create-token', '--organization', organizationId, '--role', 'owner', '--name', 'tests'],
  );
  const api = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${service.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (response.status === 204 ? undefined : await response.json()) as Answer;
  };
  const place = { org: organizationId, dms: service.systemId };
  const hire = async (name: string, role: Role, on: 'organization' | 'system' = 'organization'): Promise<Account> => {
    const path = on === 'organization' ? managementPaths.organizationUsers : managementPaths.systemUsers;
    const email = `${name.toLowerCase()}@example.com`;
    const { id } = await api<{ id: string }>('POST', managementPath(path, place), { email, name, role, password });
    return { id, email, password };
  };
  return { ...service, organizationId, owner: await hire('Olivia', 'owner'), api, hire };
}
