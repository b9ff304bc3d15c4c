import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { deploymentStates, isFinalState } from '../../contract/deployment-state.ts';
import { version } from '../../contract/version.ts';
import type { AuditEntry } from '../audit/audit-record.ts';
import type { ValidationObserver, ValidationResult } from '../keys/validation-observer.ts';
import { inTime } from './in-time.ts';
import type { StoreFigures } from './store-figures.ts';

/** A request that was answered, by the pattern of its route: never by its address, which anybody could make up. */
export interface AnsweredRequest {
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
}

const signInResults = ['accepted', 'refused', 'throttled'] as const;
export type SignInResult = (typeof signInResults)[number];

const validationResults: readonly ValidationResult[] = [
  'accepted',
  'forbidden',
  'dead',
  'unknown',
  'limited',
  'malformed',
];

export interface ServiceMetricsParts {
  /** Reads what the store knows; its time and its failure are metrics, too. */
  readonly storeFigures: () => Promise<StoreFigures>;
  /** Bytes that can still be written to the data folder's disk. */
  readonly freeBytes: () => Promise<number>;
  /** Whether the process's own figures (memory, event loop, …) are told, too: they are the server's that owns the process. */
  readonly process: boolean;
}

const prefix = 'dataminer_deploy_';

/** From the check of a key to a large upload, in seconds. */
const durationBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 300];

/** Requests that are put into the histogram together: one by one, between other work, each would take five times as long. */
const answeredAtOnce = 1_000;

/** How long the store may take to answer a scrape, in milliseconds. */
const storeMilliseconds = 5_000;

/** What monitoring wants to know of one service, in a registry of its own: other services in the process have theirs. */
export class ServiceMetrics implements ValidationObserver {
  readonly #parts: ServiceMetricsParts;
  readonly #registry = new Registry();
  readonly #validations = this.#counter('key_validations_total', 'Keys that were checked, by result', 'result');
  readonly #requests = new Histogram({
    name: `${prefix}http_request_duration_seconds`,
    help: 'Time from the head of a request to the end of its answer',
    labelNames: ['route', 'method', 'status'],
    buckets: durationBuckets,
    registers: [this.#registry],
  });
  /** Keys that the counter has not got yet, and requests that the histogram has not got. */
  readonly #validated = new Map<ValidationResult, number>();
  #answered: AnsweredRequest[] = [];
  readonly #signIns = this.#counter('sign_ins_total', 'Attempts to sign in with a password, by result', 'result');
  readonly #records = this.#counter(
    'audit_records_total',
    'Audit records that were written, by operation',
    'operation',
  );
  readonly #uploaded = this.#counter('uploaded_bytes_total', 'Bytes of the packages that were taken');
  readonly #ended = this.#counter('deployments_ended_total', 'Deployments that ended here, by state', 'state');
  readonly #taskFailures = this.#counter('task_failures_total', 'Regular tasks that failed, by task', 'task');
  readonly #queue = this.#gauge('queue_deployments', 'Deployments that have not ended, by phase', 'phase');
  readonly #oldest = this.#gauge('queue_oldest_seconds', 'Age of the oldest deployment that has not ended');
  readonly #sessions = this.#gauge('sessions', 'Sessions that are not idle for too long');
  readonly #artifactBytes = this.#gauge('artifact_bytes', 'Bytes of the packages that are kept');
  readonly #storeUp = this.#gauge('store_up', 'Whether the store answered this scrape');
  readonly #storeSeconds = this.#gauge('store_read_seconds', 'Time that the store took to answer this scrape');
  readonly #freeBytes = this.#gauge(
    'data_free_bytes',
    'Bytes that can still be written to the disk of the data folder',
  );

  constructor(parts: ServiceMetricsParts) {
    this.#parts = parts;
    this.#gauge('info', 'Version of the service', 'version').set({ version }, 1);
    // From the beginning, so that the first of them is seen as one more, and not as one that was always there.
    for (const result of validationResults) this.#validations.inc({ result }, 0);
    for (const result of signInResults) this.#signIns.inc({ result }, 0);
    for (const state of deploymentStates.filter(isFinalState)) this.#ended.inc({ state }, 0);
    if (parts.process) collectDefaultMetrics({ register: this.#registry });
  }

  keyValidated(result: ValidationResult): void {
    this.#validated.set(result, (this.#validated.get(result) ?? 0) + 1);
  }

  answered(request: AnsweredRequest): void {
    if (this.#answered.push(request) === answeredAtOnce) this.#observeAnswered();
  }

  triedToSignIn(result: SignInResult): void {
    this.#signIns.inc({ result });
  }

  /** Something that was done and recorded in an audit chain. */
  recorded({ operation, details = {} }: AuditEntry): void {
    this.#records.inc({ operation });
    if (operation === 'artifact.uploaded') this.#uploaded.inc(Number(details.size));
    if (operation === 'deployment.ended') this.#ended.inc({ state: String(details.state) });
  }

  /** Something that is done regularly from now on, and has not failed yet. */
  taskBegun(task: string): void {
    this.#taskFailures.inc({ task }, 0);
  }

  taskFailed(task: string): void {
    this.#taskFailures.inc({ task });
  }

  /** Media type of {@link text}. */
  get contentType(): string {
    return this.#registry.contentType;
  }

  /** Everything in Prometheus's text format. A store that does not answer costs its own figures only. */
  async text(): Promise<string> {
    this.#countValidated();
    this.#observeAnswered();
    await Promise.all([this.#readStore(), this.#readDisk()]);
    return await this.#registry.metrics();
  }

  #countValidated(): void {
    for (const [result, count] of this.#validated) this.#validations.inc({ result }, count);
    this.#validated.clear();
  }

  #observeAnswered(): void {
    for (const { route, method, status, seconds } of this.#answered) {
      this.#requests.observe({ route, method, status }, seconds);
    }
    this.#answered = [];
  }

  async #readStore(): Promise<void> {
    const stop = this.#storeSeconds.startTimer();
    const figures = await inTime(this.#parts.storeFigures(), storeMilliseconds);
    stop();
    this.#storeUp.set(figures === undefined ? 0 : 1);
    if (figures === undefined) return;
    this.#queue.set({ phase: 'waiting' }, figures.pending);
    this.#queue.set({ phase: 'running' }, figures.running);
    this.#oldest.set(figures.oldestPendingSeconds);
    this.#sessions.set(figures.sessions);
    this.#artifactBytes.set(figures.artifactBytes);
  }

  async #readDisk(): Promise<void> {
    const free = await inTime(this.#parts.freeBytes(), storeMilliseconds);
    if (free !== undefined) this.#freeBytes.set(free);
  }

  #counter<Label extends string = never>(name: string, help: string, ...labelNames: Label[]): Counter<Label> {
    return new Counter({ name: prefix + name, help, labelNames, registers: [this.#registry] });
  }

  #gauge<Label extends string = never>(name: string, help: string, ...labelNames: Label[]): Gauge<Label> {
    return new Gauge({ name: prefix + name, help, labelNames, registers: [this.#registry] });
  }
}
