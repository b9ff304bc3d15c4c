/** The key was refused with this status (401 or 403). */
export type Rejected = { kind: 'rejected'; status: number; detail: string };

/**
 * What a test of a key found (spec 2.6.4). `ambiguous`: refused, but perhaps for lack of a permission that only the test
 * needs. `unknown`: nothing was learnt about the key, because the service is away or answers what it should not.
 */
export type ProbeOutcome =
  | { kind: 'accepted' }
  | Rejected
  | { kind: 'ambiguous'; status: number; detail: string }
  | { kind: 'unknown'; detail: string };
