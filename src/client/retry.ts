import { type Call, classify, type Ending, type Target, type Verdict } from '../keys/decision-table.ts';
import type { Chance } from './chance.ts';
import type { Reply, TransportRequest } from './message.ts';
import type { Transport } from './transport.ts';

/** How long to keep trying, in milliseconds where not said otherwise. */
const retryPolicy = {
  /** Sendings of one request at most, when nothing was decided (5xx, reset, timeout). */
  attempts: 3,
  /** Pause before the second sending; doubles from one to the next. */
  firstPause: 1_000,
  longestPause: 60_000,
  /** Pauses after 429 without Retry-After: key-catalog refills one token in 36 s (spec 2.5), of the others nothing is known. */
  rateLimitPause: { catalog: 36_000, volatile: 5_000 },
  /** All pauses of one call together, unless the caller says otherwise. */
  waitBudget: 300_000,
} as const;

export type RetryOptions = {
  call: Call;
  target: Target;
  /** Milliseconds that the pauses of this call may take together. */
  waitBudget?: number | undefined;
  /** Milliseconds that pauses and requests of this call may take together; one request is sent in any case. */
  timeBudget?: number | undefined;
};

/** What a request is given at least, in milliseconds, however little time is left. */
const shortestRequest = 5_000;

/** A request's last reply and what it means. */
export type Exchange = { reply: Reply; verdict: Verdict; attempts: number };

/**
 * Sends a request until there is a verdict that repeating it with the same key cannot better: 429 waits as long as the
 * service asks, 5xx, resets and timeouts are tried a few times. What may have happened already and must not happen twice
 * is never sent again (spec 2.9).
 */
export async function sendWithRetries(
  transport: Transport,
  request: TransportRequest,
  options: RetryOptions,
): Promise<Exchange> {
  let budget = options.waitBudget ?? options.timeBudget ?? retryPolicy.waitBudget;
  const end = transport.clock.now() + (options.timeBudget ?? Number.POSITIVE_INFINITY);
  for (let attempts = 1; ; attempts++) {
    const reply = await transport.send(within(end - transport.clock.now(), request));
    const verdict = classify(options.call, options.target, endingOf(reply));
    const pause = pauseBeforeNext(
      { reply, verdict, attempts },
      options.target,
      transport.clock.now(),
      transport.chance,
    );
    if (pause === undefined || pause > budget || transport.clock.now() + pause >= end) {
      return { reply, verdict, attempts };
    }
    transport.debug(`trying again in ${pause / 1000} s, with the same key`);
    try {
      await transport.clock.sleep(pause, transport.signal);
    } catch {
      const cancelled = { kind: 'no-answer', sent: false, cause: 'cancelled', detail: 'cancelled' } as const;
      return { reply: cancelled, verdict, attempts };
    }
    budget -= pause;
  }
}

/** The request with a limit that fits into the time that is left. */
function within(left: number, request: TransportRequest): TransportRequest {
  const total = Math.min(request.limits.total, Math.max(shortestRequest, left));
  return { ...request, limits: { ...request.limits, total } };
}

/** How one sending ended, in the words of the decision table. A success whose text broke off is as good as lost. */
export function endingOf(reply: Reply): Ending {
  if (reply.kind === 'no-answer') return reply.sent ? 'lost' : 'unsent';
  return reply.flaw === 'broke-off' && reply.status < 300 ? 'lost' : reply.status;
}

/** Milliseconds to the next sending, or undefined when there must be none. */
export function pauseBeforeNext(
  { reply, verdict, attempts }: Exchange,
  target: Target,
  now: number,
  chance: Chance,
): number | undefined {
  if (reply.kind === 'no-answer' && reply.cause !== 'network') return undefined;
  const asked = reply.kind === 'answer' ? retryAfter(reply.headers['retry-after'], now) : undefined;
  if (verdict === 'wait') {
    if (asked !== undefined) return asked;
    const pause = retryPolicy.rateLimitPause[target];
    return target === 'catalog' ? pause : backoff(pause, attempts, chance);
  }
  if (verdict !== 'retry' || attempts >= retryPolicy.attempts) return undefined;
  return Math.max(asked ?? 0, backoff(retryPolicy.firstPause, attempts, chance));
}

/** Milliseconds that a Retry-After header asks for, as seconds or as a date; at least a second, undefined without one. */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Math.max(1000, Number(text) * 1000);
  const date = text.endsWith('GMT') ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(1000, date - now);
}

/** Doubling pauses, each shortened by up to a half by chance, so that many runners do not come back at the same moment. */
function backoff(first: number, attempts: number, chance: Chance): number {
  const longest = Math.min(first * 2 ** (attempts - 1), retryPolicy.longestPause);
  return Math.round(longest * (1 - chance.fraction() / 2));
}
