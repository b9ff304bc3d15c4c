import type { FileHandle } from 'node:fs/promises';
import { type FileSystem, systemFiles } from '../../../src/key-service/dms/file-system.ts';
import { afterwards } from './cleanup.ts';

/** Files that are as good as on the disk at once: what a power cut would do is not seen here, and time is saved. */
export const unsyncedFiles: FileSystem = {
  ...systemFiles,
  open: async (...given) => Object.assign(await systemFiles.open(...given), { sync: async () => undefined }),
};

/** An operation of a disk: its number, its name, and the path that it is about (of two, the second). */
export interface DiskOperation {
  readonly number: number;
  readonly name: keyof FileSystem;
  readonly path: string;
}

/** A disk that stops answering right before one operation, until it is told to go on. */
export interface StoppingFiles {
  readonly files: FileSystem;
  readonly stopped: Promise<void>;
  goOn(): void;
  /** Operations so far. */
  count(): number;
}

/** @param isWhere the operation to stop before; the first one for which it holds */
export function stoppingFiles(isWhere: (operation: DiskOperation) => boolean): StoppingFiles {
  let count = 0;
  let isDone = false;
  const stopped = Promise.withResolvers<void>();
  const goesOn = Promise.withResolvers<void>();
  // Whoever waits for ever does not close them.
  const opened: FileHandle[] = [];
  afterwards(() => Promise.all(opened.map((handle) => handle.close())));
  const files = new Proxy(unsyncedFiles, {
    get:
      (target, name: keyof FileSystem) =>
      async (...given: never[]) => {
        const [one, other] = given as unknown[];
        const path = String(name === 'rename' ? other : one);
        if (!isDone && isWhere({ number: count++, name, path })) {
          isDone = true;
          stopped.resolve();
          await goesOn.promise;
        }
        const result = await (target[name] as (...given: never[]) => unknown)(...given);
        if (name === 'open') opened.push(result as FileHandle);
        return result;
      },
  });
  return { files, stopped: stopped.promise, goOn: () => goesOn.resolve(), count: () => count };
}
