import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import type { PackageLimits } from '../../../src/packaging/dmapp/archive.ts';
import { type OpenPackage, openPackage } from '../../../src/packaging/dmapp/read-package.ts';
import { folderWith, packaged, removeTemporaryFolders, smallSolution } from '../temporary-solution.ts';

afterEach(removeTemporaryFolders);

interface RawEntry {
  readonly name: string;
  readonly content?: string | Buffer;
  readonly attributes?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly checksum?: number;
  readonly size?: number;
  /** What stands for the packed content. */
  readonly packed?: Buffer;
}

/** A zip file with whatever one likes in its headers. */
function zipOf(entries: readonly RawEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, content = '', attributes = 0, flags = 0x800, method = 8, checksum, size, ...given } of entries) {
    const bytes = Buffer.from(content);
    const packed = given.packed ?? (method === 8 ? deflateRawSync(bytes) : bytes);
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(checksum ?? crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size ?? bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(attributes >>> 0, 6);
    place.writeUInt32LE(offset, 10);
    locals.push(Buffer.from('PK\u0003\u0004'), common, nameBytes, packed);
    centrals.push(Buffer.from('PK\u0001\u0002\u0014\u0003'), common, place, nameBytes);
    offset += 4 + 26 + nameBytes.length + packed.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const appInfo = { name: 'AppInfo.xml', content: '<AppInfo><Name>N</Name><Version>1.0.0</Version></AppInfo>' };

async function opened(bytes: Buffer, limits?: Partial<PackageLimits>): Promise<OpenPackage> {
  const folder = await folderWith({ 'x.dmapp': bytes });
  return openPackage(join(folder, 'x.dmapp'), limits);
}

async function expectRefusal(bytes: Buffer, reason: RegExp, limits?: Partial<PackageLimits>): Promise<void> {
  await expect(opened(bytes, limits)).rejects.toMatchObject({
    code: 'broken-package',
    message: expect.stringMatching(reason),
  });
}

describe('a sound package', () => {
  it('tells its name and version, and all of its entries', async () => {
    const { file } = await packaged(await folderWith(smallSolution()));
    const content = await openPackage(file);
    expect(content.info).toEqual({ name: 'Test', version: '1.0.0', minDmaVersion: '10.0.9.0-9312' });
    expect(content.entries.map(({ name }) => name)).toContain('AppInstallContent\\Scripts\\A\\Script_A.xml');
    for (const { name, size } of content.entries) {
      expect(Buffer.concat(await (await content.read(name)).toArray())).toHaveLength(size);
    }
    await content.close();
  });

  it('may have slashes, folder entries and attributes of files, as those built on Linux', async () => {
    const content = await opened(
      zipOf([
        appInfo,
        { name: 'Scripts/', attributes: 0o040755 << 16 },
        { name: 'Scripts/Install.xml', content: '\ufeffx', attributes: 0o100744 << 16 },
      ]),
    );
    expect(content.entries.map(({ name }) => name)).toEqual(['AppInfo.xml', 'Scripts\\Install.xml']);
    expect(await content.readText('Scripts\\Install.xml')).toBe('x');
    await content.close();
  });
});

describe('a package is refused when', () => {
  it('it is no zip file, or nothing, or not there', async () => {
    await expectRefusal(Buffer.from('hello'), /zip/);
    await expectRefusal(Buffer.alloc(0), /zip/);
    await expect(openPackage('/nowhere/x.dmapp')).rejects.toMatchObject({
      code: 'broken-package',
      where: '/nowhere/x.dmapp',
    });
  });

  it('it was cut off', async () => {
    const { file } = await packaged(await folderWith(smallSolution()));
    const bytes = await readFile(file);
    for (const length of [bytes.length - 1, bytes.length >> 1, 30]) {
      await expectRefusal(bytes.subarray(0, length), /zip|entries/);
    }
  });

  it.each([
    '../x',
    '..\\x',
    'a/../../x',
    'a\\..\\x',
    '/x',
    '\\x',
    'C:\\x',
    'c:x',
    '\\\\server\\x',
    './x',
    'a//b',
    'a:b',
    'a*',
    'NUL',
    'con.txt',
    'a/LPT1.xml',
    'COM¹',
    'x.',
    'x ',
    'a\u0000b',
    'a\nb',
    `${'x'.repeat(250)}`,
  ])('an entry is named %j', async (name) => {
    await expectRefusal(zipOf([appInfo, { name }]), /entry|entries/);
  });

  it('two names are equal on Windows', async () => {
    await expectRefusal(zipOf([appInfo, appInfo]), /twice/);
    await expectRefusal(zipOf([appInfo, { name: 'a/B.txt' }, { name: 'A\\b.TXT' }]), /twice/);
  });

  it('a file is a folder of another', async () => {
    await expectRefusal(zipOf([appInfo, { name: 'a/b/c' }, { name: 'A/B' }]), /below a file/);
  });

  it.each([
    ['link', 0o120777],
    ['device', 0o060644],
  ])('an entry is a %s', async (_, mode) => {
    await expectRefusal(zipOf([appInfo, { name: 'x', attributes: mode << 16 }]), /link or device/);
  });

  it('an entry is encrypted or compressed in an unknown way', async () => {
    await expectRefusal(zipOf([appInfo, { name: 'x', flags: 0x801 }]), /encrypted/);
    await expectRefusal(zipOf([appInfo, { name: 'x', method: 14 }]), /encrypted/);
  });

  it('it has too many entries or unpacks to too much', async () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ name: `${index}` }));
    await expectRefusal(zipOf([appInfo, ...many]), /entries/, { maxEntries: 20 });
    await expectRefusal(zipOf([appInfo, { name: 'x', content: 'x'.repeat(1000) }]), /unpack/, { maxTotalBytes: 1000 });
  });

  it('it is a bomb', async () => {
    const bomb = zipOf([appInfo, { name: 'x', content: Buffer.alloc(80 * 1024 * 1024) }]);
    await expectRefusal(bomb, /unpack to/);
  });

  it('it has no AppInfo.xml, or none that can be used', async () => {
    await expectRefusal(zipOf([]), /AppInfo\.xml/);
    for (const content of [
      '',
      '<AppInfo>',
      '<Other />',
      '<AppInfo><Name>N</Name></AppInfo>',
      '<AppInfo><Name>a\\b</Name><Version>1</Version></AppInfo>',
      '<AppInfo><Name>..</Name><Version>.</Version></AppInfo>',
      `${'<a>'.repeat(50_000)}`,
    ]) {
      await expectRefusal(zipOf([{ name: 'AppInfo.xml', content }]), /AppInfo\.xml/);
    }
  });

  it('its AppInfo.xml is huge', async () => {
    await expectRefusal(zipOf([appInfo]), /bytes/, { maxTextBytes: 10 });
  });
});

