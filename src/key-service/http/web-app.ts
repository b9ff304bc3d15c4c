import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { type ContentSecurityPolicy, noContent, sendSecurityHeaders } from './security-headers.ts';

/** Addresses of pages: each answers with the app, which finds out itself what to show (dataminer-services spec 1.1). */
const guid = ':org(^[0-9a-fA-F-]{36}$)';
const pages = ['/', `/${guid}/organization`, `/${guid}/organization/*`, `/${guid}/systems/*`];

/** A year, in milliseconds: built files have their content's hash in their names. */
const forEver = 365 * 24 * 3_600_000;

/** Everything comes from here, and no script or style is written into the page itself; the styles hold a few small pictures. */
const ownContent: ContentSecurityPolicy = {
  ...noContent,
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
};

/**
 * The built Admin web app, at the root of a server. It is files only: whatever it shows comes through the management API.
 * @param options `folder` is what `npm run build:web` made; `isHttps` as for {@link sendSecurityHeaders}
 */
export function webApp({ folder, isHttps }: { folder: string; isHttps: boolean }): FastifyPluginAsync {
  return async (app: FastifyInstance): Promise<void> => {
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    await sendSecurityHeaders(app, { policy: ownContent, isHttps });
    await app.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: '/assets/',
      preCompressed: true,
      immutable: true,
      maxAge: forEver,
    });
    app.get('/favicon.svg', (_request, reply) => reply.sendFile('favicon.svg', folder));
    for (const address of pages) {
      app.get(address, async (_request, reply) => {
        // Asked for each time, since it names the files of the newest version.
        reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8');
        return page;
      });
    }
  };
}
