import { queryOptions, useQuery } from '@tanstack/preact-query';
import { managementPaths } from '../../../src/contract/management/paths.ts';
import type { Session, Setup, SetupState, SignIn } from '../../../src/contract/management/session.ts';
import { call, isSessionOver, sessionKey, whenSessionIsInDoubt } from './call.ts';
import { queryClient } from './query-client.ts';

/** Who is signed in; null for nobody. Asked again every minute, so that what is on the screen goes when the session has ended. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: readSession,
  staleTime: 60_000,
  refetchInterval: 60_000,
});

export function useSession() {
  return useQuery(sessionQuery);
}

/** Says who is signed in, to the other tabs, and that it is worth asking. It gives no access. */
const hintName = 'signed-in';

/** Whether it is worth asking who is signed in. */
export function mayBeSignedIn(): boolean {
  return localStorage.getItem(hintName) !== null;
}

async function readSession(): Promise<Session | null> {
  const session = mayBeSignedIn() ? await askSession() : null;
  if (session === null) forgetEverything();
  else if (isAnotherUser(session)) forgetAnswers();
  return session;
}

/** Asks who is signed in; null for nobody. An answer about a session that was being replaced meanwhile is no answer. */
async function askSession(): Promise<Session | null> {
  await beginning;
  const begun = beginning;
  try {
    return await call<Session>('GET', managementPaths.session, { isEntrance: true });
  } catch (error) {
    if (!isSessionOver(error)) throw error;
    return begun === beginning ? null : await askSession();
  }
}

/** Whether the service still waits for its first Owner. */
export function useSetupState() {
  return useQuery({ queryKey: ['setup'], queryFn: () => call<SetupState>('GET', managementPaths.setup) });
}

/** Signs in, or signs in again before something that wants a recent sign-in. */
export async function signIn(given: SignIn): Promise<void> {
  await begin(call<Session>('POST', managementPaths.session, { body: given, isEntrance: true }));
}

/** Makes the first Owner and organization, and signs in. */
export async function setUp(given: Setup): Promise<void> {
  await begin(call<Session>('POST', managementPaths.setup, { body: given, isEntrance: true }));
}

/** Signs out; nothing that was read stays in memory. Where the session has ended already, there is nothing left to do. */
export async function signOut(): Promise<void> {
  try {
    await call('DELETE', managementPaths.session);
  } catch (error) {
    if (!isSessionOver(error)) throw error;
  }
  await queryClient.cancelQueries({ queryKey: sessionKey });
  forgetEverything();
}

/** The session that is about to begin, if one is. */
let beginning: Promise<unknown> | undefined;

/** Goes on in a session that the service begins; it has ended the one before, whose last questions may still be under way. */
export async function begin(coming: Promise<Session>): Promise<void> {
  beginning = coming.catch(() => undefined);
  const session = await coming;
  // An answer that is still on its way would bring the session before back.
  await queryClient.cancelQueries({ queryKey: sessionKey });
  takeOn(session);
}

function takeOn(session: Session): void {
  if (isAnotherUser(session)) forgetAnswers();
  localStorage.setItem(hintName, session.user?.id ?? '');
  queryClient.setQueryData(sessionKey, session);
}

/** What is left when the session has ended: nothing. */
function forgetEverything(): void {
  localStorage.removeItem(hintName);
  // Nobody was signed in: whoever is about to be goes on with the entrance.
  if (queryClient.getQueryData(sessionKey) === null) return;
  queryClient.setQueryData(sessionKey, null);
  forgetAnswers();
}

/** Not the session itself: the app goes on looking at it, and would hear nothing of another one. */
function forgetAnswers(): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
}

function isAnotherUser({ user }: Session): boolean {
  const before = queryClient.getQueryData<Session | null>(sessionKey);
  return before != null && before.user?.id !== user?.id;
}

let findingOut: Promise<boolean> | undefined;

// A session ends with any question: by time, or because another began, here or in another tab.
whenSessionIsInDoubt(() => {
  findingOut ??= isStillSignedIn().finally(() => {
    findingOut = undefined;
  });
  return findingOut;
});

/**
 * Whether the user is signed in, whatever another answer said; the app goes back to its entrance if not.
 * @throws Error when somebody else is, in whose name nothing must be done; Refusal, Unreachable when that cannot be asked
 */
async function isStillSignedIn(): Promise<boolean> {
  const session = await askSession();
  if (session === null) {
    forgetEverything();
    return false;
  }
  const isAnother = isAnotherUser(session);
  takeOn(session);
  if (isAnother) {
    throw new Error(
      `${session.principal.name} has signed in in another tab, so nothing was done. The page is theirs now.`,
    );
  }
  return true;
}

// Another tab has signed out, or somebody else in.
addEventListener('storage', ({ key }) => {
  if (key === hintName) queryClient.invalidateQueries({ queryKey: sessionKey }).catch(reportError);
});
