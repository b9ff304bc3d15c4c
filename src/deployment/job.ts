import { uploadArtifact } from '../client/artifacts.ts';
import type { Clock } from '../client/clock.ts';
import { readDeployment, startDeployment } from '../client/deployments.ts';
import { probeKey } from '../client/key-probe.ts';
import { describeKey } from '../client/key-self.ts';
import type { Transport } from '../client/transport.ts';
import { maxPackageBytes } from '../contract/limits.ts';
import { KeyRing } from '../keys/key-ring.ts';
import type { SlotStatus } from '../keys/key-ring-state.ts';
import { deployFailure, type JobStep, jobFailureOf, outage, uploadFailure, watchFailure } from './failure-messages.ts';
import { JobFailure } from './job-failure.ts';
import type { JobLog } from './job-log.ts';
import { packageFromFile, packageFromSolution, type UploadPackage } from './package-source.ts';
import type { Places } from './places.ts';
import type { DeployPlan } from './plan.ts';
import type { DeployReport } from './report.ts';
import { stages } from './stage.ts';
import type { UploadOrigin } from './upload-origin.ts';
import { watchDeployment } from './watch.ts';

export type JobTools = {
  transport: Transport;
  clock: Clock;
  log: JobLog;
  places: Places;
  /** Ends the job at the next safe point: SIGTERM, a cancelled workflow. */
  signal: AbortSignal;
  /** Asked when the package is about to be uploaded; what it tells goes along with the upload. */
  origin?: () => Promise<UploadOrigin>;
};

/**
 * Runs a job from its keys to its final state: one straight line (design 3). Never throws: a failure is part of the
 * report, beside all that was reached before it, and nothing half-done stays behind.
 */
export async function runDeployJob(plan: DeployPlan, tools: JobTools): Promise<DeployReport> {
  const job = new Job(plan, tools);
  try {
    await job.run();
  } catch (error) {
    job.fail(error);
  } finally {
    await job.cleanUp();
  }
  return job.report;
}

class Job {
  readonly #plan: DeployPlan;
  readonly #tools: JobTools;
  readonly #ring: KeyRing;
  readonly #report: DeployReport;
  #step: JobStep = 'check the keys';
  #discardPackage: () => Promise<void> = async () => {};

