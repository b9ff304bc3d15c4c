import { paths } from '../../../src/contract/paths.ts';
import { anywhere, aTest } from '../support/custodian.ts';
import { runningService } from '../support/service.ts';

describe('the end of the service', () => {
  it('comes in order also when what is left cannot be written any more', async () => {
    const { app, core, url, organizationId, setId, values } = await runningService();
    const signedPosition = async () => (await core.auditHeads.latest()).get(organizationId)?.position ?? 0;
    await fetch(url + paths.keySelf, { headers: { 'Ocp-Apim-Subscription-Key': values.primary } });
    await core.db.schema.alterTable('key_usage').dropColumn('last_address').execute();
    const before = await signedPosition();
    await core.keySets.reveal(anywhere(setId), 'primary', aTest);
    await expect(app.close()).resolves.toBeUndefined();
    // What comes behind the usage is done all the same.
    expect(await signedPosition()).toBeGreaterThan(before);
  });
});
