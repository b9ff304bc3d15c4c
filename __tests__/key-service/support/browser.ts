import type { FastifyInstance } from 'fastify';
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
  /** Where the connection comes from, as the server sees it. */
  readonly remoteAddress?: string;
  /** What a proxy on the way adds, and whatever else. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A browser that keeps cookies and the CSRF token, as the web app does. Requests go into the server without a network. */
export function browser(app: FastifyInstance, way: Way = { origin: 'http://127.0.0.1' }) {
  const jar = new Map<string, string>();
  let csrfToken: string | null = null;

  async function call(method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object, over: Partial<Way> = {}) {
    const { origin, remoteAddress = '127.0.0.1', headers } = { ...way, ...over };
    const answer = await app.inject({
      method,
      url: path,
      remoteAddress,
      headers: {
        host: new URL(origin).host,
        origin,
        ...(jar.size > 0 && { cookie: [...jar].map((pair) => pair.join('=')).join('; ') }),
        ...(csrfToken !== null && { [csrfHeader]: csrfToken }),
        ...headers,
      },
      ...(payload !== undefined && { payload }),
    });
    const cookies = [answer.headers['set-cookie'] ?? []].flat().map(parsed);
    for (const { name, value, attributes } of cookies) {
      if (attributes.includes('max-age=0')) jar.delete(name);
      else jar.set(name, value);
    }
    const isJson = String(answer.headers['content-type']).includes('json');
    const body = (isJson ? answer.json() : {}) as Record<string, unknown>;
    if (typeof body.csrfToken === 'string') csrfToken = body.csrfToken;
    return { status: answer.statusCode, headers: answer.headers, body, cookies };
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

function parsed(header: string): SetCookie {
  const [pair = '', ...attributes] = header.split('; ');
  const [name = '', value = ''] = pair.split('=');
  return { name, value, attributes: attributes.map((attribute) => attribute.toLowerCase()).sort() };
}
