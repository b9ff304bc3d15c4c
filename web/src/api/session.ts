import { queryOptions, useQuery } from '@tanstack/preact-query';
import { managementPaths } from '../../../src/contract/management/paths.ts';
import type { Session, Setup, SetupState, SignIn } from '../../../src/contract/management/session.ts';
import { call, rememberCsrfToken } from './call.ts';
import { Refusal } from './problem.ts';
import { queryClient } from './query-client.ts';

const sessionKey = ['session'];

/** Who is signed in; null for nobody. */
export const sessionQuery = queryOptions({ queryKey: sessionKey, queryFn: readSession, staleTime: 60_000 });

export function useSession() {
  return useQuery(sessionQuery);
}

/** Set while somebody is signed in, so that a browser in which nobody is need not ask. It gives no access. */
const hintName = 'signed-in';

/** Whether it is worth asking who is signed in. */
export function mayBeSignedIn(): boolean {
  return localStorage.getItem(hintName) !== null;
}

async function readSession(): Promise<Session | null> {
  if (!mayBeSignedIn()) return null;
  try {
    return remembered(await call<Session>('GET', managementPaths.session));
  } catch (error) {
    if (!isSessionOver(error)) throw error;
    forgetEverything();
    return null;
  }
}

/** Whether the service still waits for its first Owner. */
export function useSetupState() {
  return useQuery({ queryKey: ['setup'], queryFn: () => call<SetupState>('GET', managementPaths.setup) });
}

/** Signs in, or signs in again before something that wants a recent sign-in. */
export async function signIn(given: SignIn): Promise<void> {
  begin(await call<Session>('POST', managementPaths.session, { body: given }));
}

/** Makes the first Owner and organization, and signs in. */
export async function setUp(given: Setup): Promise<void> {
  begin(await call<Session>('POST', managementPaths.setup, { body: given }));
}

/** Signs out; nothing that was read stays in memory. */
export async function signOut(): Promise<void> {
  await call('DELETE', managementPaths.session);
  forgetEverything();
}

/** What is left when the session has ended: nothing. */
export function forgetEverything(): void {
  rememberCsrfToken(null);
  localStorage.removeItem(hintName);
  queryClient.setQueryData(sessionKey, null);
  // Not the session itself: the app goes on looking at it, and would hear nothing of another one.
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
}

// The session may have ended with any question, in another window or by time; the app then goes back to its entrance.
queryClient.getQueryCache().subscribe((event) => {
  if (event.type === 'updated' && event.action.type === 'error' && isSessionOver(event.action.error))
    forgetEverything();
});

function isSessionOver(error: unknown): boolean {
  return error instanceof Refusal && error.status === 401;
}

/** Goes on in a session that has just begun. */
export function begin(session: Session): void {
  localStorage.setItem(hintName, '');
  queryClient.setQueryData(sessionKey, remembered(session));
}

function remembered(session: Session): Session {
  rememberCsrfToken(session.csrfToken);
  return session;
}
