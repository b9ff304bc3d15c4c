import type { Environment } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import type { Principal } from './principal.ts';

/**
 * How long after signing in one may reveal, regenerate and revoke, or make what can do these later, in milliseconds (security
 * practice 11).
 */
const recentMilliseconds = 15 * 60_000;

/** Until when a sign-in counts as recent, in milliseconds since 1970. */
export function recentUntil(signedInAt: number): number {
  return signedInAt + recentMilliseconds;
}

/**
 * Asks people to have signed in a short while ago, for what a borrowed browser must not be able to do. Tokens need not (design 5).
 * @throws KeyServiceError `sign-in-again`
 */
export function requireRecentSignIn(principal: Principal, environment: Environment): void {
  if (principal.type === 'token' || environment.now() < recentUntil(principal.signedInAt)) return;
  throw new KeyServiceError(
    'sign-in-again',
    'You signed in too long ago for this',
    'Enter your password again, then repeat it.',
  );
}
