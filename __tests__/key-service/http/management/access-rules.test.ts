import fastify from 'fastify';
import { managementPaths } from '../../../../src/contract/management/paths.ts';
import type { Role } from '../../../../src/contract/management/role.ts';
import { roleAllowsOnOrganization, roleAllowsOnSystem } from '../../../../src/key-service/access/rights.ts';
import { type AccessRule, enforceAccessRules } from '../../../../src/key-service/http/management/access-rule.ts';
import { createKeyService } from '../../../../src/key-service/index.ts';
import { afterwards } from '../../support/cleanup.ts';
import { usedCore } from '../../support/core.ts';
import { anotherSystem } from '../../support/deployment.ts';
import {
  api,
  type Caller,
  type ManagementAnswer,
  organizationOf,
  signIn,
  tester,
  tokenFor,
} from '../../support/management.ts';
import { type RunningService, runningService } from '../../support/service.ts';

interface Route {
  readonly method: string;
  readonly path: string;
  readonly rule: AccessRule;
}

/** Every route of the management API, as the server has it. */
async function everyRoute(): Promise<readonly Route[]> {
  const routes: Route[] = [];
  const app = fastify();
  afterwards(() => app.close());
  app.addHook('onRoute', ({ method, url, config }) => {
    if (!url.startsWith('/api/management/')) return;
    for (const name of [method].flat()) routes.push({ method: name, path: url, rule: config?.access as AccessRule });
  });
  const { options, environment } = await usedCore();
  await app.register(createKeyService({ ...options, environment }));
  await app.ready();
  return routes;
}

const roles: readonly Role[] = ['owner', 'admin', 'member'];
const nowhere = '00000000-0000-4000-8000-000000000000';

/** Asks with a body that is none and for things that are not there, so that nothing is changed even where it is allowed. */
async function ask(
  service: RunningService,
  { method, path }: Route,
  caller?: Caller,
  parts: Record<string, string> = {},
): Promise<ManagementAnswer<Record<string, unknown>>> {
  const things = { set: nowhere, user: nowhere, deployment: nowhere, ...parts };
  const client = api(service, caller, things);
  if (method === 'GET' || method === 'HEAD') return await client.get(path);
  return await { POST: client.post, PATCH: client.patch, DELETE: client.delete }[method as 'POST'](path, {});
}

function isAbout(rule: AccessRule, what: 'organization' | 'system'): boolean {
  return (rule === 'inside' && what === 'organization') || (typeof rule === 'object' && what in rule);
}

/** Whether a rule lets a role on the organization pass; on a DMS, a role there. */
function allows(rule: AccessRule, role: Role): boolean {
  if (typeof rule === 'string') return true;
  return 'organization' in rule
    ? roleAllowsOnOrganization(role, rule.organization)
    : roleAllowsOnSystem(role, rule.system);
}

