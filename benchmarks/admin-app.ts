import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../__tests__/browser/support/chromium.ts';
import { type StaffedService, startStaffedService } from '../__tests__/browser/support/staffed-service.ts';
import type { Bench } from './bench.ts';
import { inTurns } from './measure.ts';
import { tellWhenTakingClicks } from './page-readiness.ts';
import type { Findings } from './report.ts';
import { samplesOf } from './samples.ts';

/** How much slower than this machine the browser's processor is made. */
const slowdown = 4;

/** Key sets that the page of keys lists. */
const keySets = 50;

/** How long a page may take, in milliseconds, before something must be wrong. */
const patience = 30_000;

const most = { kilobytes: 250, milliseconds: 1_000 };

/** A page, opened by a browser that has nothing of it in its cache. */
interface Visit {
  readonly path: string;
  /** CSS selectors of what people want to click on there. */
  readonly wanted: readonly string[];
  /** Works with it as people do; fails when that cannot be done. */
  use(page: Page): Promise<unknown>;
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
      text: [{ path: '/healthz', wanted: ['body'], use: (page) => page.locator('body').textContent() }, {}],
      signIn: [
        {
          path: '/',
          wanted: ['form wa-input:defined', 'form wa-button:defined'],
          use: (page) => page.getByLabel('E-mail').fill('olivia@example.com'),
        },
        {},
      ],
      keys: [
        {
          path: `/${service.organizationId}/systems/${service.systemId}/keys`,
          wanted: ['.heading wa-button:defined', 'tbody tr:first-child a', 'tbody tr:nth-child(5) button'],
          use: async (page) => {
            await page.getByRole('button', { name: 'New Key' }).click();
            await page.getByRole('dialog').waitFor();
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
  // The app remembers the organization once its first page is shown.
  await page.locator('main h1').waitFor();
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Opens a page in a window of its own, with nothing in its cache. */
async function load(
  browser: Browser,
  { url }: StaffedService,
  { path, wanted, use }: Visit,
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
    await devTools.send('Runtime.enable');
    await devTools.send('Runtime.addBinding', { name: 'tell' });
    const told = new Promise<number>((resolve, reject) => {
      devTools.on('Runtime.bindingCalled', ({ payload }) => resolve(Number(payload)));
      setTimeout(() => reject(new Error(`${path} took no clicks within ${patience / 1_000} s`)), patience);
    });
    await page.addInitScript(tellWhenTakingClicks, wanted);
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(path, { waitUntil: 'commit' });
    const milliseconds = await told;
    await use(page);
    await page.waitForLoadState('networkidle');
    return { milliseconds, kilobytes: bytes / 1000 };
  } finally {
    await context.close();
  }
}
