import { joinServiceUrl, parseServiceUrl } from '../../src/client/service-url.ts';

describe('the address of a service', () => {
  it.each([
    ['https://api.dataminer.services', 'https://api.dataminer.services/'],
    [' https://keys.example.test:8443/prefix/ ', 'https://keys.example.test:8443/prefix/'],
    ['http://localhost:5000', 'http://localhost:5000/'],
    ['http://127.0.0.1:5000', 'http://127.0.0.1:5000/'],
    ['http://127.8.9.10', 'http://127.8.9.10/'],
    ['http://[::1]:5000', 'http://[::1]:5000/'],
  ])('may be %s', (text, href) => {
    expect(parseServiceUrl(text)).toMatchObject({ href });
  });

  it.each([
    ['', 'is no URL'],
    ['api.dataminer.services', 'is no URL'],
    ['http://api.dataminer.services', 'Accepted: https'],
    ['http://localhost.example.test', 'Accepted: https'],
    ['http://127.0.0.1.example.test', 'Accepted: https'],
    ['http://10.0.0.1', 'Accepted: https'],
    ['ftp://localhost', 'Accepted: https'],
    ['file:///etc/passwd', 'Accepted: https'],
    ['https://host.test/?key=1', 'a query'],
    ['https://host.test/#top', 'a fragment'],
    ['https://user:password@host.test', 'a user name or password'],
  ])('may not be %j', (text, problem) => {
    expect(parseServiceUrl(text)).toEqual({ problem: expect.stringContaining(problem) });
  });

  it('is not repeated in the message when it holds a password', () => {
    expect(JSON.stringify(parseServiceUrl('https://user:hunter22@host.test'))).not.toContain('hunter22');
  });

  it.each([
    ['https://host.test', 'https://host.test/api/x'],
    ['https://host.test/', 'https://host.test/api/x'],
    ['https://host.test/a/b', 'https://host.test/a/b/api/x'],
    ['https://host.test/a/b//', 'https://host.test/a/b/api/x'],
  ])('%s stays in front of a path', (base, joined) => {
    expect(joinServiceUrl(new URL(base), '/api/x').href).toBe(joined);
  });
});
