import { jest } from '@jest/globals';
import { temporaryFolder } from '../key-service/support/folder.ts';
import { onEveryStore } from '../key-service/support/stores.ts';
import { killSoak } from './kill-soak.ts';

// The service is started several times; `npm run test:soak` kills it 200 times.
jest.setTimeout(180_000);

onEveryStore('a service that is killed under load', (store) => {
  it('has everything that it acknowledged, revives nothing, and ends every deployment', async () => {
    const report = await killSoak({
      store: await store.unmade(),
      folder: await temporaryFolder(),
      rounds: 2,
      seed: Math.floor(Math.random() * 2 ** 32),
      clients: 2,
      longestLife: 1_000,
    });
    expect(report.kills).toBeGreaterThanOrEqual(2);
    expect(report.acknowledged).toBeGreaterThan(0);
  });
});
