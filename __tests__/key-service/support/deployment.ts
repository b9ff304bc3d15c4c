import type { DeploymentInfo } from '../../../src/contract/schemas.ts';
import type { AuthenticatedKey } from '../../../src/key-service/keys/key-verifier.ts';
import { atTheMachine, type UsedCore } from './core.ts';
import { temporaryFolder } from './folder.ts';
import { packageBytes } from './package.ts';

/** The first key of the store, as a request brings it. */
export async function keyBehind({ core, values }: UsedCore): Promise<AuthenticatedKey> {
  const key = await core.keyVerifier.verify(values.primary);
  if (key === undefined) throw new Error('the key of the test does not work');
  return key;
}

/** Uploads a package for a DMS and puts it in its queue. */
export async function requestedDeployment(
  used: UsedCore,
  file?: Uint8Array,
  systemId: string = used.systemId,
): Promise<string> {
  const key = await keyBehind(used);
  const writer = await used.core.artifacts.begin(systemId, key);
  await writer.write(file ?? (await packageBytes()));
  await writer.finish({ name: 'Demo', version: '1.0.1', contentType: 'DmScript', details: {} });
  const id = await used.core.deployments.request(writer.id, systemId, key);
  if (id === undefined) throw new Error('the deployment of the test was not taken');
  return id;
}

/** Connects another DMS of the same organization. */
export async function anotherSystem({ core, organizationId }: UsedCore): Promise<string> {
  const folder = await temporaryFolder();
  const given = { name: folder, connector: { type: 'folder', folder } } as const;
  const { id } = await core.systems.create(organizationId, given, atTheMachine);
  return id;
}

export async function deploymentInfo({ core, organizationId }: UsedCore, id: string): Promise<DeploymentInfo> {
  const info = await core.deploymentRecords.info(id, { organizationId });
  if (info === undefined) throw new Error(`there is no deployment ${id}`);
  return info;
}

export function kindsOf(info: DeploymentInfo): string[] {
  return info.eventChain?.map(({ kind }) => kind) ?? [];
}
