import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nock from 'nock';
import { type ArtifactUpload, type UploadOptions, uploadArtifact } from '../../src/client/artifacts.ts';
import type { TransportOptions } from '../../src/client/transport.ts';
import { maxPackageBytes } from '../../src/contract/limits.ts';
import { keys, primary, serve, serveRaw, testTransport } from './helpers.ts';
import { interceptRequests } from './interception.ts';

const service = 'https://api.example.test';
const path = '/api/key-artifact-upload/v1-0/private/artifact';
const good = { artifactId: 'dmscript/7b0e' };

describe('an upload', () => {
  let folder: string;
  let file: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'upload-'));
  });

  beforeEach(async () => {
    file = join(folder, 'Demo.dmapp');
    await writeFile(file, 'content of the package');
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  async function upload(
    more: Partial<ArtifactUpload> = {},
    options: UploadOptions = {},
    { url = service, ...transportOptions }: Partial<TransportOptions> & { url?: string } = {},
  ) {
    const { transport, pauses } = testTransport(url, transportOptions);
    const outcome = await uploadArtifact(
      transport,
      primary,
      { file, name: 'Demo', version: '1.0.1', ...more },
      options,
    );
    return { outcome, pauses };
  }

  it('is repeated whole after resets and failures of the service', async () => {
    const bodies: number[] = [];
    await using server = await serve(async (request, response) => {
      let length = 0;
      for await (const piece of request) length += piece.length;
      bodies.push(length);
      if (bodies.length === 1) request.socket.resetAndDestroy();
      else response.writeHead(bodies.length === 2 ? 503 : 200).end(JSON.stringify(good));
    });

    const { outcome, pauses } = await upload({}, {}, { url: server.url });

    expect(outcome).toEqual({ kind: 'answered', value: good });
    expect(pauses).toEqual([1_000, 2_000]);
    expect(new Set(bodies).size).toBe(1);
  });

  it('is rejected at once, while most of a large package is still to be sent', async () => {
    await truncate(file, 100_000_000);
    await using server = await serve((_, response) => {
      response.writeHead(403, { connection: 'close' }).end('denied');
    });
    let furthest = 0;

    const { outcome } = await upload(
      {},
      {
        onProgress: ({ sent }) => {
          furthest = sent;
        },
      },
      { url: server.url },
    );

    expect(outcome).toEqual({ kind: 'rejected', status: 403, detail: 'denied' });
    expect(furthest).toBeLessThan(50_000_000);
  });

  it('is not taken for done when the answer breaks off each time', async () => {
    let asked = 0;
    await using server = await serveRaw((socket) => {
      socket.once('data', () => {
        asked++;
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"artifactId":');
      });
    });

    const { outcome } = await upload({}, {}, { url: server.url });

    expect(outcome).toEqual({
      kind: 'bad-answer',
      detail: expect.stringContaining('broke off before its end, 3 times'),
    });
    expect(asked).toBe(3);
  });

  it('fails before anything is sent when the package is one byte too large, naming the limit (scenario 21)', async () => {
    await truncate(file, maxPackageBytes + 1);

    expect((await upload()).outcome).toEqual({
      kind: 'unsendable',
      detail: expect.stringContaining(`takes at most ${maxPackageBytes}`),
    });
  });

  it('fails before anything is sent when there is no package', async () => {
    await rm(file);

    expect((await upload()).outcome).toMatchObject({ kind: 'unsendable', detail: expect.stringContaining('ENOENT') });
  });

  describe('with one answer or another', () => {
    interceptRequests();

    it('gives the ID of the artifact, which is opaque', async () => {
      nock(service)
        .post(path)
        .reply(200, { artifactId: 'dmscript/../x y'.replace(' ', '%20'), more: 1 });

      expect((await upload()).outcome).toMatchObject({ kind: 'answered', value: { artifactId: 'dmscript/../x%20y' } });
    });

    it('sends what older clients sent, where it is known', async () => {
      let body = '';
      nock(service)
        .post(path, (text: string) => {
          body = text;
          return true;
        })
        .reply(201, good);

      await upload({ branch: 'main', identifier: 'https://x.test/r', isprerelease: false, developer: 'a@b.test' });

      const names = [...body.matchAll(/ name="(\w+)"/g)].map(([, name]) => name);
      expect(names).toEqual([
        'name',
        'version',
        'contentType',
        'branch',
        'identifier',
        'isprerelease',
        'developer',
        'file',
      ]);
      expect(body).toContain('name="isprerelease"\r\n\r\nfalse\r\n');
    });

    it('tells its progress', async () => {
      nock(service).post(path).reply(200, good);
      const progress: unknown[] = [];

      await upload({}, { onProgress: (step) => progress.push(step) });

      expect(progress.at(-1)).toEqual({ sent: 22, total: 22 });
    });

    it('is given up after the third failure, without a pause behind it', async () => {
      nock(service).post(path).times(3).reply(502, '<html><title>Bad gateway</title></html>');

      const { outcome, pauses } = await upload();

      expect(outcome).toEqual({
        kind: 'unavailable',
        sent: true,
        detail: `POST ${service}${path} answered 502, 3 times: an HTML page; is this the address of the service?`,
      });
      expect(pauses).toEqual([1_000, 2_000]);
    });

    it('waits as long as a rate limit asks, with the same key (scenario 7)', async () => {
      const seen: unknown[] = [];
      const keep = (value: unknown) => seen.push(value) > 0;
      nock(service).post(path).matchHeader('ocp-apim-subscription-key', keep).reply(429, '', { 'retry-after': '40' });
      nock(service).post(path).matchHeader('ocp-apim-subscription-key', keep).reply(200, good);

      const { outcome, pauses } = await upload();

      expect(outcome).toMatchObject({ kind: 'answered' });
      expect(pauses).toEqual([40_000]);
      expect(new Set(seen)).toEqual(new Set([keys.primary]));
    });

    it('does not begin a wait that is longer than the job may wait', async () => {
      nock(service).post(path).reply(429, '', { 'retry-after': '40' });

      const { outcome, pauses } = await upload({}, { waitBudget: 39_999 });

      expect(outcome).toMatchObject({
        kind: 'unavailable',
        sent: false,
        detail: expect.stringContaining('too many requests'),
      });
      expect(pauses).toEqual([]);
    });

    it.each([401, 403])('is rejected with %i, which says something about the key and nothing of it', async (status) => {
      nock(service)
        .post(path)
        .reply(status, { message: `Access denied for ${keys.primary}` });

      expect((await upload()).outcome).toEqual({ kind: 'rejected', status, detail: 'Access denied for ***' });
    });

    it('is refused with what the service says, fit for a log', async () => {
      nock(service).post(path).reply(400, { title: 'Bad\n::error::name', status: 400 });

      expect((await upload()).outcome).toEqual({
        kind: 'refused',
        status: 400,
        detail: `POST ${service}${path} answered 400: Bad : :error: :name`,
      });
    });

    it('is refused by a redirect, naming the host that would have got the key (scenario 20)', async () => {
      nock(service).post(path).reply(302, '', { location: 'https://evil.test/steal?x=1' });

      expect((await upload()).outcome).toMatchObject({
        kind: 'refused',
        status: 302,
        detail: expect.stringMatching(/redirect to evil\.test, which is not followed/),
      });
    });

    it.each([
      ['other JSON', '{"id":1}', 'JSON that is no UploadAnswer'],
      ['an empty ID', '{"artifactId":""}', 'JSON that is no UploadAnswer'],
      ['an ID that no log could show', '{"artifactId":"a\\n::error::b"}', 'control characters'],
      ['an HTML page', '<!DOCTYPE html><html><body>Sign in</body></html>', 'an HTML page'],
      ['half of the JSON', '{"artifactId":"dms', 'no JSON, or only a part'],
      ['nothing', '', 'an empty body'],
    ])('is not taken for done when 200 comes with %s', async (_, text, problem) => {
      nock(service).post(path).reply(200, text);

      expect((await upload()).outcome).toEqual({ kind: 'bad-answer', detail: expect.stringContaining(problem) });
    });

    it('ends without another try when the job is cancelled during a pause', async () => {
      nock(service).post(path).reply(503);
      const cancel = new AbortController();
      const { transport } = testTransport(service, {
        signal: cancel.signal,
        debug: (line) => line.startsWith('trying again') && cancel.abort(),
      });

      const outcome = await uploadArtifact(transport, primary, { file, name: 'Demo', version: '1' });

      expect(outcome).toMatchObject({ kind: 'unavailable', detail: expect.stringContaining('cancelled') });
    });
  });
});
