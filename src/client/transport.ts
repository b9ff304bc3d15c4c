import diagnostics from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import type { RequestOptions as HttpsRequestOptions } from 'node:https';
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { HttpClient, type HttpClientResponse } from '@actions/http-client';
import { type Caller, keyHeader } from '../contract/headers.ts';
import { headersOfCaller } from './caller-headers.ts';
import { type Chance, systemChance } from './chance.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Answer, NoAnswer, Reply, RequestBody, TransportRequest } from './message.ts';
import { describeNetworkError, isTlsError } from './network-error.ts';
import { RequestWatch } from './request-watch.ts';
import { joinServiceUrl } from './service-url.ts';
import { visibleDetail } from './visible-text.ts';

/** Largest answer that is read, in bytes. */
const maxAnswerBytes = 1024 * 1024;

export type TransportOptions = {
  serviceUrl: URL;
  /** Version of this package, for the User-Agent. */
  version: string;
  caller?: Caller;
  /** Takes the keys out of a text; every error and debug line goes through it. */
  redact: (text: string) => string;
  debug?: (line: string) => void;
  /** Ends everything that is under way (SIGTERM). */
  signal?: AbortSignal;
  clock?: Clock;
  chance?: Chance;
};

/** The way to one service, and what waiting and guessing on the way need. */
export type Transport = {
  readonly serviceUrl: URL;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly signal: AbortSignal | undefined;
  readonly redact: (text: string) => string;
  readonly debug: (line: string) => void;
  /** Sends a request once. Never throws for what the network, the service or the body does. */
  send(request: TransportRequest): Promise<Reply>;
};

/**
 * A transport over `@actions/http-client`: through `https_proxy` unless `no_proxy` says otherwise, no redirect followed
 * (the key would travel along), a connection of its own for each request (a kept one may die at any moment, and a reset
 * would leave open whether the request was sent), and a time limit on every wait.
 */
export function createTransport(options: TransportOptions): Transport {
  const { serviceUrl, signal, redact, clock = systemClock, chance = systemChance } = options;
  const debug = (line: string) => options.debug?.(visibleDetail(redact(line)));
  const ownHeaders = { accept: 'application/json', ...headersOfCaller(options.caller ?? {}) };

  async function send(request: TransportRequest): Promise<Reply> {
    const started = clock.now();
    const size = request.body === undefined ? '' : `, ${request.body.length} bytes`;
    debug(`${request.method} ${joinServiceUrl(serviceUrl, request.path)} with the ${request.credential}${size}`);
    const watch = new RequestWatch(request.limits, signal);
    const body = request.body && watchedBody(request.body, watch);
    try {
      const response = await exchange(request, body, watch);
      body?.unpipe();
      const reply = await readAnswer(response.message, watch);
      debug(`answered ${describe(reply)} after ${clock.now() - started} ms`);
      return reply;
    } catch (error) {
      const reply = noAnswer(error, watch);
      debug(`no answer after ${clock.now() - started} ms: ${reply.detail}`);
      return { ...reply, detail: visibleDetail(redact(reply.detail)) };
    } finally {
      body?.destroy();
      watch.close();
    }
  }

  function exchange(request: TransportRequest, body: Readable | undefined, watch: RequestWatch) {
    const client = new HttpClient(`dataminer-deploy/${options.version}`, [requestHandler(watch.signal)], {
      allowRedirects: false,
      allowRetries: false,
      keepAlive: false,
      // Its own limit is cruder than those of the watch; it must never be the first to act.
      socketTimeout: 2 * request.limits.total,
    });
    const headers = {
      ...ownHeaders,
      [keyHeader]: request.credential.value,
      ...(request.body && { 'content-type': request.body.contentType, 'content-length': request.body.length }),
    };
    return following(watch, () =>
      client.request(request.method, joinServiceUrl(serviceUrl, request.path).href, body ?? null, headers),
    );
  }

  return { serviceUrl, clock, chance, signal, redact, debug, send };
}

