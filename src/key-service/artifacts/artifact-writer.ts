import { createHash } from 'node:crypto';
import type { Environment } from '../environment.ts';
import type { Database } from '../store/schema.ts';
import { removeArtifact } from './remove-artifact.ts';

/** What is said about a package when it is uploaded (dataminer-services spec 2.1). */
export interface ArtifactDescription {
  readonly name: string;
  readonly version: string;
  readonly contentType: string;
  /** The parts that old clients add: branch, identifier, developer and the like. */
  readonly details: Readonly<Record<string, string>>;
}

/** Bytes per stored chunk. */
export const chunkBytes = 1024 * 1024;

/**
 * Takes the bytes of one package. Memory holds one chunk at most; each chunk is its own transaction, so that a slow upload
 * never keeps others from writing.
 */
export class ArtifactWriter {
  readonly id: string;
  readonly #db: Database;
  readonly #environment: Environment;
  readonly #hash = createHash('sha256');
  readonly #buffer = Buffer.allocUnsafe(chunkBytes);
  #filled = 0;
  #position = 0;
  #size = 0;

  constructor(id: string, db: Database, environment: Environment) {
    this.id = id;
    this.#db = db;
    this.#environment = environment;
  }

  /** Bytes taken so far. */
  get size(): number {
    return this.#size;
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes);
    this.#size += bytes.length;
    for (let from = 0; from < bytes.length; ) {
      const part = bytes.subarray(from, from + chunkBytes - this.#filled);
      this.#buffer.set(part, this.#filled);
      this.#filled += part.length;
      from += part.length;
      if (this.#filled === chunkBytes) await this.#store();
    }
  }

  /** Stores the last chunk, then makes the artifact visible together with its description. */
  async finish(description: ArtifactDescription): Promise<void> {
    if (this.#filled > 0) await this.#store();
    await this.#db
      .updateTable('artifacts')
      .set({
        name: description.name,
        version: description.version,
        content_type: description.contentType,
        details: JSON.stringify(description.details),
        state: 'complete',
        size: this.#size,
        sha256: this.#hash.digest('hex'),
        modified_at: this.#environment.now(),
      })
      .where('id', '=', this.id)
      .executeTakeFirstOrThrow();
  }

  /** Removes the artifact and its chunks. */
  async discard(): Promise<void> {
    await removeArtifact(this.#db, this.id);
  }

  async #store(): Promise<void> {
    const bytes = this.#buffer.subarray(0, this.#filled);
    await this.#db.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('artifact_chunks')
        .values({ artifact_id: this.id, position: this.#position, bytes })
        .execute();
      await transaction
        .updateTable('artifacts')
        .set({ modified_at: this.#environment.now() })
        .where('id', '=', this.id)
        .execute();
    });
    this.#position += 1;
    this.#filled = 0;
  }
}
