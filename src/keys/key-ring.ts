import type { KeySlot } from '../contract/key-slot.ts';
import type { Credential } from './credential.ts';
import type { Target } from './decision-table.ts';
import {
  type KeyRingState,
  needsRotation,
  type SlotState,
  type SlotStatus,
  slotToUse,
  untestedState,
  withSlotState,
} from './key-ring-state.ts';
import { KeysRejectedError } from './keys-rejected-error.ts';
import type { ProbeOutcome, Rejected } from './probe-outcome.ts';

export type { SlotStatus };

/** A rejected slot and the one that takes over. */
export type Fallback = { from: KeySlot; to: KeySlot; reason: string };

export type KeyRingOptions = {
  target: Target;
  /** Called once for each slot that is left for the other one. */
  onFallback?: (fallback: Fallback) => void;
};

/**
 * The keys of one key set, and which of them works. Every authenticated call goes through the ring: only a rejection
 * makes it use the other key; an outage never does, for it would burn both keys (spec 2.6.4).
 */
export class KeyRing {
  readonly #credentials: ReadonlyMap<KeySlot, Credential>;
  readonly #target: Target;
  readonly #onFallback: (fallback: Fallback) => void;
  #state: KeyRingState;

  constructor(credentials: readonly Credential[], options: KeyRingOptions) {
    this.#credentials = new Map(credentials.map((credential) => [credential.slot, credential]));
    this.#target = options.target;
    this.#onFallback = options.onFallback ?? (() => {});
    this.#state = untestedState([...this.#credentials.keys()]);
  }

  /** The slot that the next call uses; undefined when every given key was rejected. */
  get slotInUse(): KeySlot | undefined {
    return slotToUse(this.#state);
  }

  /** True when a key was rejected and the other one is in use instead. */
  get fellBack(): boolean {
    return this.rotationNeeded && this.slotInUse === 'secondary';
  }

  /** True when a given key was rejected, whether or not the other one works. */
  get rotationNeeded(): boolean {
    return needsRotation(this.#state);
  }

  /** What is known about each slot, primary first. */
  get slots(): readonly SlotStatus[] {
    return this.#state;
  }

  /**
   * Makes a call with the key in use; after a rejection repeats it once with the other key. The attempt gets the
   * credential and makes its request, body included, anew.
   * @param permission what the call needs beyond a good key, for the message
   * @throws KeysRejectedError when no given key is left
   */
  async call<Outcome extends { kind: string }>(
    attempt: (credential: Credential) => Promise<Outcome>,
    permission?: string,
  ): Promise<Exclude<Outcome, { kind: 'rejected' }>> {
    for (;;) {
      const credential = this.#credentialInUse(permission);
      const outcome: Outcome | Rejected = await attempt(credential);
      if (isRejected(outcome)) {
        this.#reject(credential.slot, outcome);
        continue;
      }
      // A call that was answered proves its key better than any test could.
      if (outcome.kind === 'answered') this.#state = withSlotState(this.#state, credential.slot, 'accepted');
      return outcome as Exclude<Outcome, { kind: 'rejected' }>;
    }
  }

  /**
   * Tests the keys in order, up to the first one that may be used: an accepted or an ambiguous one. An `unknown` answer
   * ends the search as well, since the other key would meet the same outage.
   * @throws KeysRejectedError when every given key was rejected
   */
  async accepted(
    probe: (credential: Credential) => Promise<ProbeOutcome>,
  ): Promise<Exclude<ProbeOutcome, { kind: 'rejected' }>> {
    return await this.call(async (credential) => {
      const outcome = await probe(credential);
      if (outcome.kind !== 'rejected') this.#note(credential.slot, outcome);
      return outcome;
    });
  }

  /** Tests every given key, whatever the others answered (that is how an idle slot is proven); never throws for a key. */
  async probeAll(probe: (credential: Credential) => Promise<ProbeOutcome>): Promise<readonly SlotStatus[]> {
    for (const credential of this.#credentials.values()) {
      const outcome = await probe(credential);
      if (outcome.kind === 'rejected') this.#reject(credential.slot, outcome);
      else this.#note(credential.slot, outcome);
    }
    return this.#state;
  }

  /** @throws KeysRejectedError when every given key was rejected */
  assertUsable(): void {
    this.#credentialInUse();
  }

  #credentialInUse(permission?: string): Credential {
    const slot = this.slotInUse;
    const credential = slot && this.#credentials.get(slot);
    if (credential === undefined) throw new KeysRejectedError(this.#state, this.#target, permission);
    return credential;
  }

  #note(slot: KeySlot, outcome: Exclude<ProbeOutcome, Rejected>): void {
    const state: SlotState = outcome.kind;
    this.#state = withSlotState(this.#state, slot, state, outcome.kind === 'accepted' ? undefined : outcome.detail);
  }

  #reject(slot: KeySlot, { status, detail }: Rejected): void {
    const before = this.slotInUse;
    const reason = `answered ${status}${detail ? ` (${detail})` : ''}`;
    this.#state = withSlotState(this.#state, slot, 'rejected', reason);
    const after = this.slotInUse;
    if (before === slot && after !== undefined) this.#onFallback({ from: slot, to: after, reason });
  }
}

function isRejected(outcome: { kind: string }): outcome is Rejected {
  return outcome.kind === 'rejected';
}
