import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { csrfHeader, managementPaths } from '../../../src/contract/management/paths.ts';
import type { Session } from '../../../src/contract/management/session.ts';
import { testPassword } from './management.ts';

/** A cookie as a server sets it. */
export interface SetCookie {
  readonly name: string;
  readonly value: string;
  /** What else is said of it, in lower case and sorted. */
  readonly attributes: readonly string[];
}

/** How a browser reaches the service. */
export interface Way {
  /** The origin in the address bar. */
  readonly origin: string;
  /** What a proxy on the way adds, and whatever else. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A browser that keeps cookies and the CSRF token, as the web app does. Whatever its origin, it connects to a port of this machine. */
export function browser({ port }: { readonly port: number }, way: Way = { origin: 'http://127.0.0.1' }) {
  const jar = new Map<string, string>();
  let csrfToken: string | null = null;

  async function call(method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object, over: Partial<Way> = {}) {
    const { origin, headers } = { ...way, ...over };
    const given = {
      host: new URL(origin).host,
      origin,
      ...(jar.size > 0 && { cookie: [...jar].map((pair) => pair.join('=')).join('; ') }),
      ...(csrfToken !== null && { [csrfHeader]: csrfToken }),
      ...(payload !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    };
    const answer = await send({ port, method, path, headers: given }, payload && JSON.stringify(payload));
    const cookies = (answer.headers['set-cookie'] ?? []).map(parsed);
    for (const { name, value, attributes } of cookies) {
      if (attributes.includes('max-age=0')) jar.delete(name);
      else jar.set(name, value);
    }
    const body = (answer.text.startsWith('{') ? JSON.parse(answer.text) : {}) as Record<string, unknown>;
    if (typeof body.csrfToken === 'string') csrfToken = body.csrfToken;
    return { status: answer.status, headers: answer.headers, body, cookies };
  }

  return {
    jar,
    call,
    signIn: (email: string, password: string = testPassword, over: Partial<Way> = {}) =>
      call('POST', managementPaths.session, { email, password }, over),
    session: async (): Promise<Session | undefined> => {
      const { status, body } = await call('GET', managementPaths.session);
      return status === 200 ? (body as Session) : undefined;
    },
  };
}

/** Sends one request; unlike `fetch`, with the host and origin that are given. */
async function send(
  options: { port: number; method: string; path: string; headers: Record<string, string> },
  body: string | undefined,
) {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  request({ ...options, host: '127.0.0.1', agent: false }, resolve)
    .on('error', reject)
    .end(body);
  const answer = await promise;
  return { status: answer.statusCode ?? 0, headers: answer.headers, text: await text(answer) };
}

function parsed(header: string): SetCookie {
  const [pair = '', ...attributes] = header.split('; ');
  const [name = '', value = ''] = pair.split('=');
  return { name, value, attributes: attributes.map((attribute) => attribute.toLowerCase()).sort() };
}
