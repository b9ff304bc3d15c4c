import type { Organization } from '../../src/contract/management/organizations.ts';
import { managementPath, managementPaths, unattendedHeader } from '../../src/contract/management/paths.ts';
import { adminApp } from './support/admin-app.ts';
import {
  choose,
  faultsOf,
  openDialog,
  openPanel,
  showsSoon,
  sidebarOf,
  signIn,
  viewportNames,
  type WatchedPage,
} from './support/admin-browser.ts';
import { describeInBrowser } from './support/chromium.ts';
import type { Account } from './support/staffed-service.ts';

describeInBrowser('the frame of the Admin web app', () => {
  let member: Account;
  /** Another organization of the Owner, in which the Member is none. */
  let other: string;

  const app = adminApp(async ({ admin, hire, owner, url, makeKeySet }) => {
    await hire('Maya', 'member');
    member = await hire('Maya', 'member', 'system');
    await makeKeySet('only at Acme');
    other = (await admin<Organization>('create-organization', '--name', 'Umbrella')).id;
    const { token } = await admin<{ token: string }>(
      ...['create-token', '--organization', other, '--role', 'owner', '--name', 'tests'],
    );
    const ask = async (path: string, body: object) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const place = managementPath(path, { org: other });
      const { status } = await fetch(url + place, { method: 'POST', headers, body: JSON.stringify(body) });
      expect(status).toBe(201);
    };
    await ask(managementPaths.organizationUsers, { email: owner.email, role: 'owner' });
    for (let number = 1; number <= 3; number++) {
      await ask(managementPaths.organizationKeys, {
        label: `only at Umbrella ${number}`,
        permissions: ['read-catalog-items'],
      });
    }
  });

  /** Signs somebody in as another tab of the same window does. */
  const signInBeside = async ({ page }: WatchedPage, { email, password }: Account) => {
    const headers = { origin: app.service.url };
    const answer = await page.request.post(managementPaths.session, { headers, data: { email, password } });
    expect(answer.status()).toBe(200);
  };
  const heading = ({ page }: WatchedPage, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  const switchTo = async (window: WatchedPage, from: string, to: string) =>
    choose(window, window.page.getByRole('banner').getByRole('button', { name: from }), to);

  it('asks for nothing that is not there in a browser that remembers no organization', async () => {
    const window = await app.browser.openLike(await app.ownerAt('desktop', '/'), '/');
    const { page } = window;
    await page.addInitScript(() => localStorage.removeItem('organization'));
    await page.goto('/');
    await heading(window, 'Acme').waitFor();
    expect(window.problems()).toEqual([]);
    await page.context().close();
  });

  it('says of what it asks by itself while nobody is there that it does, so that a session can end', async () => {
    const window = await app.browser.openLike(await app.ownerAt('desktop', '/'), '/');
    const { page } = window;
    await page.clock.install();
    await page.goto(app.systemPage('/keys'));
    await page.getByRole('link', { name: 'only at Acme' }).waitFor();
    const saysUnattended = async (seconds: number) => {
      const asking = page.waitForRequest((request) => new URL(request.url()).pathname.endsWith('/keys'));
      await page.clock.fastForward(seconds * 1000);
      return unattendedHeader.toLowerCase() in (await (await asking).allHeaders());
    };
    expect([await saysUnattended(16), await saysUnattended(61)]).toEqual([false, true]);
    await page.keyboard.press('Shift');
    expect(await saysUnattended(16)).toBe(false);
    await page.context().close();
  });

  describe('in more than one tab, and on a bad line', () => {
    /** A tab of its own session, whose clock the test moves. */
    const tabAt = async (address: string) => {
      const window = await app.browser.open('desktop', '/');
      await signIn(window, app.service.owner);
      await window.page.clock.install();
      await window.page.goto(address);
      return window;
    };

    it('keeps what is open when asking again fails', async () => {
      const { id } = await app.service.makeKeySet('on a bad line');
      const window = await tabAt(app.systemPage(`/keys?set=${id}`));
      const { page } = window;
      await choose(window, openPanel(window).getByRole('button', { name: 'Actions for on a bad line' }), 'Edit');
      const field = openDialog(window).getByLabel('Label');
      await field.fill('nearly done');
      let refused = 0;
      await page.route('**/organizations?*', (route) => {
        refused++;
        return route.fulfill({ status: 503, json: {} });
      });
      await page.clock.fastForward(11_000);
      await page.evaluate("dispatchEvent(new Event('visibilitychange'))");
      for (const times of [1, 2, 3]) {
        await showsSoon(async () => refused, times);
        await page.clock.fastForward(5_000);
      }
      await page.clock.runFor(1_000);
      expect(await field.inputValue()).toBe('nearly done');
      expect(window.problems().filter((problem) => !problem.includes('503'))).toEqual([]);
      await page.context().close();
    });

    it('goes on when another tab has begun another session, and ends with it', async () => {
      const { label, values } = await app.service.makeKeySet('in two tabs');
      const window = await tabAt(app.systemPage(`/keys?search=${label}`));
      const { page } = window;
      const reveal = page.getByRole('button', { name: `Reveal primary key of ${label}` });
      await reveal.waitFor();
      await signInBeside(window, app.service.owner);
      await reveal.click();
      await page.getByText(values.primary).waitFor();
      const beside = await page.context().newPage();
      await beside.goto('/');
      await choose(window, page.getByRole('button', { name: /^Signed in as/ }), 'Sign out');
      await beside.getByRole('heading', { name: 'Sign in' }).waitFor();
      expect(window.problems().filter((problem) => !/40[134]/.test(problem))).toEqual([]);
      await page.context().close();
    });

    it('does nothing in the name of somebody else who has signed in in another tab, and shows what is theirs', async () => {
      const { label } = await app.service.makeKeySet('not yours');
      const window = await tabAt(app.systemPage(`/keys?search=${label}`));
      const { page } = window;
      const reveal = page.getByRole('button', { name: `Reveal primary key of ${label}` });
      await reveal.waitFor();
      await signInBeside(window, member);
      await reveal.click();
      await page.getByText(`${member.email} has signed in in another tab, so nothing was done.`).waitFor();
      await page.getByRole('button', { name: `Signed in as ${member.email}` }).waitFor();
      await heading(window, 'There is nothing here').waitFor();
      expect(await page.content()).not.toContain(label);
      expect(window.problems().filter((problem) => !/40[134]/.test(problem))).toEqual([]);
      await page.context().close();
    });

    it('shows the next user nothing of the one before, who has signed out in another tab', async () => {
      const window = await tabAt(app.organizationPage('/audit'));
      const { page } = window;
      await page.getByText('Chain verified').waitFor();
      const beside = await page.context().newPage();
      await beside.goto('/');
      await beside.getByRole('button', { name: /^Signed in as/ }).click();
      await beside.getByRole('menuitem', { name: 'Sign out' }).click();
      await heading(window, 'Sign in').waitFor();
      // What is asked for the next user takes its time.
      const answers = Promise.withResolvers<void>();
      await page.route('**/organizations**', async (route) => {
        await answers.promise;
        await route.continue();
      });
      await signIn(window, member, 'Loading your organizations');
      expect(await page.content()).not.toContain('Chain verified');
      answers.resolve();
      await heading(window, 'There is nothing here').waitFor();
      expect(window.problems().filter((problem) => !problem.includes('401'))).toEqual([]);
      await page.context().close();
    });

    it('asks again for the password after a tab was left while it asked', async () => {
      const { label, values } = await app.service.makeKeySet('asked in vain');
      const window = await tabAt(app.systemPage(`/keys?search=${label}`));
      const { page } = window;
      const reveal = page.getByRole('button', { name: `Reveal primary key of ${label}` });
      const asked = openDialog(window).getByRole('heading', { name: 'Sign in again' });
      app.service.letSignInsAge();
      await reveal.click();
      await asked.waitFor();
      await page.context().clearCookies();
      await page.clock.fastForward(61_000);
      await signIn(window, app.service.owner);
      app.service.letSignInsAge();
      await reveal.click();
      await asked.waitFor();
      await openDialog(window).getByLabel('Password', { exact: true }).fill(app.service.owner.password);
      await openDialog(window).getByRole('button', { name: 'Go on' }).click();
      await page.getByText(values.primary).waitFor();
      expect(window.problems().filter((problem) => !/40[13]/.test(problem))).toEqual([]);
      await page.context().close();
    });

    it('changes the password also when another tab has signed in again meanwhile', async () => {
      const account = await app.service.hire('Petra', 'member');
      const window = await app.browser.open('desktop', '/');
      await signIn(window, account);
      await signInBeside(window, account);
      await choose(window, window.page.getByRole('button', { name: /^Signed in as/ }), 'Change password');
      const dialog = openDialog(window);
      await dialog.getByLabel('Current password').fill(account.password);
      await dialog.getByLabel('New password', { exact: true }).fill('another sentence to remember');
      await dialog.getByRole('button', { name: 'Change password' }).click();
      await window.page.getByText('Your password is changed').waitFor();
      expect(window.problems().filter((problem) => !/40[13]/.test(problem))).toEqual([]);
      await window.page.context().close();
    });

    it('believes no single answer that nobody is signed in: it may be that of the session before', async () => {
      const window = await tabAt(app.systemPage('/keys'));
      const { page } = window;
      await page.getByRole('link', { name: 'only at Acme' }).waitFor();
      await page.route('**/keys?*', (route) => route.fulfill({ status: 401, json: {} }), { times: 1 });
      const askedAgain = page.waitForResponse((answer) => answer.url().includes('/keys?') && answer.ok());
      await page.clock.fastForward(16_000);
      await askedAgain;
      await page.getByRole('link', { name: 'only at Acme' }).waitFor();
      expect(window.problems()).toEqual([expect.stringContaining('401')]);
      await page.context().close();
    });

    it('goes back to the entrance when the session has ended, also where nothing else is asked', async () => {
      const window = await tabAt(app.organizationPage('/settings'));
      const { page } = window;
      await heading(window, 'Settings').waitFor();
      await page.context().clearCookies();
      await page.clock.fastForward(61_000);
      await heading(window, 'Sign in').waitFor();
      expect(window.problems().filter((problem) => !problem.includes('401'))).toEqual([]);
      await page.context().close();
    });
  });

  describe.each(viewportNames)('on a %s', (viewport) => {
    const anonymousAt = async (address: string) => await app.browser.open(viewport, address);

    it('lets nobody in with a wrong password, and says so', async () => {
      const window = await anonymousAt('/');
      const { page } = window;
      await heading(window, 'Sign in').waitFor();
      expect(await faultsOf(window, 'sign-in')).toEqual([]);
      await page.getByLabel('E-mail').fill(app.service.owner.email);
      await page.getByLabel('Password', { exact: true }).fill('something else entirely');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page
        .getByRole('alert')
        .filter({ hasText: /password/i })
        .waitFor();
      expect(window.problems()).toEqual([expect.stringContaining('401')]);
    });

    it('leads to the deep link after signing in, and forgets everything at the sign-out', async () => {
      const address = app.systemPage('/keys?search=only');
      const window = await anonymousAt(address);
      const { page } = window;
      await signIn(window, app.service.owner);
      await page.getByRole('link', { name: 'only at Acme' }).waitFor();
      expect(page.url()).toBe(app.service.url + address);
      await choose(window, page.getByRole('button', { name: /^Signed in as/ }), 'Sign out');
      await heading(window, 'Sign in').waitFor();
      expect(await page.content()).not.toContain('only at Acme');
      await page.reload();
      await heading(window, 'Sign in').waitFor();
      await page.context().close();
    });

    it('leads from page to page, and back and forward through them and what was chosen on them', async () => {
      const window = await app.ownerAt(viewport, app.organizationPage());
      const { page } = window;
      await heading(window, 'Acme').waitFor();
      let sidebar = await sidebarOf(window);
      expect(await faultsOf(window, 'sidebar')).toEqual([]);
      await sidebar.getByText('Studio').click();
      await sidebar.getByRole('link', { name: 'Keys' }).last().click();
      await heading(window, 'Keys of Studio').waitFor();
      await page.getByRole('link', { name: 'only at Acme' }).click();
      await openPanel(window).getByText('Permissions').waitFor();
      await page.goBack();
      await openPanel(window).waitFor({ state: 'detached' });
      await page.goBack();
      await heading(window, 'Acme').waitFor();
      await page.goForward();
      await heading(window, 'Keys of Studio').waitFor();
      // A page within a closed group opens it.
      sidebar = await sidebarOf(window);
      const keys = sidebar.getByRole('link', { name: 'Keys' }).last();
      await showsSoon(() => keys.getAttribute('aria-current'), 'page');
      await page.reload();
      await page.goForward();
      await openPanel(window).getByText('Permissions').waitFor();
    });

    it('stays on the page when the organization is switched, and shows nothing of the one before', async () => {
      const window = await app.ownerAt(viewport, app.organizationPage('/users'));
      const { page } = window;
      await page.getByText(member.email).waitFor();
      const answers = Promise.withResolvers<void>();
      await page.route(`**/organizations/${other}/users*`, async (route) => {
        await answers.promise;
        await route.continue();
      });
      await switchTo(window, 'Acme', 'Umbrella');
      await heading(window, 'Users of Umbrella').waitFor();
      await page.getByText(member.email).waitFor({ state: 'detached' });
      expect(new URL(page.url()).pathname).toBe(`/${other}/organization/users`);
      // Back again before the answer is there: it comes too late.
      await switchTo(window, 'Umbrella', 'Acme');
      await page.getByText(member.email).waitFor();
      answers.resolve();
      await page.unrouteAll({ behavior: 'wait' });
      await switchTo(window, 'Acme', 'Umbrella');
      await page.getByRole('cell', { name: app.service.owner.email }).waitFor();
      expect(await page.content()).not.toContain(member.email);
    });

    it('goes to the overview, and says why, when the page is not there in the other organization', async () => {
      const window = await app.ownerAt(viewport, app.systemPage('/keys'));
      const { page } = window;
      await heading(window, 'Keys of Studio').waitFor();
      await switchTo(window, 'Acme', 'Umbrella');
      await heading(window, 'Umbrella').waitFor();
      await page.getByText('The page that you were on is not there for you in Umbrella.').waitFor();
      expect(new URL(page.url()).pathname).toBe(`/${other}/organization`);
    });

    it('24: has no page that a Member may not use, and its address and its API refuse', async () => {
      const window = await anonymousAt('/');
      const { page } = window;
      await signIn(window, member);
      const sidebar = await sidebarOf(window);
      await sidebar.getByText('Studio').click();
      await showsSoon(
        () => sidebar.getByRole('link').allInnerTexts(),
        ['Overview', 'Users', 'Overview', 'Users', 'Deployments'],
      );
      for (const address of [
        ...['/keys', '/audit', '/settings'].map(app.organizationPage),
        ...['/keys', '/settings'].map(app.systemPage),
      ]) {
        await page.goto(address);
        await heading(window, 'There is nothing here').waitFor();
      }
      expect(await faultsOf(window, 'not-found')).toEqual([]);
      const place = { org: app.service.organizationId, dms: app.service.systemId };
      for (const path of [managementPaths.organizationKeys, managementPaths.systemKeys, managementPaths.audit]) {
        const answer = await page.request.get(managementPath(path, place));
        expect(answer.status()).toBe(403);
      }
      await page.context().close();
    });

    it('asks to sign in again when the session has ended, without losing the place', async () => {
      const address = app.systemPage('/keys?search=only');
      const window = await anonymousAt(address);
      const { page } = window;
      await signIn(window, app.service.owner);
      await page.getByRole('link', { name: 'only at Acme' }).waitFor();
      await page.context().clearCookies();
      await page.getByRole('link', { name: 'only at Acme' }).click();
      await heading(window, 'Sign in').waitFor();
      expect(window.problems().filter((problem) => !problem.includes('401'))).toEqual([]);
      await signIn(window, app.service.owner);
      await openPanel(window).getByText('Permissions').waitFor();
      await page.context().close();
    });

    it('asks for the password again for what wants a recent sign-in, and goes on with it', async () => {
      const { id, values } = await app.service.makeKeySet(`asked again (${viewport})`);
      const window = await app.ownerAt(viewport, app.systemPage(`/keys?set=${id}`));
      app.service.letSignInsAge();
      const panel = openPanel(window);
      await panel.getByRole('button', { name: 'Reveal primary key' }).click();
      const dialog = openDialog(window);
      await dialog.getByRole('heading', { name: 'Sign in again' }).waitFor();
      expect(await faultsOf(window, 'sign-in-again', 'dialog')).toEqual([]);
      await dialog.getByLabel('Password', { exact: true }).fill(app.service.owner.password);
      await dialog.getByRole('button', { name: 'Go on' }).click();
      await panel.getByText(values.primary).waitFor();
      expect(window.problems().filter((problem) => !problem.includes('403'))).toEqual([]);
    });

    it('is dark when that is chosen', async () => {
      const window = await app.ownerAt(viewport, app.organizationPage());
      const { page } = window;
      await page.getByRole('link', { name: 'Studio' }).waitFor();
      await choose(window, page.getByRole('button', { name: /^Signed in as/ }), 'Dark appearance');
      await page.locator('html.wa-dark').waitFor();
      expect(await faultsOf(window, 'overview-dark')).toEqual([]);
      await choose(window, page.getByRole('button', { name: /^Signed in as/ }), 'Light appearance');
      await page.locator('html:not(.wa-dark)').waitFor();
    });
  });

  it('makes an organization, and goes there', async () => {
    const window = await app.ownerAt('desktop', app.organizationPage());
    await switchTo(window, 'Acme', 'Create organization');
    expect(await faultsOf(window, 'create-organization', 'dialog')).toEqual([]);
    await openDialog(window).getByLabel('Name').fill('Hooli');
    await openDialog(window).getByRole('button', { name: 'Create' }).click();
    await heading(window, 'Hooli').waitFor();
  });

  it('changes the password of whoever is signed in', async () => {
    const account = await app.service.hire('Paul', 'member');
    const window = await app.browser.open('desktop', '/');
    const { page } = window;
    await signIn(window, account);
    await choose(window, page.getByRole('button', { name: /^Signed in as/ }), 'Change password');
    const dialog = openDialog(window);
    const password = 'another sentence to remember';
    await dialog.getByLabel('Current password').fill(account.password);
    await dialog.getByLabel('New password', { exact: true }).fill(password);
    expect(await faultsOf(window, 'change-password', 'dialog')).toEqual([]);
    await dialog.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('Your password is changed').waitFor();
    await signIn(await app.browser.open('phone', '/'), { email: account.email, password });
  });

  it('leads past the frame to the content with the keyboard', async () => {
    const window = await app.ownerAt('desktop', app.organizationPage());
    await heading(window, 'Acme').waitFor();
    await window.page.getByRole('link', { name: 'Skip to content' }).press('Enter');
    await showsSoon(() => window.page.evaluate<string>('document.activeElement.id'), 'content');
  });
});
