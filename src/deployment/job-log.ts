/** Where a job tells what it does; the edges turn it into workflow commands or terminal lines. */
export type JobLog = {
  /** Runs a step under a heading of its own. */
  step<T>(title: string, run: () => Promise<T>): Promise<T>;
  info(line: string): void;
  warning(line: string): void;
  debug(line: string): void;
  /** Shows how far a long piece of work has come, in the work's own unit. */
  progress(what: string, done: number, total: number): void;
};
