import { STATUS_CODES } from 'node:http';
import { type TSchema, Type } from 'typebox';
import { callerHeaders, keyHeader } from '../../contract/headers.ts';
import { csrfHeader } from '../../contract/management/paths.ts';
import { Problem } from '../../contract/schemas.ts';
import { version } from '../../contract/version.ts';
import type { AccessRule } from './management/access-rule.ts';
import { sessionCookie } from './management/session-cookies.ts';
import { OpenApiSchemas } from './openapi-schemas.ts';

/** What is said of a route beside its schemas. */
export interface OperationText {
  /** Name of the operation, for generated clients. */
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** The body when it is none that the server checks as JSON. */
  readonly form?: TSchema;
  /** Whether the body may be left out, as one that says nothing. */
  readonly isBodyOptional?: boolean;
  /** Media types of an answer that is no JSON. */
  readonly produces?: readonly string[];
  /** Statuses of problem documents beyond those that follow from the route. */
  readonly problems?: readonly number[];
  /** Example of a body. */
  readonly example?: unknown;
}

/** A route as the server has it. */
export interface DescribedRoute {
  readonly method: string;
  /** As in `/organizations/:org`, without the prefix that the service is mounted under. */
  readonly path: string;
  readonly schema: RouteSchema;
  /** Who may call it: by a rule of the management API, or with a key. */
  readonly access: AccessRule | 'key';
  readonly text: OperationText | undefined;
}

export interface RouteSchema {
  readonly body?: TSchema;
  readonly querystring?: TSchema;
  readonly params?: TSchema;
  readonly response?: Readonly<Record<string, TSchema>>;
}

type Json = Readonly<Record<string, unknown>>;

const problemType = 'application/problem+json';

const retryAfter = {
  'Retry-After': { description: 'Seconds after which it makes sense to try again.', schema: { type: 'integer' } },
};

/** Describes the routes of a service that is reached at `url` (OpenAPI 3.1). */
export function openApiDocument(routes: readonly DescribedRoute[], url: string): Json {
  const schemas = new OpenApiSchemas();
  const paths = Map.groupBy(routes, ({ path }) => path.replace(/:(\w+)/g, '{$1}'));
  return {
    openapi: '3.1.0',
    info: {
      title: 'dataminer-deploy key service',
      version,
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        'Issues and manages dataminer.services keys, takes packages and delivers them to DataMiner Systems. Errors are problem documents (RFC 9457).',
    },
    servers: [{ url }],
    tags: [...new Set(routes.flatMap(({ text }) => text?.tag ?? []))].map((name) => ({ name })),
    paths: Object.fromEntries(
      [...paths].map(([path, methods]) => [
        path,
        Object.fromEntries(methods.map((route) => [route.method.toLowerCase(), operation(route, schemas)])),
      ]),
    ),
    components: {
      responses: problemResponses(routes, schemas),
      securitySchemes,
      schemas: schemas.components,
    },
  };
}

const securitySchemes = {
  key: { type: 'apiKey', in: 'header', name: keyHeader, description: 'A primary or secondary value of a key set.' },
  token: { type: 'http', scheme: 'bearer', description: 'An API token of an organization.' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: sessionCookie,
    description: 'The session of a browser; over https the name begins with `__Host-`.',
  },
  csrf: {
    type: 'apiKey',
    in: 'header',
    name: csrfHeader,
    description: 'The CSRF token of the session, for changes.',
  },
};

function operation(route: DescribedRoute, schemas: OpenApiSchemas): Json {
  const { text, access } = route;
  const needs = neededRight(access);
  const description = [text?.description, needs].filter((part) => part !== undefined).join(' ');
  const parameters = [
    ...pathParameters(route, schemas),
    ...queryParameters(route, schemas),
    ...(access === 'key' ? callerParameters() : []),
  ];
  return {
    ...(text && { operationId: text.id, tags: [text.tag], summary: text.summary }),
    ...(description !== '' && { description }),
    security: securityOf(route),
    ...(parameters.length > 0 && { parameters }),
    ...requestBody(route, schemas),
    responses: { ...answers(route, schemas), ...problems(route) },
  };
}

