import { once } from 'node:events';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { installScript } from '../../../src/packaging/dmapp/install-script.ts';
import type { PackageContent } from '../../../src/packaging/dmapp/package-content.ts';
import { packageEntries } from '../../../src/packaging/dmapp/package-texts.ts';
import { openPackage } from '../../../src/packaging/dmapp/read-package.ts';
import { writePackage } from '../../../src/packaging/dmapp/write-package.ts';
import { folderWith, removeTemporaryFolders } from '../temporary-solution.ts';

afterEach(removeTemporaryFolders);

const content: PackageContent = {
  name: 'Tom & <Jerry>',
  version: '1.0.0-CU1',
  time: new Date('2026-01-02T03:04:05.678Z'),
  installer: { script: installScript(['Lib.dll']), libraries: [{ name: 'Lib.dll', path: '/lib.dll' }] },
  scripts: [{ name: 'One', xml: '<DMSScript />' }],
  assemblies: [{ target: 'C:\\Skyline DataMiner\\ProtocolScripts\\DllImport\\X.dll', path: '/x.dll', script: 'One' }],
  companionFiles: [{ name: 'Skyline DataMiner\\a.txt', path: '/a.txt' }],
  otherFiles: [],
};

function textOf(name: string): string {
  const entry = packageEntries(content).find((candidate) => candidate.name === name);
  return entry !== undefined && 'text' in entry ? entry.text : '';
}

