import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';

/** The two sizes of screen that everything is shown on. */
export const viewports = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;
export type Viewport = keyof typeof viewports;

/** Where a person can look through the pages. */
const pictures = 'build/screenshots';

/** A page that may do nothing wrong: whatever it logs as an error or asks of another host is remembered. */
export interface WatchedPage {
  readonly page: Page;
  /** What went wrong since the last look: errors on the console, uncaught ones, requests to other hosts. */
  problems(): readonly string[];
}

/** A browser for the tests of one file. */
export class AdminBrowser {
  readonly #browser: Browser;
  readonly #origin: string;

  constructor(browser: Browser, origin: string) {
    this.#browser = browser;
    this.#origin = origin;
  }

  static async launch(origin: string): Promise<AdminBrowser> {
    return new AdminBrowser(await launchChromium(), origin);
  }

  /** A new window in which nobody is signed in. */
  async open(viewport: Viewport = 'desktop', path = '/'): Promise<WatchedPage> {
    const context = await this.#browser.newContext({ viewport: viewports[viewport], baseURL: this.#origin });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    return await this.#watchedPage(context, path);
  }

  /** Another tab in the window of a page. */
  async openBeside({ page }: WatchedPage, path: string): Promise<WatchedPage> {
    return await this.#watchedPage(page.context(), path);
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  async #watchedPage(context: BrowserContext, path: string): Promise<WatchedPage> {
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
    await page.goto(path);
    return {
      page,
      problems: () => {
        const found = problems;
        problems = [];
        return found;
      },
    };
  }
}

/** Signs in with a local account. */
export async function signIn({ page }: WatchedPage, user: { email: string; password: string }): Promise<void> {
  await page.getByLabel('E-mail').fill(user.email);
  await page.getByLabel('Password', { exact: true }).fill(user.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page
    .getByRole('navigation', { name: 'Pages' })
    .or(page.getByRole('button', { name: 'Pages' }))
    .first()
    .waitFor();
}

/** What a checker of WCAG 2.2 AA finds on a page that is serious or critical. */
export async function seriousFindings({ page }: WatchedPage): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

/** Takes a picture for people to look at. */
export async function takePicture({ page }: WatchedPage, viewport: Viewport, name: string): Promise<void> {
  await mkdir(join(pictures, viewport), { recursive: true });
  await page.screenshot({ path: join(pictures, viewport, `${name}.png`) });
}

/** The dialog that is open, with what is within it. */
export function openDialog({ page }: WatchedPage) {
  return page.locator('wa-dialog[open]').last();
}

/** The side panel that is open. */
export function openPanel({ page }: WatchedPage) {
  return page.locator('wa-drawer[open]').last();
}
