import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { folderWith, removeTemporaryFolders } from '../temporary-solution.ts';
import { FeedServer, sha512 } from './feed-server.ts';
import { type MadePackage, nupkg, nuspec } from './made-package.ts';
import { restored } from './restorer.ts';

const acme: MadePackage = {
  id: 'Acme.Core',
  version: '1.2.0.0-Beta',
  files: ['lib/net45/Acme.Core.dll', 'lib/net45/Acme.Core.xml', 'content/read%20me.txt', 'package/services/x.psmdcp'],
};

afterEach(removeTemporaryFolders);

/** A folder that is a source, with packages of the given file names. */
async function folderSource(files: Readonly<Record<string, MadePackage | Uint8Array>>): Promise<string> {
  const folder = await folderWith();
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content instanceof Uint8Array ? content : await nupkg(content));
  }
  return folder;
}

async function zipOf(
  entries: readonly (readonly [name: string, text: string, options?: object])[],
): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), {
    useWebWorkers: false,
    dataDescriptor: false,
    extendedTimestamp: false,
  });
  for (const [name, text, options = {}] of entries) {
    await zip.add(name, new Uint8ArrayReader(Buffer.from(text)), { lastModDate: new Date(2000, 1, 1), ...options });
  }
  return zip.close();
}

describe('the global packages folder', () => {
  it('holds a package as NuGet itself lays it out', async () => {
    const folder = await folderWith();
    const source = await folderSource({ 'Acme.Core.1.2.0.0-Beta.nupkg': acme });
    const found = await restored(folder, 'Acme.Core 1.2.0.0-Beta', { sources: [source] });
    expect(found.folder).toBe(join(folder, 'packages', 'acme.core', '1.2.0-beta'));
    expect(
      readdirSync(found.folder, { recursive: true })
        .map((name) => String(name).replaceAll('\\', '/'))
        .sort(),
    ).toEqual([
      '.nupkg.metadata',
      'acme.core.1.2.0-beta.nupkg',
      'acme.core.1.2.0-beta.nupkg.sha512',
      'acme.core.nuspec',
      'content',
      'content/read me.txt',
      'lib',
      'lib/net45',
      'lib/net45/Acme.Core.dll',
      'lib/net45/Acme.Core.xml',
    ]);
    const bytes = readFileSync(join(found.folder, 'acme.core.1.2.0-beta.nupkg'));
    expect(readFileSync(join(found.folder, 'acme.core.1.2.0-beta.nupkg.sha512'), 'utf8')).toBe(sha512(bytes));
    expect(JSON.parse(readFileSync(join(found.folder, '.nupkg.metadata'), 'utf8'))).toEqual({
      version: 2,
      contentHash: sha512(bytes),
      source,
    });
  });

  it('knows the content of a signed package as it was before it was signed', async () => {
    const content = [
      ['A.nuspec', nuspec({ id: 'A', version: '1.0.0' })],
      ['lib/net45/A.dll', 'not really an assembly'],
    ] as const;
    const signature = ['.signature.p7s', 'signed by nobody', { level: 0 }] as const;
    const plain = sha512(await zipOf(content));
    for (const entries of [
      [...content, signature],
      [signature, ...content],
      [content[0], signature, content[1]],
    ]) {
      const folder = await folderWith();
      const source = await folderSource({ 'A.1.0.0.nupkg': await zipOf(entries) });
      expect((await restored(folder, 'A 1.0.0', { sources: [source] })).contentHash).toBe(plain);
    }
  });

  it('takes packages of a folder with a folder for each version, and checks the hash beside them', async () => {
    const bytes = await nupkg({ id: 'A', version: '1.0.0' });
    const source = await folderSource({ 'a/1.0.0/a.1.0.0.nupkg': bytes });
    await writeFile(join(source, 'a/1.0.0/a.1.0.0.nupkg.sha512'), sha512(bytes));
    await expect(restored(await folderWith(), 'A [1.0.0]', { sources: [source] })).resolves.toBeDefined();
    await writeFile(join(source, 'a/1.0.0/a.1.0.0.nupkg.sha512'), createHash('sha512').digest('base64'));
    await expect(restored(await folderWith(), 'A 1.0.0', { sources: [source] })).rejects.toMatchObject({
      code: 'package-corrupt',
    });
  });

  it('replaces what somebody left behind unfinished', async () => {
    const folder = await folderWith({ 'packages/a/1.0.0/half.txt': 'half', 'packages/a/1.0.0/a.nuspec': 'half' });
    const source = await folderSource({ 'A.1.0.0.nupkg': { id: 'A', version: '1.0.0' } });
    const found = await restored(folder, 'A 1.0.0', { sources: [source] });
    expect(existsSync(join(found.folder, 'half.txt'))).toBe(false);
    expect(readdirSync(join(folder, 'packages'))).toEqual(['a']);
  });

  it('is cleared of what killed processes left behind a day ago, not of what others are doing', async () => {
    const folder = await folderWith({ 'packages/.restore-old/x': '', 'packages/.restore-new/x': '' });
    const yesterday = (await stat(folder)).mtimeMs / 1000 - 25 * 60 * 60;
    await utimes(join(folder, 'packages', '.restore-old'), yesterday, yesterday);
    const source = await folderSource({ 'A.1.0.0.nupkg': { id: 'A', version: '1.0.0' } });
    await restored(folder, 'A 1.0.0', { sources: [source] });
    expect(readdirSync(join(folder, 'packages')).sort()).toEqual(['.restore-new', 'a']);
  });

  it('that cannot be written to is named', async () => {
    const folder = await folderWith({ packages: 'a file' });
    const source = await folderSource({ 'A.1.0.0.nupkg': { id: 'A', version: '1.0.0' } });
    await expect(restored(folder, 'A 1.0.0', { sources: [source] })).rejects.toMatchObject({
      code: 'output-not-writable',
      message: expect.stringContaining(join(folder, 'packages')),
    });
  });

  it('is not asked for floating versions while there are sources', async () => {
    const folder = await folderWith();
    const source = await folderSource({
      'A.1.0.0.nupkg': { id: 'A', version: '1.0.0' },
      'A.2.0.0.nupkg': { id: 'A', version: '2.0.0' },
    });
    await restored(folder, 'A 2.0.0', { sources: [source] });
    const other = await folderSource({ 'A.1.0.0.nupkg': { id: 'A', version: '1.0.0' } });
    expect((await restored(folder, 'A *', { sources: [other] })).version.text).toBe('1.0.0');
    expect((await restored(folder, 'A *', { offline: true })).version.text).toBe('2.0.0');
  });

  it('that lacks a package is all there is when restoring is off', async () => {
    const source = await folderSource({ 'A.1.0.0.nupkg': { id: 'A', version: '1.0.0' } });
    await expect(restored(await folderWith(), 'A 1.0.0', { sources: [source], offline: true })).rejects.toMatchObject({
      code: 'package-not-restored',
      message: expect.stringContaining('switched off'),
    });
  });

  it('a source that is no folder is named', async () => {
    await expect(restored(await folderWith(), 'A 1.0.0', { sources: ['/nowhere'] })).rejects.toMatchObject({
      code: 'nuget-source-failed',
      message: expect.stringContaining('/nowhere'),
    });
  });
});

