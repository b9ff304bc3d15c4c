import { managementPath, managementPaths } from '../../src/contract/management/paths.ts';
import { inTemporaryFolder } from '../support/processes.ts';
import { AdminBrowser, openDialog, openPanel, signIn, type WatchedPage } from './support/admin-app.ts';
import { describeInBrowser } from './support/chromium.ts';
import { type StaffedService, startStaffedService } from './support/staffed-service.ts';

describeInBrowser('the Keys page', () => {
  let service: StaffedService;
  let browser: AdminBrowser;
  let window: WatchedPage;
  let leave: () => void;
  let left: Promise<void>;

  beforeAll(async () => {
    const ready = Promise.withResolvers<void>();
    left = inTemporaryFolder(async (folder) => {
      service = await startStaffedService(folder);
      browser = await AdminBrowser.launch(service.url);
      const leaving = Promise.withResolvers<void>();
      leave = leaving.resolve;
      ready.resolve();
      await leaving.promise;
      await browser.close();
      await service.stop();
    });
    await Promise.race([ready.promise, left]);
    window = await browser.open();
    await signIn(window, service.owner);
  }, 60_000);

  afterAll(async () => {
    leave();
    await left;
  });

  const keysPath = () => `/${service.organizationId}/systems/${service.systemId}/keys`;

  /** A key set of its own for each test, opened on the page. */
  const withSet = async (label: string) => {
    const place = { org: service.organizationId, dms: service.systemId };
    const set = await service.api<{ id: string; values: { primary: string; secondary: string } }>(
      'POST',
      managementPath(managementPaths.systemKeys, place),
      { label },
    );
    await window.page.goto(`${keysPath()}?set=${set.id}`);
    await openPanel(window).getByText('Permissions').waitFor();
    return set;
  };

  const works = async (key: string) => {
    const response = await fetch(`${service.url}/api/keys/v1-0/self`, {
      headers: { 'Ocp-Apim-Subscription-Key': key },
    });
    return response.status === 200;
  };

  afterEach(() => {
    expect(window.problems()).toEqual([]);
  });

  it('makes a key set and shows both of its values once, ready to be copied', async () => {
    const { page } = window;
    await page.goto(keysPath());
    await page.getByRole('button', { name: 'New Key' }).click();
    const dialog = openDialog(window);
    await dialog.getByLabel('Label').fill('made in a browser');
    await dialog.getByRole('button', { name: 'Ok' }).click();
    await dialog.getByRole('button', { name: 'Done' }).waitFor();
    const [primary = '', secondary = ''] = await dialog.locator('code').allTextContents();
    expect(await Promise.all([works(primary), works(secondary)])).toEqual([true, true]);
    await dialog.getByRole('button', { name: 'Copy primary key' }).click();
    await dialog.getByRole('button', { name: 'primary key copied' }).waitFor();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(primary);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('link', { name: 'made in a browser' }).waitFor();
    await page.getByText(primary).waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain(primary);
  });

  it('reveals a value and hides it after half a minute', async () => {
    const { page } = window;
    const { values } = await withSet('to be revealed');
    await page.clock.install();
    const panel = openPanel(window);
    await panel.getByRole('button', { name: 'Reveal primary key' }).click();
    await panel.getByText(values.primary).waitFor();
    await page.clock.fastForward(29_000);
    expect(await panel.getByText(values.primary).count()).toBe(1);
    await page.clock.fastForward(2_000);
    await panel.getByRole('button', { name: 'Reveal primary key' }).waitFor();
    expect(await panel.getByText(values.primary).count()).toBe(0);
  });

  it('regenerates a slot after its label was typed, and shows the new value at once', async () => {
    const { values } = await withSet('to be regenerated');
    const panel = openPanel(window);
    await panel.getByRole('button', { name: 'Actions for to be regenerated' }).click();
    await window.page.getByRole('menuitem', { name: 'Regenerate primary key' }).click();
    const dialog = openDialog(window);
    await dialog.getByText('No call has been made with it so far').waitFor();
    await dialog.getByLabel(/Type the label/).fill('something else');
    await dialog.getByRole('button', { name: 'Regenerate primary key' }).click();
    await dialog.getByRole('alert').waitFor();
    expect(await works(values.primary)).toBe(true);
    await dialog.getByLabel(/Type the label/).fill('to be regenerated');
    await dialog.getByRole('button', { name: 'Regenerate primary key' }).click();
    await panel.getByRole('button', { name: 'Hide primary key' }).waitFor();
    const shown = await panel.locator('code').first().textContent();
    expect(shown).not.toBe(values.primary);
    expect(await Promise.all([works(shown ?? ''), works(values.primary), works(values.secondary)])).toEqual([
      true,
      false,
      true,
    ]);
    // The wrong label was refused by the service, which the browser tells on its console.
    expect(window.problems()).toEqual([expect.stringContaining('400')]);
  });
});
