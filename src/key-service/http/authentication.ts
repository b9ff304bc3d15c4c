import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KeyUsage } from '../keys/key-usage.ts';
import type { AuthenticatedKey, KeyVerifier } from '../keys/key-verifier.ts';
import { callerOf, keyOf } from './caller.ts';
import { sendKeyRejected } from './problem.ts';

/** Decides whether a working key may use a route. */
export type KeyRule = (key: AuthenticatedKey) => boolean;

declare module 'fastify' {
  interface FastifyRequest {
    /** The key that the request came with; set by {@link requireKey}. */
    key: AuthenticatedKey | null;
  }
}

/**
 * A hook that lets a request pass with a working key only. It runs before anything of the request is looked at, its body
 * included, and notes the use of the key.
 */
export function requireKey(verifier: KeyVerifier, usage: KeyUsage, allows: KeyRule) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const key = await verifier.verify(keyOf(request.headers));
    if (key === undefined || !allows(key)) return sendKeyRejected(reply);
    usage.record(key.valueId, `${request.method} ${request.routeOptions.url}`, callerOf(request.headers));
    request.key = key;
    return undefined;
  };
}

/** The key of a request behind {@link requireKey}. */
export function authenticatedKey(request: FastifyRequest): AuthenticatedKey {
  if (request.key === null) throw new Error('the route has no key check');
  return request.key;
}
