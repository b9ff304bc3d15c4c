import { link, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Environment } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { type SecretSource, secretsFrom } from './secret-source.ts';
import { newSecretText, type SecretName, type ServiceSecret } from './service-secret.ts';

/** Rights of group and others, of which a secret has none. */
const foreignRights = 0o077;

/** Secrets in a file of their own, one in a line, the newest first. It is made on first use. */
export class SecretFile implements SecretSource {
  readonly title: string;
  readonly remedy = 'Restore the secrets folder from its backup, or name the right one with --secrets.';
  readonly #name: SecretName;
  readonly #path: string;

  constructor(name: SecretName, path: string) {
    this.title = `the file ${path}`;
    this.#name = name;
    this.#path = path;
  }

  async read(): Promise<readonly ServiceSecret[] | undefined> {
    const lines = await this.#lines();
    return lines && secretsFrom(this.#name, lines, this);
  }

  /** Makes the file with a new secret. Of several that do so at the same moment exactly one wins. */
  async create(environment: Environment): Promise<void> {
    await this.#writing(environment, [newSecretText(environment)], (draft) =>
      link(draft, this.#path).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      }),
    );
  }

  async #lines(): Promise<readonly string[] | undefined> {
    try {
      await using handle = await open(this.#path, 'r');
      const { mode } = await handle.stat();
      if (process.platform !== 'win32' && (mode & foreignRights) !== 0) throw this.#openToOthers(mode);
      const text = await handle.readFile('utf8');
      return text.trim().split(/\s+/);
    } catch (error) {
      if (error instanceof KeyServiceError) throw error;
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw new KeyServiceError(
        'secrets',
        `The ${this.#name} in ${this.title} cannot be read: ${(error as Error).message}`,
        'Let the account that runs the service read it, and nobody else.',
        { cause: error },
      );
    }
  }

  #openToOthers(mode: number): KeyServiceError {
    return new KeyServiceError(
      'secrets',
      `Others than its owner may use ${this.title} (mode ${(mode & 0o777).toString(8)}), so it is no secret`,
      `Run: chmod 600 '${this.#path}'. If others can have read it, replace it.`,
    );
  }

  /** Writes the whole new content beside the file, safely on disk, and has it put into place. */
  async #writing(
    environment: Environment,
    lines: readonly string[],
    putIntoPlace: (draft: string) => Promise<void>,
  ): Promise<void> {
    const folder = dirname(this.#path);
    const draft = `${this.#path}.${environment.newId()}`;
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      {
        await using handle = await open(draft, 'wx', 0o600);
        await handle.writeFile(`${lines.join('\n')}\n`);
        await handle.sync();
      }
      await putIntoPlace(draft);
      await syncFolder(folder);
    } catch (error) {
      throw new KeyServiceError(
        'secrets',
        `The ${this.#name} cannot be written to ${this.title}: ${(error as Error).message}`,
        'Name a folder that the service may write to with --secrets.',
        { cause: error },
      );
    } finally {
      await rm(draft, { force: true });
    }
  }
}

/** Makes a new or changed name in a folder survive a power cut; Windows has no such call, and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using handle = await open(folder, 'r');
  await handle.sync();
}