describe('the entries of a package', () => {
  it('come in the order that the official packager writes', () => {
    expect(packageEntries(content).map(({ name }) => name)).toEqual([
      'AppInfo.xml',
      'Scripts\\Install.xml',
      'Scripts\\InstallDependencies\\Lib.dll',
      'AppInstallContent\\Scripts\\One\\Script_One.xml',
      'AppInstallContent\\Assemblies\\ProtocolScripts\\DllImport\\X.dll',
      'AppInstallContent\\CompanionFiles\\Skyline DataMiner\\a.txt',
      'AppInstallContent\\DeploymentActions.xml',
      'Description.txt',
    ]);
  });

  it('tell about the package in AppInfo.xml', () => {
    expect(textOf('AppInfo.xml')).toBe(`<?xml version="1.0" encoding="utf-8"?>
<AppInfo>
  <DisplayName>Tom &amp; &lt;Jerry&gt;</DisplayName>
  <LastModifiedAt>2026-01-02T03:04:05</LastModifiedAt>
  <MinDmaVersion>10.0.9.0-9312</MinDmaVersion>
  <Name>Tom &amp; &lt;Jerry&gt;</Name>
  <AllowMultipleInstalledVersions>false</AllowMultipleInstalledVersions>
  <Version>1.0.0-CU1</Version>
</AppInfo>`);
  });

  it('list everything in Description.txt', () => {
    expect(textOf('Description.txt')).toBe(`Tom & <Jerry> package version: 1.0.0-CU1
---------------------------------
Package creation time: 2026-01-02 03:04:05
---------------------------------
File Versions:
Script\\One:1.0.0-CU1
Assembly\\C:\\Skyline DataMiner\\ProtocolScripts\\DllImport\\X.dll for automation script:One
CompanionFile\\Skyline DataMiner\\a.txt
`);
  });

  it('hold DeploymentActions.xml of 277 bytes', () => {
    expect(Buffer.byteLength(textOf('AppInstallContent\\DeploymentActions.xml'))).toBe(277);
  });

  it('install with a script that names each library beside it', () => {
    const install = textOf('Scripts\\Install.xml');
    expect(install.startsWith('\ufeff<?xml')).toBe(true);
    expect(install.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(install).toContain('<Name>Install</Name>');
    expect(install).toContain('AutomationEntryPointType.Types.InstallAppPackage');
    expect(install).toContain('<Param type="ref">Lib.dll</Param>');
  });
});

describe('a package file', () => {
  const time = new Date('2026-01-02T03:04:05Z');

  it('has plain headers: deflate, backslashes, no host, no attributes, no extra fields, no descriptors', async () => {
    const folder = await folderWith({
      'big.bin': Buffer.alloc(5 * 1024 * 1024, 'large enough to go by way of the disk'),
    });
    const output = join(folder, 'x.dmapp');
    const entries = [
      { name: 'a\\b.txt', text: 'hello' },
      { name: 'é.txt', text: '' },
      { name: 'big.bin', path: join(folder, 'big.bin') },
    ];
    await writePackage({ entries, output, time, maxBytes: 1e9 });
    expect(centralHeaders(await readFile(output))).toEqual(
      [0, 0x800, 0].map((flags, index) => ({
        name: entries[index]?.name,
        madeBy: 20,
        needed: 20,
        flags,
        method: 8,
        time: (3 << 11) | (4 << 5) | 2,
        date: (46 << 9) | (1 << 5) | 2,
        extra: 0,
        comment: 0,
        attributes: 0,
      })),
    );
  });

  it('can be read back, byte for byte', async () => {
    const bytes = Buffer.alloc(6 * 1024 * 1024, 'not so random');
    const folder = await folderWith({ 'big.bin': bytes, 'empty.bin': '' });
    const output = join(folder, 'x.dmapp');
    const entries = [
      { name: 'AppInfo.xml', text: textOf('AppInfo.xml').replaceAll(/&..;/g, '') },
      { name: 'big.bin', path: join(folder, 'big.bin') },
      { name: 'empty.bin', path: join(folder, 'empty.bin') },
    ];
    const { size } = await writePackage({ entries, output, time, maxBytes: 1e9 });
    expect((await readFile(output)).length).toBe(size);
    const opened = await openPackage(output);
    expect(Buffer.concat(await (await opened.read('big.bin')).toArray()).equals(bytes)).toBe(true);
    expect(await opened.readText('empty.bin')).toBe('');
    await opened.close();
  });

  it.each([
    [new Date('1970-01-01T00:00:00Z'), '1980-01-01'],
    [new Date('2200-01-01T00:00:00Z'), '2107-12-31'],
  ])('has no time outside what the format holds: %s becomes %s', async (given, day) => {
    const folder = await folderWith();
    await writePackage({ entries: [{ name: 'a', text: '' }], output: join(folder, 'x'), time: given, maxBytes: 1e9 });
    const { date = 0 } = centralHeaders(await readFile(join(folder, 'x')))[0] ?? {};
    const written = [(date >> 9) + 1980, (date >> 5) & 15, date & 31].map((part) => `${part}`.padStart(2, '0'));
    expect(written.join('-')).toBe(day);
  });

  it('is not made from a file that has gone', async () => {
    const folder = await folderWith();
    const writing = {
      entries: [{ name: 'a', path: join(folder, 'gone') }],
      output: join(folder, 'x'),
      time,
      maxBytes: 1e9,
    };
    await expect(writePackage(writing)).rejects.toMatchObject({ code: 'file-unreadable' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('is not written where nothing can be written', async () => {
    const folder = await folderWith({ file: '', 'folder/x': '' });
    for (const output of [join(folder, 'file', 'x'), join(folder, 'folder')]) {
      const writing = { entries: [{ name: 'a', text: '' }], output, time, maxBytes: 1e9 };
      await expect(writePackage(writing)).rejects.toMatchObject({ code: 'output-not-writable' });
    }
  });

  it('does not take the place of what is no file, nor make folders that are missing', async () => {
    const folder = await folderWith();
    const socket = createServer().listen(join(folder, 'socket'));
    await once(socket, 'listening');
    try {
      for (const output of [join(folder, 'socket'), folder, join(folder, 'missing', 'x')]) {
        const writing = { entries: [{ name: 'a', text: '' }], output, time, maxBytes: 1e9 };
        await expect(writePackage(writing)).rejects.toMatchObject({ code: 'output-not-writable' });
      }
      expect((await lstat(join(folder, 'socket'))).isSocket()).toBe(true);
      expect(await readdir(folder)).toEqual(['socket']);
    } finally {
      socket.close();
    }
  });

  it.each(['../x', 'a\\..\\b', 'a:b', 'nul.txt', 'a\\com1', 'a.', 'a\\\\b', ' '.repeat(3), 'x'.repeat(241)])(
    'has no entry %j',
    async (name) => {
      const folder = await folderWith();
      const writing = { entries: [{ name, text: '' }], output: join(folder, 'x'), time, maxBytes: 1e9 };
      await expect(writePackage(writing)).rejects.toMatchObject({ code: 'illegal-name' });
    },
  );
});

/** The central directory, read without the library under test. */
function centralHeaders(zip: Buffer) {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  const headers = [];
  let offset = zip.readUInt32LE(end + 16);
  for (let index = 0; index < zip.readUInt16LE(end + 10); index += 1) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(offset + field)) as [
      number,
      number,
      number,
    ];
    headers.push({
      name: zip.toString('utf8', offset + 46, offset + 46 + name),
      madeBy: zip.readUInt16LE(offset + 4),
      needed: zip.readUInt16LE(offset + 6),
      flags: zip.readUInt16LE(offset + 8),
      method: zip.readUInt16LE(offset + 10),
      time: zip.readUInt16LE(offset + 12),
      date: zip.readUInt16LE(offset + 14),
      extra,
      comment,
      attributes: zip.readUInt32LE(offset + 38),
    });
    offset += 46 + name + extra + comment;
  }
  return headers;
}
