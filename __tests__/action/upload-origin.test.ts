import nock from 'nock';
import { uploadOriginFrom } from '../../src/action/upload-origin.ts';

const env = {
  GITHUB_SERVER_URL: 'https://github.example.org',
  GITHUB_API_URL: 'https://github.example.org/api/v3',
  GITHUB_REPOSITORY: 'acme/scripts',
  GITHUB_REF_NAME: '1.2.3',
  GITHUB_REF_TYPE: 'tag',
  GITHUB_SHA: 'abc',
};
const lines: string[] = [];
const log = { debug: (line: string) => lines.push(line) };

beforeAll(() => {
  process.env.GITHUB_API_URL = env.GITHUB_API_URL;
  nock.disableNetConnect();
});
afterEach(() => {
  nock.cleanAll();
  lines.length = 0;
});
afterAll(() => {
  delete process.env.GITHUB_API_URL;
  nock.enableNetConnect();
  nock.restore();
});

describe('where an upload comes from', () => {
  it('is told from the variables of the runner, without asking anybody', async () => {
    expect(await uploadOriginFrom(env, undefined, log)).toEqual({
      branch: '1.2.3',
      identifier: 'https://github.example.org/acme/scripts',
      releasepath: 'https://github.example.org/acme/scripts/releases/tag/1.2.3',
    });
  });

  it('is nothing outside of GitHub', async () => {
    expect(await uploadOriginFrom({}, 'token', log)).toEqual({});
  });

  it('names author and release when a token lets it ask, on the server of the run', async () => {
    const api = nock('https://github.example.org', { reqheaders: { authorization: 'token t0ken' } });
    api.get('/api/v3/repos/acme/scripts/commits/abc').reply(200, { commit: { author: { email: 'dev@acme.example' } } });
    api.get('/api/v3/repos/acme/scripts/releases/tags/1.2.3').reply(200, { prerelease: true, html_url: 'https://r' });
    expect(await uploadOriginFrom(env, 't0ken', log)).toMatchObject({
      developer: 'dev@acme.example',
      isprerelease: true,
      releasepath: 'https://r',
    });
  });

  it('leaves out what GitHub does not tell, and only debug says why', async () => {
    nock('https://github.example.org').get('/api/v3/repos/acme/scripts/commits/abc').reply(403, { message: 'no' });
    expect(await uploadOriginFrom(env, 't0ken', log)).not.toHaveProperty('developer');
    expect(lines).toEqual([expect.stringContaining('GitHub did not tell')]);
  });
});
