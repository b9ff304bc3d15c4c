import type { Rejected } from '../keys/probe-outcome.ts';

/**
 * How a call ended. Every `detail` is one short line for people, without secrets and control characters.
 * - `answered` as it should
 * - `rejected` the key was refused (the key ring uses the other one)
 * - `refused` the service understood and said no (or redirected); repeating it cannot help
 * - `unavailable` no usable answer within the attempts allowed; `sent` tells whether the request may have taken effect
 * - `bad-answer` success by its status, but not the promised content; the request may have taken effect
 * - `unsendable` the request could not be made from what is on this machine (a package that is too large, missing, …)
 */
export type Outcome<Value> =
  | { kind: 'answered'; value: Value }
  | Rejected
  | { kind: 'refused'; status: number; detail: string }
  | { kind: 'unavailable'; sent: boolean; detail: string }
  | { kind: 'bad-answer'; detail: string }
  | { kind: 'unsendable'; detail: string };