describe('every route of the management API', () => {
  let routes: readonly Route[];
  let service: RunningService;

  beforeAll(async () => {
    routes = (await everyRoute()).filter(({ method }) => method !== 'HEAD');
    service = await runningService();
  });

  const named = (some: readonly Route[]) => some.map(({ method, path }) => `${method} ${path}`);
  /** The routes whose answer is not as it should be. */
  async function failing(
    some: readonly Route[],
    isRight: (route: Route) => Promise<boolean>,
  ): Promise<readonly string[]> {
    const results = await Promise.all(some.map(async (route) => ((await isRight(route)) ? [] : [route])));
    return named(results.flat());
  }
  const about = (what: 'organization' | 'system') => routes.filter(({ rule }) => isAbout(rule, what));

  it('has a rule, about an organization or DMS where its path names one', () => {
    expect(routes.length).toBeGreaterThan(20);
    for (const { path, rule } of routes) {
      expect({ path, rule, isSystem: isAbout(rule, 'system'), isOrganization: isAbout(rule, 'organization') }).toEqual({
        path,
        rule: expect.anything(),
        isSystem: path.includes('/:dms'),
        isOrganization: path.includes('/:org') && !path.includes('/:dms'),
      });
    }
  });

  it('is closed to nobody, but for signing in and the set-up', async () => {
    const open = routes.filter(({ rule }) => rule === 'anybody');
    expect(named(open).sort()).toEqual([
      `GET ${managementPaths.setup}`,
      `POST ${managementPaths.session}`,
      `POST ${managementPaths.setup}`,
    ]);
    const closed = routes.filter((route) => !open.includes(route));
    expect(await failing(closed, async (route) => (await ask(service, route)).status === 401)).toEqual([]);
    const strangers: Record<string, string> = {
      authorization: 'Bearer dmt1_none',
      cookie: 'dataminer-deploy-session=none',
    };
    const stranger: Caller = { id: '', name: '', headers: (url) => ({ ...strangers, origin: new URL(url).origin }) };
    expect(await failing(closed, async (route) => (await ask(service, route, stranger)).status === 401)).toEqual([]);
  });

  it('answers outsiders as if organization and DMS did not exist', async () => {
    const others = await service.core.organizations.create('Others', tester.initiator);
    const outsiders = [
      await signIn(service, null),
      await signIn(service, 'owner', { organizationId: others.id }),
      await tokenFor(service, 'owner', others.id),
    ];
    for (const outsider of outsiders) {
      const wrong = await failing([...about('organization'), ...about('system')], async (route) => {
        const there = await ask(service, route, outsider);
        const absent = await ask(service, route, outsider, { org: nowhere, dms: nowhere });
        return there.status === 404 && JSON.stringify(there.body) === JSON.stringify(absent.body);
      });
      expect(wrong).toEqual([]);
    }
  });

  it('answers those of another DMS as if this one did not exist, and its organization with 403', async () => {
    const other = await anotherSystem(service);
    const neighbour = await signIn(service, 'owner', { organizationId: service.organizationId, systemId: other });
    const wrong = await failing(about('system'), async (route) => {
      const there = await ask(service, route, neighbour);
      const absent = await ask(service, route, neighbour, { dms: nowhere });
      return there.status === 404 && JSON.stringify(there.body) === JSON.stringify(absent.body);
    });
    expect(wrong).toEqual([]);
    const closed = about('organization').filter(({ rule }) => rule !== 'inside');
    expect(await failing(closed, async (route) => (await ask(service, route, neighbour)).status === 403)).toEqual([]);
  });

  it('answers a Member of the organization as if its DMSs did not exist, unless given a role there', async () => {
    const member = await signIn(service, 'member');
    expect(await failing(about('system'), async (route) => (await ask(service, route, member)).status === 404)).toEqual(
      [],
    );
  });

  it('does not mix up a DMS of one organization with another organization', async () => {
    const others = await service.core.organizations.create('More others', tester.initiator);
    const owner = await signIn(service, 'owner', { organizationId: others.id });
    const parts = { org: others.id };
    const wrong = await failing(
      about('system'),
      async (route) => (await ask(service, route, owner, parts)).status === 404,
    );
    expect(wrong).toEqual([]);
  });

  describe.each(roles)('lets an %s pass where the role allows it, and answers 403 elsewhere:', (role) => {
    /** Whether somebody got past the rule: what comes then is about a body or a thing, both of which are none. */
    const isHeldTo = (isAllowed: boolean, { status, body }: ManagementAnswer<Record<string, unknown>>) =>
      isAllowed
        ? ![401, 403].includes(status) && !/no such (organization|DMS)/.test(String(body?.detail))
        : status === 403;
    /** Leaving is for everybody, but what is asked here is to remove somebody else. */
    const isOthers = ({ method, rule }: Route) => method === 'DELETE' && JSON.stringify(rule).includes('leave');
    const isAllowed = (route: Route) => allows(route.rule, role) && !(role === 'member' && isOthers(route));
    const wrongFor = async (some: readonly Route[], caller: Caller) =>
      await failing(some, async (route) => isHeldTo(isAllowed(route), await ask(service, route, caller)));

    it('on the organization, in a browser and with a token', async () => {
      for (const caller of [await signIn(service, role, organizationOf(service)), await tokenFor(service, role)]) {
        expect(await wrongFor(about('organization'), caller)).toEqual([]);
      }
    });

    it('on a DMS, where it is held', async () => {
      const { organizationId, systemId } = service;
      expect(await wrongFor(about('system'), await signIn(service, role, { organizationId, systemId }))).toEqual([]);
    });

    it('on a DMS, with a token of the organization', async () => {
      expect(await wrongFor(about('system'), await tokenFor(service, role))).toEqual([]);
    });

    if (role !== 'member') {
      it('on a DMS, where it comes from the organization', async () => {
        expect(await wrongFor(about('system'), await signIn(service, role))).toEqual([]);
      });
    }
  });
});

describe('a route without a rule', () => {
  it('keeps the service from starting', async () => {
    const { core } = await usedCore();
    const app = fastify();
    app.decorateRequest('principal', null);
    enforceAccessRules(app, core);
    expect(() => app.get('/unruly', async () => 'x')).toThrow('GET /unruly has no access rule');
  });
});

describe('the key sets of an organization', () => {
  it('can be left to its Owners, and those of its DMSs stay with Admins', async () => {
    const service = await runningService({ organizationKeysRole: 'owner' });
    const statusesOf = async (role: Role) => {
      const client = api(service, await tokenFor(service, role));
      const { body } = await client.get<{ rights: readonly string[] }>(managementPaths.organization);
      const own = (await client.get(managementPaths.organizationKeys)).status;
      const ofSystem = (await client.get(managementPaths.systemKeys)).status;
      return { own, ofSystem, isTold: body.rights.includes('manage keys') };
    };
    expect(await statusesOf('owner')).toEqual({ own: 200, ofSystem: 200, isTold: true });
    expect(await statusesOf('admin')).toEqual({ own: 403, ofSystem: 200, isTold: false });
  });
});
