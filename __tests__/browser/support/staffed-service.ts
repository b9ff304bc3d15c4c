import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Caller, callerHeaders, keyHeader } from '../../../src/contract/headers.ts';
import type { Page } from '../../../src/contract/management/list.ts';
import { managementPath, managementPaths } from '../../../src/contract/management/paths.ts';
import type { Role } from '../../../src/contract/management/role.ts';
import { paths } from '../../../src/contract/paths.ts';
import { databaseFileName } from '../../../src/key-service/store/sqlite-store.ts';
import { packageBytes } from '../../key-service/support/package.ts';
import { startTestService, type TestService } from '../../support/processes.ts';

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly password: string;
}

export interface MadeKeySet {
  readonly id: string;
  readonly label: string;
  readonly values: { readonly primary: string; readonly secondary: string };
}

/** A key service in a process of its own, with people who can sign in. */
export interface StaffedService extends TestService {
  readonly organizationId: string;
  readonly owner: Account;
  /** Asks the management API in the name of an Owner's token. */
  api<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Reads a list of the management API, as far as one answer goes. */
  list<Item>(path: string): Promise<readonly Item[]>;
  /** Somebody new with a role on the organization, or on its DMS. */
  hire(name: string, role: Role, on?: 'organization' | 'system'): Promise<Account>;
  /** A key set of the DMS. */
  makeKeySet(label: string): Promise<MadeKeySet>;
  /** Whether the service takes a key; a use of it by the caller. */
  takes(key: string, caller?: Caller): Promise<boolean>;
  /** Deploys a package to the DMS as a pipeline does. @returns the deployment's ID */
  deploy(name: string, entries?: Readonly<Record<string, string>>, caller?: Caller): Promise<string>;
  /** Makes it 20 minutes ago that anybody signed in. */
  letSignInsAge(): void;
}

const password = 'correct horse battery staple';

export async function startStaffedService(folder: string): Promise<StaffedService> {
  const service = await startTestService(folder, ['--allow-folder', folder]);
  const { items } = await service.admin<Page<{ id: string }>>('list-organizations');
  const organizationId = items[0]?.id ?? '';
  const { token } = await service.admin<{ token: string }>(
    ...['create-token', '--organization', organizationId, '--role', 'owner', '--name', 'tests'],
  );
  const place = { org: organizationId, dms: service.systemId };

  const api = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${service.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return await answerOf<Answer>(response);
  };
  const list = async <Item>(path: string) => (await api<Page<Item>>('GET', path)).items;
  const hire = async (name: string, role: Role, on: 'organization' | 'system' = 'organization'): Promise<Account> => {
    const path = on === 'organization' ? managementPaths.organizationUsers : managementPaths.systemUsers;
    const email = `${name.toLowerCase()}@example.com`;
    const { id } = await api<{ id: string }>('POST', managementPath(path, place), { email, name, role, password });
    return { id, email, password };
  };
  const withKey = async <Answer>(key: string, path: string, body: FormData | string, caller: Caller, type?: string) => {
    const headers = { ...keyHeaders(key, caller), ...(type !== undefined && { 'content-type': type }) };
    return await answerOf<Answer>(await fetch(`${service.url}${path}`, { method: 'POST', headers, body }));
  };
  return {
    ...{ ...service, organizationId, api, list, hire },
    owner: await hire('Olivia', 'owner'),
    makeKeySet: (label) => api('POST', managementPath(managementPaths.systemKeys, place), { label }),
    takes: async (key, caller = {}) => {
      const response = await fetch(`${service.url}${paths.keySelf}`, { headers: keyHeaders(key, caller) });
      return response.status === 200;
    },
    deploy: async (name, entries, caller = {}) => {
      const { primary } = service.keys;
      const form = new FormData();
      for (const [field, value] of Object.entries({ name, version: '1.0.1', contentType: 'DmScript' }))
        form.append(field, value);
      form.append('file', new Blob([await packageBytes(entries)]), name);
      const { artifactId } = await withKey<{ artifactId: string }>(primary, paths.uploadArtifact, form, caller);
      const body = JSON.stringify({ artifactId });
      return (await withKey<{ deploymentId: string }>(primary, paths.deployArtifact, body, caller, 'application/json'))
        .deploymentId;
    },
    letSignInsAge: () => {
      const database = new DatabaseSync(join(service.dataFolder, databaseFileName), { timeout: 5_000 });
      database.exec(`update sessions set created_at = created_at - ${20 * 60_000}`);
      database.close();
    },
  };
}

function keyHeaders(key: string, caller: Caller): Record<string, string> {
  const said = Object.entries(caller).map(([what, value]) => [callerHeaders[what as keyof Caller], value]);
  return { [keyHeader]: key, ...Object.fromEntries(said) };
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}
