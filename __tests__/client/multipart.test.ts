import { appendFile, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { multipartBody, type SendProgress } from '../../src/client/multipart.ts';

describe('a multipart body', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'multipart-'));
    path = join(folder, 'package.dmapp');
    await writeFile(path, 'content');
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  const file = (changes = {}) => ({ name: 'file', filename: 'Demo', path, size: 7, ...changes });

  it('holds the text parts in their order, then the file', async () => {
    const body = multipartBody(
      'b0',
      [
        { name: 'name', value: 'Demo' },
        { name: 'version', value: '1.0.1' },
      ],
      file(),
    );

    expect(body.contentType).toBe('multipart/form-data; boundary=b0');
    expect((await buffer(body.open())).toString()).toBe(
      [
        '--b0',
        'Content-Disposition: form-data; name="name"',
        '',
        'Demo',
        '--b0',
        'Content-Disposition: form-data; name="version"',
        '',
        '1.0.1',
        '--b0',
        'Content-Disposition: form-data; name="file"; filename="Demo"',
        'Content-Type: application/octet-stream',
        '',
        'content',
        '--b0--',
        '',
      ].join('\r\n'),
    );
  });

  it('knows its length, and can be opened anew for each sending', async () => {
    const body = multipartBody('b0', [{ name: 'name', value: 'Größe 🚀' }], file());
    const [first, second] = [await buffer(body.open()), await buffer(body.open())];

    expect(first).toHaveLength(body.length);
    expect(second).toEqual(first);
  });

  it('is understood by a standard parser, whatever the names and values hold', async () => {
    const filename = 'De"mo\r\nX-Evil: 1; name="other"';
    const value = 'line one\r\nline two; --b0\r\n"; rm -rf / #';
    const body = multipartBody('boundary-1', [{ name: 'a"\r\nb', value }], file({ filename }));

    const form = await new Response(await buffer(body.open()), {
      headers: { 'content-type': body.contentType },
    }).formData();

    expect([...form.keys()]).toEqual(['a"\r\nb', 'file']);
    expect(form.get('a"\r\nb')).toBe(value);
    expect(form.get('file')).toMatchObject({ name: filename, size: 7 });
  });

  it('tells how much of the file was handed on', async () => {
    const progress: SendProgress[] = [];
    await buffer(multipartBody('b0', [], file(), (step) => progress.push(step)).open());

    expect(progress.at(-1)).toEqual({ sent: 7, total: 7 });
  });

  it.each([
    ['shorter', () => truncate(path, 3)],
    ['longer', () => appendFile(path, 'more')],
  ])('fails when the file became %s meanwhile', async (_, change) => {
    const body = multipartBody('b0', [], file());
    await change();

    await expect(buffer(body.open())).rejects.toThrow(/changed while it was sent.*Let nothing write to it/);
  });

  it('fails when the file is gone', async () => {
    const body = multipartBody('b0', [], file());
    await rm(path);

    await expect(buffer(body.open())).rejects.toThrow('ENOENT');
  });
});