describe('content that is not what its header says', () => {
  it.each([
    ['longer', { size: 3 }],
    ['shorter', { size: 30 }],
    ['of another checksum', { checksum: 1 }],
  ])('and is %s makes reading fail', async (_, lie) => {
    const content = await opened(zipOf([appInfo, { name: 'x', content: 'hello', ...lie }]));
    await expect((async () => (await content.read('x')).toArray())()).rejects.toMatchObject({ code: 'broken-package' });
    await content.close();
  });

  it.each([
    ['longer than it says', { size: 3 }],
    ['not deflated', { packed: Buffer.alloc(5, 0xff) }],
  ])('and is %s makes reading fail, however late it begins', async (_, lie) => {
    const other = { name: 'y', content: 'y'.repeat(1_000_000) };
    const content = await opened(zipOf([appInfo, { name: 'x', content: 'hello', ...lie }, other]));
    const late = await content.read('x');
    await (await content.read('y')).toArray();
    await expect(late.toArray()).rejects.toMatchObject({ code: 'broken-package' });
    await content.close();
  });

  it('and is damaged makes reading fail', async () => {
    const folder = await folderWith(smallSolution());
    const { file } = await packaged(folder);
    const bytes = await readFile(file);
    bytes.fill(0xff, 60, 70);
    await writeFile(file, bytes);
    await expect(openPackage(file)).rejects.toMatchObject({ code: 'broken-package' });
  });

  it('cannot be asked for when it does not exist', async () => {
    const content = await opened(zipOf([appInfo]));
    await expect(content.read('gone')).rejects.toMatchObject({ code: 'broken-package' });
    await content.close();
  });
});
