import { type CheckedAnswer, isHtml, parsedJson } from './answer-schema.ts';
import type { Answer, TransportRequest } from './message.ts';
import type { Outcome } from './outcome.ts';
import type { Exchange } from './retry.ts';
import { joinServiceUrl } from './service-url.ts';
import type { Transport } from './transport.ts';
import { visibleDetail } from './visible-text.ts';

/** What a caller may say about any call. */
export type CallOptions = {
  /** Milliseconds that pauses before repeated sendings may take together. */
  waitBudget?: number | undefined;
  /** Milliseconds that these pauses and the sendings may take together; by default only the pauses are limited. */
  timeBudget?: number | undefined;
};

/** Limits of a call that sends and gets a few lines, in milliseconds. */
export const shortCallLimits = { connect: 15_000, idle: 30_000, total: 60_000 };

/**
 * The outcome of an exchange; `read` gets the value out of the body of a success.
 * Details are redacted, then made fit for a log: they may hold whatever a server chose to say.
 */
export async function outcomeOf<Value>(
  transport: Transport,
  request: TransportRequest,
  { reply, verdict, attempts }: Exchange,
  read: (text: string) => CheckedAnswer<Value> | Promise<CheckedAnswer<Value>>,
): Promise<Outcome<Value>> {
  const where = `${request.method} ${joinServiceUrl(transport.serviceUrl, request.path)}`;
  const detail = (text: string) => visibleDetail(transport.redact(text));
  const times = attempts > 1 ? `, ${attempts} times` : '';
  if (reply.kind === 'no-answer') {
    if (reply.cause === 'body') return { kind: 'unsendable', detail: detail(reply.detail) };
    return { kind: 'unavailable', sent: reply.sent, detail: detail(`${where}: ${reply.detail}${times}`) };
  }
  const said = whatItSays(reply);
  const answered = `${where} answered ${reply.status}${times}${said && `: ${said}`}`;
  if (reply.status >= 200 && reply.status < 300) {
    if (reply.flaw !== undefined)
      return { kind: 'bad-answer', detail: detail(`${where}: ${flaws[reply.flaw]}${times}`) };
    if (verdict === 'proceed' || verdict === 'accepted') {
      const body = await read(reply.text);
      if (body.ok) return { kind: 'answered', value: body.value };
      return { kind: 'bad-answer', detail: detail(`${where} answered ${reply.status} with ${body.problem}`) };
    }
    return { kind: 'bad-answer', detail: detail(`${answered} (only 200 is a success here)`) };
  }
  if (verdict === 'rejected') return { kind: 'rejected', status: reply.status, detail: detail(said) };
  if (verdict === 'wait')
    return { kind: 'unavailable', sent: false, detail: detail(`${answered} (too many requests)`) };
  if (reply.status >= 500) return { kind: 'unavailable', sent: true, detail: detail(answered) };
  return { kind: 'refused', status: reply.status, detail: detail(answered) };
}

const flaws = {
  'broke-off': 'the answer broke off before its end',
  'too-long': 'the answer is longer than any that is expected',
};

/** What an answer that is no success says, in its own words as far as it has any. */
function whatItSays(answer: Answer): string {
  if (answer.status >= 300 && answer.status < 400) return describeRedirect(answer.headers.location);
  if (isHtml(answer.text)) return 'an HTML page; is this the address of the service?';
  const body = parsedJson(answer.text);
  return (body.ok && messageIn(body.value)) || answer.text.trim();
}

function describeRedirect(location: string | undefined): string {
  const host = URL.parse(location ?? '')?.host;
  const target = host ? `to ${host}` : 'elsewhere on the same host';
  return `a redirect ${target}, which is not followed because the key would travel along; check the service URL`;
}

function messageIn(body: unknown): string | undefined {
  if (typeof body === 'string') return body;
  if (typeof body !== 'object' || body === null) return undefined;
  const members: Record<string, unknown> = { ...body };
  return ['detail', 'title', 'message', 'error']
    .map((name) => members[name])
    .find((value) => typeof value === 'string') as string | undefined;
}