describe('a package file', () => {
  const manifest = ['A.nuspec', nuspec({ id: 'A', version: '1.0.0' })] as const;

  it.each([
    ['is no zip file', Buffer.from('not a zip file')],
    ['is empty', Buffer.alloc(0)],
    ['is cut off', zipOf([manifest, ['lib/net45/A.dll', 'x'.repeat(5000)]]).then((bytes) => bytes.subarray(0, 200))],
    ['leaves its folder', zipOf([manifest, ['lib/..%2f..%2f..%2f..%2f..%2fevil.txt', 'x']])],
    ['leaves its folder plainly', zipOf([manifest, ['../evil.txt', 'x']])],
    ['has an absolute path', zipOf([manifest, ['C%3a%5cevil.txt', 'x']])],
    ['has one name twice', zipOf([manifest, ['lib/a.txt', 'x'], ['LIB/A.TXT', 'x']])],
    ['has a file that is a folder, too', zipOf([manifest, ['li%62', 'x'], ['lib/a.txt', 'x']])],
    ['has a folder that is a file, too', zipOf([manifest, ['lib/a.txt', 'x'], ['li%62', 'x']])],
    [
      'holds a link',
      zipOf([manifest, ['lib/a.txt', '/etc/passwd', { externalFileAttributes: (0o120777 << 16) >>> 0 }]]),
    ],
    ['has no manifest', zipOf([['lib/a.txt', 'x']])],
    ['is another package', nupkg({ id: 'B', version: '1.0.0' })],
    ['is another version', nupkg({ id: 'A', version: '1.0.1' })],
    ['has a manifest with a DOCTYPE', zipOf([['A.nuspec', `<!DOCTYPE x [<!ENTITY e "e">]>${manifest[1]}`]])],
  ])('that %s is refused, and nothing of it stays', async (_, made) => {
    const folder = await folderWith();
    const source = await folderSource({ 'A.1.0.0.nupkg': await made });
    await expect(restored(folder, 'A 1.0.0', { sources: [source] })).rejects.toMatchObject({
      code: 'package-corrupt',
      message: expect.stringMatching(/^The NuGet package A 1\.0\.0 from .* is refused: (?!.*is refused).*[^.]\.$/),
    });
    expect(readdirSync(join(folder, 'packages'))).toEqual([]);
    expect(readdirSync(folder)).toEqual(['packages']);
  });
});