function neededRight(access: DescribedRoute['access']): string | undefined {
  if (typeof access === 'string') return undefined;
  const [place, right] = 'system' in access ? ['DMS', access.system] : ['organization', access.organization];
  return `Needs the right "${right}" on the ${place}.`;
}

function securityOf({ access, method }: DescribedRoute): readonly Json[] {
  if (access === 'anybody') return [];
  if (access === 'key') return [{ key: [] }];
  return [{ token: [] }, { session: [], ...(method !== 'GET' && { csrf: [] }) }];
}

function pathParameters({ path, schema }: DescribedRoute, schemas: OpenApiSchemas): Json[] {
  const known = propertiesOf(schema.params);
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: schemas.of(known[name] ?? Type.String()),
  }));
}

function queryParameters({ schema: { querystring } }: DescribedRoute, schemas: OpenApiSchemas): Json[] {
  const required = (querystring as { required?: readonly string[] } | undefined)?.required ?? [];
  return Object.entries(propertiesOf(querystring)).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: schemas.of(schema),
  }));
}

function callerParameters(): Json[] {
  return Object.values(callerHeaders).map((name) => ({
    name,
    in: 'header',
    required: false,
    description: 'Who calls, for the usage of the key; shown, never trusted.',
    schema: { type: 'string' },
  }));
}

function propertiesOf(schema: TSchema | undefined): Readonly<Record<string, TSchema>> {
  return (schema as { properties?: Readonly<Record<string, TSchema>> } | undefined)?.properties ?? {};
}

function requestBody({ schema: { body }, text }: DescribedRoute, schemas: OpenApiSchemas): Json {
  const [type, schema] = text?.form ? ['multipart/form-data', text.form] : ['application/json', body];
  if (schema === undefined) return {};
  const example = text?.example === undefined ? {} : { example: text.example };
  const required = text?.isBodyOptional !== true;
  return { requestBody: { required, content: { [type]: { schema: schemas.of(schema), ...example } } } };
}

/** What a route answers when all goes well; one that names nothing answers with nothing. */
function answers({ schema: { response }, text }: DescribedRoute, schemas: OpenApiSchemas): Json {
  if (text?.produces !== undefined) {
    return { 200: { description: 'OK', content: Object.fromEntries(text.produces.map((type) => [type, {}])) } };
  }
  if (response === undefined) return { 204: { description: 'No Content' } };
  return Object.fromEntries(
    Object.entries(response).map(([status, schema]) => [
      status,
      {
        description: STATUS_CODES[status] ?? status,
        content: { 'application/json': { schema: schemas.of(schema) } },
      },
    ]),
  );
}

function problems(route: DescribedRoute): Json {
  const references = problemStatuses(route).map((status) => [status, { $ref: `#/components/responses/${status}` }]);
  return Object.fromEntries([...references, ['default', { $ref: '#/components/responses/default' }]]);
}

/** Which problems a caller has to reckon with, as far as they follow from the route. */
function problemStatuses({ method, path, schema, access, text }: DescribedRoute): readonly number[] {
  const takesInput = schema.body !== undefined || schema.querystring !== undefined || text?.form !== undefined;
  const mayBeUnknown = path.includes(':') && access !== 'anybody';
  const statuses = [
    ...(takesInput || schema.params !== undefined ? [400] : []),
    ...(access === 'anybody' ? [] : access === 'key' ? [403, 429] : [401, 403]),
    ...(mayBeUnknown ? [404] : []),
    ...('version' in propertiesOf(schema.body) ? [409] : []),
    // What cannot be recorded is not done.
    ...(method === 'GET' ? [] : [503]),
    ...(text?.problems ?? []),
  ];
  return [...new Set(statuses)].sort((one, other) => one - other);
}

function problemResponses(routes: readonly DescribedRoute[], schemas: OpenApiSchemas): Json {
  const content = { [problemType]: { schema: schemas.of(Problem) } };
  const statuses = [...new Set(routes.flatMap(problemStatuses))].sort((one, other) => one - other);
  return {
    ...Object.fromEntries(
      statuses.map((status) => [
        status,
        { description: STATUS_CODES[status], ...(status === 429 && { headers: retryAfter }), content },
      ]),
    ),
    default: { description: 'Anything else; 5xx is not the fault of the request.', content },
  };
}
