import { type Static, Type } from 'typebox';
import { deploymentStates } from '../deployment-state.ts';
import { Guid, Timestamp } from '../formats.ts';
import { DeploymentEvent } from '../schemas.ts';
import { Initiator } from './initiator.ts';
import { ListOf, pageQuery, Several } from './list.ts';

const MaybeText = Type.Union([Type.String(), Type.Null()]);
const State = Type.Enum(deploymentStates);

/** A deployment as the Deployments page lists it (dataminer-services spec 1.5). */
export const Deployment = Type.Object({
  id: Guid,
  systemId: Guid,
  artifactId: Type.String(),
  package: Type.Object({ name: Type.String(), version: Type.String() }),
  state: State,
  requestedAt: Timestamp,
  modifiedAt: Timestamp,
  requestedBy: Initiator,
  caller: Type.Object({ repository: MaybeText, workflow: MaybeText, runId: MaybeText, runAttempt: MaybeText }),
  /** The deployment that this one repeats. */
  retryOf: Type.Union([Guid, Type.Null()]),
  /** Whether a worker is at it; a pending deployment that is not running waits in the queue. */
  running: Type.Boolean(),
  /** Who asked for its end, when somebody did. */
  cancelledBy: MaybeText,
});
export type Deployment = Static<typeof Deployment>;
export const DeploymentList = ListOf(Deployment);

/** A deployment with what happened to it, oldest first. */
export const DeploymentDetail = Type.Object({ ...Deployment.properties, events: Type.Array(DeploymentEvent) });
export type DeploymentDetail = Static<typeof DeploymentDetail>;

export const DeploymentQuery = Type.Object(
  {
    ...pageQuery,
    state: Several(State),
    search: Type.Optional(
      Type.String({ maxLength: 200, description: 'part of the package name, version or repository' }),
    ),
    from: Type.Optional(Timestamp),
    to: Type.Optional(Timestamp),
  },
  { additionalProperties: false },
);
export type DeploymentQuery = Static<typeof DeploymentQuery>;
