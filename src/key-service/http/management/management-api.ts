import type { FastifyInstance } from 'fastify';
import type { Principal } from '../../access/principal.ts';
import type { KeyServiceCore } from '../../key-service-core.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls the management API; null for nobody. Set before any of its routes runs. */
    principal: Principal | null;
  }
}

/** Routes of one noun of the management API. */
export type ManagementRoutes = (app: FastifyInstance, core: KeyServiceCore) => void;

/** What the API consists of. */
const parts: readonly ManagementRoutes[] = [];

/**
 * The management API (design 5): what the Admin web app and automation work with. It is a world of its own beside the
 * key-authenticated endpoints: its callers are people and tokens, and every route asks `core.authorization` first.
 */
export function managementApi(core: KeyServiceCore) {
  return async (app: FastifyInstance): Promise<void> => {
    app.decorateRequest('principal', null);
    for (const routes of parts) routes(app, core);
  };
}
