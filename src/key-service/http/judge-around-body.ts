import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * Judges every request before its body is looked at, and once more when the body has come: whoever holds it back may have lost
 * meanwhile what the request is for.
 * @param judge throws for who may not go on
 */
export function judgeAroundBody(app: FastifyInstance, judge: (request: FastifyRequest) => Promise<void>): void {
  app.addHook('onRequest', judge);
  app.addHook('preHandler', async (request) => {
    if (request.body !== undefined) await judge(request);
  });
}
