import type { Findings } from './report.ts';

/** What a benchmark is given. */
export interface Bench {
  /** An empty folder of its own, removed afterwards. */
  readonly folder: string;
  /** Few runs, for a first look. */
  readonly quick: boolean;
  /** Ends the processes of the benchmark when it is interrupted. */
  readonly signal: AbortSignal;
}

export type Benchmark = (bench: Bench) => Promise<Findings>;
