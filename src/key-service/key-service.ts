import { hostname } from 'node:os';
import { join } from 'node:path';
import type { FastifyBaseLogger, FastifyInstance, FastifyPluginAsync } from 'fastify';
import { maxPackageBytes as defaultMaxPackageBytes } from '../contract/limits.ts';
import type { Retention } from '../contract/management/organizations.ts';
import type { BucketSize } from './access/token-buckets.ts';
import { freeBytes } from './artifacts/disk-reserve.ts';
import { DeploymentQueue } from './deployments/deployment-queue.ts';
import { DeploymentWorker, type WorkerTimes } from './deployments/deployment-worker.ts';
import { prepareWorkFolder } from './deployments/work-folder.ts';
import { type ConnectorSettings, kindOf } from './dms/connector-kinds.ts';
import { type Environment, systemEnvironment } from './environment.ts';
import { artifactRoutes, formOverheadBytes } from './http/artifact-routes.ts';
import { asDocumented } from './http/as-documented.ts';
import { asGiven } from './http/as-given.ts';
import { type KeyRule, requireKey } from './http/authentication.ts';
import { deploymentRoutes } from './http/deployment-routes.ts';
import { drainAnsweredRequests } from './http/drain.ts';
import { answerError } from './http/error-answer.ts';
import { healthRoutes } from './http/health-routes.ts';
import { managementApi } from './http/management/management-api.ts';
import { measureRequests, metricsRoute } from './http/metrics-routes.ts';
import { openApiRoute } from './http/openapi-route.ts';
import { selfRoute } from './http/self-route.ts';
import { endSlowBodies } from './http/slow-bodies.ts';
import { validationMessage } from './http/validation-message.ts';
import { type CoreOptions, type KeyServiceCore, openKeyServiceCore } from './key-service-core.ts';
import { defaultAttempts, FailedAttempts } from './keys/failed-attempts.ts';
import { UsageThread } from './keys/usage-thread.ts';
import { cleanUp, retentionFrom } from './operations/clean-up.ts';
import { Readiness } from './operations/readiness.ts';
import { readinessChecks } from './operations/readiness-checks.ts';
import { RegularTasks } from './operations/regular-tasks.ts';
import { ServiceMetrics } from './operations/service-metrics.ts';
import { storeFigures } from './operations/store-figures.ts';

export interface KeyServiceOptions extends CoreOptions {
  /** Clock and randomness; the machine's by default. */
  readonly environment?: Environment;
  /** Largest package, in bytes. */
  readonly maxPackageBytes?: number;
  /** How deployments are carried out. */
  readonly deployments?: Partial<DeploymentOptions>;
  /** Folders in or below which DMSs may be connected over the management API; none by default. */
  readonly allowedFolders?: readonly string[];
  /** How many unknown keys may be tried from one network: at once, and until it may be one more, in milliseconds. */
  readonly failedAttempts?: Partial<BucketSize>;
  /** How long things are kept that are not needed for ever. */
  readonly retention?: Partial<Retention>;
  /** Who may read the metrics. */
  readonly metrics?: Partial<MetricsOptions>;
  /** Where people reach the service, when that is not the address that requests are sent to: an origin, `https` unless local. */
  readonly publicUrl?: string;
  /**
   * Told the one-time token with which the first Owner is made, whenever the service starts with nobody who could sign in. Show it
   * to the operator only; without this, the set-up over the network stays closed.
   */
  readonly onSetupToken?: (token: string) => void;
  /** Aborted some time before the server is closed: `/readyz` then says that no more requests should be sent here. */
  readonly ending?: AbortSignal;
}

export interface MetricsOptions {
  /** Addresses and ranges of addresses from which `/metrics` may be read; this machine's own by default. */
  readonly allow: readonly string[];
  /** Whether the metrics tell of the process, too; not by default, for it may be somebody else's. */
  readonly process: boolean;
}

export interface DeploymentOptions extends WorkerTimes {
  /** Deployments that run at the same time; of one DMS it is never more than one. */
  readonly concurrency: number;
  /** How long a deployment stays with a worker that no longer answers, in milliseconds. */
  readonly lease: number;
}

