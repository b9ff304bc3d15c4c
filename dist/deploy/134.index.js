export const id = 134;
export const ids = [134];
export const modules = {

/***/ 7134:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DeployAnswer: () => (/* binding */ DeployAnswer),
/* harmony export */   DeployRequest: () => (/* binding */ DeployRequest),
/* harmony export */   DeploymentEvent: () => (/* binding */ DeploymentEvent),
/* harmony export */   DeploymentInfo: () => (/* binding */ DeploymentInfo),
/* harmony export */   DeploymentInfoAnswer: () => (/* binding */ DeploymentInfoAnswer),
/* harmony export */   KeySelf: () => (/* binding */ KeySelf),
/* harmony export */   Problem: () => (/* binding */ Problem),
/* harmony export */   UploadAnswer: () => (/* binding */ UploadAnswer)
/* harmony export */ });
/* harmony import */ var typebox__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(860);

/**
 * Bodies of the v1-0 endpoints and of `self`, as they travel. The server answers with exactly these; the client checks
 * what it is told against them. Members that a newer service adds are let through.
 */
const Guid = typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String({ pattern: '^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$' });
const Timestamp = typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String({ minLength: 1, description: 'ISO 8601, UTC' });
/** Answer to a volatile upload (spec 2.1). The ID is opaque and holds a slash. */
const UploadAnswer = typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({ artifactId: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String({ minLength: 1 }) });
/** Body of a deploy request (spec 2.2). */
const DeployRequest = typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({ artifactId: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String({ minLength: 1 }) });
/** Answer to a deploy request (spec 2.2). */
const DeployAnswer = typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({ deploymentId: Guid });
/** One event of a deployment; context, kind and metadata names are free text (spec 2.8). */
const DeploymentEvent = typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({
    id: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String(),
    timestamp: Timestamp,
    context: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String(),
    kind: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String(),
    metadata: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Optional */ .ZUJ.Optional(typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Record */ .ZUJ.Record(typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String(), typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String())),
});
/** A deployment as the info call shows it (spec 1.5, 2.3). `currentState` is open: an unknown state is not terminal. */
const DeploymentInfo = typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({
    id: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String(),
    artifactId: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Optional */ .ZUJ.Optional(typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String()),
    dcpId: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Optional */ .ZUJ.Optional(typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String()),
    organizationId: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Optional */ .ZUJ.Optional(typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String()),
    coordinationId: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Optional */ .ZUJ.Optional(typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String()),
    currentState: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String({ minLength: 1 }),
    requestTime: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Optional */ .ZUJ.Optional(Timestamp),
    lastModified: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Optional */ .ZUJ.Optional(Timestamp),
    eventChain: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Optional */ .ZUJ.Optional(typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Array */ .ZUJ.Array(DeploymentEvent)),
});
/** Answer of the info call; the outer name is case-sensitive for old clients (spec 2.7.2). */
const DeploymentInfoAnswer = typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({ DeploymentInfo });
const Named = typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({ id: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String(), name: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String() });
/** Answer of `GET /api/keys/v1-0/self`: who is this key? */
const KeySelf = typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({
    scope: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Union */ .ZUJ.Union([typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Literal */ .ZUJ.Literal('system'), typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Literal */ .ZUJ.Literal('organization')]),
    organization: Named,
    /** The DMS that a system key is scoped to; absent for an organization key. */
    dms: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Optional */ .ZUJ.Optional(Named),
    setId: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String(),
    label: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String(),
    slot: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Union */ .ZUJ.Union([typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Literal */ .ZUJ.Literal('primary'), typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Literal */ .ZUJ.Literal('secondary')]),
    permissions: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Array */ .ZUJ.Array(typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String()),
    createdAt: Timestamp,
    /** When this slot's value was last regenerated; absent for the set's first value. */
    regeneratedAt: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Optional */ .ZUJ.Optional(Timestamp),
});
/** RFC 9457 problem document, the error body of everything that is ours (design 5). */
const Problem = typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Object */ .ZUJ.Object({
    type: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String(),
    title: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String(),
    status: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Integer */ .ZUJ.Integer(),
    detail: typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.Optional */ .ZUJ.Optional(typebox__WEBPACK_IMPORTED_MODULE_0__/* .Type.String */ .ZUJ.String()),
});


/***/ })

};
