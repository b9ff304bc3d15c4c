import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DeploymentDetail, DeploymentList, DeploymentQuery } from '../../../contract/management/deployments.ts';
import { managementPaths } from '../../../contract/management/paths.ts';
import { nothingHere } from '../../access/authorization.ts';
import { initiatorOf } from '../../access/principal.ts';
import type { KeyServiceCore } from '../../key-service-core.ts';
import { callerOf } from '../caller.ts';
import { type AccessRule, principalOf, systemOf } from './access-rule.ts';

type OneDeployment = { Params: { deployment: string } };

const view: AccessRule = { system: 'view deployments' };
const manage: AccessRule = { system: 'manage deployments' };

/** The deployments of a DMS (dataminer-services spec 1.5). */
export function managedDeploymentRoutes(
  app: FastifyInstance,
  { deployments, deploymentRecords }: KeyServiceCore,
): void {
  const shown = async (request: FastifyRequest, id: string): Promise<DeploymentDetail> => {
    const detail = await deploymentRecords.detail(id, systemOf(request).systemId);
    if (detail === undefined) throw nothingHere('deployment');
    return detail;
  };

  app.get<{ Querystring: DeploymentQuery }>(
    managementPaths.deployments,
    { config: { access: view }, schema: { querystring: DeploymentQuery, response: { 200: DeploymentList } } },
    async (request) => await deploymentRecords.list(systemOf(request).systemId, request.query),
  );
  app.get<OneDeployment>(
    managementPaths.deployment,
    { config: { access: view }, schema: { response: { 200: DeploymentDetail } } },
    async (request) => await shown(request, request.params.deployment),
  );
  app.post<OneDeployment>(
    managementPaths.cancelDeployment,
    { config: { access: manage }, schema: { response: { 200: DeploymentDetail } } },
    async (request) => {
      const { deployment: id } = request.params;
      await deployments.cancel({ id, systemId: systemOf(request).systemId }, initiatorOf(principalOf(request)));
      return await shown(request, id);
    },
  );
  app.post<OneDeployment>(
    managementPaths.retryDeployment,
    { config: { access: manage }, schema: { response: { 201: DeploymentDetail } } },
    async (request, reply) => {
      const { systemId } = systemOf(request);
      const requester = { initiator: initiatorOf(principalOf(request)), caller: callerOf(request.headers) };
      const id = await deployments.retry({ id: request.params.deployment, systemId }, requester);
      reply.code(201);
      return await shown(request, id);
    },
  );
}
