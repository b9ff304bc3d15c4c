import type { Stats } from 'node:fs';
import { type FileHandle, link, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Environment } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { syncFolder } from '../sync-folder.ts';
import { type SecretSource, type Secrets, secretsIn } from './secret-source.ts';
import { newSecretText, type SecretName, secretFrom } from './service-secret.ts';

/** Rights of group and others, of which a secret gives none. */
const foreignRights = 0o077;

/** Codes of errors that mean that somebody else has to write, as for secrets that a system hands out read-only. */
const notAllowed = new Set(['EROFS', 'EACCES', 'EPERM']);

/** The right of everybody to put other files into a folder; where it is sticky, into the place of nobody else's. */
const everybodyWrites = 0o002;
const sticky = 0o1000;

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

  /** Any number of processes may do this at the same moment. */
  async make(environment: Environment): Promise<void> {
    await this.#write(() => create(this.#path, `${newSecretText(environment)}\n`, environment));
  }

  /** To a file that is there already only one process may add at a time, which a rotation sees to. */
  async add(environment: Environment): Promise<void> {
    const file = await this.#content();
    if (file === undefined) return await this.make(environment);
    await this.#write(() => replace(this.#path, `${newSecretText(environment)}\n${file.text}`, file.stats));
  }

  /** Only one process may do this at a time, which a rotation sees to. */
  async remove(ids: readonly string[]): Promise<boolean> {
    const file = await this.#content();
    if (file === undefined) return true;
    const entries = file.text.trim().split(/[\s,]+/);
    const kept = entries.filter((entry) => !ids.includes(secretFrom(this.name, entry)?.id ?? ''));
    try {
      await replace(this.#path, `${kept.join('\n')}\n`, file.stats);
      return true;
    } catch (error) {
      if (notAllowed.has((error as NodeJS.ErrnoException).code ?? '')) return false;
      throw this.#notWritten(error);
    }
  }

  async #write(act: () => Promise<void>): Promise<void> {
    await act().catch((error) => {
      throw this.#notWritten(error);
    });
  }

  async #content(): Promise<{ text: string; stats: Stats } | undefined> {
    try {
      await using file = await open(this.#path, 'r');
      const stats = await file.stat();
      if (isPosix && (stats.mode & foreignRights) !== 0) throw this.#openToOthers(stats);
      if (isPosix) await this.#requireClosedFolder();
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

  async #requireClosedFolder(): Promise<void> {
    const folder = dirname(this.#path);
    const { mode } = await stat(folder);
    if ((mode & everybodyWrites) === 0 || (mode & sticky) !== 0) return;
    throw new KeyServiceError(
      'secrets',
      `Everybody on this machine may replace ${this.title}: its folder has mode ${(mode & 0o777).toString(8)}`,
      `Run: chmod 700 '${folder}'`,
    );
  }

  #openToOthers({ mode }: Stats): KeyServiceError {
    return new KeyServiceError(
      'secrets',
      `Others than its owner may use ${this.title} (mode ${(mode & 0o777).toString(8)}), so it may be no secret any more`,
      `Run: chmod 600 '${this.#path}'`,
    );
  }

  #notWritten(error: unknown): KeyServiceError {
    return new KeyServiceError(
      'secrets',
      `The ${this.name} cannot be written to ${this.title}: ${(error as Error).message}`,
      'Run this as the account that owns the file, or name a folder that it may write to with --secrets.',
      { cause: error },
    );
  }
}

/** Makes a file with its whole content or not at all. Of several processes that do this at the same moment exactly one wins. */
async function create(path: string, text: string, environment: Environment): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${environment.newId()}`;
  try {
    await writeDraft(draft, text);
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(dirname(path));
}

/** Puts a new file into the place of another, or of what that leads to when it is a link: all of it, or nothing changes. */
async function replace(name: string, text: string, replaced: Stats): Promise<void> {
  const path = await realpath(name);
  // Always of the same name: what a process that was killed has left of secrets goes with the next change.
  const draft = `${path}.new`;
  await rm(draft, { force: true });
  await writeDraft(draft, text, replaced);
  await rename(draft, path);
  await syncFolder(dirname(path));
}

/** A draft belongs to whom the file that it replaces belongs to, so that a service can still read what root has written. */
async function writeDraft(path: string, text: string, replaced?: Stats): Promise<void> {
  await using draft: FileHandle = await open(path, 'wx', 0o600);
  if (isPosix && replaced !== undefined) await draft.chown(replaced.uid, replaced.gid);
  await draft.writeFile(text);
  await draft.sync();
}
