import fastify from 'fastify';
import { answerError } from '../../../src/key-service/http/error-answer.ts';
import { KeyServiceError, type KeyServiceErrorCode } from '../../../src/key-service/key-service-error.ts';

/** What a route that throws this answers. */
async function answerTo(error: unknown) {
  const app = fastify({ genReqId: () => 'r-1' });
  app.setErrorHandler(answerError);
  app.get('/', () => Promise.reject(error));
  const answer = await app.inject('/');
  await app.close();
  return answer.json() as Record<string, unknown>;
}

const place = '/var/lib/dataminer-deploy/secrets/master-key';

describe('an error that is not the caller’s fault', () => {
  it.each<[KeyServiceErrorCode]>([['secrets'], ['store'], ['store-busy']])(
    'is told without what only the operator should read, but with what to look for in the log: %s',
    async (code) => {
      const answer = await answerTo(new KeyServiceError(code, `Nothing is in ${place}`, `Look into ${place}`));
      expect(answer).toEqual({
        ...{ type: 'about:blank', title: 'Service Unavailable', status: 503, code, requestId: 'r-1' },
        detail: 'The key service cannot do this now. The log of the service says why.',
      });
    },
  );

  it('says whether a change counts that the audit is about', async () => {
    const answer = await answerTo(new KeyServiceError('audit', 'The change is made and counts', `Look into ${place}`));
    expect(answer).toMatchObject({
      status: 503,
      detail: 'The change is made and counts. The log of the service says why.',
    });
  });

  it('is told as nothing more than that when nobody foresaw it', async () => {
    const answer = await answerTo(new Error(`SQLITE_CORRUPT in ${place}`));
    expect(answer).toEqual({
      ...{ type: 'about:blank', title: 'Internal Server Error', status: 500, code: 'failed', requestId: 'r-1' },
      detail: 'The key service failed; its log says why.',
    });
  });
});

describe('a refusal', () => {
  it('says what happened and what to do, with facts for programs', async () => {
    const facts = { version: 3, changedBy: 'ada@example.com' };
    const answer = await answerTo(new KeyServiceError('conflict', 'Somebody was faster', 'Look again', { facts }));
    expect(answer).toMatchObject({
      status: 409,
      code: 'conflict',
      detail: 'Somebody was faster. Look again',
      ...facts,
    });
    expect(answer).not.toHaveProperty('requestId');
  });

  it.each([
    ['what is not as documented', { validation: [], message: 'body/label is missing' }, 'invalid'],
    ['what cannot be read', { statusCode: 415 }, 'invalid'],
    ['what is too large', { statusCode: 413 }, 'too-large'],
  ])('has a name for programs, also of %s', async (_what, given, code) => {
    expect(await answerTo(Object.assign(new Error(), given))).toMatchObject({ code });
  });
});