  constructor(plan: DeployPlan, tools: JobTools) {
    this.#plan = plan;
    this.#tools = tools;
    this.#ring = new KeyRing(plan.credentials, {
      target: plan.target,
      onFallback: ({ from, to, reason }) =>
        tools.log.warning(
          `The ${from} key was rejected (it ${reason}), so the ${to} key is used. ` +
            `Put the current ${from} key into its secret; docs/runbooks/rotate-keys.md tells how.`,
        ),
    });
    this.#report = {
      stage: plan.stage,
      dryRun: plan.dryRun,
      serviceUrl: plan.serviceUrl.href,
      keys: [],
      rotationNeeded: false,
      events: [],
      steps: [],
      ...(plan.artifactId !== undefined && { artifactId: plan.artifactId }),
    };
  }

  /** The report with what the key ring has learnt so far. */
  get report(): DeployReport {
    const { slots, slotInUse, rotationNeeded } = this.#ring;
    const used = slots.find(({ slot, state }) => slot === slotInUse && (state === 'accepted' || state === 'ambiguous'));
    return { ...this.#report, keys: slots, rotationNeeded, ...(used && { keySlot: used.slot }) };
  }

  async run(): Promise<void> {
    const does = stages[this.#plan.stage];
    if (does.keys) await this.#run('check the keys', () => this.#checkKeys());
    if (does.packages) await this.#run('package', () => this.#package());
    if (this.#plan.dryRun) {
      this.#tools.log.info('Dry run: nothing is uploaded or deployed.');
      return;
    }
    if (does.uploads) await this.#run('upload', () => this.#upload());
    if (does.deploys) await this.#run('deploy', () => this.#deploy());
    if (does.deploys) await this.#run('watch the deployment', () => this.#watch());
  }

  fail(error: unknown): void {
    const failure = jobFailureOf(error, this.#step, this.#tools.signal);
    if (!(error instanceof JobFailure) && error instanceof Error) this.#tools.log.debug(error.stack ?? error.message);
    const { exitCode, message, next } = failure;
    const started = this.#report.deploymentId;
    const goesOn = this.#step === 'watch the deployment' && !(error instanceof JobFailure);
    this.#report.failure = {
      exitCode,
      message,
      next: goesOn ? `${next} Deployment ${started} was started and goes on; look at the Deployments page.` : next,
    };
  }

  async cleanUp(): Promise<void> {
    await this.#discardPackage();
  }

  async #run(step: JobStep, work: () => Promise<void>): Promise<void> {
    this.#tools.signal.throwIfAborted();
    this.#step = step;
    const { clock, log } = this.#tools;
    const start = clock.now();
    try {
      await log.step(`${step.charAt(0).toUpperCase()}${step.slice(1)}`, work);
    } finally {
      this.#report.steps = [...this.#report.steps, { title: step, milliseconds: clock.now() - start }];
    }
  }

  async #checkKeys(): Promise<void> {
    const { transport, log, signal } = this.#tools;
    const probe = (credential: Parameters<typeof probeKey>[1]) =>
      probeKey(transport, credential, this.#plan.target, { waitBudget: this.#plan.timeout });

    if (this.#plan.stage === 'Validate') {
      const slots = await this.#ring.probeAll(probe);
      signal.throwIfAborted();
      for (const slot of slots) this.#tellSlot(slot);
      this.#ring.assertUsable();
      const usable = slots.some(({ state }) => state === 'accepted' || state === 'ambiguous');
      if (!usable) throw outage(this.#plan.serviceUrl, slots.find(({ state }) => state === 'unknown')?.reason ?? '');
    } else {
      const outcome = await this.#ring.accepted(probe);
      signal.throwIfAborted();
      if (outcome.kind === 'unknown') throw outage(this.#plan.serviceUrl, outcome.detail);
      log.info(`The ${this.#ring.slotInUse} key works.`);
    }
    const self = await this.#ring.call(async (credential) => ({
      kind: 'answered' as const,
      self: await describeKey(transport, credential),
    }));
    if (self.self) {
      this.#report.keyLabel = self.self.label;
      log.info(`Key set: ${self.self.label}${self.self.dms ? `, DMS: ${self.self.dms.name}` : ''}.`);
    }
  }

  #tellSlot({ slot, given, state, reason }: SlotStatus): void {
    const { log } = this.#tools;
    const line = `The ${slot} key: ${given ? state : 'not given'}${reason ? `, ${reason}` : ''}.`;
    // A rejected primary key has its warning from the fallback already.
    if (state === 'rejected' && slot === 'secondary' && this.#ring.slotInUse === 'primary') {
      log.warning(`${line} It cannot stand in for the primary key until its secret holds the current value.`);
    } else log.info(line);
  }

  async #package(): Promise<void> {
    const { source, stage } = this.#plan;
    const { places, log, signal } = this.#tools;
    if (source?.kind === 'ready') {
      this.#report.package = await packageFromFile(source, places);
    } else if (source) {
      const keep = stage === 'Package';
      const { made, discard } = await packageFromSolution(source, places, { log, signal, keep });
      this.#discardPackage = discard;
      this.#report.package = made;
    }
    this.#tellPackage(this.#report.package as UploadPackage);
  }

  #tellPackage({ name, version, file, size, sha256, scripts, warnings }: UploadPackage): void {
    const { log } = this.#tools;
    const { source } = this.#plan;
    if (source?.kind === 'solution' && source.installer === 'omit') {
      log.info('Without the libraries of its install script, as asked (installer: omit): for folder connectors only.');
    }
    for (const warning of warnings) log.warning(warning);
    log.info(`Package ${name} ${version}: ${scripts.length} script(s), ${size} bytes, SHA-256 ${sha256}.`);
    for (const script of scripts) log.info(`  ${script.name}`);
    log.debug(file);
  }

  async #upload(): Promise<void> {
    const { transport, log, origin, signal } = this.#tools;
    const { file, name, uploadVersion } = this.#report.package as UploadPackage;
    const upload = { file, name, version: uploadVersion, ...(await origin?.()) };
    const outcome = await this.#ring.call(
      (credential) =>
        uploadArtifact(transport, credential, upload, {
          waitBudget: this.#plan.timeout,
          onProgress: ({ sent, total }) => log.progress('uploaded', sent, total),
        }),
      'upload',
    );
    signal.throwIfAborted();
    if (outcome.kind !== 'answered') throw uploadFailure(outcome, this.#plan.serviceUrl, maxPackageBytes);
    this.#report.artifactId = outcome.value.artifactId;
    log.info(`Artifact ${outcome.value.artifactId}.`);
  }

  async #deploy(): Promise<void> {
    const { transport, log, signal } = this.#tools;
    const artifactId = this.#report.artifactId as string;
    const outcome = await this.#ring.call(
      (credential) => startDeployment(transport, credential, artifactId, { waitBudget: this.#plan.timeout }),
      'deploy',
    );
    if (outcome.kind === 'answered') {
      this.#report.deploymentId = outcome.value.deploymentId;
      this.#report.deploymentState = 'Pending';
      log.info(`Deployment ${outcome.value.deploymentId} was started.`);
      return;
    }
    const failure = deployFailure(outcome, artifactId);
    if (failure.unknown) this.#report.deploymentState = 'Unknown';
    signal.throwIfAborted();
    throw failure.failure;
  }

  async #watch(): Promise<void> {
    const { transport, clock, log, signal } = this.#tools;
    const deploymentId = this.#report.deploymentId as string;
    let seen = 0;
    const end = await watchDeployment(
      (remaining) =>
        this.#ring.call(
          (credential) => readDeployment(transport, credential, deploymentId, { timeBudget: remaining }),
          'read deployment',
        ),
      {
        timeout: this.#plan.timeout,
        clock,
        signal,
        onReading: (info) => {
          const chain = info.eventChain ?? [];
          for (const event of chain.slice(seen)) log.info(`${event.timestamp}  ${event.context}  ${event.kind}`);
          seen = Math.max(seen, chain.length);
          log.debug(`state ${info.currentState}`);
          this.#report.events = chain;
        },
        onTrouble: (detail) => log.info(`No state this time: ${detail}. The deployment goes on; asking again.`),
      },
    );
    if (end.kind === 'finished') {
      this.#report.deploymentState = end.state;
      if (end.state === 'Succeeded') return log.info('The DMS reports: Succeeded.');
    } else if (end.kind === 'stopped') {
      this.#report.deploymentState = 'Unknown';
    }
    throw watchFailure(end, deploymentId, this.#plan.timeout);
  }
}