const defaultDeployments: DeploymentOptions = {
  concurrency: 2,
  lease: 20_000,
  renewal: 5_000,
  idle: 2_000,
  limit: 15 * 60_000,
  patience: 30_000,
};

const usageMilliseconds = 1_000;
const refusedFlushMilliseconds = 60_000;
const cleanUpMilliseconds = 60 * 60_000;
const revocationsFlushMilliseconds = 60_000;
const signMilliseconds = 60 * 60_000;
const verifyMilliseconds = 24 * 60 * 60_000;

const mayUpload: KeyRule = (key) => key.scope === 'system' && key.permissions.includes('upload-packages');
const mayDeploy: KeyRule = (key) => key.scope === 'system' && key.permissions.includes('deploy-packages');
/** An organization key that may deploy may also see what became of it (dataminer-services spec 4). */
const mayReadDeployments: KeyRule = (key) =>
  key.permissions.includes(key.scope === 'system' ? 'read-deployments' : 'deploy-catalog-versions');
const everyKey: KeyRule = () => true;

/**
 * The key service as a Fastify plugin: register it under any prefix. It opens its store when the server gets ready and closes
 * it with the server, after the last request; a deployment that is being put into place is finished first.
 */
export function createKeyService(options: KeyServiceOptions): FastifyPluginAsync {
  return async (app) => {
    const retention = retentionFrom(options.retention);
    const core = await openKeyServiceCore(options, options.environment ?? systemEnvironment);
    if (core.isSecretBesideData) {
      app.log.warn('pepper and master key lie beside the data; keep them on another disk, or in a vault');
    }
    const metrics = new ServiceMetrics({
      storeFigures: () => storeFigures(core.db, core.environment),
      freeBytes: () => freeBytes(core.dataFolder),
      process: options.metrics?.process ?? false,
    });
    core.audited.records.on('added', (entry) => metrics.recorded(entry));
    const workers = await startWorkers(core, { ...defaultDeployments, ...options.deployments }, app.log);
    const tasks = new RegularTasks({
      taskBegun: (task) => metrics.taskBegun(task),
      taskFailed: (task, error) => {
        metrics.taskFailed(task);
        app.log.error({ err: error, task }, 'a regular task failed');
      },
    });
    const usageThread = new UsageThread(core.storeLocation);
    tasks.begin('key-usage', usageMilliseconds, () => core.keyUsage.writeSome((uses) => usageThread.write(uses)));
    tasks.begin('token-usage', usageMilliseconds, () => core.tokens.flush());
    tasks.begin('refused-sign-ins', refusedFlushMilliseconds, () => core.refusedSignIns.flush());
    tasks.begin('refused-keys', refusedFlushMilliseconds, () => core.keyRejections.flush());
    tasks.begin('pepper-upgrade', usageMilliseconds, () => core.pepperUpgrade.flush());
    tasks.begin('revocation-log', revocationsFlushMilliseconds, () => core.revocationLog.flush());
    tasks.begin('audit-heads', signMilliseconds, () => core.auditHeads.sign());
    tasks.begin('audit-verification', verifyMilliseconds, () => core.verifications.all());
    tasks.begin('clean-up', cleanUpMilliseconds, () => cleanUp(core, retention));
    closeWithServer(app, core, { workers, tasks, usageThread });
    await core.pepperRotation.useNewest();
    const maxPackageBytes = options.maxPackageBytes ?? defaultMaxPackageBytes;
    answerLikeOurselves(app, maxPackageBytes + formOverheadBytes);
    measureRequests(app, metrics);
    openApiRoute(app);

    await app.register(managementApi(core, { ...options, retention }));
    if (options.onSetupToken !== undefined) await issueSetupToken(core, options.onSetupToken);

    const failedAttempts = new FailedAttempts(core.environment, { ...defaultAttempts, ...options.failedAttempts });
    const keyRequired = (rule: KeyRule) => requireKey({ ...core, failedAttempts, observer: metrics }, rule);
    healthRoutes(app, new Readiness(readinessChecks(core, workers), options.ending));
    metricsRoute(app, metrics, options.metrics?.allow);
    selfRoute(app, keyRequired(everyKey));
    artifactRoutes(app, { artifacts: core.artifacts, maxPackageBytes, onRequest: keyRequired(mayUpload) });
    deploymentRoutes(app, {
      deployments: core.deployments,
      deploymentRecords: core.deploymentRecords,
      onDeployRequest: keyRequired(mayDeploy),
      onInfoRequest: keyRequired(mayReadDeployments),
    });
  };
}

