import { queryOptions, useQuery } from '@tanstack/preact-query';
import { managementPath, managementPaths } from '../../../src/contract/management/paths.ts';
import type { Role } from '../../../src/contract/management/role.ts';
import type {
  AddedUser,
  CreatedToken,
  NewToken,
  NewUser,
  Token,
  User,
  UserChange,
} from '../../../src/contract/management/users.ts';
import type { Place } from '../lib/addresses.ts';
import { all } from './all.ts';
import { change } from './change.ts';
import { refreshRights } from './places.ts';
import { queryClient } from './query-client.ts';
import { refreshing } from './refreshing.ts';

function usersKey({ org, dms = '' }: Place): readonly string[] {
  return ['organization', org, 'users', dms];
}

function usersPath({ org, dms = '' }: Place): string {
  return managementPath(dms === '' ? managementPaths.organizationUsers : managementPaths.systemUsers, { org, dms });
}

function userPath({ org, dms = '' }: Place, user: string): string {
  return managementPath(dms === '' ? managementPaths.organizationUser : managementPaths.systemUser, { org, dms, user });
}

/** Everybody with a role at a place. */
export function usersQuery(place: Place) {
  return queryOptions({ queryKey: usersKey(place), queryFn: ({ signal }) => all<User>(usersPath(place), signal) });
}

export function useUsers(place: Place) {
  return useQuery(usersQuery(place));
}

/** What can be done with the users of a place. */
export function userChanges(place: Place) {
  const queryKey = ['organization', place.org, 'users'];
  const readAnew = () => queryClient.invalidateQueries({ queryKey });
  const then = async <Result>(changing: Promise<Result>): Promise<Result> => {
    const result = await changing.catch((error: unknown) => {
      // What was refused was chosen in a list that is old.
      void readAnew();
      throw error;
    });
    // It may have been the user's own role: then their rights are not what they were, nor may they still see this.
    if (await refreshRights(place.org)) await readAnew();
    return result;
  };
  return {
    add: (given: NewUser) => refreshing(queryKey, change<AddedUser>('POST', usersPath(place), given)),
    /** @param user as they were when the role was chosen: another one that they have by now is kept */
    setRole: ({ id, role: formerRole }: User, role: Role) =>
      then(change<User>('PATCH', userPath(place, id), { role, formerRole } satisfies UserChange)),
    remove: (user: string) => then(change<void>('DELETE', userPath(place, user))),
  };
}

export type UserChanges = ReturnType<typeof userChanges>;

function tokensKey(org: string): readonly string[] {
  return ['organization', org, 'tokens'];
}

function tokensPath(org: string): string {
  return managementPath(managementPaths.tokens, { org });
}

/** The API tokens of an organization. */
export function useTokens(org: string) {
  return useQuery({
    queryKey: tokensKey(org),
    queryFn: ({ signal }) => all<Token>(tokensPath(org), signal),
  });
}

/** Makes a token; its value is in the answer and nowhere else. */
export async function createToken(org: string, given: NewToken): Promise<CreatedToken> {
  return await refreshing(tokensKey(org), change<CreatedToken>('POST', tokensPath(org), given));
}

/** Ends a token at once. */
export async function revokeToken(org: string, id: string): Promise<void> {
  await refreshing(tokensKey(org), change<void>('DELETE', tokensPath(org), { id }));
}
