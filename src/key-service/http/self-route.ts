import type { FastifyInstance } from 'fastify';
import { paths } from '../../contract/paths.ts';
import { KeySelf } from '../../contract/schemas.ts';
import { timestamp } from '../environment.ts';
import type { AuthenticatedKey } from '../keys/key-verifier.ts';
import { authenticatedKey, type requireKey } from './authentication.ts';

/** Who is this key? */
export function selfRoute(app: FastifyInstance, onRequest: ReturnType<typeof requireKey>): void {
  app.get(paths.keySelf, { onRequest, schema: { response: { 200: KeySelf } } }, (request, reply) => {
    reply.send(keySelf(authenticatedKey(request)));
  });
}

function keySelf(key: AuthenticatedKey): KeySelf {
  return {
    scope: key.scope,
    organization: key.organization,
    ...(key.system && { dms: key.system }),
    setId: key.setId,
    label: key.label,
    slot: key.slot,
    permissions: [...key.permissions],
    createdAt: timestamp(key.setCreatedAt),
    ...(key.version > 1 && { regeneratedAt: timestamp(key.valueCreatedAt) }),
  };
}
