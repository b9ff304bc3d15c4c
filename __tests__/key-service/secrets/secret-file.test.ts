import { chmod, chown, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemEnvironment } from '../../../src/key-service/environment.ts';
import { SecretFile } from '../../../src/key-service/secrets/secret-file.ts';
import { newSecretText, secretFrom } from '../../../src/key-service/secrets/service-secret.ts';
import { temporaryFolder } from '../support/folder.ts';

const secretText = () => newSecretText(systemEnvironment);
const idOf = (text: string) => secretFrom('master-key', text)?.id;

async function fileOf(...texts: string[]): Promise<{ path: string; file: SecretFile }> {
  const path = join(await temporaryFolder(), 'master-key');
  if (texts.length > 0) await writeFile(path, `${texts.join('\n')}\n`, { mode: 0o600 });
  return { path, file: new SecretFile('master-key', path) };
}

describe('a file of secrets', () => {
  it('holds one in a line, the newest first', async () => {
    const [newest, older] = [secretText(), secretText()];
    const { file } = await fileOf(newest, older);
    expect((await file.read())?.map(({ id }) => id)).toEqual([idOf(newest), idOf(older)]);
  });

  it('says that it is not there by having none', async () => {
    const { file } = await fileOf();
    expect(await file.read()).toBeUndefined();
  });

  it('may hold the same one twice, and may have been edited on Windows', async () => {
    const text = secretText();
    const { file } = await fileOf(`${text}\r`, '\r', `${text}\r`);
    expect((await file.read())?.map(({ id }) => id)).toEqual([idOf(text)]);
  });

  it.each([
    ['nothing', ''],
    ['something else', 'hello world'],
    ['too few bytes', 'c2hvcnQ='],
    ['a secret that lost a character', secretText().slice(1)],
  ])('is refused when it holds %s, without showing any of it', async (_what, text) => {
    const good = secretText();
    const { path, file } = await fileOf(good, text === '' ? good : text);
    if (text === '') await writeFile(path, '');
    const error = await file.read().catch((refusal) => refusal);
    expect(error).toMatchObject({ code: 'secrets', message: expect.stringContaining('32 bytes in Base64') });
    const told = `${error.message} ${error.next} ${error.stack}`;
    for (const word of [good, ...text.split(' ')].filter((part) => part !== '')) expect(told).not.toContain(word);
  });

  it.each([0o640, 0o604, 0o660, 0o620, 0o666])('is refused with mode %o, and told how to mend it', async (mode) => {
    const { path, file } = await fileOf(secretText());
    await chmod(path, mode);
    await expect(file.read()).rejects.toMatchObject({
      code: 'secrets',
      message: expect.stringContaining(`mode ${mode.toString(8)}`),
      next: expect.stringContaining(`chmod 600 '${path}'`),
    });
  });

  it.each([0o400, 0o600, 0o700])('is taken with mode %o', async (mode) => {
    const { path, file } = await fileOf(secretText());
    await chmod(path, mode);
    expect(await file.read()).toHaveLength(1);
  });

  it('is refused where everybody may put another one into its place', async () => {
    const { path, file } = await fileOf(secretText());
    await chmod(dirname(path), 0o777);
    await expect(file.read()).rejects.toMatchObject({ code: 'secrets', next: `Run: chmod 700 '${dirname(path)}'` });
    await chmod(dirname(path), 0o1777);
    expect(await file.read()).toHaveLength(1);
  });

  it('says when it cannot be read', async () => {
    const path = join(await temporaryFolder(), 'master-key');
    await mkdir(path, { mode: 0o700 });
    await expect(new SecretFile('master-key', path).read()).rejects.toMatchObject({
      code: 'secrets',
      message: expect.stringContaining('cannot be read: EISDIR'),
    });
  });
});

