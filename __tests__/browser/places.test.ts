import { mkdir, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { System } from '../../src/contract/management/organizations.ts';
import { managementPath, managementPaths } from '../../src/contract/management/paths.ts';
import type { User } from '../../src/contract/management/users.ts';
import { adminApp } from './support/admin-app.ts';
import { faultsOf, openDialog, showsSoon, signIn, viewportNames, type WatchedPage } from './support/admin-browser.ts';
import { describeInBrowser } from './support/chromium.ts';

const hour = 3_600_000;
const day = 24 * hour;

describeInBrowser('the pages of places', () => {
  const app = adminApp(async ({ api, deploy, hire, organizationId, systemId, dmsFolder }) => {
    const place = { org: organizationId, dms: systemId };
    const expiresAt = new Date(Date.now() + 3 * day + hour).toISOString();
    await api('POST', managementPath(managementPaths.systemKeys, place), { label: 'ending soon', expiresAt });
    await deploy('Demo');
    await hire('Anna', 'admin', 'system');
    for (const viewport of viewportNames) {
      for (const name of ['first', 'second']) await mkdir(join(dirname(dmsFolder), `${name} of a ${viewport}`));
      await hire(`Maya-${viewport}`, 'member');
    }
  });

  const organization = () => ({ org: app.service.organizationId });
  const users = async () => app.service.list<User>(managementPath(managementPaths.organizationUsers, organization()));
  const systems = async () => app.service.list<System>(managementPath(managementPaths.systems, organization()));
  /** The row of a table that holds a text. */
  const row = ({ page }: WatchedPage, text: string) => page.getByRole('row').filter({ hasText: text });

  describe.each(viewportNames)('on a %s', (viewport) => {
    it('the overview shows each DMS, whether it can be reached, which keys want attention, and what was deployed last', async () => {
      const window = await app.ownerAt(viewport, app.organizationPage());
      const card = window.page.getByRole('article').filter({ hasText: 'Studio' });
      await card.getByText('Reachable', { exact: true }).waitFor();
      await card.getByText('ending soon expires in 3 days').waitFor();
      await card.getByRole('link', { name: 'Demo 1.0.1' }).waitFor();
      expect(await faultsOf(window, 'overview')).toEqual([]);
      await card.getByRole('link', { name: 'ending soon' }).click();
      await window.page.getByRole('heading', { level: 1, name: 'Keys of Studio' }).waitFor();
    });

    it('the overview of a DMS shows the same, and its ID to copy', async () => {
      const window = await app.ownerAt(viewport, app.systemPage());
      const { page } = window;
      await page.getByText('Reachable', { exact: true }).waitFor();
      await page.getByText('ending soon expires in 3 days').waitFor();
      await page.getByRole('link', { name: 'Demo 1.0.1' }).waitFor();
      await page.getByRole('button', { name: 'Copy DMS ID' }).click();
      await page.getByRole('button', { name: 'DMS ID copied' }).waitFor();
      expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(app.service.systemId);
      expect(await faultsOf(window, 'system-overview')).toEqual([]);
    });

    it('users are added with a first password, get another role, are removed, and keep the account that they have elsewhere', async () => {
      const window = await app.ownerAt(viewport, app.organizationPage('/users'));
      const { page } = window;
      const account = { email: `nina-${viewport}@example.com`, password: 'a sentence to begin with' };
      await row(window, `maya-${viewport}@example.com`).waitFor();
      expect(await faultsOf(window, 'users')).toEqual([]);
      await page.getByRole('button', { name: 'Add user' }).click();
      const dialog = openDialog(window);
      await dialog.getByLabel('E-mail').fill(account.email);
      await dialog.getByLabel('Role').selectOption('Admin');
      await dialog.getByLabel('Name', { exact: true }).fill('Nina');
      await dialog.getByLabel('First password', { exact: true }).fill(account.password);
      expect(await faultsOf(window, 'add-user', 'dialog')).toEqual([]);
      await dialog.getByRole('button', { name: 'Add' }).click();
      const nina = row(window, account.email);
      await nina.waitFor();
      const path = app.service.url + managementPaths.session;
      const headers = { 'content-type': 'application/json', origin: app.service.url };
      const signedIn = await fetch(path, { method: 'POST', headers, body: JSON.stringify(account) });
      expect(signedIn.status).toBe(200);
      await nina.getByLabel('Role of Nina').selectOption('Member');
      await dialog.getByText('manage keys').waitFor();
      expect(await faultsOf(window, 'change-role', 'dialog')).toEqual([]);
      await dialog.getByRole('button', { name: 'Make Member' }).click();
      await page.getByText('Nina is Member now').waitFor();
      expect((await users()).find(({ email }) => email === account.email)?.role).toBe('member');
      const { admin } = app.service;
      const { id: elsewhere } = await admin<{ id: string }>('create-organization', '--name', `Elsewhere ${viewport}`);
      await admin('create-user', '--organization', elsewhere, '--email', account.email, '--role', 'member');
      await nina.getByRole('button', { name: 'Remove Nina' }).click();
      await dialog.getByText('loses the role at once').waitFor();
      expect(await faultsOf(window, 'remove-user', 'dialog')).toEqual([]);
      await dialog.getByRole('button', { name: 'Remove' }).click();
      await nina.waitFor({ state: 'detached' });
      expect((await users()).some(({ email }) => email === account.email)).toBe(false);
      await page.getByRole('button', { name: 'Add user' }).click();
      await dialog.getByLabel('E-mail').fill(account.email);
      await dialog.getByRole('button', { name: 'Add' }).click();
      await page.getByText('They had an account already and keep their own password').waitFor();
      await nina.waitFor();
    });

    it('users of a DMS are its own and those of the organization, who are changed there', async () => {
      const window = await app.ownerAt(viewport, app.systemPage('/users'));
      await row(window, 'anna@example.com').getByLabel('Role of Anna').waitFor();
      const olivia = row(window, app.service.owner.email);
      await olivia.getByText('(from the organization)').waitFor();
      expect(await olivia.getByRole('combobox').count()).toBe(0);
      expect(await faultsOf(window, 'system-users')).toEqual([]);
    });

    it('settings connect a DMS, and change its name and folder', async () => {
      const [folder, other] = ['first', 'second'].map((name) =>
        join(dirname(app.service.dmsFolder), `${name} of a ${viewport}`),
      ) as [string, string];
      const window = await app.ownerAt(viewport, app.organizationPage('/settings'));
      const { page } = window;
      await page.getByRole('heading', { name: 'Retention' }).waitFor();
      expect(await faultsOf(window, 'settings')).toEqual([]);
      await page.getByRole('button', { name: 'Connect a DMS' }).click();
      const dialog = openDialog(window);
      await dialog.getByLabel('Name', { exact: true }).fill(`Lab ${viewport}`);
      await dialog.getByLabel('Folder').fill('/nowhere');
      await dialog.getByRole('button', { name: 'Connect' }).click();
      await dialog.getByRole('alert').waitFor();
      expect(window.problems()).toEqual([expect.stringMatching(/40\d/)]);
      expect(await faultsOf(window, 'connect', 'dialog')).toEqual([]);
      await dialog.getByLabel('Folder').fill(folder);
      await dialog.getByRole('button', { name: 'Connect' }).click();
      await page
        .getByRole('main')
        .getByRole('link', { name: `Lab ${viewport}` })
        .waitFor();
      const made = (await systems()).find(({ name }) => name === `Lab ${viewport}`);
      expect(made?.connector).toEqual({ type: 'folder', folder });

      await page.goto(`/${app.service.organizationId}/systems/${made?.id}/settings`);
      await page.getByLabel('Name', { exact: true }).fill(`Lab 2 ${viewport}`);
      await page.getByLabel('Folder').fill(other);
      expect(await faultsOf(window, 'system-settings')).toEqual([]);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('heading', { level: 1, name: `Settings of Lab 2 ${viewport}` }).waitFor();
      const changed = (await systems()).find(({ id }) => id === made?.id);
      expect(changed).toMatchObject({ name: `Lab 2 ${viewport}`, connector: { folder: other } });
    });

    it('settings make a token that is shown once, and revoke it', async () => {
      const window = await app.ownerAt(viewport, app.organizationPage('/settings'));
      const { page } = window;
      const name = `for a ${viewport}`;
      await page.getByRole('button', { name: 'New token' }).click();
      const dialog = openDialog(window);
      await dialog.getByLabel('Name', { exact: true }).fill(name);
      await dialog.getByLabel('Role').selectOption('Admin');
      await dialog.getByRole('button', { name: 'Create' }).click();
      await dialog.getByRole('button', { name: 'Done' }).waitFor();
      expect(await faultsOf(window, 'token', 'dialog')).toEqual([]);
      const token = (await dialog.locator('code').textContent()) ?? '';
      const answer = async () => {
        const headers = { authorization: `Bearer ${token}` };
        return (await fetch(app.service.url + managementPaths.session, { headers })).status;
      };
      expect(await answer()).toBe(200);
      await dialog.getByRole('button', { name: 'Done' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(await page.content()).not.toContain(token);
      await page.getByRole('button', { name: `Revoke ${name}` }).click();
      await dialog.getByText('It stops working at once').waitFor();
      await dialog.getByRole('button', { name: 'Revoke' }).click();
      await row(window, name)
        .getByText(/revoked/i)
        .waitFor();
      expect(await answer()).toBe(401);
    });
  });

  it('a new token is shown though the list is slow, and no slip of a finger loses it', async () => {
    const window = await app.ownerAt('desktop', app.organizationPage('/settings'));
    const { page } = window;
    const dialog = openDialog(window);
    const made = Promise.withResolvers<void>();
    const listed = Promise.withResolvers<void>();
    await page.getByRole('button', { name: 'New token' }).click();
    await page.route('**/tokens*', async (route) => {
      await (route.request().method() === 'POST' ? made.promise : listed.promise);
      await route.continue();
    });
    await dialog.getByLabel('Name', { exact: true }).fill('slow');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.locator('form[data-keeps-open="true"]').waitFor();
    await page.keyboard.press('Escape');
    made.resolve();
    await dialog.getByText('it is not shown again').waitFor();
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Copy token' }).click();
    await dialog.getByRole('button', { name: 'Token copied' }).waitFor();
    listed.resolve();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await row(window, 'slow').waitFor();
    await page.unrouteAll();
  });

  it('the last Owner can neither leave nor become something else', async () => {
    const window = await app.ownerAt('desktop', app.organizationPage('/users'));
    const { page } = window;
    const dialog = openDialog(window);
    await page.getByLabel('Role of Olivia').selectOption('Member');
    await dialog.getByText('manage owners').waitFor();
    await dialog.getByText('read audit').waitFor();
    expect(await faultsOf(window, 'lower-own-role', 'dialog')).toEqual([]);
    await dialog.getByRole('button', { name: 'Become Member' }).click();
    await dialog.getByRole('alert').filter({ hasText: /Owner/ }).waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Role of Olivia').inputValue()).toBe('owner');
    await page.getByRole('button', { name: 'Remove Olivia' }).click();
    await openDialog(window).getByRole('button', { name: 'Leave' }).click();
    await openDialog(window).getByRole('alert').waitFor();
    expect(window.problems()).toEqual([expect.stringContaining('409'), expect.stringContaining('409')]);
    expect((await users()).find(({ email }) => email === app.service.owner.email)?.role).toBe('owner');
  });

  it('an Owner who becomes a Member sees at once only what a Member may, and the entrance after leaving', async () => {
    const owner = await app.service.hire('Otto', 'owner');
    const window = await app.browser.open('desktop', app.organizationPage('/users'));
    await signIn(window, owner);
    const { page } = window;
    await page.getByRole('link', { name: 'Audit' }).waitFor();
    await page.getByLabel('Role of Otto').selectOption('Member');
    await openDialog(window).getByRole('button', { name: 'Become Member' }).click();
    await openDialog(window).waitFor({ state: 'detached' });
    await row(window, owner.email).getByText('Member').waitFor();
    await page.getByRole('button', { name: 'Add user' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Audit' }).waitFor({ state: 'detached' });
    await page.getByText('Studio').waitFor({ state: 'detached' });

    // The account ends with its last role.
    await page.getByRole('button', { name: 'Remove Otto' }).click();
    await openDialog(window).getByRole('button', { name: 'Leave' }).click();
    await page.getByLabel('E-mail').waitFor();
    // The answer that nobody is signed in, and that of the question whether this is so.
    expect(window.problems().filter((problem) => !problem.includes('401'))).toEqual([]);
  });

  it('a role is changed only after a question, and not when another changed it meanwhile', async () => {
    const { id } = await app.service.hire('Dan', 'member');
    const role = async () => (await users()).find((user) => user.id === id)?.role;
    const window = await app.ownerAt('desktop', app.organizationPage('/users'));
    const { page } = window;
    const dialog = openDialog(window);
    const select = page.getByLabel('Role of Dan');
    await select.press('ArrowUp');
    await dialog.getByText('also do this here').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect([await select.inputValue(), await role()]).toEqual(['member', 'member']);

    const path = managementPath(managementPaths.organizationUser, { ...organization(), user: id });
    await app.service.api('PATCH', path, { role: 'owner' });
    await select.selectOption('Admin');
    await dialog.getByRole('button', { name: 'Make Admin' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'it is owner now' }).waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await showsSoon(() => select.inputValue(), 'owner');
    expect(await role()).toBe('owner');
    expect(window.problems()).toEqual([expect.stringContaining('409')]);
    await app.service.api('DELETE', path);
  });

  it('settings rename the organization everywhere', async () => {
    const window = await app.ownerAt('desktop', app.organizationPage('/settings'));
    const { page } = window;
    const save = async (name: string) => {
      await page.getByLabel('Name', { exact: true }).fill(name);
      await page.getByRole('button', { name: 'Save' }).first().click();
      await page
        .getByRole('banner')
        .locator('.organization-name', { hasText: new RegExp(`^${name}$`) })
        .waitFor();
    };
    await save('Acme and sons');
    await save('Acme');
  });

  it.each(['organization', 'DMS'])(
    'settings overwrite no change of the %s that somebody else made meanwhile',
    async (what) => {
      const [path, settings] =
        what === 'DMS'
          ? [managementPath(managementPaths.system, { ...organization(), dms: app.service.systemId }), app.systemPage]
          : [managementPath(managementPaths.organization, organization()), app.organizationPage];
      const { name, version } = await app.service.api<{ name: string; version: number }>('GET', path);
      const window = await app.browser.openLike(await app.ownerAt('desktop', '/'), '/');
      const { page } = window;
      await page.clock.install();
      await page.goto(settings('/settings'));
      const field = page.getByLabel('Name', { exact: true });
      await field.fill('Mine');
      await app.service.api('PATCH', path, { name: 'Theirs', version });
      // Whoever comes back to the window is shown what has changed.
      await page.clock.fastForward(11_000);
      await page.evaluate("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))");
      await page.getByText('Theirs').first().waitFor();
      expect(await field.inputValue()).toBe('Mine');
      await page.getByRole('button', { name: 'Save' }).click();
      await page
        .getByRole('alert')
        .filter({ hasText: /changed the .* at/ })
        .waitFor();
      expect(window.problems()).toEqual([expect.stringContaining('409')]);
      expect(await app.service.api('GET', path)).toMatchObject({ name: 'Theirs' });
      await app.service.api('PATCH', path, { name, version: version + 1 });
      await page.context().close();
    },
  );

  it('settings that were refused take on what somebody else made of them, and can then be saved', async () => {
    const path = managementPath(managementPaths.system, { ...organization(), dms: app.service.systemId });
    const { name, version } = await app.service.api<System>('GET', path);
    const window = await app.ownerAt('desktop', app.systemPage('/settings'));
    const { page } = window;
    const field = page.getByLabel('Name', { exact: true });
    const save = page.getByRole('button', { name: 'Save' });
    await field.fill('Mine');
    await app.service.api('PATCH', path, { name: 'Theirs', version });
    await save.click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: 'Load what it is now' }).click();
    await showsSoon(() => field.inputValue(), 'Theirs');
    expect(await page.getByRole('alert').count()).toBe(0);
    await field.fill(name);
    await save.click();
    await page.getByText(`${name} is saved`).waitFor();
    expect(await app.service.api('GET', path)).toMatchObject({ name, version: version + 2 });
    expect(window.problems()).toEqual([expect.stringContaining('409')]);
  });

  it('a DMS that cannot be reached says so, with the reason', async () => {
    const folder = join(dirname(app.service.dmsFolder), 'gone');
    await mkdir(folder);
    await app.service.api('POST', managementPath(managementPaths.systems, organization()), {
      ...{ name: 'Gone', connector: { type: 'folder', folder } },
    });
    await rmdir(folder);
    const window = await app.ownerAt('desktop', app.organizationPage());
    const card = window.page.getByRole('article').filter({ hasText: 'Gone' });
    await card.getByText('Not reachable').waitFor();
  });

  it('the overview says when the service is gone, and goes on once it is back', async () => {
    const window = await app.browser.openLike(await app.ownerAt('desktop', '/'), '/');
    const { page } = window;
    await page.clock.install();
    await page.goto(app.organizationPage());
    const card = page.getByRole('article').filter({ hasText: 'Studio' });
    const said = [
      page.getByRole('alert').getByText('The key service cannot be reached'),
      ...['The keys could not be read', 'The deployments could not be read', 'ending soon'].map((text) =>
        card.getByText(text),
      ),
    ];
    const counts = async () => {
      await page.clock.fastForward(3_000);
      return await Promise.all(said.map((text) => text.count()));
    };
    await card.getByText('ending soon').waitFor();
    await page.route('**/api/**', (route) => route.abort('connectionrefused'));
    await showsSoon(counts, [1, 1, 1, 0]);
    await page.unrouteAll();
    await showsSoon(counts, [0, 0, 0, 1]);
    expect(new Set(window.problems())).toEqual(new Set([expect.stringContaining('ERR_CONNECTION_REFUSED')]));
    await page.context().close();
  });

  it('a page that an update of the service took away is there once the app has loaded itself anew', async () => {
    const window = await app.browser.openLike(await app.ownerAt('desktop', '/'), app.organizationPage());
    const { page } = window;
    const audit = page.getByRole('link', { name: 'Audit' });
    await audit.waitFor();
    let isGone = true;
    page.on('request', (request) => {
      if (request.isNavigationRequest()) isGone = false;
    });
    await page.route('**/assets/audit-*.js', async (route) => {
      if (isGone) await route.fulfill({ status: 404 });
      else await route.continue();
    });
    await audit.click();
    await page.getByRole('heading', { level: 1, name: 'Audit' }).waitFor();
    expect(isGone).toBe(false);
    expect(window.problems().join()).toContain('404');
    await page.context().close();
  });

  it('a page that was not opened before waits for a service that is away, and the rest of the app stays', async () => {
    const window = await app.browser.openLike(await app.ownerAt('desktop', '/'), app.organizationPage());
    const { page } = window;
    const audit = page.getByRole('link', { name: 'Audit' });
    await audit.waitFor();
    const goAway = () => page.route('**/*', (route) => route.abort('connectionrefused'));
    const failure = page.getByRole('main').getByText('The key service cannot be reached');
    const audited = page.getByRole('heading', { level: 1, name: 'Audit' });
    // The app asks, too, whether it has to be loaded anew for a new version.
    const openInVain = async (link: Locator) => {
      await goAway();
      const hasAsked = page.waitForEvent('requestfailed', (request) => request.method() === 'HEAD');
      await link.click();
      await failure.waitFor();
      await hasAsked;
      await page.unrouteAll();
    };
    await openInVain(audit);
    await page.getByRole('button', { name: 'Try again' }).click();
    await audited.waitFor();

    const users = page.getByRole('link', { name: 'Users' }).first();
    await openInVain(users);
    await audit.click();
    await audited.waitFor();
    await users.click();
    await page.getByRole('heading', { level: 1, name: 'Users of Acme' }).waitFor();
    expect(new Set(window.problems())).toEqual(new Set([expect.stringMatching(/ERR_CONNECTION_REFUSED/)]));
    await page.context().close();
  });
});
