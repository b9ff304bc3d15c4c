import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

const signatureName = '.signature.p7s';
const endMark = 0x06054b50;
const recordMark = 0x02014b50;
const endSize = 22;

/** SHA-512 of a file in base64. */
export async function sha512Of(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('base64');
}

/**
 * SHA-512, in base64, of a package as it was before it was signed: what NuGet writes into lock files and `.nupkg.metadata`.
 * The zip file is hashed as it would be without the entry of the signature.
 * @returns undefined for a package that is not signed: there it is the hash of the whole file
 * @throws RangeError for a file that is no zip file
 */
export async function contentHash(file: string): Promise<string | undefined> {
  const handle = await open(file);
  try {
    const { end, endOffset } = await endOf(handle);
    const directoryOffset = end.readUInt32LE(16);
    const directory = await bytesAt(handle, directoryOffset, end.readUInt32LE(12));
    const records = recordsIn(directory);
    const signature = records.find(({ name }) => name === signatureName);
    return signature && (await hashWithout(signature, { file, end, endOffset, directory, directoryOffset, records }));
  } finally {
    await handle.close();
  }
}

interface DirectoryRecord {
  readonly name: string;
  /** Where the record begins in the directory, and its size. */
  readonly position: number;
  readonly size: number;
  /** Where its entry begins in the file. */
  readonly offset: number;
}

interface ZipParts {
  readonly file: string;
  readonly end: Buffer;
  readonly endOffset: number;
  readonly directory: Buffer;
  readonly directoryOffset: number;
  readonly records: readonly DirectoryRecord[];
}

async function hashWithout(signature: DirectoryRecord, parts: ZipParts): Promise<string> {
  const { file, end, endOffset, directory, directoryOffset, records } = parts;
  const hash = createHash('sha512');
  const next = Math.min(
    ...records.map(({ offset }) => offset).filter((offset) => offset > signature.offset),
    directoryOffset,
  );
  const signatureSize = next - signature.offset;
  await hashRange(hash, file, 0, signature.offset);
  await hashRange(hash, file, next, directoryOffset);
  for (const record of records.filter((one) => one !== signature)) {
    const bytes = Buffer.from(directory.subarray(record.position, record.position + record.size));
    bytes.writeUInt32LE(record.offset > signature.offset ? record.offset - signatureSize : record.offset, 42);
    hash.update(bytes);
  }
  await hashRange(hash, file, directoryOffset + directory.length, endOffset);
  const shortened = Buffer.from(end);
  shortened.writeUInt16LE(end.readUInt16LE(8) - 1, 8);
  shortened.writeUInt16LE(end.readUInt16LE(10) - 1, 10);
  shortened.writeUInt32LE(end.readUInt32LE(12) - signature.size, 12);
  shortened.writeUInt32LE(directoryOffset - signatureSize, 16);
  return hash.update(shortened).digest('base64');
}

async function hashRange(hash: Hash, file: string, start: number, end: number): Promise<void> {
  if (end > start) {
    for await (const chunk of createReadStream(file, { start, end: end - 1 })) {
      hash.update(chunk as Buffer);
    }
  }
}

/** The end record, comment included. */
async function endOf(handle: FileHandle): Promise<{ end: Buffer; endOffset: number }> {
  const { size } = await handle.stat();
  const tail = await bytesAt(handle, Math.max(0, size - endSize - 0xffff), Math.min(size, endSize + 0xffff));
  for (let position = tail.length - endSize; position >= 0; position -= 1) {
    if (tail.readUInt32LE(position) === endMark) {
      return { end: tail.subarray(position), endOffset: size - tail.length + position };
    }
  }
  throw new RangeError('The file has no end record of a zip file.');
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  if (length > (await handle.stat()).size) {
    throw new RangeError('The zip file names a part that is larger than itself.');
  }
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, position);
  return bytes.subarray(0, bytesRead);
}

function recordsIn(directory: Buffer): DirectoryRecord[] {
  const records: DirectoryRecord[] = [];
  for (let position = 0; position < directory.length; ) {
    if (directory.readUInt32LE(position) !== recordMark) {
      throw new RangeError('The directory of the zip file is broken.');
    }
    const [nameLength = 0, extraLength = 0, commentLength = 0] = [28, 30, 32].map((at) =>
      directory.readUInt16LE(position + at),
    );
    const size = 46 + nameLength + extraLength + commentLength;
    const name = directory.toString('utf8', position + 46, position + 46 + nameLength);
    records.push({ name, position, size, offset: directory.readUInt32LE(position + 42) });
    position += size;
  }
  return records;
}
