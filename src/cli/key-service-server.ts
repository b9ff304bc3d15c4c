import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { isIP, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from 'fastify';
import { paths } from '../contract/paths.ts';
import { answerError } from '../key-service/http/error-answer.ts';
import { sendProblem } from '../key-service/http/problem.ts';
import { endSlowBodies } from '../key-service/http/slow-bodies.ts';
import { webApp } from '../key-service/http/web-app.ts';
import { createKeyService, type KeyServiceOptions } from '../key-service/index.ts';
import { AddressRanges } from '../key-service/operations/address-ranges.ts';
import { answerBrokenRequest } from './broken-requests.ts';
import { withoutPorts } from './forwarded-for.ts';
import { serviceLog } from './service-log.ts';

/** Where the Admin web app is built, beside the sources as beside what is published. */
const webAppFolder = fileURLToPath(new URL('../../build/web', import.meta.url));

/** How long a caller may take to send a whole request, a large package on a slow line included, in milliseconds. */
const requestMilliseconds = 30 * 60_000;

/** How long a connection may stay silent, in milliseconds. */
const silentMilliseconds = 120_000;

export interface ServerOptions extends KeyServiceOptions {
  /** Proxies that are believed when they say for whom they ask, and how they were asked: addresses or ranges of them. */
  readonly trustProxy?: readonly string[];
}

/**
 * A server with nothing but a key service on it, ready but not listening. It logs one line per request: method, route, status,
 * time and address of the caller; of a key that was asked about and works, only at the level `debug`.
 * @throws KeyServiceError `invalid` for a proxy that is no address and no range, and whatever opening the service throws
 */
export async function keyServiceServer(
  options: ServerOptions,
  log: FastifyServerOptions['logger'] = serviceLog('info'),
): Promise<FastifyInstance> {
  const proxies = options.trustProxy ?? [];
  const trusted = new AddressRanges(proxies);
  const app = fastify({
    logger: log,
    trustProxy: proxies.length > 0 && ((address) => trusted.include(address)),
    genReqId: requestIds(),
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: requestMilliseconds,
    connectionTimeout: silentMilliseconds,
    // The store has time limits of its own, and says more when they pass.
    pluginTimeout: 0,
    clientErrorHandler: answerBrokenRequest,
    // Addresses that cannot even be looked up.
    frameworkErrors: (_error, _request, reply) => sendNothingHere(reply),
  });
  if (proxies.length > 0) {
    app.addHook('onRequest', async ({ headers }) => {
      const forwardedFor = headers['x-forwarded-for'];
      if (forwardedFor !== undefined) headers['x-forwarded-for'] = withoutPorts(String(forwardedFor));
    });
  }
  logAnswers(app);
  closeConnectionsWhenEnding(app);
  // Also those for which there is nothing here, and which the service never sees.
  endSlowBodies(app);
  app.setNotFoundHandler((_request, reply) => sendNothingHere(reply));
  app.setErrorHandler(answerError);
  try {
    await app.register(createKeyService(options));
    await registerWebApp(app, options.publicUrl);
    await app.ready();
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}

/** One line for every request; of a key that was asked about and works, only at the level `debug`. */
function logAnswers(app: FastifyInstance): void {
  const tellsDetails = ['debug', 'trace'].includes(app.log.level);
  app.addHook('onResponse', (request, reply, done) => {
    // Keys that work are in the usage and the metrics; to write a line for each would take as long as to check it.
    const isDetail = request.routeOptions.url === paths.keySelf && reply.statusCode === 200;
    if (!isDetail) request.log.info(answered(request, reply), 'answered');
    else if (tellsDetails) request.log.debug(answered(request, reply), 'answered');
    done();
  });
}

function answered({ method, routeOptions, ip }: FastifyRequest, { statusCode, elapsedTime }: FastifyReply): object {
  return {
    method,
    route: routeOptions.url ?? null,
    status: statusCode,
    milliseconds: Math.round(elapsedTime),
    // Behind a proxy it is a text that somebody wrote.
    ip: isIP(ip) === 0 ? null : ip,
  };
}

/** The Admin web app, as it was built; a checkout in which it was not is a key service all the same. */
async function registerWebApp(app: FastifyInstance, publicUrl: string | undefined): Promise<void> {
  if (existsSync(webAppFolder)) {
    await app.register(webApp({ folder: webAppFolder, isHttps: publicUrl?.startsWith('https:') ?? false }));
  } else {
    app.log.warn('the Admin web app is not built; "npm run build:web" does it');
  }
}

/** IDs of requests that are not those of another process, by which one finds what the log says of one. */
function requestIds(): () => string {
  const process = randomBytes(4).toString('hex');
  let count = 0;
  return () => `${process}-${++count}`;
}

function sendNothingHere(reply: FastifyReply): FastifyReply {
  return sendProblem(reply, 404, 'There is nothing at this address.');
}

/**
 * Connections on which no request is under way are cut when the server begins to end, also those on which nothing ever came,
 * which Node would wait for. Answers to the others are the last ones of their connection.
 */
function closeConnectionsWhenEnding(app: FastifyInstance): void {
  const lastAnswers = new Map<Socket, ServerResponse | null>();
  let isEnding = false;
  app.server.on('connection', (socket) => {
    lastAnswers.set(socket, null);
    socket.once('close', () => lastAnswers.delete(socket));
  });
  app.server.on('request', ({ socket }, response) => {
    lastAnswers.set(socket, response);
  });
  app.addHook('preClose', async () => {
    isEnding = true;
    for (const [socket, answer] of lastAnswers) {
      if (answer === null || answer.writableFinished) socket.destroy();
    }
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (isEnding) reply.header('connection', 'close');
    done();
  });
}
