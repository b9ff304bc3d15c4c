import type { DeploymentState } from '../../contract/deployment-state.ts';
import { serviceInitiator } from '../access/principal.ts';
import type { AuditEntry } from '../audit/audit-record.ts';
import type { Environment } from '../environment.ts';
import type { Queries } from '../store/schema.ts';
import { type AuditedDeployment, deploymentEntry } from './deployment-entry.ts';
import { appendEvent, type NewEvent, serviceEvent } from './deployment-event.ts';

/** How a deployment ends: its final state, and the last event of its chain. */
export interface Ending {
  readonly state: Exclude<DeploymentState, 'Pending'>;
  readonly event: NewEvent;
}

/** Said where a disk does not answer, so that it cannot be put right now. */
const unfinished =
  'The DMS does not answer; what was begun is undone as soon as it does, at the latest by the next deployment.';
const undone = 'The DMS is as it was before.';
const unforeseen = { Message: 'The installation failed.', Next: 'The log of the service says why.' };

/** @param cancelledBy who wanted it to end when it could not be stopped any more */
export function succeeded(cancelledBy: string | null): Ending {
  const message = `${cancelledBy} cancelled it when it could not be stopped any more.`;
  return { state: 'Succeeded', event: serviceEvent('Succeeded', cancelledBy === null ? {} : { Message: message }) };
}

export function cancelledInQueue(by: string): Ending {
  return { state: 'Error', event: serviceEvent('Cancelled', { By: by, Message: 'Nothing had been done yet.' }) };
}

export function cancelled(by: string | null, hangs: boolean): Ending {
  const metadata = { By: by ?? 'unknown', Message: hangs ? unfinished : undone };
  return { state: 'Error', event: serviceEvent('Cancelled', metadata) };
}

/** @param limit how long it was given, in milliseconds */
export function timedOut(limit: number, hangs: boolean): Ending {
  const message = `The installation took longer than ${Math.round(limit / 1000)} s. ${hangs ? unfinished : undone}`;
  return { state: 'Timeout', event: serviceEvent('TimedOut', { Message: message }) };
}

/** What people are told about a failure, by errors that are made for them; what others say may name what is not for everybody. */
export function failed(error: unknown): Ending {
  const metadata = isForPeople(error) ? { Message: error.message, Next: error.next } : unforeseen;
  return { state: 'Error', event: serviceEvent('Failed', metadata) };
}

/** @param at when the database was restored: ISO 8601, UTC */
export function overtakenByRestore(at: string): Ending {
  const metadata = {
    Message: `The database of the service was restored at ${at} from a backup in which this deployment was still waiting.`,
    Next: 'Look what is on the DMS, and deploy again what is missing.',
  };
  return { state: 'Error', event: serviceEvent('Failed', metadata) };
}

/** Whether an error says what happened and what to do about it. */
export function isForPeople(error: unknown): error is Error & { readonly next: string } {
  return error instanceof Error && 'next' in error && typeof error.next === 'string';
}

/**
 * Ends a deployment whose row the transaction has locked or written.
 * @returns what the audit trail says of it
 */
export async function endDeployment(
  transaction: Queries,
  environment: Environment,
  deployment: AuditedDeployment,
  { state, event }: Ending,
): Promise<AuditEntry> {
  await appendEvent(transaction, environment, deployment.id, event);
  await transaction
    .updateTable('deployments')
    .set({ state, lease_owner: null, lease_until: null })
    .where('id', '=', deployment.id)
    .execute();
  return deploymentEntry(deployment, 'deployment.ended', serviceInitiator, { state, event: event.kind });
}
