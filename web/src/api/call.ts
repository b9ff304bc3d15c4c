import { csrfHeader, unattendedHeader } from '../../../src/contract/management/paths.ts';
import { isUnattended } from '../lib/attendance.ts';
import { Refusal, Unreachable } from './problem.ts';

let csrfToken: string | undefined;

/** Remembers what every change of this session must carry; in memory only. */
export function rememberCsrfToken(token: string | null): void {
  csrfToken = token ?? undefined;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly signal?: AbortSignal;
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

async function answerTo(method: string, path: string, { body, signal }: CallOptions): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (method === 'GET' && isUnattended()) headers[unattendedHeader] = 'true';
  if (method !== 'GET' && csrfToken !== undefined) headers[csrfHeader] = csrfToken;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      redirect: 'error',
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal !== undefined && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Unreachable(error);
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
