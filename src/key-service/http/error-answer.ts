import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { UploadError } from '../artifacts/read-upload.ts';
import { KeyServiceError, type KeyServiceErrorCode } from '../key-service-error.ts';
import { KeyRejected, sendKeyRejected, sendProblem } from './problem.ts';

/** The one place where refusals get their status. */
const statusOf: { readonly [code in KeyServiceErrorCode]: number } = {
  invalid: 400,
  'not-confirmed': 400,
  unauthenticated: 401,
  'sign-in-again': 403,
  csrf: 403,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gate: 409,
  'too-many': 429,
  audit: 503,
  secrets: 503,
  store: 503,
  'store-busy': 503,
};

/** Turns what a route threw into an answer. What is our fault goes to the log, and the caller learns no more than that it is. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof KeyRejected) return sendKeyRejected(reply);
  if (error instanceof KeyServiceError) return answerRefusal(error, request, reply);
  if (error instanceof UploadError) return sendProblem(reply, error.status, error.message);
  if (error.validation) return sendProblem(reply, 400, `The request is not as documented: ${error.message}.`);
  const status = error.statusCode ?? 500;
  if (status >= 500) {
    request.log.error({ err: error }, 'a request failed');
    return sendProblem(reply, 500, 'The key service failed; its log says why.', { requestId: request.id });
  }
  // The documented answers know 400 for every body that cannot be read, whatever its media type (spec 2.2).
  if (status === 415) {
    return sendProblem(reply, 400, 'The body has a media type that is not taken here: JSON comes as application/json.');
  }
  return sendProblem(reply, status, status === 413 ? 'The body is too large.' : unreadable(error));
}

function unreadable({ code }: FastifyError): string {
  return code?.startsWith('FST_ERR_CTP_INVALID_JSON')
    ? 'The body is no well-formed JSON.'
    : 'The request cannot be read.';
}

function answerRefusal(error: KeyServiceError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = statusOf[error.code];
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  const { retryAfter } = error.facts;
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  const facts = { code: error.code, ...error.facts };
  if (status < 500) return sendProblem(reply, status, `${error.message}. ${error.next}`, facts);
  request.log.error({ err: error }, 'a request could not be served');
  return sendProblem(reply, status, ourFault(error), { ...facts, requestId: request.id });
}

/** What is not the caller's fault is told without the folders, files and servers that the operator reads of in the log. */
function ourFault({ code, message }: KeyServiceError): string {
  // Whether a change counts is for the caller to know.
  const what = code === 'audit' ? message : 'The key service cannot do this now';
  return `${what}. The log of the service says why.`;
}
