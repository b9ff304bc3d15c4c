import { createHash } from 'node:crypto';

/**
 * What the database knows a session or an API token by. Both are 256 random bits, so a plain hash cannot be searched with
 * guesses, and unlike keys they need no pepper.
 */
export function secretDigest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
