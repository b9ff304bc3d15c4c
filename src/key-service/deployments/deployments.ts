import { EventEmitter } from 'node:events';
import { isFinalState } from '../../contract/deployment-state.ts';
import type { Caller } from '../../contract/headers.ts';
import type { Initiator } from '../../contract/management/initiator.ts';
import { signatureOf } from '../access/principal.ts';
import type { AuditEntry } from '../audit/audit-record.ts';
import type { Audited } from '../audit/audited.ts';
import type { Environment } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { keyInitiator } from '../keys/key-initiator.ts';
import type { AuthenticatedKey } from '../keys/key-verifier.ts';
import { lockRow } from '../store/lock.ts';
import type { Queries } from '../store/schema.ts';
import { cancelledInQueue, endDeployment } from './deployment-ending.ts';
import { deploymentEntry } from './deployment-entry.ts';
import { appendEvent, serviceEvent } from './deployment-event.ts';
import { type DeploymentRequester, enqueueDeployment } from './enqueue-deployment.ts';
import {
  type DeploymentReference,
  endedAlready,
  packageGone,
  requireNoRetry,
  type StoredDeployment,
  storedDeployment,
} from './stored-deployment.ts';

/** What is asked of deployments: that there be one, again, or no longer. {@link DeploymentQueue} is about carrying them out. */
export class Deployments {
  /** Told after each change to those in the same process who need not wait until they look again. */
  readonly changes = new EventEmitter<{ requested: []; cancelled: [deploymentId: string] }>();
  readonly #audited: Audited;
  readonly #environment: Environment;

  constructor(audited: Audited, environment: Environment) {
    this.#audited = audited;
    this.#environment = environment;
  }

  /**
   * Puts a package in the queue of a DMS.
   * @returns the deployment's ID, or undefined when the DMS has no such package
   */
  async request(
    artifactId: string,
    systemId: string,
    key: AuthenticatedKey,
    caller: Caller = {},
  ): Promise<string | undefined> {
    const requester = { initiator: keyInitiator(key), caller };
    const id = await this.#audited.change(async (transaction) => {
      await lockRow(transaction, 'systems', systemId);
      const deployment = await enqueueDeployment(transaction, this.#environment, {
        artifactId,
        systemId,
        requester,
        retryOf: null,
      });
      if (deployment === undefined) return { result: undefined, entry: [] };
      return {
        result: deployment.id,
        entry: deploymentEntry(deployment, 'deployment.requested', requester.initiator, { ...caller }),
      };
    });
    if (id !== undefined) this.changes.emit('requested');
    return id;
  }

  /**
   * Puts the package of a deployment that has ended in the queue of its DMS once more, as a new deployment.
   * @returns the new one's ID
   * @throws KeyServiceError `not-found`; `conflict` while it has not ended, while it is being retried, and when its package is
   * no longer kept
   */
  async retry(reference: DeploymentReference, requester: DeploymentRequester): Promise<string> {
    const id = await this.#audited.change(async (transaction) => {
      const { system_id: systemId } = await storedDeployment(transaction, reference);
      // New deployments of a DMS take their places one after another; so nobody else retries it, either.
      await lockRow(transaction, 'systems', systemId);
      const first = await storedDeployment(transaction, reference);
      if (!isFinalState(first.state)) {
        throw new KeyServiceError(
          'conflict',
          'The deployment has not ended yet',
          'Wait until it has, or cancel it first.',
          { facts: { state: first.state } },
        );
      }
      await requireNoRetry(transaction, first);
      const given = { artifactId: first.artifact_id, systemId, requester, retryOf: first.id };
      const deployment = await enqueueDeployment(transaction, this.#environment, given);
      if (deployment === undefined) throw packageGone(first);
      const details = { 'retry of': first.id, ...requester.caller };
      return {
        result: deployment.id,
        entry: deploymentEntry(deployment, 'deployment.retried', requester.initiator, details),
      };
    });
    this.changes.emit('requested');
    return id;
  }

  /**
   * Asks for the end of a deployment. One that waits in the queue ends at once; one that is under way is undone by its worker,
   * unless that comes too late: then it succeeds, and says so. Asking again changes nothing.
   * @throws KeyServiceError `not-found`; `conflict` when it has ended already
   */
  async cancel(reference: DeploymentReference, initiator: Initiator): Promise<void> {
    const id = await this.#audited.change(async (transaction) => {
      await lockRow(transaction, 'deployments', reference.id.toLowerCase());
      const deployment = await storedDeployment(transaction, reference);
      if (isFinalState(deployment.state)) throw endedAlready(deployment);
      if (deployment.cancelled_by !== null) return { result: deployment.id, entry: [] };
      const entry = deploymentEntry(deployment, 'deployment.cancelled', initiator);
      const by = signatureOf(initiator);
      await transaction.updateTable('deployments').set({ cancelled_by: by }).where('id', '=', deployment.id).execute();
      return { result: deployment.id, entry: [entry, ...(await this.#stop(transaction, deployment, by))] };
    });
    this.changes.emit('cancelled', id);
  }

  /** Ends a deployment that nobody has begun; a worker is told to end the others, as the DMS may have to be put right. */
  async #stop(transaction: Queries, deployment: StoredDeployment, by: string): Promise<AuditEntry[]> {
    if (deployment.lease_owner === null && deployment.connector === null) {
      return [await endDeployment(transaction, this.#environment, deployment, cancelledInQueue(by))];
    }
    await appendEvent(transaction, this.#environment, deployment.id, serviceEvent('CancelRequested', { By: by }));
    return [];
  }
}
