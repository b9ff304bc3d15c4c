import type { Readable } from 'node:stream';
import type { Caller } from '../contract/headers.ts';
import type { Credential } from '../keys/credential.ts';
import type { Chance } from './chance.ts';
import type { Clock } from './clock.ts';

/** Limits of one request, in milliseconds. */
export type TimeLimits = { connect: number; idle: number; total: number };

/** A body that can be opened anew for each attempt. */
export type RequestBody = { contentType: string; length: number; open(): Readable };

export type TransportRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Below the service's base URL, starting with a slash; may hold a query. */
  path: string;
  credential: Credential;
  body?: RequestBody;
  limits: TimeLimits;
};

export type Reply =
  | { kind: 'answer'; status: number; headers: Record<string, string>; text: string; flaw?: 'broke-off' | 'too-long' }
  | { kind: 'no-answer'; sent: boolean; fatal: boolean; detail: string };

export type TransportOptions = {
  serviceUrl: URL;
  /** Version of this package, for the User-Agent. */
  version: string;
  caller?: Caller;
  redact: (text: string) => string;
  debug?: (line: string) => void;
  /** Ends everything that is under way (SIGTERM). */
  signal?: AbortSignal;
  clock?: Clock;
  chance?: Chance;
};

export type Transport = {
  readonly serviceUrl: URL;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly signal: AbortSignal | undefined;
  readonly redact: (text: string) => string;
  /** Sends one request once. Never throws for what the network or the service does. */
  send(request: TransportRequest): Promise<Reply>;
};

export function createTransport(_options: TransportOptions): Transport {
  throw new Error('stub');
}
