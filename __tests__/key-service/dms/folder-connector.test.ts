import { chmod, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import type { InstallEvent, InstallJob } from '../../../src/key-service/dms/connector.ts';
import { type FileSystem, systemFiles } from '../../../src/key-service/dms/file-system.ts';
import { FolderConnector } from '../../../src/key-service/dms/folder-connector.ts';
import type { openPackage } from '../../../src/packaging/dmapp/read-package.ts';
import { testEnvironment } from '../support/environment.ts';
import { temporaryFolder, treeOf } from '../support/folder.ts';
import { demoEntries, packageReader } from '../support/package.ts';
import { stoppingFiles } from '../support/stopping-files.ts';

const installed = {
  'Scripts/Script_Demo.xml': 'new script',
  'ProtocolScripts/DllImport/lib/1.0.0/Lib.dll': 'library',
  'Documents/Demo/Manual.txt': 'manual',
  'AppPackages/Installed/Demo.1.0.1/AppInfo.xml': demoEntries['AppInfo.xml'],
  'AppPackages/Installed/Demo.1.0.1/Description.txt': 'Demo package version: 1.0.1',
  'AppPackages/Installed/Demo.1.0.1/InstalledFiles.json': expect.any(String),
};

function connectorTo(folder: string, reader: typeof openPackage = packageReader(), files: FileSystem = systemFiles) {
  return new FolderConnector(folder, { openPackage: reader, files, environment: testEnvironment() });
}

const turn = { deploymentId: 'd1', confirmTurn: async () => undefined };

function job(over: Partial<InstallJob> = {}): InstallJob {
  const never = new AbortController().signal;
  return {
    ...turn,
    packageFile: 'demo.dmapp',
    signal: never,
    confirmWanted: async () => undefined,
    report: async () => undefined,
    ...over,
  };
}

/** A root as a DMS has it: an older script, an older library in a folder of another case, and a file of somebody else. */
async function usedRoot(): Promise<string> {
  const root = await temporaryFolder();
  await mkdir(join(root, 'Scripts'));
  await mkdir(join(root, 'protocolscripts'));
  await writeFile(join(root, 'Scripts', 'Script_Demo.xml'), 'old script');
  await writeFile(join(root, 'Scripts', 'Script_Other.xml'), 'other script');
  return root;
}

describe('the folder connector', () => {
  it('installs a package into an empty folder and lists what it brought', async () => {
    const root = await temporaryFolder();
    await connectorTo(root).install(job());
    const tree = await treeOf(root);
    expect(tree).toEqual(installed);
    const manifest = JSON.parse(tree['AppPackages/Installed/Demo.1.0.1/InstalledFiles.json'] ?? '');
    expect(manifest).toMatchObject({
      name: 'Demo',
      version: '1.0.1',
      deploymentId: 'd1',
      installedAt: '2026-11-23T10:00:00.000Z',
    });
    expect(manifest.files[0]).toEqual({
      path: 'AppPackages\\Installed\\Demo.1.0.1\\AppInfo.xml',
      size: 60,
      sha256: expect.any(String),
    });
  });

  it('replaces files whatever the case of their names, and leaves the others alone', async () => {
    const root = await temporaryFolder();
    await mkdir(join(root, 'scripts'));
    await writeFile(join(root, 'scripts', 'SCRIPT_demo.xml'), 'old script');
    await writeFile(join(root, 'scripts', 'Script_Other.xml'), 'other script');
    await connectorTo(root).install(job());
    expect(await treeOf(root)).toMatchObject({
      'scripts/SCRIPT_demo.xml': 'new script',
      'scripts/Script_Other.xml': 'other script',
    });
    expect(await treeOf(root)).not.toHaveProperty('Scripts/Script_Demo.xml');
  });

  it('makes one folder of two spellings that a package uses', async () => {
    const root = await temporaryFolder();
    const reader = packageReader({
      'AppInstallContent\\Assemblies\\Lib\\A.dll': 'a',
      'AppInstallContent\\Assemblies\\LIB\\B.dll': 'b',
    });
    await connectorTo(root, reader).install(job());
    expect(await treeOf(root)).toMatchObject({ 'Lib/A.dll': 'a', 'Lib/B.dll': 'b' });
  });

  it('says what it skipped', async () => {
    const events: InstallEvent[] = [];
    const reader = packageReader({ ...demoEntries, 'AppInstallContent\\CompanionFiles\\Windows\\a.dll': 'x' });
    await connectorTo(await temporaryFolder(), reader).install(
      job({ report: async (event) => void events.push(event) }),
    );
    expect(events[0]).toMatchObject({
      kind: 'Skipped',
      metadata: { Entries: 'AppInstallContent\\CompanionFiles\\Windows\\a.dll' },
    });
    expect(events[1]).toMatchObject({ kind: 'Installing', metadata: { Package: 'Demo', Version: '1.0.1' } });
  });

  it('never writes through a link that leads out of the root', async () => {
    const outside = await temporaryFolder();
    const root = await usedRoot();
    await symlink(outside, join(root, 'Documents'));
    await expect(connectorTo(root).install(job())).rejects.toThrow(/leads out of its folder/);
    expect(await treeOf(outside)).toEqual({});
    expect(await readFile(join(root, 'Scripts', 'Script_Demo.xml'), 'utf8')).toBe('old script');
  });

  it('follows a link that stays inside the root', async () => {
    const root = await usedRoot();
    await mkdir(join(root, 'Elsewhere'));
    await symlink(join(root, 'Elsewhere'), join(root, 'Documents'));
    await connectorTo(root).install(job());
    expect(await treeOf(join(root, 'Elsewhere'))).toEqual({ 'Demo/Manual.txt': 'manual' });
  });

  it('does not replace a link or a folder by a file', async () => {
    const outside = join(await temporaryFolder(), 'victim');
    await writeFile(outside, 'untouched');
    const root = await temporaryFolder();
    await mkdir(join(root, 'Scripts'));
    await symlink(outside, join(root, 'Scripts', 'Script_Demo.xml'));
    await expect(connectorTo(root).install(job())).rejects.toThrow(/a folder or a link where a file goes/);
    expect(await readFile(outside, 'utf8')).toBe('untouched');
  });

  it('refuses to guess between two names that differ in case only', async () => {
    const root = await usedRoot();
    await writeFile(join(root, 'Scripts', 'script_demo.XML'), 'a');
    await writeFile(join(root, 'Scripts', 'SCRIPT_DEMO.xml'), 'b');
    const reader = packageReader({ 'AppInstallContent\\Scripts\\Demo\\Script_dEmO.xml': 'new' });
    await expect(connectorTo(root, reader).install(job())).rejects.toThrow(/differ in case only/);
  });

  it('refuses a name by which the disk knows another file', async () => {
    const root = await usedRoot();
    const script = join(root, 'Scripts', 'Script_Other.xml');
    // Windows disks give long names a short one that no listing shows, with which the file would be replaced and not kept.
    const files: FileSystem = {
      ...systemFiles,
      lstat: ((path: string) =>
        systemFiles.lstat(path.endsWith('SCRIPT~1.XML') ? script : path)) as FileSystem['lstat'],
    };
    const reader = packageReader({ 'AppInstallContent\\Assemblies\\Scripts\\SCRIPT~1.XML': 'x' });
    const before = await treeOf(root);
    await expect(connectorTo(root, reader, files).install(job())).rejects.toThrow(
      '"Scripts/SCRIPT~1.XML" of the DMS is another name of something that is there',
    );
    expect(await treeOf(root)).toEqual(before);
  });

  it('leaves no trace when the package turns out to be broken half-way', async () => {
    const root = await usedRoot();
    const before = await treeOf(root);
    const sound = await packageReader()('');
    const reader: typeof openPackage = async () => ({
      ...sound,
      read: async (name) => {
        if (name.endsWith('Manual.txt')) throw new Error('the entry is damaged');
        return await sound.read(name);
      },
    });
    await expect(connectorTo(root, reader).install(job())).rejects.toThrow('the entry is damaged');
    expect(await treeOf(root)).toEqual(before);
  });

  it('undoes everything when a file cannot be put into place', async () => {
    const root = await usedRoot();
    const before = await treeOf(root);
    const files: FileSystem = {
      ...systemFiles,
      rename: async (from, to) => {
        if (String(to).endsWith('Manual.txt')) throw new Error('EBUSY: the file is in use');
        await systemFiles.rename(from, to);
      },
    };
    await expect(connectorTo(root, packageReader(), files).install(job())).rejects.toThrow('EBUSY');
    expect(await treeOf(root)).toEqual(before);
  });

  it('puts files back as they were, the rights to them included', async () => {
    const root = await usedRoot();
    const script = join(root, 'Scripts', 'Script_Demo.xml');
    await chmod(script, 0o640);
    const { files } = stoppingFiles(() => false);
    const failing: FileSystem = {
      ...files,
      rename: async (from, to) => {
        if (String(to).endsWith('Manual.txt')) throw new Error('EBUSY: the file is in use');
        await systemFiles.rename(from, to);
      },
    };
    await expect(connectorTo(root, packageReader(), failing).install(job())).rejects.toThrow('EBUSY');
    expect((await stat(script)).mode & 0o777).toBe(0o640);
  });

  it('stops in the middle of a long file when it is told to', async () => {
    const root = await usedRoot();
    const before = await treeOf(root);
    const stop = new AbortController();
    const sound = await packageReader()('');
    let chunks = 0;
    const reader: typeof openPackage = async () => ({
      ...sound,
      read: async () =>
        Readable.from(
          (function* () {
            for (;;) {
              if (++chunks === 3) stop.abort(new Error('ending'));
              yield Buffer.from('more and more');
            }
          })(),
        ),
    });
    await expect(connectorTo(root, reader).install(job({ signal: stop.signal }))).rejects.toThrow('ending');
    expect(await treeOf(root)).toEqual(before);
  });

  it('is asked right before the point of no return, and undoes everything when the package is not wanted any more', async () => {
    const root = await usedRoot();
    const before = await treeOf(root);
    const confirmWanted = async () => {
      expect((await treeOf(root))['Scripts/Script_Demo.xml']).toBe('new script');
      throw new Error('cancelled');
    };
    await expect(connectorTo(root).install(job({ confirmWanted }))).rejects.toThrow('cancelled');
    expect(await treeOf(root)).toEqual(before);
  });

  it('waits for the disk before each step that relies on earlier ones', async () => {
    const root = await usedRoot();
    const steps: string[] = [];
    const name = (path: unknown) => relative(root, String(path)).replace(/\.dataminer-deploy\/[^/]+/, 'own') || 'root';
    const files: FileSystem = {
      ...systemFiles,
      open: async (path, ...given) => {
        const handle = await systemFiles.open(path, ...given);
        return Object.assign(handle, { sync: async () => void steps.push(`sync ${name(path)}`) });
      },
      rename: async (from, to) => {
        steps.push(`${name(from)} -> ${name(to)}`);
        await systemFiles.rename(from, to);
      },
      rm: async (path, ...given) => {
        steps.push(`rm ${name(path)}`);
        await systemFiles.rm(path, ...given);
      },
    };
    const reader = packageReader({ 'AppInstallContent\\Scripts\\Demo\\Script_Demo.xml': 'new script' });
    await connectorTo(root, reader, files).install(job());
    expect(steps).toEqual([
      ...['sync own/new/0', 'sync own/old/0', 'sync own/new/1', 'sync own/journal.draft'],
      ...['sync own/new', 'sync own/old', 'sync own', 'sync .dataminer-deploy', 'sync root'],
      ...['own/journal.draft -> own/journal.json', 'sync own'],
      ...['own/new/0 -> Scripts/Script_Demo.xml', 'own/new/1 -> AppPackages/Installed/Demo.1.0.1/InstalledFiles.json'],
      ...['sync Scripts', 'sync AppPackages/Installed/Demo.1.0.1', 'sync root', 'sync AppPackages'],
      ...['sync AppPackages/Installed', 'rm own/journal.json', 'sync own', 'rm own'],
    ]);
  });

  it('installs on a disk that cannot synchronize folders', async () => {
    const root = await temporaryFolder();
    const open: FileSystem['open'] = async (path, ...given) => {
      if ((await systemFiles.stat(path).catch(() => undefined))?.isDirectory())
        throw Object.assign(new Error('EISDIR: illegal operation on a directory'), { code: 'EISDIR' });
      return await systemFiles.open(path, ...given);
    };
    await connectorTo(root, packageReader(), { ...systemFiles, open }).install(job());
    expect(await treeOf(root)).toEqual(installed);
  });

  it('knows whether a deployment is in place, whatever else lies between the packages', async () => {
    const root = await temporaryFolder();
    const connector = connectorTo(root);
    expect(await connector.recover(turn)).toBe(false);
    await connector.install(job());
    const packages = join(root, 'AppPackages', 'Installed');
    await writeFile(join(packages, 'a file'), '');
    await mkdir(join(packages, 'Broken.1'));
    await writeFile(join(packages, 'Broken.1', 'InstalledFiles.json'), 'no JSON');
    await mkdir(join(packages, 'Odd.1'));
    await writeFile(join(packages, 'Odd.1', 'InstalledFiles.json'), 'null');
    expect(await connector.recover(turn)).toBe(true);
    expect(await connector.recover({ ...turn, deploymentId: 'd2' })).toBe(false);
    await connector.install(job({ deploymentId: 'd2' }));
    expect(await connector.recover(turn)).toBe(false);
  });

  it('does not read a journal that is longer than any of its own', async () => {
    const root = await usedRoot();
    const folder = join(root, '.dataminer-deploy', 'x');
    await mkdir(folder, { recursive: true });
    const journal = await systemFiles.open(join(folder, 'journal.json'), 'w');
    await journal.truncate(2 ** 40);
    await journal.close();
    await expect(connectorTo(root).install(job())).rejects.toThrow('longer than any that the key service writes');
  });

  it('stops before anything is changed when it is told to', async () => {
    const root = await usedRoot();
    const before = await treeOf(root);
    const stop = new AbortController();
    const report = async () => stop.abort(new Error('ending'));
    await expect(connectorTo(root).install(job({ signal: stop.signal, report }))).rejects.toThrow('ending');
    expect(await treeOf(root)).toEqual(before);
  });

  it.each([
    ['above it', ['..', 'victim']],
    ['behind a link', ['link', 'victim']],
    ['nowhere', []],
  ])('never undoes what a journal of others says about a place %s', async (_, path) => {
    const outside = await temporaryFolder();
    const root = join(outside, 'Skyline DataMiner');
    await mkdir(join(root, '.dataminer-deploy', 'x'), { recursive: true });
    await writeFile(join(outside, 'victim'), 'precious');
    await symlink(outside, join(root, 'link'));
    const journal = { deploymentId: 'x', files: [{ path, replaces: false }], folders: [] };
    await writeFile(join(root, '.dataminer-deploy', 'x', 'journal.json'), JSON.stringify(journal));
    await expect(connectorTo(root).install(job())).rejects.toMatchObject({
      message: expect.stringContaining('not below that folder'),
      next: expect.stringContaining('.dataminer-deploy'),
    });
    expect(await readFile(join(outside, 'victim'), 'utf8')).toBe('precious');
  });

  it('does not follow a link that has taken the place of its folder', async () => {
    const other = await usedRoot();
    const before = await treeOf(other);
    const folder = join(await temporaryFolder(), 'Skyline DataMiner');
    await symlink(other, folder);
    await expect(connectorTo(folder).install(job())).rejects.toThrow('link to another place');
    expect(await treeOf(other)).toEqual(before);
  });

  it('does not prepare anything in another place that a link leads to', async () => {
    const other = await temporaryFolder();
    const root = await usedRoot();
    await symlink(other, join(root, '.dataminer-deploy'));
    await expect(connectorTo(root).install(job())).rejects.toThrow('a link where a folder of the key service belongs');
    expect(await treeOf(other)).toEqual({});
  });

  it.each(['EACCES', 'ENOSPC'])('says what to do when the disk answers %s', async (code) => {
    const root = await usedRoot();
    const before = await treeOf(root);
    const open: FileSystem['open'] = async (path, ...given) => {
      if (given[0] === 'w') throw Object.assign(new Error(`${code}: open`), { code, syscall: 'open' });
      return await systemFiles.open(path, ...given);
    };
    await expect(connectorTo(root, undefined, { ...systemFiles, open }).install(job())).rejects.toMatchObject({
      message: expect.stringContaining(`cannot be changed (${code})`),
      next: expect.stringContaining('free space'),
    });
    expect(await treeOf(root)).toEqual(before);
  });

  it('says what is wrong when the folder is gone', async () => {
    const gone = join(await temporaryFolder(), 'gone');
    await expect(connectorTo(gone).install(job())).rejects.toMatchObject({
      message: expect.stringContaining('cannot be reached'),
      next: expect.stringContaining('mounted'),
    });
  });
});

describe('an installation whose process is killed', () => {
  /** Files of a process that dies right before its n-th operation: nothing more ever happens. */
  const dyingBefore = (operation: number) => stoppingFiles(({ number }) => number === operation);

  async function operationsOf(act: (files: FileSystem) => Promise<void>): Promise<number> {
    const { files, count } = dyingBefore(Number.POSITIVE_INFINITY);
    await act(files);
    return count();
  }

  it('leaves the old or the new state after recovery, wherever it died, also when recovery died, too', async () => {
    const oldTree = await treeOf(await usedRoot());
    const newTree = {
      ...oldTree,
      ...installed,
    } as Record<string, unknown>;
    delete newTree['protocolscripts/'];
    delete newTree['ProtocolScripts/DllImport/lib/1.0.0/Lib.dll'];
    newTree['protocolscripts/DllImport/lib/1.0.0/Lib.dll'] = 'library';
    const operations = await operationsOf(async (files) => {
      await connectorTo(await usedRoot(), packageReader(), files).install(job());
    });
    expect(operations).toBeGreaterThan(30);

    const outcomes = { old: 0, new: 0 };
    for (let operation = 0; operation < operations; operation++) {
      const root = await usedRoot();
      const { files, stopped: died } = dyingBefore(operation);
      await Promise.race([connectorTo(root, packageReader(), files).install(job()), died]);
      // A recovery that dies as well, at a step that moves with the test, and then one that does not.
      const dyingRecovery = dyingBefore(1 + (operation % 12));
      await Promise.race([
        connectorTo(root, packageReader(), dyingRecovery.files).recover(turn),
        dyingRecovery.stopped,
      ]);
      await connectorTo(root).recover(turn);

      const tree = await treeOf(root);
      const isOld = tree['Scripts/Script_Demo.xml'] === 'old script';
      outcomes[isOld ? 'old' : 'new'] += 1;
      expect(tree).toEqual(isOld ? oldTree : newTree);
      await connectorTo(root).install(job());
      expect(await treeOf(root)).toEqual(newTree);
    }
    expect(outcomes.old).toBeGreaterThan(20);
    expect(outcomes.new).toBeGreaterThan(0);
  }, 60_000);
});

describe('an installation that stops for so long that another one is given its turn', () => {
  const late = packageReader({ ...demoEntries, 'AppInstallContent\\Scripts\\Demo\\Script_Demo.xml': 'late script' });

  /** Files of a process that stops right before its n-th operation and goes on when it is told to. */
  const stoppingBefore = (operation: number) => stoppingFiles(({ number }) => number === operation);

  it('changes nothing any more, wherever it stopped and whatever the other is doing when it goes on', async () => {
    const oldTree = await treeOf(await usedRoot());
    const measured = stoppingBefore(Number.POSITIVE_INFINITY);
    const newRoot = await usedRoot();
    await connectorTo(newRoot, undefined, measured.files).install(job());
    const newTree = {
      ...(await treeOf(newRoot)),
      'AppPackages/Installed/Demo.1.0.1/InstalledFiles.json': expect.any(String),
    };
    const operations = measured.count();

    let undisturbed = 0;
    for (let operation = 0; operation < operations; operation++) {
      const root = await usedRoot();
      let turnIsLost = false;
      const confirmTurn = async () => {
        if (turnIsLost) throw new Error('the turn is lost');
      };
      const first = stoppingBefore(operation);
      const lateEnd = connectorTo(root, late, first.files)
        .install(job({ confirmTurn, confirmWanted: confirmTurn, report: confirmTurn }))
        .catch(() => undefined);
      await first.stopped;

      turnIsLost = true;
      const second = stoppingBefore((operation * 7) % operations);
      const end = connectorTo(root, undefined, second.files)
        .install(job({ deploymentId: 'd2' }))
        .then(
          () => newTree,
          () => oldTree,
        );
      await Promise.race([second.stopped, end]);
      first.goOn();
      await lateEnd;
      second.goOn();
      const expected = await end;
      expect({ operation, tree: await treeOf(root) }).toEqual({ operation, tree: expected });
      if (expected === newTree) undisturbed++;
    }
    expect(undisturbed).toBeGreaterThan(operations - 3);
  }, 60_000);
});
