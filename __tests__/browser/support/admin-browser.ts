import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';

/** The two sizes of screen that everything is shown on. */
const viewports = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;
export type Viewport = keyof typeof viewports;
export const viewportNames: readonly Viewport[] = ['desktop', 'phone'];

/** The narrowest screen that nothing may be wider than. */
const narrowest = 360;

/** Where a person can look through the pages. */
const pictures = 'build/screenshots';

/** A page that may do nothing wrong: whatever it logs as an error or asks of another host is remembered. */
export interface WatchedPage {
  readonly page: Page;
  readonly viewport: Viewport;
  /** What went wrong since the last look: errors on the console, uncaught ones, requests to other hosts. */
  problems(): readonly string[];
}

/** A browser for the tests of one file. */
export class AdminBrowser {
  readonly #browser: Browser;
  readonly #origin: string;
  readonly #windows: WatchedPage[] = [];

  private constructor(browser: Browser, origin: string) {
    this.#browser = browser;
    this.#origin = origin;
  }

  static async launch(origin: string): Promise<AdminBrowser> {
    return new AdminBrowser(await launchChromium(), origin);
  }

  /** A new window in which nobody is signed in. */
  async open(viewport: Viewport, path = '/'): Promise<WatchedPage> {
    return await this.#open(viewport, path, {});
  }

  /** A new window in which the same person is signed in as in another one. */
  async openLike({ page, viewport }: WatchedPage, path: string): Promise<WatchedPage> {
    return await this.#open(viewport, path, { storageState: await page.context().storageState() });
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  /** What went wrong in any window since the last look. */
  problems(): readonly string[] {
    return this.#windows.flatMap((window) => window.problems());
  }

  async #open(viewport: Viewport, path: string, options: BrowserContextOptions): Promise<WatchedPage> {
    const given = { viewport: viewports[viewport], baseURL: this.#origin, reducedMotion: 'reduce' as const };
    const context = await this.#browser.newContext({ ...given, ...options });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const window = await this.#watched(context, viewport);
    this.#windows.push(window);
    await window.page.goto(path);
    return window;
  }

  async #watched(context: BrowserContext, viewport: Viewport): Promise<WatchedPage> {
    const page = await context.newPage();
    let problems: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== this.#origin && !['data:', 'blob:'].includes(protocol)) problems.push(`asked ${origin}`);
    });
    const look = () => {
      const found = problems;
      problems = [];
      return found;
    };
    return { page, viewport, problems: look };
  }
}

/** Fills in the way in. @param until what is shown then; the frame by default */
export async function signIn(
  { page }: WatchedPage,
  user: { email: string; password: string },
  until?: string,
): Promise<void> {
  await page.getByLabel('E-mail').fill(user.email);
  await page.getByLabel('Password', { exact: true }).fill(user.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const frame = page.getByRole('button', { name: /^Signed in as/ });
  await (until === undefined ? frame : page.getByText(until)).waitFor();
}

/** The links to the pages: at the side of a wide window, behind a button in a narrow one. */
export async function sidebarOf({ page, viewport }: WatchedPage): Promise<Locator> {
  if (viewport === 'phone') await page.getByRole('button', { name: 'Pages' }).click();
  const sidebar = page.getByRole('navigation', { name: 'Pages' }).filter({ visible: true });
  await sidebar.waitFor();
  return sidebar;
}

/** What a checker of accessibility looks for: WCAG 2.2 AA. */
const checks = {
  runOnly: { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations' as const],
  // Fetches style sheets and films for rules that are none of these.
  preload: false,
};

/**
 * What is wrong with what a window shows: serious findings of a checker of WCAG 2.2 AA, and content that is wider than a small
 * screen. A picture of it is kept for people to look at.
 * @param part what of the page is checked, such as a dialog: the rest was checked without it
 */
export async function faultsOf(
  { page, viewport }: WatchedPage,
  name: string,
  part: keyof typeof parts = 'page',
): Promise<readonly string[]> {
  await mkdir(join(pictures, viewport), { recursive: true });
  await page.screenshot({ path: join(pictures, viewport, `${name}.png`), animations: 'disabled' });
  const { violations } = await new AxeBuilder({ page })
    .include(parts[part])
    .options(checks)
    // All of it is in one frame; otherwise each check opens a page of its own.
    .setLegacyMode()
    .analyze();
  return [
    ...violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ...(viewport === 'phone' ? await whatIsTooWide(page) : []),
  ];
}

async function whatIsTooWide(page: Page): Promise<readonly string[]> {
  await page.setViewportSize({ ...viewports.phone, width: narrowest });
  const found = await page.evaluate<readonly string[]>(tooWide);
  await page.setViewportSize(viewports.phone);
  return found;
}

/** Looks for it in the page: the page itself, and what scrolls within a dialog or panel. */
const tooWide = `[
  ['the page', document.documentElement],
  ...[...document.querySelectorAll('wa-dialog[open], wa-drawer[open]')].map((element) => [
    element.label, element.shadowRoot.querySelector('[part~=body]')]),
].filter(([, { scrollWidth, clientWidth }]) => scrollWidth > clientWidth)
 .map(([name, { scrollWidth, clientWidth }]) => name + ' is ' + scrollWidth + ' pixels wide where there are ' + clientWidth)`;

/** What the component library makes of a page. */
const parts = { page: 'body', dialog: 'wa-dialog[open]', panel: 'wa-drawer[open]' } as const;

/** The dialog that is open, with what is within it. */
export function openDialog({ page }: WatchedPage): Locator {
  return page.locator(parts.dialog);
}

/** The side panel that is open. */
export function openPanel({ page }: WatchedPage): Locator {
  return page.locator(parts.panel);
}

/**
 * Waits until a page shows something: what was done to it is not drawn at once.
 * @throws when it shows something else for as long as a test waits for anything
 */
export async function showsSoon<Shown>(look: () => Promise<Shown>, expected: Shown): Promise<void> {
  const deadline = Date.now() + 20_000;
  let shown = await look();
  while (!isDeepStrictEqual(shown, expected) && Date.now() < deadline) {
    await wait(20);
    shown = await look();
  }
  expect(shown).toEqual(expected);
}

/** Chooses something in a menu that a button opens. */
export async function choose({ page }: WatchedPage, button: Locator, item: string | RegExp): Promise<void> {
  await button.click();
  await page
    .getByRole('menuitem', { name: item })
    .or(page.getByRole('menuitemcheckbox', { name: item }))
    .click();
}
