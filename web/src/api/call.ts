import { csrfHeader, unattendedHeader } from '../../../src/contract/management/paths.ts';
import type { Session } from '../../../src/contract/management/session.ts';
import { isUnattended } from '../lib/attendance.ts';
import { isRefusal, Refusal, Unreachable } from './problem.ts';
import { queryClient } from './query-client.ts';

/** How long an answer to a question may take, in milliseconds. A change is waited for: it may be done in the end. */
const patience = 30_000;

/** Where the session is kept that the user is signed in with. */
export const sessionKey = ['session'];

let isStillSignedIn: () => Promise<boolean> = async () => false;

/** Names who finds out whether the user is signed in all the same, when the service has answered as if not. */
export function whenSessionIsInDoubt(findOut: () => Promise<boolean>): void {
  isStillSignedIn = findOut;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** Whether this is about signing in itself, so that a refusal says nothing of the session that there may be. */
  readonly isEntrance?: boolean;
}

/**
 * Asks the management API of the server that served this page.
 * @throws Refusal when it refuses, Unreachable when there is no answer
 */
export async function call<Answer>(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
  const response = await answerTo(method, path, options);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

/** Like {@link call}, for an answer that is a file. */
export async function download(path: string, body: unknown): Promise<{ name: string; content: Blob }> {
  const response = await answerTo('POST', path, { body });
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'export';
  return { name, content: await response.blob() };
}

async function answerTo(method: string, path: string, options: CallOptions): Promise<Response> {
  const attempt = () => send(method, path, options);
  return await (options.isEntrance ? attempt() : inThisSession(attempt));
}

/**
 * Does something in the user's session. Whoever signs in again, here or in another tab, gets another one: what was sent with the
 * one before was refused, not done, and is sent once more.
 */
export async function inThisSession<Result>(attempt: () => Promise<Result>): Promise<Result> {
  try {
    return await attempt();
  } catch (error) {
    if (!isOfAnotherSession(error) || !(await isStillSignedIn())) throw error;
    return await attempt();
  }
}

function isOfAnotherSession(error: unknown): boolean {
  return isSessionOver(error) || isRefusal(error, 'csrf');
}

/** Whether the service said that nobody is signed in. */
export function isSessionOver(error: unknown): boolean {
  return error instanceof Refusal && error.status === 401;
}

async function send(method: string, path: string, { body, signal }: CallOptions): Promise<Response> {
  const isChange = method !== 'GET';
  const csrfToken = queryClient.getQueryData<Session | null>(sessionKey)?.csrfToken;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (!isChange && isUnattended()) headers[unattendedHeader] = 'true';
  if (isChange && csrfToken) headers[csrfHeader] = csrfToken;
  const ends = [signal, isChange ? undefined : AbortSignal.timeout(patience)].filter((end) => end !== undefined);
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      redirect: 'error',
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.any(ends),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Unreachable(error, isChange);
  }
  if (response.ok) return response;
  throw new Refusal(response.status, await response.json().catch(() => ({})));
}

/** A path with a query; empty and absent members are left out, lists are repeated. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | readonly string[] | undefined>>,
): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== '') parameters.append(name, String(one));
    }
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}
