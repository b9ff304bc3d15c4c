import { managementPath } from '../../../src/contract/management/paths.ts';
import type { Role } from '../../../src/contract/management/role.ts';
import type { User } from '../../../src/contract/management/users.ts';
import type { Actor } from '../../../src/key-service/access/actor.ts';
import { csrfTokenOf } from '../../../src/key-service/access/sessions.ts';
import type { UsedCore } from './core.ts';
import { aTest } from './custodian.ts';
import type { RunningService } from './service.ts';

/** Where somebody holds a role: an organization, or a DMS of it. */
export interface TestPlace {
  readonly organizationId: string;
  readonly systemId?: string;
}

/** Somebody who may call the management API, and the headers by which they do. */
export interface Caller {
  /** The user or token. */
  readonly id: string;
  /** What records name them. */
  readonly name: string;
  headers(url: string): Record<string, string>;
}

/** An answer of the management API. `body` is the JSON of it, undefined where there is none. */
export interface ManagementAnswer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** An account with a role on the organization of the test, or on another place, or without any. It cannot sign in by password. */
export async function userWith(
  used: UsedCore,
  role: Role | null,
  place: TestPlace = organizationOf(used),
): Promise<string> {
  const { db, environment } = used.core;
  const id = environment.newId();
  const now = environment.now();
  await db
    .insertInto('users')
    .values({
      id,
      email: `${role ?? 'nobody'}-${id.slice(0, 8)}@example.com`,
      name: `The ${role ?? 'outsider'}`,
      password_hash: 'none',
      password_changed_at: now,
      created_at: now,
      last_seen_at: null,
    })
    .execute();
  if (role !== null) await giveRole(used, id, role, place);
  return id;
}

/** Who changes something in a test, with all rights. */
export const tester: Actor = { role: 'owner', initiator: aTest };

/** What people of tests sign in with. */
export const testPassword = 'correct horse battery staple';

/** An account that can sign in with {@link testPassword}, with a role on the organization of the test or on another place. */
export async function accountOf(
  used: UsedCore,
  email: string,
  role: Role = 'member',
  place: TestPlace = organizationOf(used),
): Promise<User> {
  const given = { email, role, name: email.split('@')[0] ?? email, password: testPassword };
  return await used.core.users.add({ systemId: null, ...place }, given, tester);
}

/** Gives an account one more role. */
export async function giveRole({ core }: UsedCore, userId: string, role: Role, place: TestPlace): Promise<void> {
  await core.db
    .insertInto('roles')
    .values({
      user_id: userId,
      organization_id: place.organizationId,
      system_id: place.systemId ?? null,
      scope_id: place.systemId ?? place.organizationId,
      role,
      created_at: core.environment.now(),
    })
    .execute();
}

/** A browser in which an account has just signed in. */
export async function sessionOf({ core }: UsedCore, userId: string): Promise<Caller> {
  const account = await core.db
    .selectFrom('users')
    .select(['id', 'email', 'name'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
  const { sessionSecret: secret } = await core.sessions.begin(core.db, account);
  return {
    id: userId,
    name: account.email,
    headers: (url) => ({
      cookie: `dataminer-deploy-session=${secret}`,
      origin: new URL(url).origin,
      'x-csrf-token': csrfTokenOf(secret),
    }),
  };
}

/**
 * A new account with a role on the organization of the test (or `{organizationId, systemId}`, which means that DMS alone), in a
 * browser where it has just signed in; null for an outsider.
 */
export async function signIn(
  used: UsedCore,
  role: Role | null,
  place: TestPlace = organizationOf(used),
): Promise<Caller> {
  return await sessionOf(used, await userWith(used, role, place));
}

/** A new API token with a role on the organization of the test, or another one. */
export async function tokenFor(used: UsedCore, role: Role, organizationId = used.organizationId): Promise<Caller> {
  const given = { name: `The ${role} token`, role };
  const { id, name, token } = await used.core.tokens.create(organizationId, given, tester);
  return { id, name, headers: () => ({ authorization: `Bearer ${token}` }) };
}

/** The organization of the test itself, for what `used` says of its DMS is left out. */
export function organizationOf({ organizationId }: UsedCore): TestPlace {
  return { organizationId };
}

/**
 * The management API as somebody calls it, by default nobody. Paths are patterns of `managementPaths` or whole paths; `:org` and
 * `:dms` stand for those of the test unless `parts` says otherwise.
 */
export function api(service: RunningService, caller?: Caller, parts: Readonly<Record<string, string>> = {}) {
  const call =
    (method: string) =>
    async <Body = Record<string, unknown>>(
      path: string,
      body?: unknown,
      headers: Readonly<Record<string, string>> = {},
    ): Promise<ManagementAnswer<Body>> => {
      const [pattern = '', ...query] = path.split(/(?=\?)/);
      const filled = managementPath(pattern, { org: service.organizationId, dms: service.systemId, ...parts });
      const answer = await fetch([service.url + filled, ...query].join(''), {
        method,
        headers: {
          ...(caller?.headers(service.url) ?? { origin: new URL(service.url).origin }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
      return {
        status: answer.status,
        headers: answer.headers,
        body: (isJson ? JSON.parse(text) : text || undefined) as Body,
      };
    };
  return { get: call('GET'), post: call('POST'), patch: call('PATCH'), delete: call('DELETE') };
}
