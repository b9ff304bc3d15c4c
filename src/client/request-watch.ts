import type { ClientRequest } from 'node:http';

/** Limits of one request, in milliseconds: to a ready connection, between two signs of life, and from start to end. */
export type TimeLimits = { connect: number; idle: number; total: number };

/** Why a request was ended from this side. */
export type Ended = { cause: 'time-limit' | 'cancelled' | 'body'; detail: string };

/** Watches over one request: ends it when a limit passes or the job is cancelled, and knows whether it was sent. */
export class RequestWatch {
  /** Aborted when the request must end. */
  readonly signal: AbortSignal;
  /** The first reason for which the request was ended from this side. */
  ended: Ended | undefined;
  /** True once a connection stood that may have carried the request, or a part of it, to the service. */
  sent = false;

  readonly #controller = new AbortController();
  readonly #limits: TimeLimits;
  readonly #outer: AbortSignal | undefined;
  readonly #onCancel = () => this.end({ cause: 'cancelled', detail: 'cancelled' });
  readonly #total: NodeJS.Timeout;
  readonly #connect: NodeJS.Timeout;
  #idle: NodeJS.Timeout | undefined;

  constructor(limits: TimeLimits, outer: AbortSignal | undefined) {
    this.signal = this.#controller.signal;
    this.#limits = limits;
    this.#outer = outer;
    this.#total = this.#timer(limits.total, `not done within ${seconds(limits.total)}`);
    this.#connect = this.#timer(limits.connect, `no connection within ${seconds(limits.connect)}`);
    if (outer?.aborted) this.#onCancel();
    outer?.addEventListener('abort', this.#onCancel, { once: true });
  }

  /** Learns from the request when its connection stands. Its head goes first, so that a service can refuse before the body. */
  follow(request: ClientRequest): void {
    request.once('socket', (socket) => {
      request.flushHeaders();
      if ('encrypted' in socket) socket.once('secureConnect', () => this.connected());
      else if (socket.connecting) socket.once('connect', () => this.connected());
      else this.connected();
    });
  }

  connected(): void {
    if (this.sent) return;
    this.sent = true;
    clearTimeout(this.#connect);
    this.#idle = this.#timer(this.#limits.idle, `nothing moved for ${seconds(this.#limits.idle)}`);
  }

  /** A piece of the request left or a piece of the answer came. */
  moved(): void {
    this.#idle?.refresh();
  }

  end(ended: Ended): void {
    this.ended ??= ended;
    this.#controller.abort();
  }

  /** Lets go of everything that the request still holds; to be called at its end, whatever that was. */
  close(): void {
    for (const timer of [this.#total, this.#connect, this.#idle]) clearTimeout(timer);
    this.#outer?.removeEventListener('abort', this.#onCancel);
    this.#controller.abort();
  }

  #timer(milliseconds: number, detail: string): NodeJS.Timeout {
    return setTimeout(() => this.end({ cause: 'time-limit', detail }), milliseconds);
  }
}

function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} s`;
}
