import { isDeepStrictEqual } from 'node:util';
import type { Initiator } from '../../contract/management/initiator.ts';
import type { NewSystem, SystemChange } from '../../contract/management/organizations.ts';
import { lockPlaceFor } from '../access/actor.ts';
import { signatureOf } from '../access/principal.ts';
import { giveRole } from '../access/roles.ts';
import type { AuditEntry } from '../audit/audit-record.ts';
import type { Audited } from '../audit/audited.ts';
import type { ConnectorBounds } from '../dms/connector-kind.ts';
import { type ConnectorSettings, connectorColumns, connectorSettings, kindOf } from '../dms/connector-kinds.ts';
import type { Environment } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { requireName } from '../name.ts';
import { comparable } from '../store/comparable-text.ts';
import { requireVersion } from '../store/expected-version.ts';
import { lockMatter, lockRow } from '../store/lock.ts';
import type { Database, Queries } from '../store/schema.ts';
import { withinTime } from '../time-limit.ts';
import { requireOwnName, requireOwnPlace } from './system-rules.ts';
import type { SystemRow } from './system-view.ts';

/** How long the place of a DMS may take to answer, in milliseconds. */
const answerMilliseconds = 5_000;

/** Who connects a DMS or changes how it is connected. */
export interface SystemActor {
  readonly initiator: Initiator;
  readonly allowedFolders: ConnectorBounds['allowedFolders'];
}

/** The DataMiner Systems that packages are delivered to: connecting them, and changing how they are connected. */
export class Systems {
  readonly #db: Database;
  readonly #audited: Audited;
  readonly #environment: Environment;
  readonly #ownFolders: readonly string[];

  /** @param ownFolders folders of the service itself, which no DMS may touch */
  constructor(db: Database, audited: Audited, environment: Environment, ownFolders: readonly string[]) {
    this.#db = db;
    this.#audited = audited;
    this.#environment = environment;
    this.#ownFolders = ownFolders;
  }

  /**
   * Connects a DMS. Two DMSs never share a folder, nor lie in one another, for deployments are kept in order per DMS only; and no
   * two of an organization have the same name.
   * @param ownerId the user who becomes Owner of the DMS
   * @throws KeyServiceError `not-found` for an unknown organization, `invalid` for a bad name or connector, `forbidden` for a
   * connector that is out of bounds, `conflict` for one, or a name, that another DMS has
   */
  async create(
    organizationId: string,
    given: NewSystem,
    actor: SystemActor,
    ownerId?: string,
  ): Promise<{ id: string; name: string }> {
    const system = { id: this.#environment.newId(), name: requireName('name', given.name) };
    const settings = await this.#accepted(given.connector, actor);
    return await this.#audited.change(async (transaction) => {
      await lockMatter(transaction, 'names and folders of DMSs');
      const organization = organizationId.toLowerCase();
      // Every member may connect one.
      const member = { initiator: actor.initiator, role: 'member' } as const;
      await lockPlaceFor(
        transaction,
        { organizationId: organization, systemId: null },
        member,
        this.#environment.now(),
      );
      const row = { ...system, organization_id: organization };
      await requireOwnName(transaction, row);
      await requireOwnPlace(transaction, row, settings);
      const now = this.#environment.now();
      await transaction
        .insertInto('systems')
        .values({
          ...row,
          ...connectorColumns(settings),
          comparable_name: comparable(system.name),
          version: 1,
          created_at: now,
        })
        .execute();
      const place = { organizationId: organization, systemId: system.id };
      return {
        result: system,
        entry: systemEntry('system.created', row, actor.initiator, detailsOf(settings)),
        revocations:
          ownerId === undefined ? [] : [await giveRole(transaction, place, { userId: ownerId, role: 'owner', now })],
      };
    });
  }

  /**
   * Renames a DMS, or connects it in another way. A deployment that is under way goes on in the old way.
   * @throws KeyServiceError as `create`; `conflict` for another version as well. The DMS must exist
   */
  async change(systemId: string, given: SystemChange, actor: SystemActor): Promise<void> {
    const seen = await rowOf(this.#db, systemId);
    // What stays as it is needs nobody's leave.
    const wanted = given.connector && !isSame(given.connector, connectorSettings(seen)) ? given.connector : undefined;
    const accepted = wanted && (await this.#accepted(wanted, actor));
    await this.#audited.change(async (transaction) => {
      await lockMatter(transaction, 'names and folders of DMSs');
      await lockRow(transaction, 'systems', systemId);
      const row = await rowOf(transaction, systemId);
      requireVersion(`DMS "${row.name}"`, row, given.version);
      const name = given.name === undefined ? row.name : requireName('name', given.name);
      const former = connectorSettings(row);
      const settings = accepted ?? former;
      if (name === row.name && isSame(settings, former)) return { result: undefined, entry: [] };
      await requireOwnName(transaction, { ...row, name });
      await requireOwnPlace(transaction, row, settings);
      await transaction
        .updateTable('systems')
        .set({
          name,
          comparable_name: comparable(name),
          ...connectorColumns(settings),
          version: row.version + 1,
          changed_at: this.#environment.now(),
          changed_by: signatureOf(actor.initiator),
        })
        .where('id', '=', systemId)
        .execute();
      const details = {
        ...(name !== row.name && { 'former name': row.name }),
        ...(!isSame(settings, former) && { ...detailsOf(settings), 'former folder': former.folder }),
      };
      return { result: undefined, entry: systemEntry('system.changed', { ...row, name }, actor.initiator, details) };
    });
  }

  async #accepted(settings: ConnectorSettings, { allowedFolders }: SystemActor): Promise<ConnectorSettings> {
    const bounds = { ownFolders: this.#ownFolders, allowedFolders };
    return await withinTime(answerMilliseconds, kindOf(settings).accept(settings, bounds), () => {
      throw new KeyServiceError(
        'invalid',
        'The place of the DMS did not answer in time',
        'Check its disk and the way to it, and try again.',
      );
    });
  }
}

async function rowOf(db: Queries, systemId: string): Promise<SystemRow> {
  return await db.selectFrom('systems').selectAll().where('id', '=', systemId).executeTakeFirstOrThrow();
}

function isSame(one: ConnectorSettings, other: ConnectorSettings): boolean {
  return isDeepStrictEqual(one, other);
}

function detailsOf({ type, folder }: ConnectorSettings): Record<string, string> {
  return { connector: type, folder };
}

/** A record of what was done with a DMS as such. */
function systemEntry(
  operation: 'system.created' | 'system.changed',
  { id, name, organization_id }: Pick<SystemRow, 'id' | 'name' | 'organization_id'>,
  initiator: Initiator,
  details: Readonly<Record<string, string>>,
): AuditEntry {
  return {
    organizationId: organization_id,
    operation,
    subject: { type: 'system', id, name },
    systemId: id,
    initiator,
    details,
  };
}
