/** Header that carries the key on every call (an API management name, kept by dataminer.services; spec 2). */
export const keyHeader = 'Ocp-Apim-Subscription-Key';

/** Header that one older client sends instead of {@link keyHeader}; a server accepts both, a client sends only the first. */
export const legacyKeyHeader = 'DATAMINER-SERVICES-API-KEY';

/** Headers by which a caller says who it is, so that a key's usage can be traced to a repository and a run (design 4). */
export const callerHeaders = {
  repository: 'X-Deploy-Repository',
  workflow: 'X-Deploy-Workflow',
  runId: 'X-Deploy-Run-Id',
  runAttempt: 'X-Deploy-Run-Attempt',
} as const;

/** Who calls: the values of {@link callerHeaders}, as far as they are known. */
export type Caller = { [name in keyof typeof callerHeaders]?: string };
