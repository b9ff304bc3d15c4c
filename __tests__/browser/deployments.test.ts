import { dirname } from 'node:path';
import type { Deployment } from '../../src/contract/management/deployments.ts';
import { managementPath, managementPaths } from '../../src/contract/management/paths.ts';
import { eventually } from '../key-service/support/service.ts';
import { adminApp } from './support/admin-app.ts';
import {
  choose,
  faultsOf,
  openPanel,
  type Viewport,
  viewportNames,
  type WatchedPage,
} from './support/admin-browser.ts';
import { describeInBrowser } from './support/chromium.ts';
import { stopDms } from './support/stopping-dms.ts';

const pipeline = { repository: 'acme/scripts', workflow: 'deploy', runId: '4711' };

describeInBrowser('the Deployments page', () => {
  let succeeded: string;
  let failed: string;

  const app = adminApp(async ({ deploy }) => {
    succeeded = await deploy('Good', undefined, pipeline);
    failed = await deploy('Empty', { 'AppInfo.xml': '<AppInfo><Name>Empty</Name><Version>1.0.1</Version></AppInfo>' });
    for (const id of [succeeded, failed]) await hasEnded(id);
  });

  const place = () => ({ org: app.service.organizationId, dms: app.service.systemId });
  const one = async (deployment: string) =>
    app.service.api<Deployment>('GET', managementPath(managementPaths.deployment, { ...place(), deployment }));
  const hasEnded = async (id: string) => await eventually(async () => (await one(id)).state !== 'Pending');
  const stop = async (name: string) => await stopDms(app.service.dmsFolder, dirname(app.service.dataFolder), name);

  const open = async (viewport: Viewport, query = ''): Promise<WatchedPage> =>
    app.ownerAt(viewport, app.systemPage(`/deployments${query}`));
  /** The row of a deployment. */
  const row = ({ page }: WatchedPage, id: string) =>
    page.getByRole('row').filter({ has: page.locator(`a[href*="deployment=${id}"]`) });

  describe.each(viewportNames)('on a %s', (viewport) => {
    it('lists what was deployed, when, by whom, from which repository and run, and how it ended', async () => {
      const window = await open(viewport);
      const good = row(window, succeeded);
      await good.waitFor();
      for (const text of ['Good 1.0.1', 'Succeeded', 'pipelines', 'acme/scripts', 'deploy', '4711']) {
        expect(await good.textContent()).toContain(text);
      }
      expect(await row(window, failed).textContent()).toContain('Error');
      expect(await faultsOf(window, 'deployments')).toEqual([]);
    });

    it('keeps search, filters and time range in its address', async () => {
      const window = await open(viewport);
      const { page } = window;
      await row(window, failed).waitFor();
      await page.getByRole('searchbox').fill('acme/');
      await row(window, failed).waitFor({ state: 'detached' });
      await row(window, succeeded).waitFor();
      await page.getByRole('searchbox').fill('');
      await page.getByRole('button', { name: /^State/ }).click();
      await page.getByRole('checkbox', { name: 'Error' }).check();
      await row(window, succeeded).waitFor({ state: 'detached' });
      await row(window, failed).waitFor();
      expect(await faultsOf(window, 'deployments-filter')).toEqual([]);
      await page.keyboard.press('Escape');
      await choose(window, page.getByRole('button', { name: 'Any time' }), 'Last hour');
      await page.waitForURL(({ search }) => search === '?state=Error&time=1h');
      const address = new URL(page.url());
      await page.goto(`${address.pathname}?state=Succeeded&time=2020-01-01T00:00/2020-01-02T00:00`);
      await page.getByRole('heading', { name: 'No deployment matches' }).waitFor();
      expect(await page.getByLabel('From').inputValue()).toBe('2020-01-01T00:00');
      await page.goto(`${address.pathname}?state=Succeeded&time=1h`);
      await row(window, succeeded).waitFor();
      expect(await row(window, failed).count()).toBe(0);
    });

    it('shows what happened to a deployment, the error highlighted, and its log can be copied', async () => {
      const window = await open(viewport, `?deployment=${failed}`);
      const { page } = window;
      const panel = openPanel(window);
      const events = panel.getByRole('listitem');
      await events.first().waitFor();
      expect((await events.locator('strong').allTextContents()).at(-1)).toBe('Failed');
      await panel
        .locator('.failed')
        .getByText(/no script, assembly or companion file/)
        .waitFor();
      expect(await faultsOf(window, 'deployment', 'panel')).toEqual([]);
      await panel.getByRole('button', { name: 'Copy log' }).click();
      await panel.getByRole('button', { name: 'log copied' }).waitFor();
      const log = await page.evaluate<string>('navigator.clipboard.readText()');
      expect(log).toMatch(/^\d{4}-\d\d-\d\dT\S+ .*: Requested$/m);
      expect(log).toMatch(/Failed\n(?: {2}.*\n)* {2}Message: The package holds no script/);
      await panel.getByRole('button', { name: 'Copy link to this deployment' }).click();
      expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(page.url());
    });

    it('follows a deployment that is under way, without being asked', async () => {
      const dms = await stop(`live-${viewport}`);
      const id = await app.service.deploy('Live');
      const window = await open(viewport, `?deployment=${id}`);
      const panel = openPanel(window);
      await panel.getByText('Running', { exact: true }).waitFor();
      await dms.goOn();
      await panel.getByText('Succeeded', { exact: true }).first().waitFor();
      await row(window, id).getByText('Succeeded').waitFor();
    });

    it('cancels a deployment that waits, and repeats one that has ended', async () => {
      const dms = await stop(`cancel-${viewport}`);
      const first = await app.service.deploy('First');
      const second = await app.service.deploy('Second');
      const window = await open(viewport, `?deployment=${second}`);
      const { page } = window;
      const panel = openPanel(window);
      await panel.getByText('Queued', { exact: true }).waitFor();
      await panel.getByRole('button', { name: 'Cancel', exact: true }).click();
      await panel.getByRole('status').getByText('Cancelled').waitFor();
      await panel.getByText(app.service.owner.email).first().waitFor();
      await dms.goOn();
      await hasEnded(first);
      await panel.getByRole('button', { name: 'Retry' }).click();
      await panel.getByText('Repeats').waitFor();
      const again = new URL(page.url()).searchParams.get('deployment') ?? '';
      expect(again).not.toBe(second);
      expect((await one(again)).retryOf).toBe(second);
      await panel.getByText('Succeeded', { exact: true }).first().waitFor();
    });
  });

  it('the search box follows the address', async () => {
    const window = await open('desktop');
    const { page } = window;
    const box = page.getByRole('searchbox');
    await box.pressSequentially('Good ');
    await row(window, failed).waitFor({ state: 'detached' });
    expect(await box.inputValue()).toBe('Good ');
    await page.getByRole('link', { name: 'Deployments' }).click();
    await row(window, failed).waitFor();
    expect(await box.inputValue()).toBe('');
    await page.goBack();
    await row(window, failed).waitFor({ state: 'detached' });
    expect((await box.inputValue()).trim()).toBe('Good');
  });

  it('a deployment that is not there is not asked for again and again', async () => {
    const window = await app.browser.openLike(await app.ownerAt('desktop', '/'), '/');
    const { page } = window;
    const deployment = '00000000-0000-4000-8000-000000000000';
    let asked = 0;
    page.on('request', (request) => {
      if (request.url().endsWith(managementPath(managementPaths.deployment, { ...place(), deployment }))) asked++;
    });
    await page.clock.install();
    await page.goto(app.systemPage(`/deployments?deployment=${deployment}`));
    await openPanel(window).getByRole('alert').waitFor();
    const listed = page.waitForRequest(/\/deployments$/);
    await page.clock.fastForward(4_000);
    await listed;
    expect(asked).toBe(1);
    expect(window.problems()).toEqual([expect.stringContaining('404')]);
    await page.context().close();
  });

  it('a failure is told beside an open panel, and can be dismissed there', async () => {
    const window = await open('desktop', `?deployment=${succeeded}`);
    const { page } = window;
    await page.route('**/retry', (route) => route.fulfill({ status: 503, json: { detail: 'The disk is full.' } }));
    const panel = openPanel(window);
    await panel.getByRole('button', { name: 'Retry' }).click();
    const message = panel.getByRole('region', { name: 'Messages' }).getByText('The disk is full.');
    await message.waitFor();
    expect(await faultsOf(window, 'message-in-panel', 'panel')).toEqual([]);
    await panel.getByRole('button', { name: 'Dismiss' }).click();
    await message.waitFor({ state: 'detached' });
    await page.unrouteAll();

    // What is told in a panel stays when it closes.
    await page.route('**/retry', (route) => route.abort('connectionrefused'));
    await panel.getByRole('button', { name: 'Retry' }).click();
    await panel.getByText('The key service did not answer').waitFor();
    await panel.getByRole('button', { name: 'Close' }).click();
    await panel.waitFor({ state: 'detached' });
    await page.getByText('The key service did not answer').waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.unrouteAll();
    expect(window.problems()).toEqual([expect.stringContaining('503'), expect.stringContaining('REFUSED')]);
  });
});