describe('adding a secret', () => {
  it('makes folder and file for their owner only', async () => {
    const folder = join(await temporaryFolder(), 'new', 'secrets');
    const file = new SecretFile('pepper', join(folder, 'pepper'));
    await file.add(systemEnvironment);
    expect(await file.read()).toHaveLength(1);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'pepper'))).mode & 0o777).toBe(0o600);
  });

  it('puts it first, keeps the others, and leaves nothing else behind', async () => {
    const older = secretText();
    const { path, file } = await fileOf(older);
    await file.add(systemEnvironment);
    const [added, kept] = (await readFile(path, 'utf8')).trim().split('\n');
    expect(kept).toBe(older);
    expect((await file.read())?.map(({ id }) => id)).toEqual([idOf(added ?? ''), idOf(older)]);
    expect(await readdir(dirname(path))).toEqual(['master-key']);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('lets exactly one win of those who make the file at the same moment, or come late', async () => {
    const { path, file } = await fileOf();
    await Promise.all(Array.from({ length: 5 }, () => file.make(systemEnvironment)));
    const made = await readFile(path, 'utf8');
    // Its process found no file when it looked, and was slow to make one.
    await file.make(systemEnvironment);
    expect(await readFile(path, 'utf8')).toBe(made);
    expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(1);
    expect(await readdir(dirname(path))).toEqual(['master-key']);
  });

  it('changes what a link leads to, and keeps the link', async () => {
    const { path } = await fileOf(secretText());
    const link = join(await temporaryFolder(), 'master-key');
    await symlink(path, link);
    const file = new SecretFile('master-key', link);
    await file.add(systemEnvironment);
    expect(await file.read()).toHaveLength(2);
    expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(2);
  });

  it('leaves the file to its owner when root does it', async () => {
    const { path, file } = await fileOf(secretText());
    if (process.getuid?.() === 0) await chown(path, 12_345, 12_346);
    const { uid, gid } = await stat(path);
    await file.add(systemEnvironment);
    expect(await stat(path)).toMatchObject({ uid, gid });
  });

  it('changes nothing when the folder cannot be written to, and says so', async () => {
    const path = join(await temporaryFolder(), 'no-folder');
    await writeFile(path, '');
    await expect(new SecretFile('pepper', join(path, 'pepper')).add(systemEnvironment)).rejects.toMatchObject({
      code: 'secrets',
      message: expect.stringContaining('cannot be'),
    });
  });
});

/** Does something that must not write to a folder; root could, so it becomes somebody else meanwhile. */
async function withoutWriting<Result>(folder: string, act: () => Promise<Result>): Promise<Result> {
  await chmod(folder, 0o555);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(12_345);
  try {
    return await act();
  } finally {
    if (isRoot) process.seteuid?.(0);
    await chmod(folder, 0o755);
  }
}

describe('a file that is handed out read-only', () => {
  it('is left to an operator: nothing can be added, and what is to go is not gone', async () => {
    const { path, file } = await fileOf(secretText());
    if (process.getuid?.() === 0) await chown(path, 12_345, 12_345);
    await withoutWriting(dirname(path), async () => {
      expect(await file.remove(['0123456789abcdef'])).toBe(false);
      await expect(file.add(systemEnvironment)).rejects.toMatchObject({
        code: 'secrets',
        message: expect.stringContaining('cannot be written'),
      });
    });
    expect(await file.read()).toHaveLength(1);
  });
});

describe('removing secrets', () => {
  it('leaves no copy of them behind, not even that of a process that was killed', async () => {
    const texts = [secretText(), secretText()];
    const { path, file } = await fileOf(...texts);
    await writeFile(`${path}.new`, texts.join('\n'), { mode: 0o600 });
    await file.remove([idOf(texts[1] ?? '') ?? '']);
    expect(await readdir(dirname(path))).toEqual(['master-key']);
  });

  it('keeps the others in their order', async () => {
    const texts = [secretText(), secretText(), secretText()];
    const { path, file } = await fileOf(...texts);
    expect(await file.remove([idOf(texts[1] ?? '') ?? ''])).toBe(true);
    expect(await readFile(path, 'utf8')).toBe(`${texts[0]}\n${texts[2]}\n`);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });
});
