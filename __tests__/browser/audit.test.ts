import { readFile } from 'node:fs/promises';
import { maxFilterTexts } from '../../src/contract/limits.ts';
import type { AuditRecord } from '../../src/contract/management/audit.ts';
import { managementPath, managementPaths } from '../../src/contract/management/paths.ts';
import { adminApp } from './support/admin-app.ts';
import {
  choose,
  faultsOf,
  openDialog,
  openPanel,
  showsSoon,
  type Viewport,
  viewportNames,
  type WatchedPage,
} from './support/admin-browser.ts';
import { describeInBrowser } from './support/chromium.ts';

/** More than one answer of the service holds. */
const teams = 55;
/** What a spreadsheet would take for a formula. */
const formula = '=cmd|calc';

describeInBrowser('the Audit page', () => {
  const app = adminApp(async ({ api, makeKeySet, organizationId }) => {
    const path = managementPath(managementPaths.organizationKeys, { org: organizationId });
    for (let number = 1; number <= teams; number++) {
      await api('POST', path, { label: `Team ${number}`, permissions: ['read-catalog-items'] });
    }
    await makeKeySet(formula);
  });

  const records = async (query: string) =>
    app.service.list<AuditRecord>(
      `${managementPath(managementPaths.audit, { org: app.service.organizationId })}?${query}`,
    );
  const open = async (viewport: Viewport, query = ''): Promise<WatchedPage> => {
    const window = await app.ownerAt(viewport, app.organizationPage(`/audit${query}`));
    await window.page.getByText('Chain verified').waitFor();
    return window;
  };
  const rows = ({ page }: WatchedPage) => page.getByRole('table', { name: 'Audit records' }).locator('tbody tr');
  const operations = async (window: WatchedPage) =>
    [...new Set(await rows(window).locator('code').allTextContents())].sort();

  describe.each(viewportNames)('on a %s', (viewport) => {
    it('shows what was done, more of it when asked, and that the chain is whole', async () => {
      const window = await open(viewport, '?operation=key.created&operation=token.created');
      const { page } = window;
      await rows(window).first().waitFor();
      expect(await faultsOf(window, 'audit')).toEqual([]);
      const all = await records('operation=key.created&operation=token.created&limit=200');
      expect(await rows(window).count()).toBeLessThan(all.length);
      const more = page.getByRole('button', { name: 'Load more' });
      await more.click();
      await more.waitFor({ state: 'detached' });
      // They are drawn as they come into view.
      for (let drawn = 0; drawn < all.length; drawn = await rows(window).count()) {
        await rows(window).last().scrollIntoViewIfNeeded();
      }
      expect(await rows(window).getByRole('link').count()).toBe(all.length);
    });

    it('filters by several values that are searched for, and keeps them in its address', async () => {
      const window = await open(viewport);
      const { page } = window;
      await rows(window).first().waitFor();
      await page.getByRole('button', { name: /^Operation/ }).click();
      const menu = page.getByRole('group', { name: 'Operation' });
      await menu.getByLabel('Search operation').fill('.created');
      await showsSoon(
        async () => (await menu.getByRole('listitem').allInnerTexts()).map((text) => text.trim()),
        ['organization', 'system', 'user', 'session', 'token', 'key'].map((subject) => `${subject}.created`),
      );
      await menu.getByRole('checkbox', { name: 'system.created' }).check();
      await menu.getByRole('checkbox', { name: 'user.created' }).check();
      await showsSoon(() => operations(window), ['system.created', 'user.created']);
      await menu.getByLabel('Search operation').fill('');
      await menu.getByRole('checkbox', { name: 'Selected only' }).check();
      await showsSoon(() => menu.getByRole('listitem').count(), 2);
      await page.locator('wa-button', { hasText: 'Operation (2)' }).waitFor();
      expect(await faultsOf(window, 'audit-filter')).toEqual([]);
      await page.waitForURL(
        ({ searchParams }) => searchParams.getAll('operation').join() === 'system.created,user.created',
      );
      await page.reload();
      await rows(window).first().waitFor();
      await showsSoon(() => operations(window), ['system.created', 'user.created']);
      await page.getByRole('button', { name: /^Operation/ }).click();
      await menu.getByRole('button', { name: 'Clear' }).click();
      await page.getByRole('cell', { name: /Team 55/ }).waitFor();
    });

    it('filters by what can only be typed, as the name of somebody who has gone', async () => {
      const window = await open(viewport);
      const { page } = window;
      await page.getByRole('button', { name: /^Initiator/ }).click();
      const menu = page.getByRole('group', { name: 'Initiator' });
      await menu.getByLabel('Search initiator').fill('nobody@example.com');
      await menu.getByRole('button', { name: 'Use “nobody@example.com”' }).click();
      await page.getByRole('heading', { name: 'No record matches' }).waitFor();
    });

    it('shows a range of time only', async () => {
      const window = await open(viewport);
      const { page } = window;
      await choose(window, page.getByRole('button', { name: 'Any time' }), 'Last hour');
      await rows(window).first().waitFor();
      await choose(window, page.getByRole('button', { name: 'Last hour' }), /Exact times/);
      await page.getByLabel('To', { exact: true }).fill('2020-01-02T00:00');
      await page.getByRole('heading', { name: 'No record matches' }).waitFor();
      const to = new Date('2020-01-02T00:00').toISOString();
      await page.waitForURL(({ searchParams }) => searchParams.get('time') === `/${to}`);
    });

    it('tells everything that one record says', async () => {
      const window = await open(viewport, '?operation=key.created&subject=Team%201');
      await rows(window).getByRole('link').first().click();
      const panel = openPanel(window);
      await panel.getByText('key-set').waitFor();
      for (const said of ['Acme', 'read-catalog-items', 'tests', 'Place in the chain']) {
        await panel.getByText(said).first().waitFor();
      }
      expect(await faultsOf(window, 'audit-record', 'panel')).toEqual([]);
    });

    // The page half of scenario 35.
    it('35: exports what the filters choose, separated by semicolons, with titles and no formulas', async () => {
      const query = `operation=key.created&subject=${encodeURIComponent(formula)}`;
      const window = await open(viewport, `?${query}`);
      const { page } = window;
      await page.getByRole('button', { name: 'Export' }).click();
      const dialog = openDialog(window);
      await dialog.getByLabel('CSV, separated by semicolons').check();
      expect(await faultsOf(window, 'export', 'dialog')).toEqual([]);
      const downloading = page.waitForEvent('download');
      await dialog.getByRole('button', { name: 'Submit' }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toMatch(/^audit-acme-20\d\d.*\.csv$/);
      const [titles = [], ...cells] = csvRows(await readFile(await download.path(), 'utf8'));
      const expected = await records(query);
      expect(expected).toHaveLength(1);
      expect(titles.slice(0, 4)).toEqual(['Time', 'Operation', 'Subject type', 'Subject name']);
      expect(cells.map((row) => [row[0], row[1], row[3], row.at(-1)])).toEqual(
        expected.map(({ timestamp, operation, id }) => [timestamp, operation, `'${formula}`, id]),
      );
      await page.getByText('The export is saved').waitFor();
    });
  });

  it('keeps exact times in its address so that they are the same ones for a reader elsewhere', async () => {
    const window = await app.browser.openLike(await app.ownerAt('desktop', '/'), '/');
    const { page } = window;
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setTimezoneOverride', { timezoneId: 'Europe/Brussels' });
    await page.goto(app.organizationPage('/audit?time=2020-01-01T00:00:00.000Z/'));
    const from = page.getByLabel('From', { exact: true });
    await showsSoon(() => from.inputValue(), '2020-01-01T01:00');
    // Typing it digit by digit goes through years in which clocks differed by seconds.
    await from.focus();
    await page.keyboard.type('07022026');
    await page.waitForURL(({ searchParams }) => searchParams.get('time') === '2026-07-01T23:00:00.000Z/');
    expect(await from.inputValue()).toBe('2026-07-02T01:00');
    await page.context().close();
  });

  it('says that the record of a link is not in the list', async () => {
    const window = await open('desktop', '?record=00000000-0000-4000-8000-000000000000');
    await openPanel(window).getByText('not among those in the list').waitFor();
  });

  it('chooses no more names than the service searches for', async () => {
    const window = await open('desktop');
    const { page } = window;
    await rows(window).first().waitFor();
    await page.getByRole('button', { name: /^Subject$/ }).click();
    const menu = page.getByRole('group', { name: 'Subject', exact: true });
    await menu.getByText(`At most ${maxFilterTexts} at once`).waitFor();
    await menu.getByRole('button', { name: 'Select all', disabled: true }).waitFor();
    await menu.getByLabel('Search subject').fill('Team 4');
    await menu.getByRole('checkbox', { name: 'Team 50' }).waitFor({ state: 'detached' });
    await menu.getByRole('button', { name: 'Select all', disabled: false }).click();
    await page.locator('wa-button', { hasText: 'Subject (10)' }).waitFor();
    await showsSoon(() => rows(window).count(), 10);
    await menu.getByLabel('Search subject').fill('Team 5');
    await menu.getByRole('button', { name: 'Use “Team 5”', disabled: true }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('exports without titles, and as JSON', async () => {
    const query = 'operation=system.created&operation=user.created';
    const window = await open('desktop', `?${query}`);
    const { page } = window;
    const exported = async (format: string, titles: boolean) => {
      await page.getByRole('button', { name: 'Export' }).click();
      const dialog = openDialog(window);
      await dialog.getByLabel(format).check();
      await dialog.getByLabel('Include column titles').setChecked(titles);
      const downloading = page.waitForEvent('download');
      await dialog.getByRole('button', { name: 'Submit' }).click();
      const text = await readFile(await (await downloading).path(), 'utf8');
      await dialog.waitFor({ state: 'detached' });
      return text;
    };
    const expected = await records(query);
    const rows = csvRows(await exported('CSV, separated by commas', false));
    expect(rows.map((row) => row.at(-1))).toEqual(expected.map(({ id }) => id));
    expect(JSON.parse(await exported('JSON', true))).toEqual(expected);
  });

  it('says where the chain is broken', async () => {
    const window = await open('desktop');
    const { page } = window;
    await page.route('**/audit/verification', async (route) => {
      const found = (await (await route.fetch()).json()) as object;
      const firstBreak = { position: 3, id: null, reason: 'the record was changed' };
      await route.fulfill({ json: { ...found, whole: false, firstBreak } });
    });
    await page.reload();
    await page.getByRole('alert').filter({ hasText: 'Chain broken at record 3' }).waitFor();
    await page.unrouteAll();
  });
});

/** The cells of a CSV file in which every cell is quoted; none of the test holds quotes beside separators. */
function csvRows(text: string): readonly string[][] {
  const lines = text.replace('\uFEFF', '').split('\r\n').slice(0, -1);
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split(/"[;,]"/)
      .map((cell) => cell.replaceAll('""', '"')),
  );
}
