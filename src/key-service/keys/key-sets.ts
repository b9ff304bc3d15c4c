import type { KeySlot } from '../../contract/key-slot.ts';
import type { Initiator } from '../../contract/management/initiator.ts';
import type {
  CreatedKeySet,
  KeySet,
  KeySetChange,
  KeySetQuery,
  KeySetUsage,
  RegeneratedKey,
  RegenerateKey,
  RevokeKeySet,
  SwitchKeySet,
} from '../../contract/management/keys.ts';
import type { Page } from '../../contract/management/list.ts';
import { regenerateKey } from './key-regeneration.ts';
import { revealKey } from './key-reveal.ts';
import { revokeKeySet } from './key-revocation.ts';
import { changeKeySet, switchKeySet } from './key-set-change.ts';
import { listKeySets } from './key-set-list.ts';
import type { KeySetOwner } from './key-set-owner.ts';
import type { KeySetParts } from './key-set-parts.ts';
import { type KeySetReference, storedKeySet } from './key-set-reference.ts';
import { keySetView } from './key-set-view.ts';
import { keySetUsage } from './key-usage-view.ts';
import { createKeySet, type WantedKeySet } from './new-key-set.ts';

/**
 * Key sets: what can be done with them, apart from signing in with one ({@link KeyVerifier}). Everything that changes or reveals
 * one is audited with it, or is not done. Every change makes the version of a set grow; who names the version that they have
 * seen is refused with `conflict` when somebody else was quicker. Sets that do not exist, were revoked, or lie elsewhere than
 * the reference says are `not-found` alike.
 */
export class KeySets {
  readonly #parts: KeySetParts;

  constructor(parts: KeySetParts) {
    this.#parts = parts;
  }

  /** The live sets of a DMS or an organization, oldest first. @throws KeyServiceError `not-found` for an unknown owner, `invalid` */
  async list(owner: KeySetOwner, query: KeySetQuery = {}): Promise<Page<KeySet>> {
    return await listKeySets(this.#parts, owner, query);
  }

  /** One set. @throws KeyServiceError `not-found` */
  async view(reference: KeySetReference): Promise<KeySet> {
    const now = this.#parts.environment.now();
    return keySetView(await storedKeySet(this.#parts.db, reference, now), now);
  }

  /** Who uses the values of a set, and whether each slot may be regenerated. @throws KeyServiceError `not-found` */
  async usage(reference: KeySetReference): Promise<KeySetUsage> {
    return await keySetUsage(this.#parts, reference);
  }

  /**
   * Makes a set with two live values, which are shown here this once, and later only by revealing them.
   * @throws KeyServiceError `invalid` for a bad label, permission or expiry, `not-found` for an unknown owner, `conflict` when
   * another live set of the owner has the label, in whatever case
   */
  async create(owner: KeySetOwner, wanted: WantedKeySet, by: Initiator): Promise<CreatedKeySet> {
    return await createKeySet(this.#parts, owner, wanted, by);
  }

  /**
   * Shows the current value of a slot, once the record of it is stored (security practice 5). The values of a disabled or expired
   * set can be revealed, since they may work again.
   * @throws KeyServiceError `not-found`, `conflict` for a slot without a value, `audit`, `secrets` without the master key
   */
  async reveal(reference: KeySetReference, slot: KeySlot, by: Initiator): Promise<string> {
    return await revealKey(this.#parts, reference, slot, by);
  }

  /**
   * Replaces the value of one slot. The old one is dead when this returns, or works until the end of the grace that was asked
   * for; a value from before that, whose grace still lasts, is dead in any case. The other slot is not touched.
   * @throws KeyServiceError `not-found`, `conflict`, `not-confirmed`, `gate` (rotation spec 2) unless it is overridden, which the
   * caller must have the right to, `invalid`, `audit`, `secrets`
   */
  async regenerate(reference: KeySetReference, wanted: RegenerateKey, by: Initiator): Promise<RegeneratedKey> {
    return await regenerateKey(this.#parts, reference, wanted, by);
  }

  /**
   * Ends a whole set; its values are dead when this returns, and nothing is left that they could be recovered from.
   * @throws KeyServiceError `not-found`, `conflict`, `not-confirmed`, `audit`
   */
  async revoke(reference: KeySetReference, wanted: RevokeKeySet, by: Initiator): Promise<void> {
    await revokeKeySet(this.#parts, reference, wanted, by);
  }

  /** Lets neither value work until the set is enabled again. @throws KeyServiceError `not-found`, `conflict`, `audit` */
  async disable(reference: KeySetReference, { version }: SwitchKeySet, by: Initiator): Promise<KeySet> {
    return await switchKeySet(this.#parts, reference, { state: 'disabled', version }, by);
  }

  /** Lets the values of a disabled set work again. @throws KeyServiceError `not-found`, `conflict`, `audit` */
  async enable(reference: KeySetReference, { version }: SwitchKeySet, by: Initiator): Promise<KeySet> {
    return await switchKeySet(this.#parts, reference, { state: 'active', version }, by);
  }

  /**
   * Changes label, permissions or expiry; what is not named stays. A set that has expired works again with a later expiry.
   * @throws KeyServiceError `not-found`, `conflict` for another version or a label that is taken, `invalid`, `audit`
   */
  async change(reference: KeySetReference, wanted: KeySetChange, by: Initiator): Promise<KeySet> {
    return await changeKeySet(this.#parts, reference, wanted, by);
  }
}
