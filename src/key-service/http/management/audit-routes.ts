import type { FastifyInstance } from 'fastify';
import { AuditExport, AuditQuery, AuditRecordList, AuditVerification } from '../../../contract/management/audit.ts';
import { managementPaths } from '../../../contract/management/paths.ts';
import { initiatorOf } from '../../access/principal.ts';
import type { KeyServiceCore } from '../../key-service-core.ts';
import { type AccessRule, placeOf, principalOf } from './access-rule.ts';

const access: AccessRule = { organization: 'read audit' };

/** The audit trail of an organization: to read, to take away as a file, and whether it is whole. */
export function auditRoutes(app: FastifyInstance, { auditLog, auditExports, verifications }: KeyServiceCore): void {
  app.get<{ Querystring: AuditQuery }>(
    managementPaths.audit,
    { config: { access }, schema: { querystring: AuditQuery, response: { 200: AuditRecordList } } },
    async (request) => await auditLog.list(placeOf(request).organizationId, request.query, request.signal),
  );
  app.post<{ Body: AuditExport }>(
    managementPaths.auditExport,
    { config: { access }, schema: { body: AuditExport } },
    async (request, reply) => {
      const { organizationId } = placeOf(request);
      const file = await auditExports.begin(organizationId, request.body, initiatorOf(principalOf(request)));
      // The name holds nothing but letters, digits, dashes and dots, so it needs no quoting beyond this (RFC 6266).
      reply.header('content-disposition', `attachment; filename="${file.name}"`);
      return reply.type(file.mediaType).send(file.content);
    },
  );
  app.get(
    managementPaths.auditVerification,
    { config: { access }, schema: { response: { 200: AuditVerification } } },
    async (request) => await verifications.of(placeOf(request).organizationId),
  );
}
