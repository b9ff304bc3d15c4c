import { Readable } from 'node:stream';
import type { RequestBody } from './message.ts';

/** A JSON body, with the charset named as older clients do (spec 2.2). */
export function jsonBody(value: unknown): RequestBody {
  const bytes = Buffer.from(JSON.stringify(value));
  return {
    contentType: 'application/json; charset=utf-8',
    length: bytes.length,
    open: () => Readable.from([bytes], { objectMode: false }),
  };
}
