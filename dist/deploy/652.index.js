export const id = 652;
export const ids = [652];
export const modules = {

/***/ 5652:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DeployAnswer: () => (/* binding */ DeployAnswer),
  DeployRequest: () => (/* binding */ DeployRequest),
  DeploymentEvent: () => (/* binding */ DeploymentEvent),
  DeploymentInfo: () => (/* binding */ DeploymentInfo),
  DeploymentInfoAnswer: () => (/* binding */ DeploymentInfoAnswer),
  KeySelf: () => (/* binding */ KeySelf),
  Problem: () => (/* binding */ Problem),
  UploadAnswer: () => (/* binding */ UploadAnswer)
});

// EXTERNAL MODULE: ./node_modules/typebox/build/index.mjs + 295 modules
var build = __webpack_require__(860);
// EXTERNAL MODULE: ./src/contract/limits.ts
var limits = __webpack_require__(7220);
;// CONCATENATED MODULE: ./src/contract/formats.ts


/** Pieces that the shapes of the wire have in common. */
const Guid = build/* Type.String */.ZUJ.String({ pattern: '^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$' });
const Timestamp = build/* Type.String */.ZUJ.String({ minLength: 1, description: 'ISO 8601, UTC' });
const Name = build/* Type.String */.ZUJ.String({ minLength: 1, maxLength: limits/* maxNameLength */.ws });

;// CONCATENATED MODULE: ./src/contract/schemas.ts


/**
 * Bodies of the v1-0 endpoints and of `self`, as they travel. The server answers with exactly these; the client checks
 * what it is told against them. Members that a newer service adds are let through.
 */
/** Answer to a volatile upload (spec 2.1). The ID is opaque and holds a slash. */
const UploadAnswer = build/* Type.Object */.ZUJ.Object({ artifactId: build/* Type.String */.ZUJ.String({ minLength: 1 }) });
/** Body of a deploy request (spec 2.2). */
const DeployRequest = build/* Type.Object */.ZUJ.Object({ artifactId: build/* Type.String */.ZUJ.String({ minLength: 1 }) });
/** Answer to a deploy request (spec 2.2). */
const DeployAnswer = build/* Type.Object */.ZUJ.Object({ deploymentId: Guid });
/** One event of a deployment; context, kind and metadata names are free text (spec 2.8). */
const DeploymentEvent = build/* Type.Object */.ZUJ.Object({
    id: build/* Type.String */.ZUJ.String(),
    timestamp: Timestamp,
    context: build/* Type.String */.ZUJ.String(),
    kind: build/* Type.String */.ZUJ.String(),
    metadata: build/* Type.Optional */.ZUJ.Optional(build/* Type.Record */.ZUJ.Record(build/* Type.String */.ZUJ.String(), build/* Type.String */.ZUJ.String())),
});
/** A deployment as the info call shows it (spec 1.5, 2.3). `currentState` is open: an unknown state is not terminal. */
const DeploymentInfo = build/* Type.Object */.ZUJ.Object({
    id: build/* Type.String */.ZUJ.String(),
    artifactId: build/* Type.Optional */.ZUJ.Optional(build/* Type.String */.ZUJ.String()),
    dcpId: build/* Type.Optional */.ZUJ.Optional(build/* Type.String */.ZUJ.String()),
    organizationId: build/* Type.Optional */.ZUJ.Optional(build/* Type.String */.ZUJ.String()),
    coordinationId: build/* Type.Optional */.ZUJ.Optional(build/* Type.String */.ZUJ.String()),
    currentState: build/* Type.String */.ZUJ.String({ minLength: 1 }),
    requestTime: build/* Type.Optional */.ZUJ.Optional(Timestamp),
    lastModified: build/* Type.Optional */.ZUJ.Optional(Timestamp),
    eventChain: build/* Type.Optional */.ZUJ.Optional(build/* Type.Array */.ZUJ.Array(DeploymentEvent)),
});
/** Answer of the info call; the outer name is case-sensitive for old clients (spec 2.7.2). */
const DeploymentInfoAnswer = build/* Type.Object */.ZUJ.Object({ DeploymentInfo });
const Named = build/* Type.Object */.ZUJ.Object({ id: build/* Type.String */.ZUJ.String(), name: build/* Type.String */.ZUJ.String() });
/** Answer of `GET /api/keys/v1-0/self`: who is this key? */
const KeySelf = build/* Type.Object */.ZUJ.Object({
    scope: build/* Type.Union */.ZUJ.Union([build/* Type.Literal */.ZUJ.Literal('system'), build/* Type.Literal */.ZUJ.Literal('organization')]),
    organization: Named,
    /** The DMS that a system key is scoped to; absent for an organization key. */
    dms: build/* Type.Optional */.ZUJ.Optional(Named),
    setId: build/* Type.String */.ZUJ.String(),
    label: build/* Type.String */.ZUJ.String(),
    slot: build/* Type.Union */.ZUJ.Union([build/* Type.Literal */.ZUJ.Literal('primary'), build/* Type.Literal */.ZUJ.Literal('secondary')]),
    permissions: build/* Type.Array */.ZUJ.Array(build/* Type.String */.ZUJ.String()),
    createdAt: Timestamp,
    /** When this slot's value was last regenerated; absent for the set's first value. */
    regeneratedAt: build/* Type.Optional */.ZUJ.Optional(Timestamp),
});
/** RFC 9457 problem document, the error body of everything that is ours (design 5). */
const Problem = build/* Type.Object */.ZUJ.Object({
    type: build/* Type.String */.ZUJ.String(),
    title: build/* Type.String */.ZUJ.String(),
    status: build/* Type.Integer */.ZUJ.Integer(),
    detail: build/* Type.Optional */.ZUJ.Optional(build/* Type.String */.ZUJ.String()),
    code: build/* Type.Optional */.ZUJ.Optional(build/* Type.String */.ZUJ.String({ description: 'why, for programs' })),
    requestId: build/* Type.Optional */.ZUJ.Optional(build/* Type.String */.ZUJ.String({ description: 'what the log of the service calls the request; with 5xx' })),
});


/***/ })

};
