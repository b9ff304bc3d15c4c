import { type Static, Type } from 'typebox';
import { Guid, Timestamp } from './formats.ts';

/**
 * Bodies of the v1-0 endpoints and of `self`, as they travel. The server answers with exactly these; the client checks
 * what it is told against them. Members that a newer service adds are let through.
 */

/** Answer to a volatile upload (spec 2.1). The ID is opaque and holds a slash. */
export const UploadAnswer = Type.Object({ artifactId: Type.String({ minLength: 1 }) });
export type UploadAnswer = Static<typeof UploadAnswer>;

/** Body of a deploy request (spec 2.2). */
export const DeployRequest = Type.Object({ artifactId: Type.String({ minLength: 1 }) });
export type DeployRequest = Static<typeof DeployRequest>;

/** Answer to a deploy request (spec 2.2). */
export const DeployAnswer = Type.Object({ deploymentId: Guid });
export type DeployAnswer = Static<typeof DeployAnswer>;

/** One event of a deployment; context, kind and metadata names are free text (spec 2.8). */
export const DeploymentEvent = Type.Object({
  id: Type.String(),
  timestamp: Timestamp,
  context: Type.String(),
  kind: Type.String(),
  metadata: Type.Optional(Type.Record(Type.String(), Type.String())),
});
export type DeploymentEvent = Static<typeof DeploymentEvent>;

/** A deployment as the info call shows it (spec 1.5, 2.3). `currentState` is open: an unknown state is not terminal. */
export const DeploymentInfo = Type.Object({
  id: Type.String(),
  artifactId: Type.Optional(Type.String()),
  dcpId: Type.Optional(Type.String()),
  organizationId: Type.Optional(Type.String()),
  coordinationId: Type.Optional(Type.String()),
  currentState: Type.String({ minLength: 1 }),
  requestTime: Type.Optional(Timestamp),
  lastModified: Type.Optional(Timestamp),
  eventChain: Type.Optional(Type.Array(DeploymentEvent)),
});
export type DeploymentInfo = Static<typeof DeploymentInfo>;

/** Answer of the info call; the outer name is case-sensitive for old clients (spec 2.7.2). */
export const DeploymentInfoAnswer = Type.Object({ DeploymentInfo });
export type DeploymentInfoAnswer = Static<typeof DeploymentInfoAnswer>;

const Named = Type.Object({ id: Type.String(), name: Type.String() });

/** Answer of `GET /api/keys/v1-0/self`: who is this key? */
export const KeySelf = Type.Object({
  scope: Type.Union([Type.Literal('system'), Type.Literal('organization')]),
  organization: Named,
  /** The DMS that a system key is scoped to; absent for an organization key. */
  dms: Type.Optional(Named),
  setId: Type.String(),
  label: Type.String(),
  slot: Type.Union([Type.Literal('primary'), Type.Literal('secondary')]),
  permissions: Type.Array(Type.String()),
  createdAt: Timestamp,
  /** When this slot's value was last regenerated; absent for the set's first value. */
  regeneratedAt: Type.Optional(Timestamp),
});
export type KeySelf = Static<typeof KeySelf>;

/** RFC 9457 problem document, the error body of everything that is ours (design 5). */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.Optional(Type.String()),
  code: Type.Optional(Type.String({ description: 'why, for programs' })),
  requestId: Type.Optional(Type.String({ description: 'what the log of the service calls the request; with 5xx' })),
});
export type Problem = Static<typeof Problem>;
