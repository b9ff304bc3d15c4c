import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ServiceSecret } from '../secrets/service-secret.ts';
import { syncFolder } from '../sync-folder.ts';
import { linesFrom } from './lines.ts';
import type { LogKeys } from './log-keys.ts';
import { firstSeal, openLine, sealedLine } from './sealed-line.ts';

/** Lines that are sealed anew at a time. */
const batchSize = 1000;

/** A log is not what was written to it. */
export class SealedLogDamage extends Error {
  constructor(path: string, what: string) {
    super(`${path}: ${what}`);
    this.name = 'SealedLogDamage';
  }
}

/** How far a log was read: up to here it is known to be whole. */
interface ReadMark {
  /** Which file it was; sealed anew it is another one. */
  readonly file: number;
  readonly bytes: number;
  readonly lines: number;
  readonly seal: string;
  /** IDs of the peppers that its lines are sealed with. */
  readonly peppers: ReadonlySet<string>;
}

const beginning: ReadMark = { file: 0, bytes: 0, lines: 0, seal: firstSeal, peppers: new Set() };

/**
 * A file of JSON lines to which lines are only ever added, each sealed together with everything before it: without the pepper
 * nobody can add, change, reorder or remove a line unnoticed, except at the end. Several processes may read it at any time;
 * whoever writes holds a lock that all of them share.
 */
export class SealedLog<Entry extends object> {
  readonly path: string;
  readonly #keys: LogKeys;
  readonly #keepsLines: boolean;
  #mark = beginning;

  /** @param keepsLines whether a file that takes its place must have as many lines as were read: nothing is ever begun anew */
  constructor(path: string, keys: LogKeys, { keepsLines = false } = {}) {
    this.path = path;
    this.#keys = keys;
    this.#keepsLines = keepsLines;
  }

  /** Lines that were read or written so far. */
  get lines(): number {
    return this.#mark.lines;
  }

  /**
   * Reads what was added since the last reading; nothing where there is no file yet. What follows the last end of a line is still
   * being written, or was when its writer crashed: it is left alone, and gives way to the next line that is added.
   * @throws SealedLogDamage at the first line that is not as it was written; what was before it has been given. And whatever the
   * file system throws
   */
  async *readOn(): AsyncGenerator<Entry> {
    await using handle = await openIfThere(this.path);
    if (handle === undefined) {
      if (this.#mark.bytes > 0) throw new SealedLogDamage(this.path, 'it is gone');
      return;
    }
    const { ino, size } = await handle.stat();
    const fewest = this.#keepsLines ? this.#mark.lines : 0;
    if (ino !== this.#mark.file) this.#mark = { ...beginning, file: ino };
    if (size < this.#mark.bytes) throw new SealedLogDamage(this.path, 'it is shorter than it was');
    for await (const line of linesFrom(handle, this.#mark.bytes)) yield this.#open(line);
    if (this.#mark.lines >= fewest) return;
    // Looked at again, it must be refused again.
    this.#mark = { ...this.#mark, file: 0, lines: fewest };
    throw new SealedLogDamage(this.path, 'an older copy, which lacks lines, took its place');
  }

  /**
   * Adds lines; when this resolves they are on disk. The caller holds the lock of the log.
   * @param pepper what they are sealed with
   * @throws as {@link readOn} does
   */
  async append(entries: readonly Entry[], pepper: ServiceSecret): Promise<void> {
    await this.#readToEnd();
    await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
    await using handle = await open(this.path, 'a', 0o600);
    const { size, ino } = await handle.stat();
    // The rest of a line whose writer crashed.
    if (size > this.#mark.bytes) await handle.truncate(this.#mark.bytes);
    const { text, seal } = this.#sealed(entries, pepper);
    await handle.appendFile(text);
    await handle.sync();
    if (size === 0) await syncFolder(dirname(this.path));
    const { bytes, lines, peppers } = this.#mark;
    const added = { bytes: bytes + Buffer.byteLength(text), lines: lines + entries.length };
    this.#mark = { file: ino, ...added, seal, peppers: withPepper(peppers, pepper.id) };
  }

  /**
   * Seals all lines with one pepper, if some are not, so that others can be forgotten. The caller holds the lock of the log.
   * @throws as {@link readOn} does
   */
  async sealAnew(pepper: ServiceSecret): Promise<void> {
    await this.#readToEnd();
    if ([...this.#mark.peppers].every((id) => id === pepper.id)) return;
    const draft = `${this.path}.new`;
    await rm(draft, { force: true });
    const renewed = new SealedLog<Entry>(draft, this.#keys);
    const batch: Entry[] = [];
    for await (const entry of new SealedLog<Entry>(this.path, this.#keys).readOn()) {
      batch.push(entry);
      if (batch.length === batchSize) await renewed.append(batch.splice(0), pepper);
    }
    await renewed.append(batch, pepper);
    await rename(draft, this.path);
    await syncFolder(dirname(this.path));
  }

  /** Puts the file out of the way, whatever it holds; the log is empty then. The caller holds the lock of the log. */
  async moveAside(suffix: string): Promise<void> {
    this.#mark = beginning;
    await rename(this.path, `${this.path}.${suffix}`).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }

  async #readToEnd(): Promise<void> {
    for await (const _ of this.readOn());
  }

  #open(line: Buffer): Entry {
    const { file, bytes, lines, seal, peppers } = this.#mark;
    const opened = openLine<Entry>(this.#keys, seal, line.toString());
    if (typeof opened === 'string')
      throw new SealedLogDamage(this.path, `line ${lines + 1} cannot be trusted: ${opened}`);
    this.#mark = {
      file,
      bytes: bytes + line.length + 1,
      lines: lines + 1,
      seal: opened.seal,
      peppers: withPepper(peppers, opened.pepper),
    };
    return opened.entry;
  }

  #sealed(entries: readonly Entry[], pepper: ServiceSecret): { text: string; seal: string } {
    let { seal } = this.#mark;
    let text = '';
    for (const entry of entries) {
      const line = sealedLine(this.#keys, pepper, seal, entry);
      seal = line.seal;
      text += `${line.text}\n`;
    }
    return { text, seal };
  }
}

function withPepper(peppers: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return peppers.has(id) ? peppers : new Set([...peppers, id]);
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  return await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
