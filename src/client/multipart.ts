import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { RequestBody } from './message.ts';

export type TextPart = { name: string; value: string };

/** A file to be sent, whose size in bytes was read before. */
export type FilePart = { name: string; filename: string; path: string; size: number };

export type SendProgress = { sent: number; total: number };

/**
 * A multipart/form-data body (RFC 7578): the text parts in their order, then the file, streamed from disk each time it
 * is opened. Its length is known beforehand, so that a service can refuse it at once and a cut one is noticed.
 * The stream fails when the file no longer has the size that was promised.
 * @param boundary must not occur in the parts; a random one does not
 */
export function multipartBody(
  boundary: string,
  texts: readonly TextPart[],
  file: FilePart,
  onProgress: (progress: SendProgress) => void = () => {},
): RequestBody {
  const head = Buffer.from(
    texts
      .map(({ name, value }) => `--${boundary}\r\n${disposition({ name })}\r\n\r\n${value}\r\n`)
      .concat(`--${boundary}\r\n${disposition(file)}\r\nContent-Type: application/octet-stream\r\n\r\n`)
      .join(''),
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);

  async function* pieces(): AsyncGenerator<Buffer> {
    yield head;
    let sent = 0;
    for await (const piece of fileContent(file)) {
      yield piece;
      sent += piece.length;
      onProgress({ sent, total: file.size });
    }
    yield tail;
  }

  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    length: head.length + file.size + tail.length,
    open: () => Readable.from(pieces(), { objectMode: false }),
  };
}

async function* fileContent({ path, size }: FilePart): AsyncGenerator<Buffer> {
  await using file = await open(path);
  let read = 0;
  for await (const piece of file.createReadStream({ autoClose: false })) {
    read += piece.length;
    if (read > size) break;
    yield piece;
  }
  if (read !== size) {
    throw new Error(
      `the file ${path} changed while it was sent: it had ${size} bytes. Let nothing write to it and run again`,
    );
  }
}

/** Names are quoted as browsers do (WHATWG): a quote or a line break in one cannot end the header. */
function disposition({ name, filename }: { name: string; filename?: string }): string {
  const quoted = (text: string) => `"${text.replace(/["\r\n]/g, (character) => encodeURIComponent(character))}"`;
  const start = `Content-Disposition: form-data; name=${quoted(name)}`;
  return filename === undefined ? start : `${start}; filename=${quoted(filename)}`;
}
