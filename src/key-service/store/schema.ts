import type { Kysely, Transaction } from 'kysely';
import type { DeploymentState } from '../../contract/deployment-state.ts';
import type { KeySlot } from '../../contract/key-slot.ts';

/**
 * The tables as the query builder sees them; `migrations/` makes them. Times are milliseconds since 1970, lists and
 * settings are JSON text, so that the same rows fit SQLite and PostgreSQL.
 */
export interface Tables {
  service_settings: { name: string; value: string };
  organizations: { id: string; name: string; created_at: number };
  systems: {
    /** The coordination ID of the DMS. */
    id: string;
    organization_id: string;
    name: string;
    connector: 'folder';
    connector_settings: string;
    created_at: number;
  };
  key_sets: {
    id: string;
    organization_id: string;
    /** The DMS of a system key set; null for an organization key set. */
    system_id: string | null;
    label: string;
    permissions: string;
    state: KeySetState;
    /** Grows with every change, so that two custodians cannot overwrite each other. */
    version: number;
    /** Data key of the set, wrapped by the master key; null once the set is revoked. */
    wrapped_data_key: Uint8Array | null;
    master_key_id: string;
    created_at: number;
    created_by: string;
    revoked_at: number | null;
  };
  key_values: {
    id: string;
    set_id: string;
    slot: KeySlot;
    /** 1 for the set's first value of this slot, one more for each regeneration. */
    version: number;
    digest: Uint8Array;
    pepper_id: string;
    /** The value under the set's data key; null once it is dead. */
    sealed: Uint8Array | null;
    /** The last four characters, for display. */
    hint: string;
    state: KeyValueState;
    valid_until: number | null;
    created_at: number;
    created_by: string;
    ended_at: number | null;
  };
  key_usage: {
    value_id: string;
    count: number;
    last_used_at: number;
    last_route: string;
    caller_repository: string | null;
    caller_workflow: string | null;
    caller_run_id: string | null;
    caller_run_attempt: string | null;
  };
  artifacts: {
    id: string;
    system_id: string;
    name: string;
    version: string;
    content_type: string;
    /** The other text parts of the upload, as given. */
    details: string;
    state: 'uploading' | 'complete';
    size: number;
    sha256: string;
    uploaded_by: string;
    created_at: number;
    modified_at: number;
  };
  artifact_chunks: { artifact_id: string; position: number; bytes: Uint8Array };
  deployments: {
    id: string;
    system_id: string;
    /** Place in the queue of its DMS. */
    position: number;
    artifact_id: string;
    state: DeploymentState;
    requested_by: string;
    requested_at: number;
    modified_at: number;
    /** How often a worker took it up. */
    attempts: number;
    lease_owner: string | null;
    lease_until: number | null;
  };
  deployment_events: {
    id: string;
    deployment_id: string;
    position: number;
    created_at: number;
    context: string;
    kind: string;
    metadata: string;
  };
}

export type KeySetState = 'active' | 'revoked';
/** `current` values authenticate; `replaced` and `revoked` ones stay as rows so that a dead key is told from an unknown one. */
export type KeyValueState = 'current' | 'replaced' | 'revoked';

export type Database = Kysely<Tables>;
/** The database inside or outside a transaction. */
export type Queries = Database | Transaction<Tables>;
