import { type KeyServiceCore, openKeyServiceCore } from '../../../src/key-service/key-service-core.ts';
import { type TestEnvironment, testEnvironment } from './environment.ts';
import { temporaryFolder } from './folder.ts';

/** A store with one organization, one DMS with a folder, and one key set "GitHub". */
export interface UsedCore {
  readonly core: KeyServiceCore;
  readonly environment: TestEnvironment;
  readonly dataFolder: string;
  readonly root: string;
  readonly organizationId: string;
  readonly systemId: string;
  readonly setId: string;
  readonly values: { readonly primary: string; readonly secondary: string };
}

const open: KeyServiceCore[] = [];

export async function usedCore(environment = testEnvironment()): Promise<UsedCore> {
  const dataFolder = await temporaryFolder();
  const core = await openKeyServiceCore({ dataFolder }, environment);
  open.push(core);
  const root = await temporaryFolder();
  const organization = await core.organizations.create('Example');
  const system = await core.systems.create(organization.id, { name: 'Staging', folder: root });
  const owner = { scope: 'system', systemId: system.id } as const;
  const { id, values } = await core.keySets.create(owner, { label: 'GitHub', permissions: [] }, 'a test');
  return {
    core,
    environment,
    dataFolder,
    root,
    organizationId: organization.id,
    systemId: system.id,
    setId: id,
    values,
  };
}

afterAll(async () => {
  for (const core of open.splice(0)) await core.close();
});
