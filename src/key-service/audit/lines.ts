import type { FileHandle } from 'node:fs/promises';

const newline = 0x0a;

/** Longest line, in bytes. */
const maxLineBytes = 1024 * 1024;

/**
 * The lines of a file from a place on, without their ends. What follows the last end of a line is none yet and is left out,
 * unless it is longer than any line may be: that comes as it is, and is the last.
 */
export async function* linesFrom(handle: FileHandle, start: number): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of handle.createReadStream({ start, autoClose: false }) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([rest, chunk]);
    let begin = 0;
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, begin)) {
      yield bytes.subarray(begin, end);
      begin = end + 1;
    }
    rest = bytes.subarray(begin);
    if (rest.length <= maxLineBytes) continue;
    yield rest;
    return;
  }
}
