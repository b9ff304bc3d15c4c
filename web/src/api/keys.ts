import { queryOptions, useQuery } from '@tanstack/preact-query';
import type { KeySlot } from '../../../src/contract/key-slot.ts';
import type {
  CreatedKeySet,
  KeySet,
  KeySetChange,
  KeySetUsage,
  NewKeySet,
  RegeneratedKey,
  RegenerateKey,
  RevealedKey,
} from '../../../src/contract/management/keys.ts';
import { keySetPaths, managementPath, managementPaths } from '../../../src/contract/management/paths.ts';
import type { Place } from '../lib/addresses.ts';
import { all } from './all.ts';
import { call } from './call.ts';
import { change } from './change.ts';
import { queryClient } from './query-client.ts';

/** Under which everything about the keys of a place is kept. */
function cacheKey({ org, dms }: Place): readonly string[] {
  return ['organization', org, 'keys', dms ?? ''];
}

function pathOf(place: Place, below: '' | (typeof keySetPaths)[keyof typeof keySetPaths] = '', set = ''): string {
  const list = place.dms === undefined ? managementPaths.organizationKeys : managementPaths.systemKeys;
  return managementPath(`${list}${below}`, { org: place.org, dms: place.dms ?? '', set });
}

/** All key sets of a place, so that searching and sorting know of each; kept fresh. */
export function keySetsQuery(place: Place) {
  return queryOptions({
    queryKey: [...cacheKey(place), 'list'],
    queryFn: ({ signal }) => all<KeySet>(pathOf(place), signal),
  });
}

export function useKeySets(place: Place) {
  return useQuery({ ...keySetsQuery(place), refetchInterval: 15_000 });
}

/** One key set, kept fresh while it is looked at. */
export function useKeySet(place: Place, set: string) {
  return useQuery({
    queryKey: [...cacheKey(place), 'set', set],
    queryFn: ({ signal }) => call<KeySet>('GET', pathOf(place, keySetPaths.keySet, set), { signal }),
    refetchInterval: 5_000,
  });
}

/** Who uses a key set, kept fresh while it is looked at. */
export function useKeySetUsage(place: Place, set: string) {
  return useQuery({
    queryKey: [...cacheKey(place), 'usage', set],
    queryFn: ({ signal }) => call<KeySetUsage>('GET', pathOf(place, keySetPaths.usage, set), { signal }),
    refetchInterval: 5_000,
  });
}

/**
 * What can be done with the keys of a place; whatever is shown of them is read anew afterwards. Nobody waits for that: a new value
 * is wanted although nothing else can be read.
 */
export function keyChanges(place: Place) {
  const then = async <Result>(done: Promise<Result>): Promise<Result> => {
    const result = await done;
    void queryClient.invalidateQueries({ queryKey: cacheKey(place) });
    return result;
  };
  return {
    place,
    create: (given: NewKeySet) => then(change<CreatedKeySet>('POST', pathOf(place), given)),
    /** The value of a slot; each call is audited. */
    reveal: async (set: string, slot: KeySlot) =>
      (await change<RevealedKey>('POST', pathOf(place, keySetPaths.reveal, set), { slot })).value,
    regenerate: (set: string, given: RegenerateKey) =>
      then(change<RegeneratedKey>('POST', pathOf(place, keySetPaths.regenerate, set), given)),
    edit: (set: string, given: KeySetChange) =>
      then(change<KeySet>('PATCH', pathOf(place, keySetPaths.keySet, set), given)),
    disable: (set: string, version: number) =>
      then(change<KeySet>('POST', pathOf(place, keySetPaths.disable, set), { version })),
    enable: (set: string, version: number) =>
      then(change<KeySet>('POST', pathOf(place, keySetPaths.enable, set), { version })),
    revoke: (set: string, confirm: string, version: number) =>
      then(change<void>('DELETE', pathOf(place, keySetPaths.keySet, set), { confirm, version })),
  };
}

export type KeyChanges = ReturnType<typeof keyChanges>;
