import { createHash } from 'node:crypto';
import type { AuditEntry } from '../audit/audit-record.ts';
import type { Audited } from '../audit/audited.ts';
import type { Environment } from '../environment.ts';
import { keyInitiator } from '../keys/key-initiator.ts';
import type { AuthenticatedKey } from '../keys/key-verifier.ts';
import type { Database } from '../store/schema.ts';
import type { RequireRoom } from './disk-reserve.ts';
import { removeArtifact } from './remove-artifact.ts';

/** What is said about a package when it is uploaded (dataminer-services spec 2.1). */
export interface ArtifactDescription {
  readonly name: string;
  readonly version: string;
  readonly contentType: string;
  /** The parts that old clients add: branch, identifier, developer and the like. */
  readonly details: Readonly<Record<string, string>>;
}

/** Which DMS a package is for, and the key that brings it. */
export interface ArtifactUpload {
  readonly id: string;
  readonly systemId: string;
  readonly key: AuthenticatedKey;
}

export interface WriterParts {
  readonly db: Database;
  readonly audited: Audited;
  readonly environment: Environment;
  readonly requireRoom: RequireRoom;
}

/** Bytes per stored chunk. */
export const chunkBytes = 1024 * 1024;

/**
 * Takes the bytes of one package. Memory holds one chunk at most; each chunk is its own transaction, so that a slow upload
 * never keeps others from writing.
 */
export class ArtifactWriter {
  readonly #upload: ArtifactUpload;
  readonly #db: Database;
  readonly #audited: Audited;
  readonly #environment: Environment;
  readonly #requireRoom: RequireRoom;
  readonly #hash = createHash('sha256');
  readonly #buffer = Buffer.allocUnsafe(chunkBytes);
  #filled = 0;
  #position = 0;
  #size = 0;

  constructor(upload: ArtifactUpload, parts: WriterParts) {
    this.#upload = upload;
    this.#db = parts.db;
    this.#audited = parts.audited;
    this.#environment = parts.environment;
    this.#requireRoom = parts.requireRoom;
  }

  get id(): string {
    return this.#upload.id;
  }

  /** Bytes taken so far. */
  get size(): number {
    return this.#size;
  }

  /** @throws KeyServiceError `store` when there is too little room for packages, `store-busy` */
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
    const sha256 = this.#hash.digest('hex');
    await this.#audited.change(async (transaction) => {
      await transaction
        .updateTable('artifacts')
        .set({
          name: description.name,
          version: description.version,
          content_type: description.contentType,
          details: JSON.stringify(description.details),
          state: 'complete',
          size: this.#size,
          sha256,
          modified_at: this.#environment.now(),
        })
        .where('id', '=', this.id)
        .returning('id')
        .executeTakeFirstOrThrow();
      return { result: undefined, entry: this.#entry(description, sha256) };
    });
  }

  /** Removes the artifact and its chunks. */
  async discard(): Promise<void> {
    await removeArtifact(this.#db, this.id);
  }

  #entry({ name, version }: ArtifactDescription, sha256: string): AuditEntry {
    const { systemId, key } = this.#upload;
    return {
      organizationId: key.organization.id,
      operation: 'artifact.uploaded',
      subject: { type: 'artifact', id: this.id, name: `${name} ${version}` },
      systemId,
      initiator: keyInitiator(key),
      details: { size: String(this.#size), sha256 },
    };
  }

  async #store(): Promise<void> {
    const bytes = this.#buffer.subarray(0, this.#filled);
    await this.#requireRoom(bytes.length);
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
