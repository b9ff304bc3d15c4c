import { terminalLog } from '../../src/cli/terminal-log.ts';

function logOn(isTTY: boolean) {
  let written = '';
  let time = 100_000;
  const log = terminalLog({
    terminal: { isTTY, write: (text) => (written += text) },
    redact: (text) => text.replaceAll('secret', '***'),
    verbose: false,
    now: () => time,
  });
  const wait = (milliseconds: number) => {
    time += milliseconds;
  };
  return { log, written: () => written, wait };
}

describe('the log on a terminal', () => {
  it('paints progress over itself and clears it before the next line', () => {
    const { log, written, wait } = logOn(true);
    log.progress('uploaded', 1, 4);
    wait(200);
    log.progress('uploaded', 2, 4);
    log.info('done');
    expect(written()).toBe('  uploaded: 25 %\r\u001b[2K  uploaded: 50 %\r\u001b[2K  done\n');
  });

  it('writes a plain line of progress every ten seconds elsewhere', () => {
    const { log, written, wait } = logOn(false);
    for (let part = 0; part <= 4; part += 1) {
      log.progress('uploaded', part, 4);
      wait(6_000);
    }
    expect(written()).toBe('  uploaded: 0 %\n  uploaded: 50 %\n  uploaded: 100 %\n');
  });

  it('hides secrets and control characters, and debug lines unless asked', () => {
    const { log, written } = logOn(false);
    log.warning('a secret\u001b[31m\nline');
    log.debug('hidden');
    expect(written()).toBe('  warning: a *** [31m line\n');
  });
});
