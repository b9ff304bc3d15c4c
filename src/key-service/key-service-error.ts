/** Why the key service refuses: a caller's mistake, missing rights, or secrets and stores that do not fit together. */
export type KeyServiceErrorCode =
  | 'invalid'
  | 'not-confirmed'
  | 'unauthenticated'
  | 'sign-in-again'
  | 'csrf'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gate'
  | 'too-many'
  | 'audit'
  | 'secrets'
  | 'store'
  | 'store-busy';

export interface KeyServiceErrorOptions extends ErrorOptions {
  /** What a program wants to know of the refusal: who changed something, and when; never a key or a part of one. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

/**
 * A refusal that the person at the other end can do something about. The message says what and where; `next` says what to do.
 * It never holds a key or a part of one.
 */
export class KeyServiceError extends Error {
  readonly code: KeyServiceErrorCode;
  readonly next: string;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(code: KeyServiceErrorCode, message: string, next: string, options?: KeyServiceErrorOptions) {
    super(message, options);
    this.name = 'KeyServiceError';
    this.code = code;
    this.next = next;
    this.facts = options?.facts ?? {};
  }
}
