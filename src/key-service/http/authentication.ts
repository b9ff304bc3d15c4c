import type { FastifyRequest } from 'fastify';
import { KeyServiceError } from '../key-service-error.ts';
import type { FailedAttempts } from '../keys/failed-attempts.ts';
import type { KeyRejections } from '../keys/key-rejections.ts';
import type { KeyUsage } from '../keys/key-usage.ts';
import type { AuthenticatedKey, KeyVerifier, Verdict } from '../keys/key-verifier.ts';
import type { ValidationObserver } from '../keys/validation-observer.ts';
import type { PepperUpgrade } from '../secrets/pepper-upgrade.ts';
import { addressOf, callerOf, keyOf } from './caller.ts';
import { KeyRejected } from './problem.ts';

/**
 * One for all, since it says nothing of any. It is thrown, not answered right there: a hook that answers is resumed when the
 * caller goes before having got the answer, and then the route would run.
 */
const keyRejected = new KeyRejected();

/** Decides whether a working key may use a route. */
export type KeyRule = (key: AuthenticatedKey) => boolean;

declare module 'fastify' {
  interface FastifyRequest {
    /** The key that the request came with; set by {@link requireKey}. */
    key: AuthenticatedKey | null;
  }
}

/** What judges keys, and what is told of it. */
export interface KeyCheckParts {
  readonly keyVerifier: KeyVerifier;
  readonly keyUsage: KeyUsage;
  readonly keyRejections: KeyRejections;
  readonly pepperUpgrade: PepperUpgrade;
  readonly failedAttempts: FailedAttempts;
  readonly observer: ValidationObserver;
}

/**
 * A hook that lets a request pass with a working key only. It runs before anything of the request is looked at, its body
 * included, and notes the use of the key; run again when the body has come, it refuses a key that died meanwhile. A working key passes however many others were tried from its address, and one that is
 * dead is always told so; who tries unknown ones is sent away for a while (design 5, "Failed attempts").
 */
export function requireKey(parts: KeyCheckParts, allows: KeyRule) {
  return async (request: FastifyRequest): Promise<void> => {
    const text = keyOf(request.headers);
    const verdict = await parts.keyVerifier.judge(text);
    if (verdict.result !== 'accepted') throw refusal(parts, verdict, request);
    const { key } = verdict;
    if (!allows(key)) {
      parts.keyRejections.noteForbidden(key, request.ip);
      parts.observer.keyValidated('forbidden');
      throw keyRejected;
    }
    const isKnown = request.key !== null;
    request.key = key;
    if (isKnown) return;
    const route = `${request.method} ${request.routeOptions.url}`;
    parts.keyUsage.record(key.valueId, route, callerOf(request.headers), addressOf(request));
    if (verdict.isOutdated && text !== undefined) parts.pepperUpgrade.note(key.valueId, text);
    parts.observer.keyValidated('accepted');
  };
}

/** What a key is refused with: `too-many` for an unknown one that is one too many. */
function refusal(
  { observer, failedAttempts, keyRejections }: KeyCheckParts,
  verdict: Exclude<Verdict, { result: 'accepted' }>,
  { ip }: FastifyRequest,
): KeyRejected | KeyServiceError {
  if (verdict.result === 'dead') keyRejections.noteDead(verdict.value, verdict.cause, ip);
  const wait = verdict.result === 'unknown' ? failedAttempts.count(ip, verdict.digest) : 0;
  observer.keyValidated(wait > 0 ? 'limited' : verdict.result);
  if (wait === 0) return keyRejected;
  return new KeyServiceError(
    'too-many',
    'Too many unknown keys came from this address',
    'Wait before trying another one; keys that work are taken meanwhile.',
    { facts: { retryAfter: Math.ceil(wait / 1000) } },
  );
}

/** The key of a request behind {@link requireKey}. */
export function authenticatedKey(request: FastifyRequest): AuthenticatedKey {
  if (request.key === null) throw new Error('the route has no key check');
  return request.key;
}
