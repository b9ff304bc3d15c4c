import pg from 'pg';
import { KeyServiceError } from '../key-service-error.ts';

/** How a server says that it ends a connection, by SQLSTATE: its administrator did, it crashed, or it shuts down. */
const endings: readonly (string | undefined)[] = ['57P01', '57P02', '57P03'];

/**
 * A connection that is given up when the server does not answer in time (`query_timeout`): after a failover, say, when nothing ever
 * tells that the other end is gone. The driver alone would fail the query and send the next one the same way.
 */
export class LimitedClient extends pg.Client {
  #isLost = false;

  constructor(config?: pg.ClientConfig) {
    super(config);
    // A connection that is lost fails the queries that need it; the event alone would end the process.
    this.on('error', () => {
      this.#isLost = true;
    });
  }

  /** The driver's own, in all its forms; what it promises fails as {@link outOfReach} when the connection is lost. */
  override query(...call: never[]): never {
    const answer: unknown = super.query(...(call as unknown as [string]));
    return (answer instanceof Promise ? answer.catch((error) => this.#failed(error, call[0])) : answer) as never;
  }

  #failed(error: Error & { readonly code?: string }, query: unknown): never {
    if (error.message === 'Query read timeout') {
      this.#isLost = true;
      this.end().catch(() => undefined);
    }
    // Whether what was to be committed counts is not known then; "try again" would be the wrong word for it.
    if (query === 'commit' || !(this.#isLost || endings.includes(error.code))) throw error;
    throw outOfReach(error);
  }
}

/** What callers are told; why, is the cause, for the log. */
export function outOfReach(cause: unknown): KeyServiceError {
  return new KeyServiceError('store-busy', 'The database cannot be reached for now', 'Try again in a moment.', {
    cause,
  });
}
