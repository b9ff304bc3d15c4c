import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Audited } from '../audit/audited.ts';
import type { Environment } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import type { AuthenticatedKey } from '../keys/key-verifier.ts';
import type { Database } from '../store/schema.ts';
import { ArtifactWriter, chunkBytes } from './artifact-writer.ts';
import type { RequireRoom } from './disk-reserve.ts';
import { removeArtifact } from './remove-artifact.ts';

/** How long an upload may stand still before it counts as given up, as when its process died, in milliseconds. */
const standstillMilliseconds = 60 * 60_000;

/** Uploaded packages, kept as chunks in the database so that every replica has them. */
export class Artifacts {
  readonly #db: Database;
  readonly #audited: Audited;
  readonly #environment: Environment;
  readonly #requireRoom: RequireRoom;

  /** @param requireRoom asked before packages are written to the disk where the embedded database, and those under way, lie */
  constructor(db: Database, audited: Audited, environment: Environment, requireRoom: RequireRoom) {
    this.#requireRoom = requireRoom;
    this.#db = db;
    this.#audited = audited;
    this.#environment = environment;
  }

  /**
   * Begins an upload; nobody sees the artifact before the writer has finished.
   * @throws KeyServiceError `store` when there is too little room for packages, as the writer does
   */
  async begin(systemId: string, key: AuthenticatedKey): Promise<ArtifactWriter> {
    await this.#requireRoom(chunkBytes);
    const now = this.#environment.now();
    // The class of the artifact and a slash are part of the ID: clients take it as opaque (spec 2.1).
    const id = `dmscript/${this.#environment.newId()}`;
    await this.#db
      .insertInto('artifacts')
      .values({
        id,
        system_id: systemId,
        name: '',
        version: '',
        content_type: '',
        details: '{}',
        state: 'uploading',
        size: 0,
        sha256: '',
        uploaded_by: key.valueId,
        created_at: now,
        modified_at: now,
      })
      .execute();
    const [db, audited, environment, requireRoom] = [this.#db, this.#audited, this.#environment, this.#requireRoom];
    return new ArtifactWriter({ id, systemId, key }, { db, audited, environment, requireRoom });
  }

  /**
   * Writes a package to a file, chunk by chunk.
   * @throws KeyServiceError when the artifact is gone, its bytes are not those that were uploaded, or there is too little room for
   * them; the reason of the signal
   */
  async copyTo(id: string, file: string, signal: AbortSignal): Promise<void> {
    const artifact = await this.#db
      .selectFrom('artifacts')
      .select(['size', 'sha256'])
      .where('id', '=', id)
      .where('state', '=', 'complete')
      .executeTakeFirst();
    if (artifact === undefined) {
      throw new KeyServiceError('not-found', `The package ${id} is no longer kept`, 'Upload it again.');
    }
    await this.#requireRoom(artifact.size);
    const hash = createHash('sha256');
    const handle = await open(file, 'w', 0o600);
    try {
      for (let position = 0, left = artifact.size; left > 0; position++) {
        signal.throwIfAborted();
        const chunk = await this.#db
          .selectFrom('artifact_chunks')
          .select('bytes')
          .where('artifact_id', '=', id)
          .where('position', '=', position)
          .executeTakeFirst();
        if (chunk === undefined) break;
        hash.update(chunk.bytes);
        await handle.writeFile(chunk.bytes);
        left -= chunk.bytes.length;
      }
    } finally {
      await handle.close();
    }
    if (hash.digest('hex') !== artifact.sha256) {
      throw new KeyServiceError('store', `The package ${id} is damaged in the store`, 'Upload it again.');
    }
  }

  /**
   * Removes packages that are older than they are kept, unless a deployment waits for them, and uploads that never ended.
   * @param keepMilliseconds how long packages are kept; an hour at least, as an upload may stand still
   */
  async removeExpired(keepMilliseconds: number): Promise<void> {
    const now = this.#environment.now();
    // From here on these are no whole packages to anybody, while their chunks go.
    await this.#db
      .updateTable('artifacts')
      .set({ state: 'uploading' })
      .where('state', '=', 'complete')
      .where('modified_at', '<', now - keepMilliseconds)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('deployments')
              .select('deployments.id')
              .whereRef('deployments.artifact_id', '=', 'artifacts.id')
              .where('deployments.state', '=', 'Pending'),
          ),
        ),
      )
      .execute();
    const abandoned = await this.#db
      .selectFrom('artifacts')
      .select('id')
      .where('state', '=', 'uploading')
      .where('modified_at', '<', now - standstillMilliseconds)
      .execute();
    for (const { id } of abandoned) await removeArtifact(this.#db, id);
  }
}
