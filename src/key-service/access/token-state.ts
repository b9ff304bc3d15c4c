import type { Token } from '../../contract/management/users.ts';
import type { Tables } from '../store/schema.ts';

/** Whether a token works at a time, in milliseconds since 1970, and why not. */
export function tokenState(
  { revoked_at, expires_at }: Pick<Tables['tokens'], 'revoked_at' | 'expires_at'>,
  now: number,
): Token['state'] {
  if (revoked_at !== null) return 'revoked';
  return expires_at !== null && expires_at <= now ? 'expired' : 'active';
}
