/** Paths of the key-authenticated endpoints, relative to the service's base URL (dataminer-services spec 2.1-2.3). */
export const paths = {
  uploadArtifact: '/api/key-artifact-upload/v1-0/private/artifact',
  deployArtifact: '/api/key-artifact-deploy/v1-0/private/deploy',
  /** Followed by `/{deploymentId}`. */
  deployment: '/api/key-deployment-info/v1-0/private/deployment',
  /** Followed by `/{catalogId}`. */
  catalogItem: '/api/key-catalog/v2-0/catalogs',
  /** Ours: who is this key? Never asked of `*.dataminer.services` itself. */
  keySelf: '/api/keys/v1-0/self',
} as const;

/** Path of the deployment info call for one deployment. */
export function deploymentPath(deploymentId: string): string {
  return `${paths.deployment}/${encodeURIComponent(deploymentId)}`;
}

/** The service that is used when no `service-url` is given. */
export const defaultServiceUrl = 'https://api.dataminer.services';

/** True for Skyline's own service, which knows nothing of the endpoints that only the key service has. */
export function isDataMinerServices(serviceUrl: URL): boolean {
  return serviceUrl.hostname === 'dataminer.services' || serviceUrl.hostname.endsWith('.dataminer.services');
}

/** Path of one Catalog item, by its ID (spec 2.5). */
export function catalogItemPath(catalogId: string): string {
  return `${paths.catalogItem}/${encodeURIComponent(catalogId)}`;
}
