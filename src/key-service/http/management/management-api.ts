import cookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import type { Retention } from '../../../contract/management/organizations.ts';
import type { KeyServiceCore } from '../../key-service-core.ts';
import { noContent, sendSecurityHeaders } from '../security-headers.ts';
import { enforceAccessRules } from './access-rule.ts';
import { auditRoutes } from './audit-routes.ts';
import { BrowserOrigin } from './browser-origin.ts';
import { managedDeploymentRoutes } from './deployment-routes.ts';
import { keyRoutes } from './key-routes.ts';
import { organizationRoutes } from './organization-routes.ts';
import { type Browsers, identifyCallers } from './principal-hook.ts';
import { SessionCookies } from './session-cookies.ts';
import { sessionRoutes } from './session-routes.ts';
import { setupRoutes } from './setup-routes.ts';
import { systemRoutes } from './system-routes.ts';
import { tokenRoutes } from './token-routes.ts';
import { userRoutes } from './user-routes.ts';

/** Routes of one noun of the management API; each names its rule in `config.access`. */
export type ManagementRoutes = (app: FastifyInstance, core: KeyServiceCore, context: ManagementContext) => void;

/** What routes know beside the core. */
export interface ManagementContext extends Browsers {
  /** Folders in or below which DMSs may be connected from here. */
  readonly allowedFolders: readonly string[];
  readonly retention: Retention;
}

export interface ManagementOptions {
  /** How long things are kept, for those who ask. */
  readonly retention: Retention;
  /** Where people reach the service; by default the address that a request is sent to. */
  readonly publicUrl?: string | undefined;
  /** Folders in or below which DMSs may be connected; none by default. */
  readonly allowedFolders?: readonly string[];
}

/** What the API consists of. */
const parts: readonly ManagementRoutes[] = [
  setupRoutes,
  sessionRoutes,
  organizationRoutes,
  systemRoutes,
  managedDeploymentRoutes,
  auditRoutes,
  userRoutes,
  tokenRoutes,
  keyRoutes,
];

/** Largest body of a request, in bytes. */
const maxBodyBytes = 64 * 1024;

/**
 * The management API (design 5): what the Admin web app and automation work with. It is a world of its own beside the
 * key-authenticated endpoints: its callers are people and tokens, and no route runs before its access rule was asked.
 * @throws KeyServiceError `invalid` for a public URL that is none
 */
export function managementApi(core: KeyServiceCore, options: ManagementOptions) {
  const origin = new BrowserOrigin(options.publicUrl);
  return async (app: FastifyInstance): Promise<void> => {
    await sendSecurityHeaders(app, { policy: noContent, isHttps: origin.isAlwaysHttps });
    await app.register(cookie);
    takeJsonOnly(app);
    const browsers = { origin, cookies: new SessionCookies(origin) };
    identifyCallers(app, core, browsers);
    enforceAccessRules(app, core);
    const context = { ...browsers, allowedFolders: options.allowedFolders ?? [], retention: options.retention };
    for (const routes of parts) routes(app, core, context);
  };
}

/** No form of another site can send JSON; what it can send is not taken. */
function takeJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: maxBodyBytes },
    app.getDefaultJsonParser('error', 'error'),
  );
}
