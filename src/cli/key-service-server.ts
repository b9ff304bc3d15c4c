import type { Socket } from 'node:net';
import fastify, { type FastifyInstance, type FastifyReply, LogController } from 'fastify';
import { pino } from 'pino';
import { keyHeader, legacyKeyHeader } from '../contract/headers.ts';
import { sendProblem } from '../key-service/http/problem.ts';
import { createKeyService, type KeyServiceOptions } from '../key-service/index.ts';

/** How long a caller may take to send a whole request, a large package on a slow line included, in milliseconds. */
const requestMilliseconds = 30 * 60_000;

/** How long a connection may stay silent, in milliseconds. */
const silentMilliseconds = 120_000;

/** Where a log record could hold a key, were a whole request ever logged; bodies are never logged at all. */
const secretFields = [keyHeader, legacyKeyHeader, 'authorization', 'cookie'].flatMap((name) => [
  `req.headers["${name.toLowerCase()}"]`,
  `headers["${name.toLowerCase()}"]`,
]);

/**
 * A server with nothing but a key service on it, ready but not listening. It logs one JSON line per request to stderr:
 * method, route, status and time, never headers, query or body.
 */
export async function keyServiceServer(options: KeyServiceOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: { redact: [...secretFields, 'body', 'req.body'], stream: pino.destination(2) },
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: requestMilliseconds,
    connectionTimeout: silentMilliseconds,
    // The store has time limits of its own, and says more when they pass.
    pluginTimeout: 0,
    // Addresses that cannot even be looked up.
    frameworkErrors: (_error, _request, reply) => sendNothingHere(reply),
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, ip } = request;
    const milliseconds = Math.round(reply.elapsedTime);
    request.log.info(
      { method, route: routeOptions.url ?? null, status: reply.statusCode, milliseconds, ip },
      'answered',
    );
  });
  closeConnectionsWhenEnding(app);
  app.setNotFoundHandler((_request, reply) => sendNothingHere(reply));
  await app.register(createKeyService(options));
  try {
    await app.ready();
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}

function sendNothingHere(reply: FastifyReply): FastifyReply {
  return sendProblem(reply, 404, 'There is nothing at this address.');
}

/**
 * Connections on which no request is under way are cut when the server begins to end, also those on which nothing ever came,
 * which Node would wait for. Answers to the others are the last ones of their connection.
 */
function closeConnectionsWhenEnding(app: FastifyInstance): void {
  const idle = new Set<Socket>();
  let isEnding = false;
  app.server.on('connection', (socket) => {
    idle.add(socket);
    socket.once('close', () => idle.delete(socket));
  });
  app.server.on('request', ({ socket }, response) => {
    idle.delete(socket);
    response.once('close', () => socket.destroyed || idle.add(socket));
  });
  app.addHook('preClose', async () => {
    isEnding = true;
    for (const socket of idle) socket.destroy();
  });
  app.addHook('onSend', async (_request, reply) => {
    if (isEnding) reply.header('connection', 'close');
  });
}
