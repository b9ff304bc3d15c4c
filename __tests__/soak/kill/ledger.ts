import type { KeySlot } from '../../../src/contract/key-slot.ts';

/** What may be true of something: one thing when the last change was acknowledged, several when one was not. */
export class Belief<Value> {
  #possible: readonly Value[];

  constructor(value: Value) {
    this.#possible = [value];
  }

  /** The change was acknowledged, or its outcome was seen: nothing else can be true. */
  settle(value: Value): void {
    this.#possible = [value];
  }

  /** The answer never came: the change was made or not. */
  doubt(value: Value): void {
    this.#possible = [...this.#possible, value];
  }

  allows(value: Value): boolean {
    return this.#possible.includes(value);
  }

  /** What is true, when only one thing can be. */
  get certain(): Value | undefined {
    return this.#possible.length === 1 ? this.#possible[0] : undefined;
  }

  toString(): string {
    return this.#possible.join(' or ');
  }
}

export type SetState = 'active' | 'disabled' | 'revoked';

export interface SlotBelief {
  /** The value that was last acknowledged. */
  value: string;
  /** A change of it that was not acknowledged: another value may be current that nobody was told, and this one dead, or in grace. */
  doubt?: 'replaced' | 'in grace';
}

/** A key set as one client knows it; no other client touches it. */
export interface LedgerSet {
  readonly id: string;
  readonly label: Belief<string>;
  readonly state: Belief<SetState>;
  readonly slots: Readonly<Record<KeySlot, SlotBelief>>;
  /** Values that were replaced and must never work again. */
  readonly dead: string[];
}

export interface LedgerToken {
  readonly id: string;
  readonly value: string;
  readonly alive: Belief<boolean>;
}

/** What the service acknowledged to one client, and what it may have done without saying so. */
export class Ledger {
  readonly sets: LedgerSet[] = [];
  /** Sets that were changed since they were last checked. */
  readonly touched = new Set<LedgerSet>();
  readonly tokens: LedgerToken[] = [];
  readonly artifacts: string[] = [];
  readonly deployments: string[] = [];
  readonly systemName: Belief<string>;
  /** Audited changes by operation and subject: how many were acknowledged, how many may have been made. */
  readonly audited = new Map<string, { acknowledged: number; possible: number }>();

  constructor(systemName: string) {
    this.systemName = new Belief(systemName);
  }

  /** Notes a change that is made once, however often it is asked for. */
  noteOnce(operation: string, subjectId: string, acknowledged: boolean): void {
    const name = `${operation} ${subjectId}`;
    const before = this.audited.get(name)?.acknowledged ?? 0;
    this.audited.set(name, { acknowledged: acknowledged ? 1 : before, possible: 1 });
  }

  note(operation: string, subjectId: string, acknowledged: boolean): void {
    const name = `${operation} ${subjectId}`;
    const count = this.audited.get(name) ?? { acknowledged: 0, possible: 0 };
    count.possible += 1;
    if (acknowledged) count.acknowledged += 1;
    this.audited.set(name, count);
  }
}
