import { jest } from '@jest/globals';
import { temporaryFolder } from '../key-service/support/folder.ts';
import { onEveryStore } from '../key-service/support/stores.ts';
import { fuzzSoak } from './fuzz-soak.ts';

// The service is a process of its own; `npm run test:soak` sends it 10,000 requests.
jest.setTimeout(120_000);

onEveryStore('a service that is sent malformed requests', (store) => {
  it('refuses them without failing, telling of its inside or a secret, and is well afterwards', async () => {
    const { statuses } = await fuzzSoak({
      store: await store.unmade(),
      folder: await temporaryFolder(),
      requests: 250,
      seed: Math.floor(Math.random() * 2 ** 31),
    });
    // The requests reach what they are meant for: some get through, others fail at each check.
    expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['200', '400', '401', '403', '404']));
  });
});
