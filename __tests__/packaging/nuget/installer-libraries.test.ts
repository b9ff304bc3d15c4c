import { join } from 'node:path';
import { openPackage } from '../../../src/packaging/dmapp/read-package.ts';
import {
  type Files,
  folderWith,
  packaged,
  removeTemporaryFolders,
  smallSolution,
  textIn,
} from '../temporary-solution.ts';

afterEach(removeTemporaryFolders);

/** The packages of the official installer, as NuGet lays them out. */
const restored: Files = {
  'packages/skyline.dataminer.core.apppackageinstaller/2.0.5/lib/net462/Skyline.DataMiner.Core.AppPackageInstaller.dll':
    '1',
  'packages/skyline.dataminer.core.artifactinstaller/2.0.5/lib/net462/Skyline.DataMiner.Core.ArtifactInstaller.dll':
    '2',
  'packages/nito.asyncex.tasks/5.1.2/lib/net461/Nito.AsyncEx.Tasks.dll': '3',
  'packages/nito.asyncex.tasks/5.1.2/lib/netstandard2.0/Nito.AsyncEx.Tasks.dll': 'not the nearest',
  'packages/nito.disposables/2.2.1/lib/net461/Nito.Disposables.dll': '4',
  'packages/alphafs.new/2.3.0/lib/net47/AlphaFS.dll': '5',
  'packages/skyline.dataminer.cicd.filesystem/1.0.6/lib/netstandard2.0/Skyline.DataMiner.CICD.FileSystem.dll': '6',
};

describe('the installer of a package', () => {
  it('has its libraries from the global packages folder, each named by the install script', async () => {
    const folder = await folderWith({ ...smallSolution(), ...restored });
    const { file, warnings } = await packaged(folder, { installer: 'require' });
    const { entries, close } = await openPackage(file);
    await close();
    const libraries = entries
      .map(({ name }) => name)
      .filter((name) => name.startsWith('Scripts\\InstallDependencies\\'));
    expect(libraries).toHaveLength(6);
    const install = await textIn(file, 'Scripts\\Install.xml');
    for (const library of libraries) {
      expect(install).toContain(`<Param type="ref">${library.split('\\').at(-1)}</Param>`);
    }
    expect(await textIn(file, 'Scripts\\InstallDependencies\\Nito.AsyncEx.Tasks.dll')).toBe('3');
    expect(warnings).toEqual([]);
  });

  it('is missing: every package is named, the folder searched, and the way without', async () => {
    const { 'packages/alphafs.new/2.3.0/lib/net47/AlphaFS.dll': _, ...rest } = restored;
    const folder = await folderWith({
      ...smallSolution(),
      ...rest,
      'packages/nito.disposables/2.2.1/lib/net461/Nito.Disposables.dll': '',
    });
    await expect(packaged(folder, { installer: 'require' })).rejects.toMatchObject({
      code: 'installer-missing',
      message: expect.stringContaining(`${join(folder, 'packages')}: AlphaFS.New 2.3.0.`),
      next: expect.stringContaining("'omit'"),
    });
  });
});
