import { managementPaths } from '../../../../src/contract/management/paths.ts';
import { api, signIn } from '../../support/management.ts';
import { runningService } from '../../support/service.ts';

describe('every answer of the management API', () => {
  it('protects who reads it: nothing is loaded, framed, sniffed, kept or shared', async () => {
    const service = await runningService();
    const answers = [
      await api(service, await signIn(service, 'owner')).get(managementPaths.organizations),
      await api(service).get(managementPaths.organizations),
      await api(service).post(managementPaths.session, { nonsense: true }),
      await api(service).get(managementPaths.setup),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 400, 200]);
    for (const { headers } of answers) {
      expect(Object.fromEntries(headers)).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
      expect(headers.has('x-powered-by')).toBe(false);
    }
  });

  it('holds browsers to https where people reach the service by https for certain, nowhere else', async () => {
    const of = async (publicUrl?: string) => {
      const service = await runningService(publicUrl === undefined ? {} : { publicUrl });
      return (await api(service).get(managementPaths.setup)).headers.get('strict-transport-security');
    };
    expect(await of('https://keys.example.com')).toBe('max-age=31536000');
    expect([await of(), await of('http://localhost:8080')]).toEqual([null, null]);
  });
});

describe('a public address', () => {
  it.each([
    'http://keys.example.com',
    'ftp://keys.example.com',
    'https://user:secret@keys.example.com',
    'keys.example.com',
    '',
  ])('is not %p', async (publicUrl) => {
    await expect(runningService({ publicUrl })).rejects.toMatchObject({ code: 'invalid' });
  });
});
