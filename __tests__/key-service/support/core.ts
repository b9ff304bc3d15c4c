import {
  type KeyServiceCore,
  openKeyServiceCore,
  type StoreOptions,
} from '../../../src/key-service/key-service-core.ts';
import { afterwards } from './cleanup.ts';
import { aTest } from './custodian.ts';
import { type TestEnvironment, testEnvironment } from './environment.ts';
import { temporaryFolder } from './folder.ts';
import { sqlite, type TestStore } from './stores.ts';

/** A store with one organization, one DMS with a folder, and one key set "GitHub". */
export interface UsedCore {
  readonly core: KeyServiceCore;
  readonly environment: TestEnvironment;
  /** How others open the same store. */
  readonly options: StoreOptions;
  readonly dataFolder: string;
  readonly root: string;
  readonly organizationId: string;
  readonly systemId: string;
  readonly setId: string;
  readonly values: { readonly primary: string; readonly secondary: string };
}

/** Whoever operates the machine that the service runs on. */
export const atTheMachine = {
  initiator: aTest,
  allowedFolders: 'anywhere',
} as const;

/** Makes such a store, with a clock that the test moves. Closed after the test file. */
export async function usedCore(store: TestStore = sqlite, environment = testEnvironment()): Promise<UsedCore> {
  return await usedCoreOn(await store.fresh(), environment);
}

/**
 * One store for many tests, which is quicker: each call opens it anew, with a clock, an organization, a DMS and a key set that no
 * other test has.
 */
export function sharedStore(store: TestStore): () => Promise<UsedCore> {
  let options: Promise<StoreOptions> | undefined;
  return async () => {
    options ??= store.fresh();
    return await usedCoreOn(await options, testEnvironment());
  };
}

async function usedCoreOn(options: StoreOptions, environment: TestEnvironment): Promise<UsedCore> {
  const core = await openKeyServiceCore(options, environment);
  afterwards(() => core.close());
  const root = await temporaryFolder();
  const organization = await core.organizations.create('Example', aTest);
  const connected = { name: 'Staging', connector: { type: 'folder', folder: root } } as const;
  const system = await core.systems.create(organization.id, connected, atTheMachine);
  const owner = { scope: 'system', systemId: system.id } as const;
  const { id, values } = await core.keySets.create(owner, { label: 'GitHub' }, aTest);
  return {
    core,
    environment,
    options,
    dataFolder: options.dataFolder,
    root,
    organizationId: organization.id,
    systemId: system.id,
    setId: id,
    values,
  };
}
