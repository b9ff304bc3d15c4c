import { join } from 'node:path';
import { eventually } from '../key-service/support/service.ts';
import { inTemporaryFolder, printed, startCli } from '../support/processes.ts';
import { AdminBrowser, faultsOf, viewportNames } from './support/admin-browser.ts';
import { describeInBrowser } from './support/chromium.ts';

const tokenLine = /with this token, .*: (\S+)$/m;

describeInBrowser('the first page of a new service', () => {
  it('makes the first Owner behind the token that the service printed, once', async () => {
    await inTemporaryFolder(async (folder) => {
      const service = startCli(['serve', '--json', '--port', '0', '--data', join(folder, 'data')]);
      try {
        const { url } = JSON.parse(await printed(service, '\n')) as { url: string };
        const token = await eventually(async () => tokenLine.exec(service.stderr())?.[1]);
        const browser = await AdminBrowser.launch(url);
        try {
          await setUp(browser, token);
          expect(browser.problems()).toEqual([]);
        } finally {
          await browser.close();
        }
      } finally {
        service.process.kill('SIGTERM');
        await service.ended;
      }
    });
  }, 60_000);

  async function setUp(browser: AdminBrowser, token: string): Promise<void> {
    for (const viewport of viewportNames) {
      const window = await browser.open(viewport);
      await window.page.getByRole('heading', { name: 'Set up this key service' }).waitFor();
      expect(await faultsOf(window, 'set-up')).toEqual([]);
    }
    const window = await browser.open('phone');
    const { page } = window;
    const given = { 'Set-up token': 'a guess', 'Name of the organization': 'Acme', 'Your name': 'Olivia' };
    const account = { 'Your e-mail': 'olivia@example.com', Password: 'correct horse battery staple' };
    for (const [label, value] of Object.entries({ ...given, ...account })) {
      await page.getByLabel(label, { exact: true }).fill(value);
    }
    await page.getByRole('button', { name: 'Create and sign in' }).click();
    await page.getByRole('alert').waitFor();
    expect(window.problems()).toEqual([expect.stringMatching(/40[13]/)]);
    await page.getByLabel('Set-up token').fill(token);
    await page.getByRole('button', { name: 'Create and sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Acme' }).waitFor();
    await page.getByRole('heading', { name: 'No DataMiner System is connected yet' }).waitFor();
    const later = await browser.open('desktop');
    await later.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  }
});
