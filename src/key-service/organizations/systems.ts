import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative } from 'node:path';
import type { Environment } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';

import { requireName } from '../name.ts';
import { comparable } from '../store/comparable-text.ts';
import { lockMatter } from '../store/lock.ts';
import type { Database } from '../store/schema.ts';

/** How the service reaches a DMS: it writes into the `Skyline DataMiner` folder itself. */
export interface FolderSettings {
  readonly connector: 'folder';
  readonly folder: string;
}

/** The DataMiner Systems that packages are delivered to. */
export class Systems {
  readonly #db: Database;
  readonly #environment: Environment;

  constructor(db: Database, environment: Environment) {
    this.#db = db;
    this.#environment = environment;
  }

  /**
   * Connects a DMS by its `Skyline DataMiner` folder. Two DMSs never share a folder, nor lie in one another: deployments are
   * kept in order per DMS only.
   * @param given `folder` is an absolute path
   * @throws KeyServiceError `not-found` for an unknown organization, `invalid` for a bad name or folder
   */
  async create(organizationId: string, given: { name: string; folder: string }): Promise<{ id: string; name: string }> {
    const system = { id: this.#environment.newId(), name: requireName('name', given.name) };
    const folder = await existingFolder(given.folder);
    await this.#db.transaction().execute(async (transaction) => {
      const id = organizationId.toLowerCase();
      const organization = await transaction
        .selectFrom('organizations')
        .where('id', '=', id)
        .select('id')
        .executeTakeFirst();
      if (organization === undefined) {
        throw new KeyServiceError(
          'not-found',
          `There is no organization ${organizationId}`,
          'Give the ID that create-organization answered.',
        );
      }
      await lockMatter(transaction, 'folders of DMSs');
      const others = await transaction.selectFrom('systems').select(['name', 'connector_settings']).execute();
      const clash = others.find((other) => overlap(folder, folderOf(other.connector_settings)));
      if (clash) {
        throw new KeyServiceError(
          'invalid',
          `The folder ${folder} overlaps that of the DMS ${clash.name}`,
          'Give each DMS a folder of its own.',
        );
      }
      await transaction
        .insertInto('systems')
        .values({
          ...system,
          comparable_name: comparable(system.name),
          organization_id: id,
          version: 1,
          connector: 'folder',
          connector_settings: JSON.stringify({ folder }),
          created_at: this.#environment.now(),
        })
        .execute();
    });
    return system;
  }

  /** How a DMS is reached. The DMS must exist. */
  async settingsOf(systemId: string): Promise<FolderSettings> {
    const row = await this.#db
      .selectFrom('systems')
      .select(['connector', 'connector_settings'])
      .where('id', '=', systemId)
      .executeTakeFirstOrThrow();
    return { connector: row.connector, folder: folderOf(row.connector_settings) };
  }
}

async function existingFolder(folder: string): Promise<string> {
  const found = isAbsolute(folder) ? await stat(folder).catch(() => undefined) : undefined;
  if (found?.isDirectory()) return await realpath(folder);
  throw new KeyServiceError(
    'invalid',
    `The folder ${folder} is not an existing folder with an absolute path`,
    'Create the folder first, or name the "Skyline DataMiner" folder of the DMS.',
  );
}

function folderOf(settings: string): string {
  return (JSON.parse(settings) as { folder: string }).folder;
}

function overlap(one: string, other: string): boolean {
  return isWithin(one, other) || isWithin(other, one);
}

function isWithin(outer: string, inner: string): boolean {
  const path = relative(outer, inner);
  return path === '' || (!isAbsolute(path) && path.split(/[\\/]/)[0] !== '..');
}
