import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** What a page may load and do: the directives of a Content-Security-Policy. */
export type ContentSecurityPolicy = Readonly<Record<string, readonly string[]>>;

/** For answers that are no pages: nothing at all. */
export const noContent: ContentSecurityPolicy = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** How long browsers are held to https once they have seen it, in seconds. */
const strictTransportSeconds = 365 * 24 * 60 * 60;

/**
 * Puts the headers on everything below `app` by which a browser protects its user (security practice 11): nothing is framed,
 * sniffed, shared with other origins, or told to them.
 * @param options `isHttps` whether people reach the service by https for certain; only then browsers are held to it
 */
export async function sendSecurityHeaders(
  app: FastifyInstance,
  options: { readonly policy: ContentSecurityPolicy; readonly isHttps: boolean },
): Promise<void> {
  const directives = Object.fromEntries(Object.entries(options.policy).map(([name, sources]) => [name, [...sources]]));
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: options.isHttps && { maxAge: strictTransportSeconds, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
  });
}
