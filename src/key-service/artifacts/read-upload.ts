import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';

/** Why an upload was not taken; `status` is what the caller is told. */
export class UploadError extends Error {
  readonly status: 400 | 413;

  constructor(status: 400 | 413, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UploadError';
    this.status = status;
  }
}

/** Bounds on everything in the form that is not the package itself. */
const formLimits = { fields: 50, parts: 60, fieldSize: 64 * 1024, headerPairs: 32, headerSize: 16 * 1024 };

/**
 * Reads a multipart form: text parts are collected, the first part named `file` goes to `takeFile` as a stream, other files
 * are passed over. The form may have its parts in any order, and the framing is that of many clients: quoted boundary,
 * unquoted part names, `filename*`, text parts with a type (dataminer-services spec 2.1).
 *
 * The request is left open when this fails, so that an answer can still be given; whoever answers drains the rest.
 * @param maxBytes longest request that is read, whatever it consists of
 * @returns the text parts by name; the first one counts when a name comes twice
 * @throws UploadError 400 for a form that is malformed, cut off or has no `file`, 413 for one that is too long; whatever `takeFile`
 * throws
 */
export async function readUpload(
  request: IncomingMessage,
  maxBytes: number,
  takeFile: (stream: Readable) => Promise<void>,
): Promise<ReadonlyMap<string, string>> {
  const fields = new Map<string, string>();
  let file: { stream: Readable; taken: Promise<void> } | undefined;
  const parser = parserFor(request);
  try {
    await new Promise<void>((resolve, reject) => {
      const cutOff = () => reject(new UploadError(400, 'The upload ended before its last part was complete.'));
      const broken = (cause: unknown) =>
        reject(new UploadError(400, 'The multipart form is malformed or cut off.', { cause }));
      const tooMuch = () => reject(new UploadError(400, 'The multipart form has too many parts.'));
      parser.once('finish', resolve).on('error', broken);
      parser.once('fieldsLimit', tooMuch).once('partsLimit', tooMuch);
      parser.on('field', (name, value, _nameTruncated, truncated) => {
        if (truncated) reject(new UploadError(400, 'A text part of the form is too long.'));
        else if (!fields.has(name)) fields.set(name, value);
      });
      parser.on('file', (name: string | undefined, stream: BusboyFileStream) => {
        if (name !== 'file' || file !== undefined) {
          stream.on('error', broken).resume();
          return;
        }
        file = { stream, taken: takeFile(stream) };
        file.taken.catch(reject);
      });
      request.once('error', cutOff).once('close', () => {
        if (!request.complete) cutOff();
      });
      let left = maxBytes;
      request.on('data', (chunk: Buffer) => {
        left -= chunk.length;
        if (left < 0) reject(new UploadError(413, `The request is longer than ${maxBytes} bytes.`));
      });
      request.pipe(parser);
    });
    if (file === undefined) throw new UploadError(400, 'The form has no part named "file".');
    await file.taken;
    return fields;
  } catch (error) {
    request.unpipe(parser);
    parser.destroy();
    // Whoever takes the file has stopped before this fails, so that the caller can remove what was stored.
    file?.stream.destroy(error as Error);
    await file?.taken.catch(() => undefined);
    throw error;
  }
}

function parserFor(request: IncomingMessage): BusboyInstance {
  const contentType = request.headers['content-type'] ?? '';
  try {
    return new Busboy({
      headers: { ...request.headers, 'content-type': contentType },
      limits: formLimits,
      isPartAFile: (name, _type, fileName) => name === 'file' || fileName !== undefined,
    });
  } catch (cause) {
    throw new UploadError(400, 'The request is not a multipart form with a boundary.', { cause });
  }
}
