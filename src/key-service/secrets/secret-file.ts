import type { Stats } from 'node:fs';
import { type FileHandle, link, mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Environment } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { syncFolder } from '../sync-folder.ts';
import { type SecretSource, type Secrets, secretsIn } from './secret-source.ts';
import { newSecretText, type SecretName, secretFrom } from './service-secret.ts';

/** Rights of group and others, of which a secret gives none. */
const foreignRights = 0o077;

const isPosix = process.platform !== 'win32';

/** Secrets in a file of their own, one in a line, the newest first. It is made on first use, for its owner only. */
export class SecretFile implements SecretSource {
  readonly name: SecretName;
  readonly title: string;
  readonly remedy =
    'Restore the secrets folder from its backup, name the right one with --secrets, or give the secret as the service gets it.';
  readonly #path: string;

  constructor(name: SecretName, path: string) {
    this.name = name;
    this.title = `the file ${path}`;
    this.#path = path;
  }

  async read(): Promise<Secrets | undefined> {
    const file = await this.#content();
    return file && secretsIn(file.text, this);
  }

  /**
   * Of several who make the file at the same moment exactly one wins. To a file that is there already only one may add at a
   * time, which a rotation makes sure of.
   */
  async add(environment: Environment): Promise<void> {
    const file = await this.#content();
    const text = `${newSecretText(environment)}\n`;
    if (file === undefined) await this.#write(text, environment);
    else await this.#write(text + file.text, environment, file.stats);
  }

  async remove(ids: readonly string[], environment: Environment): Promise<void> {
    const file = await this.#content();
    if (file === undefined) return;
    const entries = file.text.trim().split(/[\s,]+/);
    const kept = entries.filter((entry) => !ids.includes(secretFrom(this.name, entry)?.id ?? ''));
    await this.#write(`${kept.join('\n')}\n`, environment, file.stats);
  }

  async #content(): Promise<{ text: string; stats: Stats } | undefined> {
    try {
      await using file = await open(this.#path, 'r');
      const stats = await file.stat();
      if (isPosix && (stats.mode & foreignRights) !== 0) throw this.#openToOthers(stats);
      return { text: await file.readFile('utf8'), stats };
    } catch (error) {
      if (error instanceof KeyServiceError) throw error;
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw new KeyServiceError(
        'secrets',
        `The ${this.name} in ${this.title} cannot be read: ${(error as Error).message}`,
        'Let the account that runs the service read it, and nobody else.',
        { cause: error },
      );
    }
  }

  #openToOthers({ mode }: Stats): KeyServiceError {
    return new KeyServiceError(
      'secrets',
      `Others than its owner may use ${this.title} (mode ${(mode & 0o777).toString(8)}), so it may be no secret any more`,
      `Run: chmod 600 '${this.#path}'`,
    );
  }

  /** Writes a new file beside its final place, safely onto the disk, and puts it there: all of it, or nothing changes. */
  async #write(text: string, environment: Environment, replaced?: Stats): Promise<void> {
    try {
      // Where the file is a link, what it leads to is replaced, not the link.
      const path = replaced === undefined ? this.#path : await realpath(this.#path);
      const folder = dirname(path);
      if (replaced === undefined) await mkdir(folder, { recursive: true, mode: 0o700 });
      const draft = `${path}.${environment.newId()}`;
      try {
        await writeDraft(draft, text, replaced);
        await (replaced === undefined ? linkUnlessThere(draft, path) : rename(draft, path));
      } finally {
        await rm(draft, { force: true });
      }
      await syncFolder(folder);
    } catch (error) {
      throw new KeyServiceError(
        'secrets',
        `The ${this.name} cannot be written to ${this.title}: ${(error as Error).message}`,
        'Run this as the account that owns the file, or name a folder that it may write to with --secrets.',
        { cause: error },
      );
    }
  }
}

/** A new file belongs to whom the one that it replaces belongs to, so that the service can still read what root has written. */
async function writeDraft(path: string, text: string, replaced: Stats | undefined): Promise<void> {
  await using draft: FileHandle = await open(path, 'wx', 0o600);
  if (isPosix && replaced !== undefined) await draft.chown(replaced.uid, replaced.gid);
  await draft.writeFile(text);
  await draft.sync();
}

async function linkUnlessThere(draft: string, path: string): Promise<void> {
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}