/**
 * Lets the watch see the request that `@actions/http-client` makes but does not show. The call makes it at once, and
 * perhaps another one that only asks a proxy for a tunnel. The client itself would wait for ever for a request that is
 * over without answer and without error, as after 101 (Switching Protocols).
 */
async function following(watch: RequestWatch, call: () => Promise<HttpClientResponse>): Promise<HttpClientResponse> {
  const { promise: over, reject } = Promise.withResolvers<never>();
  const seeRequest = (message: unknown) => {
    const { request } = message as { request: ClientRequest };
    if (request.method === 'CONNECT') return;
    watch.follow(request);
    request.once('close', () => reject(new Error('the connection was closed without an answer')));
  };
  diagnostics.subscribe('http.client.request.created', seeRequest);
  let response: Promise<HttpClientResponse>;
  try {
    response = call();
  } finally {
    diagnostics.unsubscribe('http.client.request.created', seeRequest);
  }
  return await Promise.race([response, over]);
}

/**
 * Makes the abort signal a part of the request, and of the CONNECT request by which a tunnel agent asks a proxy. Insists
 * on a trusted certificate, whatever NODE_TLS_REJECT_UNAUTHORIZED says: the key must not go to a stranger.
 */
function requestHandler(signal: AbortSignal) {
  return {
    prepareRequest(options: HttpsRequestOptions) {
      options.signal = signal;
      options.rejectUnauthorized = true;
      const agent: unknown = options.agent;
      if (!isTunnelAgent(agent)) return;
      agent.proxyOptions.signal = signal;
      agent.options.rejectUnauthorized = true;
    },
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error('no authentication but by key')),
  };
}

function isTunnelAgent(agent: unknown): agent is { proxyOptions: RequestOptions; options: HttpsRequestOptions } {
  return typeof agent === 'object' && agent !== null && 'proxyOptions' in agent;
}

/** The body as a stream whose errors end the request and whose progress counts as a sign of life. */
function watchedBody(body: RequestBody, watch: RequestWatch): Readable {
  const stream = Readable.from(paced(body, watch), { objectMode: false });
  stream.on('error', (error) => watch.end({ cause: 'body', detail: error.message }));
  return stream;
}

/**
 * Hands on each piece after a whole turn of the event loop, in which arrived data was read: so an early answer (a 403
 * while a large package is still being sent) is seen before the write that fails on the connection its sender closed.
 * The first step only ends the turn in which the piece was read.
 */
async function* paced(body: RequestBody, watch: RequestWatch): AsyncGenerator<Buffer> {
  for await (const piece of body.open()) {
    await nextTurn();
    await nextTurn();
    watch.moved();
    yield piece;
  }
}

async function readAnswer(message: IncomingMessage, watch: RequestWatch): Promise<Answer> {
  watch.connected();
  const pieces: Buffer[] = [];
  let length = 0;
  let flaw: Answer['flaw'];
  try {
    for await (const piece of message) {
      watch.moved();
      length += piece.length;
      if (length > maxAnswerBytes) break;
      pieces.push(piece);
    }
  } catch (error) {
    if (watch.ended?.cause === 'cancelled') throw error;
    flaw = 'broke-off';
  }
  if (length > maxAnswerBytes) flaw = 'too-long';
  const text = Buffer.concat(pieces).toString('utf8');
  return { kind: 'answer', status: message.statusCode ?? 0, headers: message.headers, text, ...(flaw && { flaw }) };
}

function noAnswer(error: unknown, watch: RequestWatch): NoAnswer {
  const { ended, sent } = watch;
  if (ended !== undefined) {
    return {
      kind: 'no-answer',
      sent,
      cause: ended.cause === 'time-limit' ? 'network' : ended.cause,
      detail: ended.detail,
    };
  }
  return { kind: 'no-answer', sent, cause: isTlsError(error) ? 'tls' : 'network', detail: describeNetworkError(error) };
}

function describe({ status, text, flaw }: Answer): string {
  return `${status}, ${text.length} characters${flaw === undefined ? '' : `, ${flaw}`}`;
}
