const base = '/api/management/v1-0';
const organization = `${base}/organizations/:org`;
const system = `${organization}/systems/:dms`;

/** Paths of the management API (design 5); `:name` stands for a part that {@link managementPath} fills in. */
export const managementPaths = {
  setup: `${base}/setup`,
  session: `${base}/session`,
  password: `${base}/session/password`,
  organizations: `${base}/organizations`,
  organization,
  systems: `${organization}/systems`,
  system,
  organizationUsers: `${organization}/users`,
  organizationUser: `${organization}/users/:user`,
  systemUsers: `${system}/users`,
  systemUser: `${system}/users/:user`,
  organizationKeys: `${organization}/keys`,
  systemKeys: `${system}/keys`,
  deployments: `${system}/deployments`,
  deployment: `${system}/deployments/:deployment`,
  cancelDeployment: `${system}/deployments/:deployment/cancel`,
  retryDeployment: `${system}/deployments/:deployment/retry`,
  tokens: `${organization}/tokens`,
  audit: `${organization}/audit`,
  auditExport: `${organization}/audit/export`,
  auditVerification: `${organization}/audit/verification`,
} as const;

/** Paths of one key set below {@link managementPaths}`.organizationKeys` or `.systemKeys`. */
export const keySetPaths = {
  keySet: '/:set',
  reveal: '/:set/reveal',
  regenerate: '/:set/regenerate',
  disable: '/:set/disable',
  enable: '/:set/enable',
  usage: '/:set/usage',
} as const;

/** Header that carries the CSRF token of a session with every change. */
export const csrfHeader = 'X-CSRF-Token';

/**
 * Header of what a page asks by itself, to show what is new, while nobody uses it; its value does not matter. Such a request does
 * not keep a session alive, else one would never be idle as long as a page is open.
 */
export const unattendedHeader = 'X-Unattended';

/** A path with its parts filled in. @throws Error when one is missing */
export function managementPath(pattern: string, parts: Readonly<Record<string, string>>): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`the path ${pattern} needs "${name}"`);
    return encodeURIComponent(part);
  });
}
