import { createHash } from 'node:crypto';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { type DescribedRoute, openApiDocument, type RouteSchema } from './openapi-document.ts';
import { operationTexts } from './operation-texts.ts';

/** Paths below which every route is part of the API; what else a server may have is not described. */
const apiRoot = '/api/';
const operationsPaths = ['/healthz', '/readyz', '/metrics'];

/**
 * `/openapi.json`: the API as the server has it, from the very schemas that it checks requests and answers with. Register it
 * before the routes.
 */
export function openApiRoute(app: FastifyInstance): void {
  const routes: DescribedRoute[] = [];
  app.addHook('onRoute', (options) => {
    routes.push(...describedRoutes(app.prefix, options));
  });
  let built: { readonly text: string; readonly etag: string } | undefined;
  app.get('/openapi.json', async (request, reply) => {
    built ??= build(routes, app.prefix || '/');
    reply.header('cache-control', 'no-cache').header('etag', built.etag);
    if (request.headers['if-none-match'] === built.etag) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').send(built.text);
  });
}

function build(routes: readonly DescribedRoute[], url: string) {
  const text = JSON.stringify(openApiDocument(routes, url));
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url')}"` };
}

function describedRoutes(prefix: string, { method, url, schema, config }: RouteOptions): DescribedRoute[] {
  const path = url.slice(prefix.length);
  if (!path.startsWith(apiRoot) && !operationsPaths.includes(path)) return [];
  const access = config?.access ?? (path.startsWith(apiRoot) ? 'key' : 'anybody');
  return [method]
    .flat()
    .filter((name) => name !== 'HEAD')
    .map((name) => ({
      method: name,
      path,
      schema: (schema ?? {}) as RouteSchema,
      access,
      text: operationTexts[`${name} ${path}`],
    }));
}
