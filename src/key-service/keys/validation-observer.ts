import type { Verdict } from './key-verifier.ts';

/**
 * What became of a key that a request came with: as it was judged, `limited` when it is unknown and one too many from there, or
 * `forbidden` when it works, but not for this.
 */
export type ValidationResult = Verdict['result'] | 'limited' | 'forbidden';

/** Is told of every key that was checked, for the metrics. */
export interface ValidationObserver {
  keyValidated(result: ValidationResult): void;
}
