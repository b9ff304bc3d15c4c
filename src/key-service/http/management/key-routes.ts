import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  CreatedKeySet,
  KeySet,
  KeySetChange,
  KeySetList,
  KeySetQuery,
  KeySetUsage,
  NewKeySet,
  RegeneratedKey,
  RegenerateKey,
  RevealedKey,
  RevealKey,
  RevokeKeySet,
  SwitchKeySet,
} from '../../../contract/management/keys.ts';
import { keySetPaths, managementPaths } from '../../../contract/management/paths.ts';
import { requireRight } from '../../access/authorization.ts';
import { initiatorOf } from '../../access/principal.ts';
import type { KeyServiceCore } from '../../key-service-core.ts';
import type { KeySetOwner } from '../../keys/key-set-owner.ts';
import type { KeySetReference } from '../../keys/key-set-reference.ts';
import { type AccessRule, placeOf, principalOf } from './access-rule.ts';

interface OneSet {
  Params: { set: string };
}

/** Key sets, of organizations and of DMSs. */
export function keyRoutes(app: FastifyInstance, core: KeyServiceCore): void {
  const scopes: readonly [path: string, access: AccessRule][] = [
    [managementPaths.organizationKeys, { organization: 'manage keys' }],
    [managementPaths.systemKeys, { system: 'manage keys' }],
  ];
  for (const [path, access] of scopes) {
    listRoutes(app, core, path, access);
    setRoutes(app, core, path, access);
    valueRoutes(app, core, path, access);
  }
}

function listRoutes(app: FastifyInstance, core: KeyServiceCore, path: string, access: AccessRule): void {
  const { keySets } = core;
  app.get<{ Querystring: KeySetQuery }>(
    path,
    { config: { access }, schema: { querystring: KeySetQuery, response: { 200: KeySetList } } },
    async (request) => await keySets.list(ownerOf(request), request.query),
  );
  app.post<{ Body: NewKeySet }>(
    path,
    // The values of a new set are shown with it.
    { config: { access, recentSignIn: true }, schema: { body: NewKeySet, response: { 201: CreatedKeySet } } },
    async (request, reply) => {
      reply.code(201);
      return await keySets.create(ownerOf(request), request.body, initiatorFrom(request));
    },
  );
}

function setRoutes(app: FastifyInstance, core: KeyServiceCore, path: string, access: AccessRule): void {
  const { keySets } = core;
  app.get<OneSet>(
    path + keySetPaths.keySet,
    { config: { access }, schema: { response: { 200: KeySet } } },
    async (request) => await keySets.view(referenceFrom(request)),
  );
  app.get<OneSet>(
    path + keySetPaths.usage,
    { config: { access }, schema: { response: { 200: KeySetUsage } } },
    async (request) => await keySets.usage(referenceFrom(request)),
  );
  app.patch<OneSet & { Body: KeySetChange }>(
    path + keySetPaths.keySet,
    { config: { access }, schema: { body: KeySetChange, response: { 200: KeySet } } },
    async (request) => await keySets.change(referenceFrom(request), request.body, initiatorFrom(request)),
  );
  for (const action of ['disable', 'enable'] as const) {
    app.post<OneSet & { Body: SwitchKeySet }>(
      path + keySetPaths[action],
      {
        config: { access },
        schema: { body: SwitchKeySet, response: { 200: KeySet } },
        // Nothing needs to be said with it.
        preValidation: async (request) => {
          request.body ??= {};
        },
      },
      async (request) => await keySets[action](referenceFrom(request), request.body, initiatorFrom(request)),
    );
  }
  app.delete<OneSet & { Body: RevokeKeySet }>(
    path + keySetPaths.keySet,
    { config: { access, recentSignIn: true }, schema: { body: RevokeKeySet } },
    async (request, reply) => {
      await keySets.revoke(referenceFrom(request), request.body, initiatorFrom(request));
      return reply.code(204).send();
    },
  );
}

/** The only routes, beside the one that creates a set, whose answers hold a value. */
function valueRoutes(app: FastifyInstance, core: KeyServiceCore, path: string, access: AccessRule): void {
  const { keySets } = core;
  app.post<OneSet & { Body: RevealKey }>(
    path + keySetPaths.reveal,
    { config: { access, recentSignIn: true }, schema: { body: RevealKey, response: { 200: RevealedKey } } },
    async (request) => {
      const value = await keySets.reveal(referenceFrom(request), request.body.slot, initiatorFrom(request));
      return { value };
    },
  );
  app.post<OneSet & { Body: RegenerateKey }>(
    path + keySetPaths.regenerate,
    { config: { access, recentSignIn: true }, schema: { body: RegenerateKey, response: { 200: RegeneratedKey } } },
    async (request) => {
      if (request.body.override === true) requireRight(placeOf(request), 'break the gate');
      return await keySets.regenerate(referenceFrom(request), request.body, initiatorFrom(request));
    },
  );
}

function ownerOf(request: FastifyRequest): KeySetOwner {
  const { organizationId, systemId } = placeOf(request);
  return systemId === null ? { scope: 'organization', organizationId } : { scope: 'system', systemId };
}

function referenceFrom(request: FastifyRequest<OneSet>): KeySetReference {
  return { id: request.params.set, owner: ownerOf(request) };
}

function initiatorFrom(request: FastifyRequest) {
  return initiatorOf(principalOf(request));
}
