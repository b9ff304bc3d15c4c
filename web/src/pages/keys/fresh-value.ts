import { useEffect, useState } from 'preact/hooks';
import type { KeySlot } from '../../../../src/contract/key-slot.ts';
import type { KeySet } from '../../../../src/contract/management/keys.ts';
import { revealedMilliseconds } from '../../components/secret-value.tsx';

/** A value that was made a moment ago, to be shown without asking for it again. */
export interface FreshValue {
  readonly set: string;
  readonly slot: KeySlot;
  /** The version of the slot that has it. */
  readonly version: number;
  readonly value: string;
}

/** Keeps a fresh value no longer than a revealed one is shown, nor after another set, or none, was chosen. */
export function useFreshValue(chosen: string | undefined) {
  const [fresh, setFresh] = useState<FreshValue>();
  useEffect(() => {
    const timer = setTimeout(() => setFresh(undefined), revealedMilliseconds);
    return () => clearTimeout(timer);
  }, [fresh]);
  useEffect(() => setFresh((current) => (current?.set === chosen ? current : undefined)), [chosen]);
  return [fresh, setFresh] as const;
}

/** The value of a slot, when it is fresh and nobody has replaced it since. */
export function freshValueOf(set: KeySet, slot: KeySlot, fresh: FreshValue | undefined): string | undefined {
  const isIts = fresh?.set === set.id && fresh.slot === slot && fresh.version >= set.slots[slot].version;
  return isIts ? fresh.value : undefined;
}
