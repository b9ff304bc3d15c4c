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
import { isRefusal } from './problem.ts';
import { queryClient } from './query-client.ts';
import { refreshing } from './refreshing.ts';

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

/** How often something about one set is asked again; not any more when there is no such set. */
function whileThere({ state }: { readonly state: { readonly error: unknown } }): number | false {
  return isRefusal(state.error, 'not-found') ? false : 5_000;
}

/** One key set, kept fresh while it is looked at. */
export function useKeySet(place: Place, set: string) {
  return useQuery({
    queryKey: [...cacheKey(place), 'set', set],
    queryFn: ({ signal }) => call<KeySet>('GET', pathOf(place, keySetPaths.keySet, set), { signal }),
    refetchInterval: whileThere,
  });
}

/** Who uses a key set, kept fresh while it is looked at. */
export function useKeySetUsage(place: Place, set: string) {
  return useQuery({
    queryKey: [...cacheKey(place), 'usage', set],
    queryFn: ({ signal }) => call<KeySetUsage>('GET', pathOf(place, keySetPaths.usage, set), { signal }),
    refetchInterval: whileThere,
  });
}

/**
 * What can be done with the keys of a place; whatever is shown of them is read anew afterwards. Nobody waits for that: a new value
 * is wanted although nothing else can be read.
 */
export function keyChanges(place: Place) {
  const then = <Result>(changing: Promise<Result>) => refreshing(cacheKey(place), changing);
  const list = keySetsQuery(place).queryKey;
  /** What a set has become is shown at once, so that what is done next goes by it. */
  const known = async (changing: Promise<KeySet>): Promise<KeySet> => {
    const set = await changing;
    queryClient.setQueryData([...cacheKey(place), 'set', set.id], set);
    queryClient.setQueryData(list, (sets) => sets?.map((one) => (one.id === set.id ? set : one)));
    return set;
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
      then(known(change<KeySet>('PATCH', pathOf(place, keySetPaths.keySet, set), given))),
    disable: (set: string, version: number) =>
      then(known(change<KeySet>('POST', pathOf(place, keySetPaths.disable, set), { version }))),
    enable: (set: string, version: number) =>
      then(known(change<KeySet>('POST', pathOf(place, keySetPaths.enable, set), { version }))),
    revoke: async (set: string, confirm: string, version: number) => {
      // Not what is asked about the set itself: there is none any more.
      await refreshing(list, change<void>('DELETE', pathOf(place, keySetPaths.keySet, set), { confirm, version }));
      queryClient.setQueryData(list, (sets) => sets?.filter(({ id }) => id !== set));
    },
  };
}

export type KeyChanges = ReturnType<typeof keyChanges>;
