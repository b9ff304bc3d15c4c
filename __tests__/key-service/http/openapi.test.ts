import { Validator } from '@seriousme/openapi-schema-validator';
import fastify, { type FastifyInstance } from 'fastify';
import { operationTexts } from '../../../src/key-service/http/operation-texts.ts';
import { createKeyService } from '../../../src/key-service/index.ts';
import { afterwards } from '../support/cleanup.ts';
import { temporaryFolder } from '../support/folder.ts';

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly security: readonly Record<string, unknown>[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly requestBody?: {
    readonly required: boolean;
    readonly content: Record<string, { readonly schema: unknown; readonly example?: unknown }>;
  };
  readonly responses: Record<string, { readonly $ref?: string; readonly content?: Record<string, unknown> }>;
}

interface OpenApi {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: Record<'schemas' | 'responses' | 'securitySchemes', Record<string, unknown>>;
}

/** A service with nothing else on its server, and every route that it registered. */
async function service(prefix = ''): Promise<{ app: FastifyInstance; routes: ReadonlySet<string> }> {
  const app = fastify();
  const routes = new Set<string>();
  app.addHook('onRoute', ({ method, url }) => {
    for (const name of [method].flat()) if (name !== 'HEAD') routes.add(`${name} ${url}`);
  });
  afterwards(() => app.close());
  await app.register(createKeyService({ dataFolder: await temporaryFolder() }), { prefix });
  return { app, routes };
}

async function documentOf(app: FastifyInstance, prefix = ''): Promise<OpenApi> {
  return (await app.inject(`${prefix}/openapi.json`)).json() as OpenApi;
}

const all = (document: OpenApi): [string, Operation][] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      operation,
    ]),
  );

describe('/openapi.json', () => {
  let app: FastifyInstance;
  let routes: ReadonlySet<string>;
  let document: OpenApi;
  beforeAll(async () => {
    ({ app, routes } = await service());
    document = await documentOf(app);
  });

  it('is a valid OpenAPI 3.1 document', async () => {
    expect(document.openapi).toBe('3.1.0');
    expect(await new Validator().validate({ ...document })).toEqual({ valid: true });
  });

  it('has every route of the service but itself', () => {
    const described = all(document).map(([name]) => name);
    expect(described.sort()).toEqual([...routes].filter((name) => name !== 'GET /openapi.json').sort());
  });

  it('names and summarizes each operation once', () => {
    const operations = all(document).map(([, operation]) => operation);
    expect(operations.filter(({ operationId, summary }) => !operationId || !summary)).toEqual([]);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  });

  it('has no text for an operation that is not there', () => {
    expect(Object.keys(operationTexts).filter((name) => !routes.has(name))).toEqual([]);
  });

  it('asks for a key at the endpoints of keys, and for a token or session at those of the management', () => {
    const security = Object.fromEntries(all(document).map(([name, operation]) => [name, operation.security]));
    expect(security['GET /api/keys/v1-0/self']).toEqual([{ key: [] }]);
    expect(security['GET /api/management/v1-0/organizations/:org/tokens']).toEqual([{ token: [] }, { session: [] }]);
    expect(security['POST /api/management/v1-0/organizations/:org/tokens']).toEqual([
      { token: [] },
      { session: [], csrf: [] },
    ]);
    expect(security['POST /api/management/v1-0/session']).toEqual([]);
    expect(security['GET /healthz']).toEqual([]);
  });

  it('knows every part of a path, and of a query', () => {
    for (const [name, { parameters = [] }] of all(document)) {
      const inPath = parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name);
      expect([name, inPath]).toEqual([name, [...name.matchAll(/:(\w+)/g)].map(([, part]) => part)]);
    }
    const list = document.paths['/api/management/v1-0/organizations/{org}/tokens']?.get;
    expect(list?.parameters).toContainEqual(
      expect.objectContaining({ name: 'limit', in: 'query', required: false, schema: expect.any(Object) }),
    );
  });

  it('has the schemas of the contract by name, each once', () => {
    const create = document.paths['/api/management/v1-0/organizations/{org}/tokens']?.post;
    expect(create?.requestBody?.content['application/json']?.schema).toEqual({ $ref: '#/components/schemas/NewToken' });
    expect(create?.responses['201']?.content).toEqual({
      'application/json': { schema: { $ref: '#/components/schemas/CreatedToken' } },
    });
    expect(document.components.schemas.NewSystem).toMatchObject({
      properties: { connector: { $ref: '#/components/schemas/Connector' } },
    });
  });

  it('knows where a body may be left out', () => {
    const keys = '/api/management/v1-0/organizations/{org}/keys';
    expect(document.paths[`${keys}/{set}/disable`]?.post?.requestBody?.required).toBe(false);
    expect(document.paths[keys]?.post?.requestBody?.required).toBe(true);
  });

  it('describes the form of an upload', () => {
    const content = document.paths['/api/key-artifact-upload/v1-0/private/artifact']?.post?.requestBody?.content;
    expect(content?.['multipart/form-data']?.schema).toMatchObject({
      required: ['name', 'version', 'contentType', 'file'],
    });
  });

  it('answers errors of every operation with problem documents', () => {
    for (const [name, { responses }] of all(document)) {
      expect([name, responses.default]).toEqual([name, { $ref: '#/components/responses/default' }]);
    }
    expect(document.components.responses.default).toMatchObject({
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    });
  });

  it('knows what else a change can be answered with, and when it makes sense to try again', () => {
    const statusesOf = (path: string, method: string) => Object.keys(document.paths[path]?.[method]?.responses ?? {});
    const keys = '/api/management/v1-0/organizations/{org}/systems/{dms}/keys';
    expect(statusesOf(keys, 'post')).toEqual(expect.arrayContaining(['409', '503']));
    expect(statusesOf(keys, 'get')).not.toContain('503');
    expect(document.components.responses['429']).toMatchObject({
      headers: { 'Retry-After': { schema: { type: 'integer' } } },
    });
  });

  it('is sent again only when it has changed', async () => {
    const { etag } = (await app.inject('/openapi.json')).headers;
    const again = await app.inject({ url: '/openapi.json', headers: { 'if-none-match': String(etag) } });
    expect([again.statusCode, again.payload, again.headers['cache-control']]).toEqual([304, '', 'no-cache']);
    const other = await app.inject({ url: '/openapi.json', headers: { 'if-none-match': '"other"' } });
    expect(other.statusCode).toBe(200);
  });

  it('has the same paths wherever the service is mounted, below another address', async () => {
    const mounted = await documentOf((await service('/keys')).app, '/keys');
    expect(mounted).toEqual({ ...document, servers: [{ url: '/keys' }] });
    expect(document.servers).toEqual([{ url: '/' }]);
  });
});
