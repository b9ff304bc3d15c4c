import type { FastifyInstance } from 'fastify';
import type { Readiness } from '../operations/readiness.ts';

/**
 * Whether the process is alive, for whoever restarts it, and whether it is ready, for whoever sends it requests. The first
 * one asks nothing of the store: a database that is out of reach does not come back by restarting the service.
 */
export function healthRoutes(app: FastifyInstance, readiness: Readiness): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const report = await readiness.report();
    return reply.code(report.ready ? 200 : 503).send(report);
  });
}
