import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { paths } from '../../contract/paths.ts';
import { DeployAnswer, DeploymentInfoAnswer, DeployRequest } from '../../contract/schemas.ts';
import type { DeploymentRecords } from '../deployments/deployment-records.ts';
import type { Deployments } from '../deployments/deployments.ts';
import type { AuthenticatedKey } from '../keys/key-verifier.ts';
import { authenticatedKey, type requireKey } from './authentication.ts';
import { callerOf } from './caller.ts';
import { sendProblem } from './problem.ts';

const DeploymentParameters = Type.Object({
  deploymentId: Type.String({ pattern: '^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$' }),
});

/** Deploy and deployment info (dataminer-services spec 2.2 and 2.3). */
export function deploymentRoutes(
  app: FastifyInstance,
  parts: {
    deployments: Deployments;
    deploymentRecords: DeploymentRecords;
    onDeployRequest: ReturnType<typeof requireKey>;
    onInfoRequest: ReturnType<typeof requireKey>;
  },
): void {
  app.post<{ Body: DeployRequest }>(
    paths.deployArtifact,
    {
      onRequest: parts.onDeployRequest,
      preHandler: parts.onDeployRequest,
      schema: { body: DeployRequest, response: { 200: DeployAnswer } },
    },
    async (request, reply): Promise<DeployAnswer> => {
      const key = authenticatedKey(request);
      if (key.system === undefined) throw new Error('only the keys of a DMS may deploy');
      const deploymentId = await parts.deployments.request(
        request.body.artifactId,
        key.system.id,
        key,
        callerOf(request.headers),
      );
      if (deploymentId === undefined)
        return sendProblem(reply, 400, 'The artifactId is not that of a package of this DMS.');
      return { deploymentId };
    },
  );

  app.get<{ Params: { deploymentId: string } }>(
    `${paths.deployment}/:deploymentId`,
    {
      onRequest: parts.onInfoRequest,
      schema: { params: DeploymentParameters, response: { 200: DeploymentInfoAnswer } },
    },
    async (request, reply): Promise<DeploymentInfoAnswer> => {
      const id = request.params.deploymentId.toLowerCase();
      const info = await parts.deploymentRecords.info(id, scopeOf(authenticatedKey(request)));
      if (info === undefined) return sendProblem(reply, 404, 'There is no such deployment.');
      return { DeploymentInfo: info };
    },
  );
}

function scopeOf(key: AuthenticatedKey): { systemId: string } | { organizationId: string } {
  return key.system ? { systemId: key.system.id } : { organizationId: key.organization.id };
}
