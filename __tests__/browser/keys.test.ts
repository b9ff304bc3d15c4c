import type { KeySet, KeySetUsage, RegeneratedKey } from '../../src/contract/management/keys.ts';
import { keySetPaths, managementPath, managementPaths } from '../../src/contract/management/paths.ts';
import { eventually } from '../key-service/support/service.ts';
import { adminApp } from './support/admin-app.ts';
import {
  choose,
  faultsOf,
  openDialog,
  openPanel,
  showsSoon,
  signIn,
  type Viewport,
  viewportNames,
  type WatchedPage,
} from './support/admin-browser.ts';
import { describeInBrowser } from './support/chromium.ts';
import type { MadeKeySet } from './support/staffed-service.ts';

const pipeline = { repository: 'acme/scripts', workflow: 'deploy', runId: '4711' };
/** More than what a table makes at once. */
const organizationSets = 130;

describeInBrowser('the Keys page', () => {
  const app = adminApp(async ({ api, organizationId }) => {
    const path = managementPath(managementPaths.organizationKeys, { org: organizationId });
    for (let number = 1; number <= organizationSets; number++) {
      await api('POST', path, { label: `Team ${number}`, permissions: ['read-catalog-items'] });
    }
  });

  const setPath = (id: string, below: string = keySetPaths.keySet) =>
    managementPath(`${managementPaths.systemKeys}${below}`, {
      ...{ org: app.service.organizationId, dms: app.service.systemId, set: id },
    });

  /** The panel of a set, opened by its address. */
  const open = async (viewport: Viewport, { id }: { id: string }): Promise<WatchedPage> => {
    const window = await app.ownerAt(viewport, app.systemPage(`/keys?set=${id}`));
    await openPanel(window).getByText('Permissions').waitFor();
    return window;
  };

  /** The same in a window of its own, whose clock a test may turn. */
  const openWithClock = async ({ id }: { id: string }): Promise<WatchedPage> => {
    const window = await app.browser.openLike(await app.ownerAt('desktop', '/'), '/');
    await window.page.clock.install();
    await window.page.goto(app.systemPage(`/keys?set=${id}`));
    await openPanel(window).getByText('Permissions').waitFor();
    return window;
  };

  const regenerate = async (window: WatchedPage, set: { label: string }): Promise<void> => {
    await chooseAction(window, set, 'Regenerate primary key');
    await openDialog(window)
      .getByLabel(/Type the label/)
      .fill(set.label);
    await openDialog(window).getByRole('button', { name: 'Regenerate primary key' }).click();
  };

  const chooseAction = async (window: WatchedPage, { label }: { label: string }, action: string): Promise<void> =>
    choose(window, openPanel(window).getByRole('button', { name: `Actions for ${label}` }), action);

  const usageOf = async ({ id }: { id: string }) =>
    await app.service.api<KeySetUsage>('GET', setPath(id, keySetPaths.usage));

  /** Waits until the service tells of a use of a slot. */
  const used = async (set: { id: string }, slot: 'primary' | 'secondary') =>
    await eventually(async () => (await usageOf(set)).slots[slot].count > 0);

  const works = async (...keys: string[]) => await Promise.all(keys.map((key) => app.service.takes(key)));

  describe.each(viewportNames)('on a %s', (viewport) => {
    const made = async (label: string): Promise<MadeKeySet> => await app.service.makeKeySet(`${label} (${viewport})`);

    it('lists the sets, masked, and finds and sorts them among more than are drawn at once', async () => {
      const window = await app.ownerAt(viewport, app.organizationPage('/keys'));
      const { page } = window;
      const labels = page.getByRole('table', { name: 'Key sets' }).getByRole('link');
      await page.getByText(`${organizationSets} of ${organizationSets} key sets`).waitFor();
      expect(await labels.count()).toBeLessThan(organizationSets);
      await page.getByRole('searchbox', { name: 'Search labels' }).fill('team 12');
      await page.getByText(`11 of ${organizationSets} key sets`).waitFor();
      if (viewport === 'phone') await page.mouse.wheel(0, 10_000); // Cards are drawn as far as somebody scrolls.
      await showsSoon(() => labels.count(), 11);
      expect(await faultsOf(window, 'organization-keys')).toEqual([]);
      await page.waitForURL(({ searchParams }) => searchParams.get('search') === 'team 12');
      if (viewport === 'phone') return; // Rows are cards there, without titles to sort by.
      await page.getByRole('button', { name: 'Label' }).click();
      const first = async () => (await labels.allTextContents()).slice(0, 3);
      await showsSoon(first, ['Team 12', 'Team 120', 'Team 121']);
      await page.getByRole('button', { name: 'Label' }).click();
      await showsSoon(first, ['Team 129', 'Team 128', 'Team 127']);
      expect(await page.getByRole('columnheader', { name: 'Label' }).getAttribute('aria-sort')).toBe('descending');
    });

    it('makes a set with the chosen permissions and expiry, and shows both of its values once', async () => {
      const window = await app.ownerAt(viewport, app.systemPage('/keys'));
      const { page } = window;
      await page.getByRole('link', { name: 'pipelines' }).waitFor();
      expect(await faultsOf(window, 'keys')).toEqual([]);
      const label = `made on a ${viewport}`;
      await page.getByRole('button', { name: 'New Key' }).click();
      const dialog = openDialog(window);
      await dialog.getByLabel('Label').fill(label);
      await dialog.getByLabel('Upload packages').uncheck();
      await dialog.getByLabel('Expires (optional)').fill('2040-01-02T03:04');
      expect(await faultsOf(window, 'new-key', 'dialog')).toEqual([]);
      await dialog.getByRole('button', { name: 'Ok' }).click();
      await dialog.getByRole('button', { name: 'Done' }).waitFor();
      expect(await faultsOf(window, 'new-key-values', 'dialog')).toEqual([]);
      const [primary = '', secondary = ''] = await dialog.locator('code').allTextContents();
      expect(await works(primary, secondary)).toEqual([true, true]);
      await dialog.getByRole('button', { name: 'Copy primary key' }).click();
      await dialog.getByRole('button', { name: 'primary key copied' }).waitFor();
      expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(primary);
      await dialog.getByRole('button', { name: 'Done' }).click();
      await page.getByRole('link', { name: label }).waitFor();
      await page.getByText(primary).waitFor({ state: 'detached' });
      expect(await page.content()).not.toContain(primary);
      const [id = ''] =
        (await page.getByRole('link', { name: label }).getAttribute('href'))?.split('set=').slice(1) ?? [];
      expect(await app.service.api<KeySet>('GET', setPath(id))).toMatchObject({
        permissions: ['deploy-packages', 'read-deployments', 'register-catalog-items'],
        expiresAt: new Date('2040-01-02T03:04').toISOString(),
      });
    });

    it('tells who used which slot, when, from which repository and run', async () => {
      const set = await made('in use');
      await app.service.takes(set.values.secondary, pipeline);
      await used(set, 'secondary');
      const window = await open(viewport, set);
      const usage = openPanel(window).locator('section').filter({ hasText: 'Usage' });
      await usage.getByText('Not used since it was made.').waitFor();
      await usage.getByText('1 call, last just now').waitFor();
      const caller = await usage.getByRole('listitem').textContent();
      expect(caller).toContain('acme/scripts, workflow deploy, run 4711 from 127.0.0.1: 1×');
      expect(await faultsOf(window, 'key-panel', 'panel')).toEqual([]);
    });

    it('reveals a value and hides it after half a minute', async () => {
      const { id, values } = await made('to be revealed');
      const window = await app.browser.openLike(await app.ownerAt(viewport, '/'), app.systemPage(`/keys?set=${id}`));
      const { page } = window;
      const panel = openPanel(window);
      await panel.getByText('Permissions').waitFor();
      await page.clock.install();
      await panel.getByRole('button', { name: 'Reveal primary key' }).click();
      await panel.getByText(values.primary).waitFor();
      await page.clock.fastForward(20_000);
      expect(await panel.getByText(values.primary).count()).toBe(1);
      await page.clock.fastForward(11_000);
      await panel.getByRole('button', { name: 'Reveal primary key' }).waitFor();
      expect(await panel.getByText(values.primary).count()).toBe(0);
      await page.context().close();
    });

    it('copies a value that is not shown', async () => {
      const { id, values } = await made('to be copied');
      const window = await open(viewport, { id });
      const { page } = window;
      const panel = openPanel(window);
      await panel.getByRole('button', { name: 'Copy secondary key' }).click();
      await panel.getByRole('button', { name: 'secondary key copied' }).waitFor();
      expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(values.secondary);
      expect(await page.content()).not.toContain(values.secondary);
    });

    // The page half of scenario 28.
    it('28: regenerates a slot once its label is typed: the old value fails, the other works, the panel shows the new one', async () => {
      const set = await made('to be regenerated');
      await app.service.takes(set.values.primary, pipeline);
      await used(set, 'primary');
      const window = await open(viewport, set);
      await chooseAction(window, set, 'Regenerate primary key');
      const dialog = openDialog(window);
      await dialog.getByText('The primary value was used just now by acme/scripts, workflow deploy.').waitFor();
      expect(await faultsOf(window, 'regenerate', 'dialog')).toEqual([]);
      await dialog.getByLabel(/Type the label/).fill('something else');
      await dialog.getByRole('button', { name: 'Regenerate primary key' }).click();
      await dialog.getByRole('alert').waitFor();
      expect(await works(set.values.primary)).toEqual([true]);
      // The wrong label was refused by the service, which the browser tells on its console.
      expect(window.problems()).toEqual([expect.stringContaining('400')]);
      await dialog.getByLabel(/Type the label/).fill(set.label);
      await dialog.getByRole('button', { name: 'Regenerate primary key' }).click();
      const panel = openPanel(window);
      await panel.getByRole('button', { name: 'Hide primary key' }).waitFor();
      const shown = (await panel.locator('code').first().textContent()) ?? '';
      expect(shown).not.toBe(set.values.primary);
      expect(await works(shown, set.values.primary, set.values.secondary)).toEqual([true, false, true]);
    });

    it('revokes a set once its label is typed, and says what will break', async () => {
      const set = await made('to be revoked');
      await app.service.takes(set.values.secondary, pipeline);
      await used(set, 'secondary');
      const window = await open(viewport, set);
      await chooseAction(window, set, 'Revoke');
      const dialog = openDialog(window);
      await dialog.getByText('The secondary value was used just now by acme/scripts, workflow deploy.').waitFor();
      expect(await faultsOf(window, 'revoke', 'dialog')).toEqual([]);
      await dialog.getByLabel(/Type the label/).fill(set.label);
      await dialog.getByRole('button', { name: 'Revoke' }).click();
      await openPanel(window).waitFor({ state: 'detached' });
      await window.page.getByRole('link', { name: set.label }).waitFor({ state: 'detached' });
      expect(await works(set.values.primary, set.values.secondary)).toEqual([false, false]);
      await window.page.getByText(`${set.label} is revoked`).waitFor();
      await showsSoon(() => window.page.evaluate<string>('document.activeElement.localName'), 'h1');
      // Whatever the panel asked of the set after its end was answered with 404.
      expect(window.problems().filter((problem) => !problem.includes('404'))).toEqual([]);
    });

    it('disables a set and enables it again', async () => {
      const set = await made('to be switched off');
      const window = await open(viewport, set);
      await chooseAction(window, set, 'Disable');
      const panel = openPanel(window);
      await panel.getByText('Disabled', { exact: true }).waitFor();
      expect(await works(set.values.primary, set.values.secondary)).toEqual([false, false]);
      await chooseAction(window, set, 'Enable');
      await panel.getByText('Active', { exact: true }).waitFor();
      expect(await works(set.values.primary, set.values.secondary)).toEqual([true, true]);
    });

    it('edits label, permissions and expiry', async () => {
      const set = await made('to be edited');
      const window = await open(viewport, set);
      await chooseAction(window, set, 'Edit');
      const dialog = openDialog(window);
      await dialog.getByLabel('Label').fill(`${set.label} and done`);
      await dialog.getByLabel('Register catalog items').uncheck();
      await dialog.getByLabel('Expires (optional)').fill('2040-01-02T03:04');
      expect(await faultsOf(window, 'edit-key', 'dialog')).toEqual([]);
      await dialog.getByRole('button', { name: 'Save' }).click();
      const panel = openPanel(window);
      await panel.getByRole('heading', { name: `${set.label} and done`, exact: true }).waitFor();
      await panel.getByText('Upload packages, Deploy packages, Read deployments', { exact: true }).waitFor();
      expect(await app.service.api<KeySet>('GET', setPath(set.id))).toMatchObject({
        expiresAt: new Date('2040-01-02T03:04').toISOString(),
        changedBy: app.service.owner.email,
      });
    });

    it('walks through a rotation, and shows live whether the new value is used', async () => {
      const set = await made('to be rotated');
      const address = app.systemPage(`/keys?set=${set.id}`);
      const window = await app.browser.openLike(await app.ownerAt(viewport, '/'), address);
      const { page } = window;
      const panel = openPanel(window);
      await panel.getByRole('button', { name: 'Rotate', exact: true }).click();
      const guide = panel.getByRole('region', { name: 'Rotate both keys' });
      await guide.getByRole('button', { name: 'Regenerate secondary key' }).click();
      const dialog = openDialog(window);
      await dialog.getByText('The old secondary value works for another 24 h.').waitFor();
      await dialog.getByLabel(/Type the label/).fill(set.label);
      await page.clock.install();
      await dialog.getByRole('button', { name: 'Regenerate secondary key' }).click();
      await guide.getByText('Waiting for its first use').waitFor();
      await guide.getByRole('button', { name: 'Regenerate primary key', disabled: true }).waitFor();
      await guide.getByText('Go on in 23 hours').waitFor();
      await panel.getByRole('button', { name: 'Hide secondary key' }).waitFor();
      const fresh = (await panel.locator('code').nth(1).textContent()) ?? '';
      expect(await faultsOf(window, 'rotate', 'panel')).toEqual([]);
      expect(await works(fresh, set.values.secondary)).toEqual([true, true]);
      await used(set, 'secondary');
      await page.clock.fastForward(6_000);
      await guide.getByText(/^Used /).waitFor();
      await page.clock.fastForward(6_000);
      await guide.getByRole('button', { name: 'Regenerate primary key', disabled: false }).waitFor();
      await page.context().close();
    });
  });

  it('tells the second of two custodians who changed a set meanwhile, and when, and overwrites nothing', async () => {
    const set = await app.service.makeKeySet('wanted by two');
    const [olivia, bruno] = [await open('desktop', set), await app.browser.open('desktop', '/')];
    await signIn(bruno, await app.service.hire('Bruno', 'admin'));
    await bruno.page.goto(olivia.page.url());
    for (const window of [olivia, bruno]) await chooseAction(window, set, 'Edit');
    const type = (window: WatchedPage, label: string) => openDialog(window).getByLabel('Label').fill(label);
    const save = (window: WatchedPage) => openDialog(window).getByRole('button', { name: 'Save' }).click();
    await type(olivia, "Olivia's");
    await type(bruno, "Bruno's");
    await save(bruno);
    await bruno.page.getByText("Bruno's is saved").waitFor();
    // Her page shows it by itself; what she began with and has typed stays as it was.
    await openPanel(olivia).getByRole('heading', { name: "Bruno's", exact: true, includeHidden: true }).waitFor();
    await save(olivia);
    const refusal = openDialog(olivia).getByRole('alert');
    await refusal.waitFor();
    expect(await refusal.textContent()).toMatch(/bruno@example\.com.*\d{4}-\d{2}-\d{2}T/);
    expect(await openDialog(olivia).getByLabel('Label').inputValue()).toBe("Olivia's");
    expect(olivia.problems()).toEqual([expect.stringContaining('409')]);
    expect((await app.service.api<KeySet>('GET', setPath(set.id))).label).toBe("Bruno's");
  });

  it('keeps a menu as it opened, and does not undo what somebody else has done since', async () => {
    const set = await app.service.makeKeySet('leaked');
    const window = await openWithClock(set);
    const { page } = window;
    const panel = openPanel(window);
    await panel.getByRole('button', { name: `Actions for ${set.label}` }).click();
    await page.getByRole('menuitem', { name: 'Disable' }).waitFor();
    await app.service.api('POST', setPath(set.id, keySetPaths.disable));
    await page.clock.fastForward(6_000);
    await panel.getByText('Disabled', { exact: true }).waitFor();
    await page.getByRole('menuitem', { name: 'Disable' }).click();
    await page.getByText(/ changed the /).waitFor();
    expect((await app.service.api<KeySet>('GET', setPath(set.id))).state).toBe('disabled');
    expect(window.problems()).toEqual([expect.stringContaining('409')]);
    await page.context().close();
  });

  it('takes what one has changed oneself for seen, although nothing is read anew yet', async () => {
    const set = await app.service.makeKeySet('changed twice');
    const window = await openWithClock(set);
    await window.page.route('**/api/**', (route) =>
      route.request().method() === 'GET' ? undefined : route.continue(),
    );
    const panel = openPanel(window);
    await chooseAction(window, set, 'Disable');
    await panel.getByText('Disabled', { exact: true }).waitFor();
    await chooseAction(window, set, 'Enable');
    await panel.getByText('Active', { exact: true }).waitFor();
    await window.page.context().close();
  });

  it('says before a slot is regenerated again, or its set revoked, whose value loses the rest of its grace', async () => {
    const set = await app.service.makeKeySet('in its grace');
    const given = { slot: 'primary', confirm: set.label, graceHours: 24 };
    await app.service.api('POST', setPath(set.id, keySetPaths.regenerate), given);
    await app.service.takes(set.values.primary, pipeline);
    await eventually(async () => (await usageOf(set)).slots.primary.previous?.count === 1);
    const window = await open('desktop', set);
    for (const action of ['Regenerate primary key', 'Revoke']) {
      await chooseAction(window, set, action);
      const ends = openDialog(window).getByRole('listitem').filter({ hasText: 'stops at once' });
      await ends.waitFor();
      expect(await ends.textContent()).toMatch(
        /^The primary value before, promised until .*, stops at once. It was used .* by acme\/scripts, workflow deploy\.$/,
      );
      await openDialog(window).getByRole('button', { name: 'Cancel' }).click();
      await openDialog(window).waitFor({ state: 'detached' });
    }
  });

  it('says before a slot is regenerated that it cannot be told who uses it', async () => {
    const set = await app.service.makeKeySet('of unknown use');
    const window = await open('desktop', set);
    await window.page.route('**/usage', (route) => route.fulfill({ status: 403 }));
    await window.page.reload();
    await chooseAction(window, set, 'Regenerate primary key');
    await openDialog(window).getByText('It cannot be told now who uses it.').waitFor();
    await window.page.goto('about:blank'); // What is asked meanwhile ends with the page.
    await window.page.unroute('**/usage');
    expect(window.problems()).toContainEqual(expect.stringContaining('403'));
  });

  it('shows a new value once: not again after somebody has gone back and looks at the set anew', async () => {
    const set = await app.service.makeKeySet('looked at twice');
    const window = await app.ownerAt('desktop', app.systemPage('/keys'));
    const { page } = window;
    const panel = openPanel(window);
    await page.getByRole('link', { name: set.label }).click();
    await regenerate(window, set);
    await panel.getByRole('button', { name: 'Hide primary key' }).waitFor();
    await page.goBack();
    await panel.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: set.label }).click();
    await panel.getByRole('button', { name: 'Reveal primary key' }).waitFor();
  });

  it('masks a value that somebody else has replaced, and copies the new one', async () => {
    const set = await app.service.makeKeySet('replaced elsewhere');
    const window = await openWithClock(set);
    const { page } = window;
    const panel = openPanel(window);
    await panel.getByRole('button', { name: 'Reveal primary key' }).click();
    await panel.getByText(set.values.primary).waitFor();
    const given = { slot: 'primary', confirm: set.label, graceHours: 2 };
    const { value } = await app.service.api<RegeneratedKey>('POST', setPath(set.id, keySetPaths.regenerate), given);
    await page.clock.fastForward(6_000);
    await panel.getByText('the one before works until').waitFor();
    expect(await panel.getByText(set.values.primary).count()).toBe(0);
    await panel.getByRole('button', { name: 'Copy primary key' }).click();
    await panel.getByRole('button', { name: 'primary key copied' }).waitFor();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(value);
    await page.context().close();
  });

  it('shows a new value although nothing else is answered any more', async () => {
    const set = await app.service.makeKeySet('made on a bad line');
    const window = await openWithClock(set);
    await window.page.route('**/api/**', (route) =>
      route.request().method() === 'GET' ? undefined : route.continue(),
    );
    await regenerate(window, set);
    await openPanel(window).getByRole('button', { name: 'Hide primary key' }).waitFor();
    await window.page.context().close();
  });

  it('tells of a new value, but does not call back, when somebody has left before it was made', async () => {
    const set = await app.service.makeKeySet('left early');
    const window = await app.ownerAt('desktop', app.systemPage('/keys'));
    const { page } = window;
    await page.getByRole('link', { name: set.label }).click();
    const hasLeft = Promise.withResolvers<void>();
    await page.route('**/regenerate', async (route) => {
      await hasLeft.promise;
      await route.continue();
    });
    await regenerate(window, set);
    await page.goBack();
    await openPanel(window).waitFor({ state: 'detached' });
    hasLeft.resolve();
    await page.getByText(`The primary key of ${set.label} is new`).waitFor();
    expect(page.url()).not.toContain(set.id);
    await page.unroute('**/regenerate');
  });

  it('asks for a value once, however often its eye is chosen', async () => {
    const set = await app.service.makeKeySet('on a slow line');
    const window = await open('desktop', set);
    const { page } = window;
    const eye = openPanel(window).getByRole('button', { name: 'Reveal primary key' });
    const isChosen = Promise.withResolvers<void>();
    let asked = 0;
    await page.route('**/reveal', async (route) => {
      asked++;
      await isChosen.promise;
      await route.continue();
    });
    await eye.click();
    await eye.click();
    isChosen.resolve();
    await openPanel(window).getByRole('button', { name: 'Hide primary key' }).click();
    await eye.waitFor();
    await page.unroute('**/reveal');
    expect(asked).toBe(1);
  });

  it('says only that there is no such set when somebody else has revoked it', async () => {
    const set = await app.service.makeKeySet('revoked elsewhere');
    const window = await openWithClock(set);
    await app.service.api('DELETE', setPath(set.id), { confirm: set.label });
    await window.page.clock.fastForward(6_000);
    await openPanel(window).getByRole('alert').waitFor();
    expect(await openPanel(window).getByText('Permissions').count()).toBe(0);
    await window.page.context().close();
    expect(window.problems()).toContainEqual(expect.stringContaining('404'));
  });

  it('leaves an expiry alone that is not edited, even when it has passed', async () => {
    const set = await app.service.makeKeySet('expired');
    const keySet = async () => await app.service.api<KeySet>('GET', setPath(set.id));
    const expiresAt = new Date(Date.now() + 5_000).toISOString();
    await app.service.api('PATCH', setPath(set.id), { expiresAt });
    await eventually(async () => (await keySet()).state === 'expired');
    const window = await open('desktop', set);
    await chooseAction(window, set, 'Edit');
    await openDialog(window).getByLabel('Label').fill('of old times');
    await openDialog(window).getByRole('button', { name: 'Save' }).click();
    await openPanel(window).getByRole('heading', { name: 'of old times', exact: true }).waitFor();
    expect(await keySet()).toMatchObject({ label: 'of old times', expiresAt });
  });

  it('is used with the keyboard alone, and gives the focus back', async () => {
    const set = await app.service.makeKeySet('for the keyboard');
    const window = await app.ownerAt('desktop', app.systemPage('/keys'));
    const { page } = window;
    const link = page.getByRole('link', { name: set.label });
    await link.focus();
    await page.keyboard.press('Enter');
    await openPanel(window).getByText('Permissions').waitFor();
    await page.keyboard.press('Escape');
    await openPanel(window).waitFor({ state: 'detached' });
    await showsSoon(() => link.evaluate((element) => element === element.ownerDocument.activeElement), true);
  });
});
