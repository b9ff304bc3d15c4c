import type { Environment } from '../environment.ts';
import type { Queries } from '../store/schema.ts';

/** What happened to a deployment, as its event chain tells it. */
export interface NewEvent {
  /** Which part of the service tells it. */
  readonly context: string;
  readonly kind: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** An event that the service itself tells. */
export function serviceEvent(kind: string, metadata: NewEvent['metadata'] = {}): NewEvent {
  return { context: 'Key service', kind, metadata };
}

/** Adds an event to the end of a chain, inside a transaction that has locked or written the deployment's row. */
export async function appendEvent(
  transaction: Queries,
  environment: Environment,
  deploymentId: string,
  event: NewEvent,
): Promise<void> {
  const now = environment.now();
  const last = await transaction
    .selectFrom('deployment_events')
    .select((select) => select.fn.max('position').as('position'))
    .where('deployment_id', '=', deploymentId)
    .executeTakeFirst();
  await transaction
    .insertInto('deployment_events')
    .values({
      id: environment.newId(),
      deployment_id: deploymentId,
      position: (last?.position ?? 0) + 1,
      created_at: now,
      context: event.context,
      kind: event.kind,
      metadata: JSON.stringify(event.metadata),
    })
    .execute();
  await transaction.updateTable('deployments').set({ modified_at: now }).where('id', '=', deploymentId).execute();
}