async function issueSetupToken({ setupToken }: KeyServiceCore, tell: (token: string) => void): Promise<void> {
  const token = await setupToken.issue();
  if (token !== undefined) tell(token);
}

/** What holds for every answer: never cached, errors as problem documents, callers neither waited for nor cut off too soon. */
function answerLikeOurselves(app: FastifyInstance, drainBytes: number): void {
  app.decorateRequest('key', null);
  app.setErrorHandler(answerError);
  app.setValidatorCompiler(asGiven);
  app.setSchemaErrorFormatter((errors, where) => new Error(validationMessage(errors, where)));
  app.setSerializerCompiler(asDocumented);
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('cache-control', 'no-store');
    done();
  });
  drainAnsweredRequests(app, drainBytes);
  endSlowBodies(app);
}

async function startWorkers(
  core: KeyServiceCore,
  options: DeploymentOptions,
  log: FastifyBaseLogger,
): Promise<readonly DeploymentWorker[]> {
  const workFolder = join(core.dataFolder, 'work');
  await prepareWorkFolder(workFolder, core.environment.now());
  const parts = {
    queue: new DeploymentQueue(core, options.lease),
    artifacts: core.artifacts,
    connectorFor: (settings: ConnectorSettings) => kindOf(settings).connector(settings, core.environment),
    workFolder,
    hanging: new Set<string>(),
    onError: (error: unknown, message: string) => log.error({ err: error }, message),
    onFailure: (error: unknown, deploymentId: string) => log.warn({ err: error, deploymentId }, 'a deployment failed'),
  };
  const process = `${hostname()} ${core.environment.newId()}`;
  const workers = Array.from(
    { length: options.concurrency },
    (_, index) => new DeploymentWorker(`${process} ${index}`, parts, options),
  );
  for (const worker of workers) worker.start();
  core.deployments.changes.on('requested', () => {
    for (const worker of workers) worker.wake();
  });
  core.deployments.changes.on('cancelled', (deploymentId) => {
    for (const worker of workers) worker.wakeFor(deploymentId);
  });
  return workers;
}

function closeWithServer(
  app: FastifyInstance,
  core: KeyServiceCore,
  {
    workers,
    tasks,
    usageThread,
  }: { workers: readonly DeploymentWorker[]; tasks: RegularTasks; usageThread: UsageThread },
): void {
  const stopWorkers = () => Promise.all(workers.map((worker) => worker.stop()));
  app.addHook('preClose', async () => {
    core.verifications.end();
    // Begins with the shutdown; requests under way do not wait for it, nor it for them.
    stopWorkers().catch((error) => app.log.error({ err: error }, 'a worker could not be stopped'));
  });
  app.addHook('onClose', async () => {
    const steps: readonly (readonly [task: string, act: () => Promise<unknown>])[] = [
      ['work-in-hand', () => Promise.all([stopWorkers(), tasks.stop()])],
      ['usage-thread', () => usageThread.close()],
      ['key-usage', () => core.keyUsage.flush()],
      ['token-usage', () => core.tokens.flush()],
      ['refused-sign-ins', () => core.refusedSignIns.flush({ all: true })],
      ['refused-keys', () => core.keyRejections.flush({ all: true })],
      ['pepper-upgrade', () => core.pepperUpgrade.flush()],
      ['audit-heads', () => core.auditHeads.sign()],
      ['store', () => core.close()],
    ];
    for (const [task, act] of steps) {
      // Each by itself: on a full disk, say, the others are done all the same.
      await act().catch((error) => app.log.error({ err: error, task }, 'a task at the end failed'));
    }
  });
}
