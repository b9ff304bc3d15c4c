import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../__tests__/browser/support/chromium.ts';
import { type StaffedService, startStaffedService } from '../__tests__/browser/support/staffed-service.ts';
import type { Bench } from './bench.ts';
import { inTurns } from './measure.ts';
import type { Findings } from './report.ts';
import { samplesOf } from './samples.ts';

/** How much slower than this machine the browser's processor is made. */
const slowdown = 4;

/** Key sets that the page of keys lists. */
const keySets = 50;

const most = { kilobytes: 250, milliseconds: 1_000 };

/** A page, opened by a browser that has never been there. */
interface Visit {
  readonly path: string;
  /** Resolves when people can work with it. */
  ready(page: Page): Promise<unknown>;
}

interface Loaded {
  readonly milliseconds: number;
  /** Everything that came over the wire, headers included. */
  readonly kilobytes: number;
}

/** How long the Admin app takes on a slow machine until people can work with it, and how much is loaded for that. */
export async function adminApp({ folder, quick }: Bench): Promise<Findings> {
  const service = await startStaffedService(folder);
  const browser = await launchChromium();
  try {
    for (let index = 0; index < keySets; index++) await service.makeKeySet(`set ${index}`);
    const signedIn = { storageState: await stateAfterSignIn(browser, service) };
    const visits: Readonly<Record<'text' | 'signIn' | 'keys', readonly [Visit, BrowserContextOptions]>> = {
      text: [{ path: '/healthz', ready: (page) => page.locator('body').textContent() }, {}],
      signIn: [{ path: '/', ready: (page) => page.getByLabel('E-mail').fill('olivia@example.com') }, {}],
      keys: [
        {
          path: `/${service.organizationId}/systems/${service.systemId}/keys`,
          ready: async (page) => {
            await page.getByRole('link', { name: 'set 0', exact: true }).click({ trial: true });
            await page.getByRole('button', { name: 'New Key' }).click({ trial: true });
          },
        },
        signedIn,
      ],
    };
    const loads = await inTurns(quick ? 2 : 7, {
      text: () => load(browser, service, ...visits.text),
      signIn: () => load(browser, service, ...visits.signIn),
      keys: () => load(browser, service, ...visits.keys),
    });
    const times = (name: keyof typeof visits) => samplesOf(loads[name].map(({ milliseconds }) => milliseconds));
    const sizes = (name: keyof typeof visits) => samplesOf(loads[name].map(({ kilobytes }) => kilobytes));
    const slow = `processor slowed down ${slowdown}×`;
    return {
      figures: [
        { what: 'sign-in page, everything loaded', value: sizes('signIn').median, unit: 'kB', atMost: most.kilobytes },
        { what: 'page of keys, everything loaded', value: sizes('keys').median, unit: 'kB', atMost: most.kilobytes },
        {
          what: `sign-in page takes input, ${slow}`,
          value: times('signIn').median,
          unit: 'ms',
          atMost: most.milliseconds,
        },
        {
          what: `page of ${keySets} key sets takes clicks, ${slow}`,
          value: times('keys').median,
          unit: 'ms',
          atMost: most.milliseconds,
        },
        { what: 'page of keys / a line of text', value: times('keys').median / times('text').median, unit: '×' },
      ],
      rows: [
        { what: 'a line of text from the same service', samples: times('text'), unit: 'ms' },
        { what: 'sign-in page takes input', samples: times('signIn'), unit: 'ms' },
        { what: 'page of keys takes clicks', samples: times('keys'), unit: 'ms' },
      ],
    };
  } finally {
    await browser.close();
    await service.stop();
  }
}

async function stateAfterSignIn(browser: Browser, { url, owner }: StaffedService) {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Opens a page in a window of its own, with nothing in its cache. */
async function load(
  browser: Browser,
  { url }: StaffedService,
  { path, ready }: Visit,
  options: BrowserContextOptions,
): Promise<Loaded> {
  const context = await browser.newContext({ ...options, baseURL: url });
  try {
    const page = await context.newPage();
    let bytes = 0;
    const devTools = await context.newCDPSession(page);
    await devTools.send('Network.enable');
    devTools.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const started = performance.now();
    await page.goto(path, { waitUntil: 'commit' });
    await ready(page);
    const milliseconds = performance.now() - started;
    await page.waitForLoadState('networkidle');
    return { milliseconds, kilobytes: bytes / 1000 };
  } finally {
    await context.close();
  }
}
