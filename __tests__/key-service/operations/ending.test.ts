import { paths } from '../../../src/contract/paths.ts';
import { openKeyServiceCore } from '../../../src/key-service/key-service-core.ts';
import { runningService } from '../support/service.ts';

describe('the end of the service', () => {
  it('comes in order also when what is left cannot be written any more', async () => {
    const { app, core, url, options, values } = await runningService();
    await fetch(url + paths.keySelf, { headers: { 'Ocp-Apim-Subscription-Key': values.primary } });
    await core.db.schema.dropTable('key_usage_callers').execute();
    await expect(app.close()).resolves.toBeUndefined();
    const again = await openKeyServiceCore(options);
    expect(await again.auditHeads.latest()).toEqual(await core.auditHeads.latest());
    await again.close();
  });
});
