import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { Problem } from '../../contract/schemas.ts';

/** Media type of RFC 9457. */
export const problemType = 'application/problem+json; charset=utf-8';

/** What programs call a problem that nobody gave a name of its own, by status. Of keys there is nothing to tell (spec 2.7.6). */
const commonCodes: Readonly<Record<number, string>> = {
  400: 'invalid',
  404: 'not-found',
  413: 'too-large',
  500: 'failed',
};

/**
 * Answers with a problem document. `detail` must hold nothing that the caller may not see.
 * @param facts further members of the document, for programs (RFC 9457, section 3.2)
 */
export function sendProblem(
  reply: FastifyReply,
  status: number,
  detail: string,
  facts: Readonly<Record<string, string | number>> = {},
): FastifyReply {
  const problem = { code: commonCodes[status], ...facts, ...problemDocument(status, detail) };
  return reply.code(status).header('content-type', problemType).serializer(JSON.stringify).send(problem);
}

/** A problem document of no type of its own: what went wrong is in the status, the words, and the code beside them. */
export function problemDocument(status: number, detail: string): Problem {
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail };
}

/** Thrown where a key does not work, or does not allow something; answered by {@link sendKeyRejected}. */
export class KeyRejected extends Error {}

/**
 * The answer to every key that does not work, whatever the reason: always the same bytes (dataminer-services spec 2.7.6).
 * 403, not 401, which old clients do not expect (spec 2.7.1).
 */
export function sendKeyRejected(reply: FastifyReply): FastifyReply {
  return sendProblem(reply, 403, 'The key is missing, does not work, or does not allow this.');
}
