/** Why the key service refuses: a caller's mistake, or secrets and stores that do not fit together. */
export type KeyServiceErrorCode = 'not-found' | 'invalid' | 'not-confirmed' | 'secrets' | 'store' | 'store-busy';

/**
 * A refusal that the person at the other end can do something about. The message says what and where; `next` says what to do.
 * It never holds a key or a part of one.
 */
export class KeyServiceError extends Error {
  readonly code: KeyServiceErrorCode;
  readonly next: string;

  constructor(code: KeyServiceErrorCode, message: string, next: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'KeyServiceError';
    this.code = code;
    this.next = next;
  }
}
