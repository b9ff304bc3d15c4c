import type { FastifyInstance, FastifyRequest } from 'fastify';
import { managementPaths } from '../../contract/management/paths.ts';
import { AddressRanges } from '../operations/address-ranges.ts';
import type { ServiceMetrics, SignInResult } from '../operations/service-metrics.ts';
import { isLoopback } from './management/loopback.ts';
import { sendProblem } from './problem.ts';

/** The addresses under which a machine speaks to itself. */
const ownAddresses = ['127.0.0.0/8', '::1'];
const ownMachine = new AddressRanges(ownAddresses);

/** Headers by which a proxy says for whom it asks. */
const forwardingHeaders = ['forwarded', 'x-forwarded-for', 'x-real-ip'] as const;

/**
 * `/metrics` for whoever asks from one of these addresses, by default those of this machine; for everybody else there is nothing
 * there.
 * @throws KeyServiceError `invalid` for a text that is no address and no range of them
 */
export function metricsRoute(
  app: FastifyInstance,
  metrics: ServiceMetrics,
  allow: readonly string[] = ownAddresses,
): void {
  const allowed = new AddressRanges(allow);
  app.get('/metrics', async (request, reply) => {
    if (!allowed.include(request.ip) || isForwarded(request) || isMeantForOthers(request)) {
      return sendProblem(reply, 404, 'There is nothing at this address.');
    }
    return reply.type(metrics.contentType).send(await metrics.text());
  });
}

/** Takes the time of every request, by the pattern of its route, and counts how signing in went. */
export function measureRequests(app: FastifyInstance, metrics: ServiceMetrics): void {
  const signInRoute = app.prefix + managementPaths.session;
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? '';
    const { statusCode: status } = reply;
    metrics.answered({ route, method: request.method, status, seconds: reply.elapsedTime / 1000 });
    const signIn = route === signInRoute && request.method === 'POST' ? signInResult(status) : undefined;
    if (signIn !== undefined) metrics.triedToSignIn(signIn);
    done();
  });
}

/** How signing in went; undefined when it was not tried, for the request was not as documented or the service failed. */
function signInResult(status: number): SignInResult | undefined {
  if (status < 300) return 'accepted';
  return status === 401 ? 'refused' : status === 429 ? 'throttled' : undefined;
}

/**
 * Whether somebody asks through a proxy that is not among the trusted ones. The address is then the proxy's: on the same
 * machine it would let the whole world look.
 */
function isForwarded({ ip, headers, socket }: FastifyRequest): boolean {
  return ip === socket.remoteAddress && forwardingHeaders.some((name) => headers[name] !== undefined);
}

/**
 * Whether somebody on this machine asks under another name than its own: a proxy that does not say so, or a browser in which a
 * page of another site has given its name this machine's address (DNS rebinding).
 */
function isMeantForOthers({ ip, hostname }: FastifyRequest): boolean {
  return ownMachine.include(ip) && !isLoopback(hostname);
}
