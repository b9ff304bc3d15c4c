import { RefusedSignIns } from '../../../src/key-service/access/refused-sign-ins.ts';
import { usedCore } from '../support/core.ts';
import { recordsWith } from '../support/records.ts';

const alice = { id: '6b1f8a52-9d3c-4f0e-8a77-0c2f5e1d4b96', email: 'alice@example.com' };

describe('sign-ins that were refused', () => {
  async function refusals() {
    const { core, environment } = await usedCore();
    return { core, environment, refused: new RefusedSignIns(core.audited, environment) };
  }

  it('are recorded at once when the service ends, and not twice', async () => {
    const { core, environment, refused } = await refusals();
    refused.note(alice, 'a');
    await refused.flush();
    environment.advance(1000);
    refused.note(alice, 'a');
    await refused.flush({ all: true });
    await refused.flush({ all: true });
    expect((await recordsWith(core, 'session.refused')).map(({ details }) => details)).toEqual([
      { count: '1', since: '2026-11-23T10:00:00.000Z', networks: '1' },
      { count: '1', since: '2026-11-23T10:00:01.000Z', networks: '1' },
    ]);
  });

  it('are kept, together with what comes meanwhile, until the audit can be written again', async () => {
    const { core, refused } = await refusals();
    refused.note(alice, 'a');
    await core.db.schema.alterTable('audit_heads').renameTo('gone').execute();
    await expect(refused.flush()).rejects.toMatchObject({ code: 'audit' });
    refused.note(alice, 'b');
    await core.db.schema.alterTable('gone').renameTo('audit_heads').execute();
    await refused.flush();
    expect((await recordsWith(core, 'session.refused')).map(({ details }) => details)).toMatchObject([
      { count: '2', networks: '2' },
    ]);
  });

  it('are told of many networks without counting them all', async () => {
    const { core, refused } = await refusals();
    for (let network = 0; network < 150; network++) refused.note(undefined, `${network}`);
    await refused.flush();
    expect((await recordsWith(core, 'session.refused')).map(({ details }) => details)).toMatchObject([
      { count: '150', networks: '100 or more' },
    ]);
  });
});
