import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { Credential } from '../keys/credential.ts';
import type { TimeLimits } from './request-watch.ts';

/** A body that can be opened anew for each sending. */
export type RequestBody = { contentType: string; length: number; open(): Readable };

export type TransportRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Below the service's base URL, starting with a slash; may hold a query. */
  path: string;
  credential: Credential;
  body?: RequestBody;
  limits: TimeLimits;
};

/** An answer of the service, as far as it could be read. `flaw`: the body ended too soon, or was too long to read. */
export type Answer = {
  kind: 'answer';
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  flaw?: 'broke-off' | 'too-long';
};

/**
 * No answer came. `sent` is false only when no byte of the request can have reached the service.
 * Of the causes, only `network` is worth another try.
 */
export type NoAnswer = {
  kind: 'no-answer';
  sent: boolean;
  cause: 'network' | 'tls' | 'body' | 'cancelled';
  detail: string;
};

export type Reply = Answer | NoAnswer;
