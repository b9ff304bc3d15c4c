import { readFile, stat } from 'node:fs/promises';
import { PackagingError } from '../dmapp/packaging-error.ts';
import { decodeText } from './text-encoding.ts';

/** No source file of people comes near this; a larger one is a mistake or an attack. */
const maxTextBytes = 16 * 1024 * 1024;

/**
 * Reads a text file anywhere; for files of a work tree use {@link WorkTree.readText}.
 * @param shown how messages name the file
 */
export async function readTextFile(path: string, shown: string, strict = false): Promise<string> {
  const stats = await stat(path).catch((cause) => {
    throw unreadable(`The file ${shown} cannot be read.`, cause);
  });
  if (!stats.isFile()) {
    throw unreadable(`${shown} is not a file.`);
  }
  if (stats.size > maxTextBytes) {
    throw new PackagingError('file-too-large', `The file ${shown} has ${stats.size} bytes.`, {
      next: `Split it: source files of more than ${maxTextBytes} bytes are not read.`,
    });
  }
  const bytes = await readFile(path).catch((cause) => {
    throw unreadable(`The file ${shown} cannot be read.`, cause);
  });
  try {
    return decodeText(bytes, { strict });
  } catch (cause) {
    throw new PackagingError('malformed-xml', 'The file holds bytes that are not of its encoding.', {
      where: shown,
      next: 'Save it as UTF-8.',
      cause,
    });
  }
}

function unreadable(message: string, cause?: unknown): PackagingError {
  return new PackagingError('file-unreadable', message, { next: 'Check that the file exists and may be read.', cause });
}
