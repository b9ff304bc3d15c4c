import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where systems keep it; `CHROMIUM` names another place. */
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium of this machine; undefined when there is none. */
export const chromiumFile = [process.env.CHROMIUM ?? '', ...places].find((file) => existsSync(file));

/** Starts it; not in its sandbox when it runs as root, where it has none. */
export async function launchChromium(): Promise<Browser> {
  if (chromiumFile === undefined) throw new Error('there is no Chromium');
  return await chromium.launch({ executablePath: chromiumFile });
}

/** Tests that need a real browser; on a machine without one they are skipped, and one line says so. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (chromiumFile !== undefined) {
    describe(name, tests);
    return;
  }
  process.stderr.write(`Skipped, for there is no Chromium (install it, or name it with CHROMIUM): ${name}\n`);
  describe.skip(name, tests);
}
