import type { JobLog } from '../deployment/job-log.ts';

const lineInterval = 10_000;
const repaintInterval = 100;

/** The stream that people read; a terminal can be painted over. */
export type Terminal = { isTTY?: boolean; write(text: string): unknown };

export type TerminalLogOptions = {
  terminal: Terminal;
  redact: (text: string) => string;
  verbose: boolean;
  now: () => number;
};

/**
 * Log of a job on a terminal: progress is painted on one line and replaced by what follows. Anywhere else, in CI for
 * instance, it is a plain line now and then. Control characters in the text of others are not passed on.
 */
export function terminalLog({ terminal, redact, verbose, now }: TerminalLogOptions): JobLog {
  let painted = false;
  let lastProgress = 0;
  const clear = () => {
    if (painted) terminal.write('\r\u001b[2K');
    painted = false;
  };
  const line = (text: string) => {
    clear();
    terminal.write(`${printable(redact(text))}\n`);
  };
  return {
    step: async (title, run) => {
      line(`${title} …`);
      return await run();
    },
    info: (text) => line(`  ${text}`),
    warning: (text) => line(`  warning: ${text}`),
    debug: (text) => {
      if (verbose) line(`  debug: ${text}`);
    },
    progress: (what, done, total) => {
      if (now() - lastProgress < (terminal.isTTY ? repaintInterval : lineInterval)) return;
      lastProgress = now();
      const text = `  ${what}: ${Math.floor((100 * done) / Math.max(total, 1))} %`;
      if (!terminal.isTTY) return line(text);
      clear();
      terminal.write(printable(redact(text)));
      painted = true;
    },
  };
}

/** A text without what would steer a terminal, or begin another line: parts of it may come from anywhere. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
