/** The key service, for servers that mount it (package export `dataminer-deploy/key-service`). */

export type { Retention } from '../contract/management/organizations.ts';
export type { DeploymentOptions, KeyServiceOptions, MetricsOptions } from './key-service.ts';
export { createKeyService } from './key-service.ts';
export { KeyServiceError, type KeyServiceErrorCode } from './key-service-error.ts';
