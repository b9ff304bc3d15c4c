import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { paths } from '../../../src/contract/paths.ts';
import { chunkBytes } from '../../../src/key-service/artifacts/artifact-writer.ts';
import { temporaryFolder } from '../support/folder.ts';
import {
  eventually,
  exchange,
  type RunningService,
  runningService,
  storedArtifacts,
  upload,
  uploadForm,
} from '../support/service.ts';
import { onEveryStore } from '../support/stores.ts';

const mebibyte = 1024 * 1024;
const formType = 'multipart/form-data; boundary="b0"';

type Part = readonly [header: string, body: string | Uint8Array];

const name: Part = ['Content-Disposition: form-data; name=name', 'Demo'];
const version: Part = ['Content-Disposition: form-data; name=version', '1.0.1'];
const contentType: Part = ['Content-Disposition: form-data; name=contentType', 'DmScript'];
const file: Part = ['Content-Disposition: form-data; name=file; filename=Demo', 'package'];

function form(...parts: readonly Part[]): Buffer {
  const chunks = parts.flatMap(([header, body]) => [`--b0\r\n${header}\r\n\r\n`, body, '\r\n']);
  return Buffer.concat([...chunks, '--b0--\r\n'].map((chunk) => Buffer.from(chunk as string)));
}

function head({ values }: RunningService, length: number, type = formType): string {
  const lines = [
    `POST ${paths.uploadArtifact} HTTP/1.1`,
    'Host: localhost',
    'Connection: close',
    `Ocp-Apim-Subscription-Key: ${values.primary}`,
    `Content-Type: ${type}`,
    `Content-Length: ${length}`,
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

async function send(service: RunningService, body: Buffer, type?: string): Promise<string> {
  return await exchange(service.port, head(service, body.length, type), body);
}

/** The one artifact of the store, as bytes. */
async function storedBytes({ core }: RunningService, id: string): Promise<Buffer> {
  const copy = join(await temporaryFolder(), 'copy');
  await core.artifacts.copyTo(id, copy, new AbortController().signal);
  return await readFile(copy);
}

onEveryStore('an upload', (store) => {
  let service: RunningService;

  beforeAll(async () => {
    // Nothing is carried out here: a worker would write of deployments while they are cleared away.
    service = await runningService({ store, maxPackageBytes: 4 * mebibyte, deployments: { concurrency: 0 } });
  });

  afterEach(async () => {
    for (const table of ['deployment_events', 'deployments', 'artifact_chunks', 'artifacts'] as const) {
      await service.core.db.deleteFrom(table).execute();
    }
  });

  it('is kept byte for byte, in chunks', async () => {
    const bytes = Buffer.from(Array.from({ length: 2.5 * mebibyte }, (_, index) => (index * 7 + (index >> 8)) % 256));
    const answer = await upload(service, uploadForm(bytes));
    expect(answer.status).toBe(200);
    const { artifactId } = (await answer.json()) as { artifactId: string };
    expect(artifactId).toMatch(/^dmscript\/[0-9a-f-]{36}$/);
    expect((await storedBytes(service, artifactId)).equals(bytes)).toBe(true);
    const chunks = await service.core.db.selectFrom('artifact_chunks').select('bytes').orderBy('position').execute();
    expect(chunks.map((chunk) => chunk.bytes.length)).toEqual([chunkBytes, chunkBytes, chunkBytes / 2]);
  });

  it.each<[string, readonly Part[]]>([
    ['the file first', [file, contentType, version, name]],
    ['the file in the middle', [name, file, version, contentType]],
    [
      'quoted names',
      [name, version, contentType, ['Content-Disposition: form-data; name="file"; filename="Demo"', 'p']],
    ],
    ['both kinds of file name', [name, version, contentType, [`${file[0]}; filename*=utf-8''Demo`, 'p']]],
    ['a file without a name', [name, version, contentType, ['Content-Disposition: form-data; name=file', 'p']]],
    ['typed text', [[`Content-Type: text/plain; charset=utf-8\r\n${name[0]}`, 'Demo'], version, contentType, file]],
    ['a typed file', [name, version, contentType, [`Content-Type: application/octet-stream\r\n${file[0]}`, 'p']]],
    [
      'parts that nobody knows',
      [['Content-Disposition: form-data; name=other; filename=x', 'y'], name, version, contentType, file],
    ],
    ['a part that is no form data', [['X-Odd: 1', 'odd'], name, version, contentType, file]],
  ])('may have %s', async (_what, parts) => {
    expect(await send(service, form(...parts))).toMatch(/^HTTP\/1\.1 200 /);
    expect((await storedArtifacts(service)).artifacts).toBe(1);
  });

  it('keeps what old clients say beside the package', async () => {
    await upload(service, uploadForm('p', { branch: 'main', isprerelease: 'false', developer: 'a@b.example' }));
    expect(await service.core.db.selectFrom('artifacts').selectAll().executeTakeFirst()).toMatchObject({
      name: 'Demo',
      version: '1.0.1',
      content_type: 'DmScript',
      details: '{"branch":"main","isprerelease":"false","developer":"a@b.example"}',
      state: 'complete',
    });
  });

  it.each<[string, Buffer, string?]>([
    ['no file', form(name, version, contentType)],
    ['an empty file', form(name, version, contentType, [file[0], ''])],
    ['no name', form(version, contentType, file)],
    ['a blank version', form(name, ['Content-Disposition: form-data; name=version', ' '], contentType, file)],
    ['a name that never ends', form([name[0], 'x'.repeat(1001)], version, contentType, file)],
    [
      'a text part of 100 KB',
      form(name, version, contentType, file, ['Content-Disposition: form-data; name=a', 'x'.repeat(100_000)]),
    ],
    ['a hundred parts', form(...Array<Part>(100).fill(name), version, contentType, file)],
    ['no end', form(name, version, contentType, file).subarray(0, -12)],
    ['an end in the file', form(name, version, contentType, [file[0], 'x'.repeat(100_000)]).subarray(0, -50_000)],
    ['another boundary than announced', form(name, version, contentType, file), 'multipart/form-data; boundary=b1'],
    ['no boundary at all', form(name, version, contentType, file), 'multipart/form-data'],
    ['a body that is no form', Buffer.from('{}'), 'application/json'],
    ['nothing', Buffer.alloc(0)],
  ])('with %s is answered 400 and leaves nothing behind', async (_what, body, type = formType) => {
    expect(await send(service, body, type)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await storedArtifacts(service)).toEqual({ artifacts: 0, chunks: 0 });
  });

  it('may be exactly as large as the limit', async () => {
    expect((await upload(service, uploadForm(Buffer.alloc(4 * mebibyte)))).status).toBe(200);
  });

  it('one byte over the limit is answered 413 and leaves nothing behind', async () => {
    expect((await upload(service, uploadForm(Buffer.alloc(4 * mebibyte + 1)))).status).toBe(413);
    expect(await storedArtifacts(service)).toEqual({ artifacts: 0, chunks: 0 });
  });

  it('that announces far too much is refused before it is read, and the answer arrives', async () => {
    const wholeHead = head(service, 16 * mebibyte);
    expect(await exchange(service.port, wholeHead, Buffer.alloc(mebibyte))).toMatch(/^HTTP\/1\.1 413 /);
    expect((await upload(service, uploadForm(Buffer.alloc(5.5 * mebibyte)))).status).toBe(413);
    expect(await storedArtifacts(service)).toEqual({ artifacts: 0, chunks: 0 });
  });

  it('that never ends is refused, wherever its bytes go', async () => {
    const { port } = service;
    const socket = connect(port, '127.0.0.1');
    const chunked = head(service, 0)
      .replace('Content-Length: 0', 'Transfer-Encoding: chunked')
      .replace('Connection: close\r\n', '');
    const chunk = (bytes: string) => `${bytes.length.toString(16)}\r\n${bytes}\r\n`;
    socket.write(chunked + chunk('--b0\r\nContent-Disposition: form-data; name=other; filename=x\r\n\r\n'));
    const filling = chunk('x'.repeat(mebibyte));
    const endless = setInterval(() => socket.write(filling), 1);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    clearInterval(endless);
    socket.destroy();
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('that is broken off leaves nothing behind', async () => {
    const body = form(name, version, contentType, [file[0], Buffer.alloc(3 * mebibyte)]);
    const socket = connect(service.port, '127.0.0.1');
    socket.write(head(service, body.length));
    socket.write(body.subarray(0, 2.5 * mebibyte));
    await eventually(async () => (await storedArtifacts(service)).chunks === 2);
    socket.destroy();
    await once(socket, 'close');
    await eventually(async () => (await storedArtifacts(service)).artifacts === 0);
    expect(await storedArtifacts(service)).toEqual({ artifacts: 0, chunks: 0 });
  });

  it('is not seen before it is complete', async () => {
    const body = form(name, version, contentType, [file[0], Buffer.alloc(3 * mebibyte)]);
    const socket = connect(service.port, '127.0.0.1');
    socket.write(head(service, body.length));
    socket.write(body.subarray(0, 2.5 * mebibyte));
    await eventually(async () => (await storedArtifacts(service)).chunks === 2);
    const { id } = await service.core.db.selectFrom('artifacts').select('id').executeTakeFirstOrThrow();
    const deploy = () =>
      fetch(service.url + paths.deployArtifact, {
        method: 'POST',
        headers: { 'Ocp-Apim-Subscription-Key': service.values.primary, 'Content-Type': 'application/json' },
        body: JSON.stringify({ artifactId: id }),
      });
    expect((await deploy()).status).toBe(400);
    socket.write(body.subarray(2.5 * mebibyte));
    await once(socket.resume(), 'close');
    expect((await deploy()).status).toBe(200);
  });
});
