import type { Role } from '../../contract/management/role.ts';

/**
 * What must stay as it is even when an older copy of the database is restored. Every change of such a fact is told, also one
 * that gives something back: of several about the same thing the latest counts.
 */
export type Revocation =
  /** A value that was replaced or revoked; `validUntil` is the end of its grace, null when it is dead at once. */
  | { readonly kind: 'value-ended'; readonly valueId: string; readonly validUntil: number | null }
  | { readonly kind: 'set-revoked'; readonly setId: string }
  | { readonly kind: 'set-state'; readonly setId: string; readonly state: 'active' | 'disabled' }
  | { readonly kind: 'set-expiry'; readonly setId: string; readonly expiresAt: number | null }
  | { readonly kind: 'set-permissions'; readonly setId: string; readonly permissions: readonly string[] }
  | { readonly kind: 'token-revoked'; readonly tokenId: string }
  /** The role on an organization or DMS; null when it was taken away. */
  | { readonly kind: 'role'; readonly userId: string; readonly scopeId: string; readonly role: Role | null }
  /** A new password; no older one may work again. */
  | { readonly kind: 'password'; readonly userId: string; readonly changedAt: number };
