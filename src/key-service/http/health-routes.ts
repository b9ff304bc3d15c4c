import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { Readiness } from '../operations/readiness.ts';

const Health = Type.Object({ status: Type.String() });
const Ready = Type.Object({ ready: Type.Boolean(), checks: Type.Record(Type.String(), Type.Enum(['ok', 'failing'])) });

/**
 * Whether the process is alive, for whoever restarts it, and whether it is ready, for whoever sends it requests. The first
 * one asks nothing of the store: a database that is out of reach does not come back by restarting the service.
 */
export function healthRoutes(app: FastifyInstance, readiness: Readiness): void {
  app.get('/healthz', { schema: { response: { 200: Health } } }, async () => ({ status: 'ok' }));
  app.get('/readyz', { schema: { response: { 200: Ready, 503: Ready } } }, async (_request, reply) => {
    const report = await readiness.report();
    return reply.code(report.ready ? 200 : 503).send(report);
  });
}