describe('several processes', () => {
  const project = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
  const script = `
    import { restored } from './__tests__/packaging/nuget/restorer.ts';
    await restored(process.env.FOLDER, 'Big 1.0.0', { sources: [process.env.SOURCE] });
  `;
  const args = ['--input-type=module', '-e', script];
  const big: MadePackage = {
    id: 'Big',
    version: '1.0.0',
    files: Array.from({ length: 50 }, (_, index) => `lib/net45/Part${index}.dll`),
  };

  it('restore one package at once without harm', async () => {
    const feed = await FeedServer.with(big);
    const folder = await folderWith();
    try {
      const env = { ...process.env, FOLDER: folder, SOURCE: feed.url };
      await Promise.all([1, 2, 3].map(() => promisify(execFile)(process.execPath, args, { cwd: project, env })));
    } finally {
      await feed.close();
    }
    expect(readdirSync(join(folder, 'packages'))).toEqual(['big']);
    expect(readdirSync(join(folder, 'packages', 'big', '1.0.0', 'lib', 'net45'))).toHaveLength(50);
  });

  it('of which one is killed while it downloads leave no half package', async () => {
    const feed = await FeedServer.with(big);
    const folder = await folderWith();
    try {
      const env = { ...process.env, FOLDER: folder, SOURCE: feed.url };
      const killed = new Promise((resolve) => {
        const child = spawn(process.execPath, args, { cwd: project, env });
        feed.interference = (request, response, body) => {
          if (!request.url?.endsWith('.nupkg')) {
            return false;
          }
          response.writeHead(200, { 'content-length': body().length });
          response.write(body().subarray(0, 1000), () => child.kill('SIGKILL'));
          return true;
        };
        child.on('exit', resolve);
      });
      await killed;
      expect(existsSync(join(folder, 'packages', 'big'))).toBe(false);
      feed.interference = () => false;
      const found = await restored(folder, 'Big 1.0.0', { sources: [feed.url] });
      expect(await readFile(join(found.folder, 'big.1.0.0.nupkg.sha512'), 'utf8')).toBe(sha512(await nupkg(big)));
    } finally {
      await feed.close();
    }
  });
});
