import type { Kysely, Transaction } from 'kysely';
import type { DeploymentState } from '../../contract/deployment-state.ts';
import type { KeySlot } from '../../contract/key-slot.ts';
import type { InitiatorType } from '../../contract/management/initiator.ts';
import type { Role } from '../../contract/management/role.ts';

/**
 * The tables as the query builder sees them; `migrations/` makes them. Times are milliseconds since 1970, lists and
 * settings are JSON text, so that the same rows fit SQLite and PostgreSQL.
 */
export interface Tables {
  service_settings: { name: string; value: string };
  organizations: {
    id: string;
    name: string;
    /** The name as names are compared. */
    comparable_name: string;
    version: number;
    created_at: number;
    /** The last change since it was created. */
    changed_at: number | null;
    changed_by: string | null;
  };
  systems: {
    /** The coordination ID of the DMS. */
    id: string;
    organization_id: string;
    name: string;
    /** The name as names are compared; one DMS of an organization has it. */
    comparable_name: string;
    version: number;
    connector: ConnectorType;
    /** JSON of what the connector needs to know. */
    connector_settings: string;
    created_at: number;
    /** The last change since it was connected. */
    changed_at: number | null;
    changed_by: string | null;
  };
  users: {
    id: string;
    /** In lower case. */
    email: string;
    name: string;
    /** In PHC form: algorithm, parameters, salt, hash. */
    password_hash: string;
    password_changed_at: number;
    created_at: number;
    /** When the user last did something, to the minute; null before the first sign-in. */
    last_seen_at: number | null;
  };
  roles: {
    user_id: string;
    organization_id: string;
    /** The DMS that the role is for; null for the organization. */
    system_id: string | null;
    /** The DMS, or else the organization: one role for each user and scope. */
    scope_id: string;
    role: Role;
    created_at: number;
  };
  sessions: {
    /** Hash of the cookie's value. */
    digest: Uint8Array;
    user_id: string;
    /** When the user signed in. */
    created_at: number;
    last_seen_at: number;
  };
  tokens: {
    id: string;
    organization_id: string;
    name: string;
    role: Role;
    digest: Uint8Array;
    /** The last four characters, for display. */
    hint: string;
    created_at: number;
    created_by: string;
    expires_at: number | null;
    last_used_at: number | null;
    revoked_at: number | null;
  };
  key_sets: {
    id: string;
    organization_id: string;
    /** The DMS of a system key set; null for an organization key set. */
    system_id: string | null;
    label: string;
    /** The label as labels are compared; of the live sets of one place, no two have the same. */
    comparable_label: string;
    permissions: string;
    state: KeySetState;
    /** From then on neither value works. */
    expires_at: number | null;
    /** Grows with every change, so that two custodians cannot overwrite each other. */
    version: number;
    /** Data key of the set, wrapped by the master key; null once the set is revoked. */
    wrapped_data_key: Uint8Array | null;
    master_key_id: string;
    created_at: number;
    created_by: string;
    /** The last change of what the set is, apart from its use. */
    changed_at: number;
    changed_by: string;
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
    /** How long a replaced value still works; null for not at all. */
    valid_until: number | null;
    created_at: number;
    created_by: string;
    ended_at: number | null;
  };
  /**
   * Who used a value, as far as the callers say it; names are empty where they do not. Those of callers that called long ago are
   * forgotten, what they did is not: see `forgottenName`.
   */
  key_usage: {
    value_id: string;
    repository: string;
    workflow: string;
    count: number;
    first_used_at: number;
    last_used_at: number;
    last_route: string;
    last_run_id: string | null;
    last_run_attempt: string | null;
    last_address: string | null;
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
    package_name: string;
    package_version: string;
    /** Package name, version and repository as texts are compared, to be searched. */
    comparable_text: string;
    /** The way to the DMS when a worker first took it up; it is kept to, even when the DMS is connected in another way meanwhile. */
    connector: ConnectorType | null;
    connector_settings: string | null;
    state: DeploymentState;
    requested_by_type: InitiatorType;
    /** The key set, user or token. */
    requested_by_id: string | null;
    requested_by_name: string;
    caller_repository: string | null;
    caller_workflow: string | null;
    caller_run_id: string | null;
    caller_run_attempt: string | null;
    /** The deployment that this one repeats. */
    retry_of: string | null;
    requested_at: number;
    modified_at: number;
    /** Who asked for its end, when somebody did. */
    cancelled_by: string | null;
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
  audit_records: {
    /** The chain that the record belongs to. */
    organization_id: string;
    /** 1 for the first record of a chain. */
    position: number;
    id: string;
    created_at: number;
    operation: string;
    subject_type: string;
    subject_id: string;
    subject_name: string;
    /** The names as they are searched. */
    comparable_subject: string;
    system_id: string | null;
    initiator_type: InitiatorType;
    initiator_id: string | null;
    initiator_name: string;
    comparable_initiator: string;
    details: string;
    previous_hash: Uint8Array;
    hash: Uint8Array;
  };
  /** The last record of each chain. */
  audit_heads: { organization_id: string; position: number; hash: Uint8Array };
  /** What ended for good, to be told to the revocation log outside the database. */
  revocations: { id: string; position: number; created_at: number; entry: string; logged_at: number | null };
}

export type ConnectorType = 'folder';
export type KeySetState = 'active' | 'disabled' | 'revoked';
/**
 * `current` values authenticate, `replaced` ones only while their grace lasts; dead ones stay as rows, so that a dead key is
 * told from an unknown one.
 */
export type KeyValueState = 'current' | 'replaced' | 'revoked';

export type Database = Kysely<Tables>;
/** The database inside or outside a transaction. */
export type Queries = Database | Transaction<Tables>;
