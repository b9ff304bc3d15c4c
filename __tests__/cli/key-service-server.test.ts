import { keyServiceServer } from '../../src/cli/key-service-server.ts';
import { paths } from '../../src/contract/paths.ts';
import { temporaryFolder } from '../key-service/support/folder.ts';

describe('the server of a key service', () => {
  it.each([
    ['unknown', '/unknown'],
    ['wrongly encoded', '/%zz'],
    ['wrongly encoded behind a known path', `${paths.deployment}/%`],
    ['too long', `${paths.deployment}/${'a'.repeat(500)}`],
  ])('answers an address that is %s with one and the same problem document', async (_what, url) => {
    const app = await keyServiceServer({ dataFolder: await temporaryFolder() });
    try {
      const answer = await app.inject({ url });
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      const detail = 'There is nothing at this address.';
      expect(answer.json()).toEqual({ type: 'about:blank', title: 'Not Found', status: 404, detail });
    } finally {
      await app.close();
    }
  });
});
