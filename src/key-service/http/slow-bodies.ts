import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** How long a body may take that is read as a whole, in milliseconds. None of them is larger than 1 MiB. */
const bodyMilliseconds = 30_000;

/** Marks where bodies are ended already: there, and in all that is registered below. */
const isSeenTo = Symbol('slow bodies are ended');

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the route reads its body itself while it comes, however long that takes. */
    streamsBody?: boolean;
  }
}

/** Ends requests whose body takes too long, as Node ends those that do as a whole: a server has one limit, which uploads need. */
export function endSlowBodies(app: FastifyInstance): void {
  // A server that mounts the service may see to all of its routes already.
  if (app.hasDecorator(isSeenTo)) return;
  app.decorate(isSeenTo, true);
  app.addHook('preParsing', (request, reply, _payload, done) => {
    if (!request.raw.complete && !request.routeOptions.config.streamsBody) endWhenSlow(app, request, reply);
    done();
  });
}

function endWhenSlow({ server }: FastifyInstance, { raw, socket }: FastifyRequest, reply: FastifyReply): void {
  const timer = setTimeout(() => {
    const timeout = Object.assign(new Error('the body took too long'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    server.emit('clientError', timeout, socket);
  }, bodyMilliseconds).unref();
  raw.once('end', () => clearTimeout(timer));
  reply.raw.once('close', () => clearTimeout(timer));
}
