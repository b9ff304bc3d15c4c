import { jest } from '@jest/globals';
import { inTemporaryFolder } from '../../support/processes.ts';
import { AdminBrowser, signIn, type Viewport, type WatchedPage } from './admin-browser.ts';
import { type StaffedService, startStaffedService } from './staffed-service.ts';

// A browser on a busy machine takes its time.
jest.setTimeout(60_000);

/** What the tests of a file share: a service in a process of its own, and a browser. */
export interface AdminApp {
  readonly service: StaffedService;
  readonly browser: AdminBrowser;
  /** The window of a size that the Owner has signed in in, at an address; the same one for all tests. */
  ownerAt(viewport: Viewport, address: string): Promise<WatchedPage>;
  /** The address of a page of the organization, such as `/keys`; the overview by default. */
  organizationPage(page?: string): string;
  /** The address of a page of the DMS. */
  systemPage(page?: string): string;
}

/**
 * Starts them before the tests of a file and ends them afterwards. After each test, nothing may have gone wrong in any window
 * that the test has not looked at itself.
 * @param prepare makes what all tests look at
 */
export function adminApp(prepare: (service: StaffedService) => Promise<void> = async () => undefined): AdminApp {
  let service: StaffedService;
  let browser: AdminBrowser;
  let owners: Partial<Record<Viewport, WatchedPage>> = {};
  let end = () => {};
  let ended: Promise<void> = Promise.resolve();

  beforeAll(async () => {
    const begun = Promise.withResolvers<void>();
    const ending = Promise.withResolvers<void>();
    end = ending.resolve;
    ended = inTemporaryFolder(async (folder) => {
      service = await startStaffedService(folder);
      browser = await AdminBrowser.launch(service.url);
      try {
        await prepare(service);
        begun.resolve();
        await ending.promise;
      } finally {
        await browser.close();
        await service.stop();
      }
    });
    await Promise.race([begun.promise, ended]);
  });

  afterEach(() => {
    expect(browser.problems()).toEqual([]);
  });

  afterAll(async () => {
    owners = {};
    end();
    await ended;
  });

  return {
    get service() {
      return service;
    },
    get browser() {
      return browser;
    },
    ownerAt: async (viewport, address) => {
      const known = owners[viewport];
      if (known !== undefined) {
        await known.page.goto(address);
        return known;
      }
      const window = await browser.open(viewport, address);
      owners[viewport] = window;
      await signIn(window, service.owner);
      return window;
    },
    organizationPage: (page = '') => `/${service.organizationId}/organization${page}`,
    systemPage: (page = '') => `/${service.organizationId}/systems/${service.systemId}${page}`,
  };
}
