import { join } from 'node:path';
import { openPackage } from '../../../src/packaging/dmapp/read-package.ts';
import type { PackagedSolution } from '../../../src/packaging/package-solution.ts';
import {
  compiled,
  type Files,
  folderWith,
  marked,
  packaged,
  projectText,
  removeTemporaryFolders,
  scriptOf,
  scriptText,
  slnText,
  smallSolution,
  textIn,
} from '../temporary-solution.ts';
import { FeedServer } from './feed-server.ts';
import { assembly } from './made-assembly.ts';
import type { MadePackage } from './made-package.ts';

const start = 'C:\\Skyline DataMiner\\ProtocolScripts\\DllImport\\';

let feed: FeedServer | undefined;

afterEach(async () => {
  await feed?.close();
  feed = undefined;
  await removeTemporaryFolders();
});

function reference(id: string, version: string): string {
  return `<PackageReference Include="${id}"><Version>${version}</Version></PackageReference>`;
}

function made(id: string, version: string, files: string[], ...dependencies: [string, string][]): MadePackage {
  return { id, version, files, dependencyGroups: [{ dependencies }] };
}

/** Packages a solution with the given packages on its feed. */
async function packagedWith(
  packages: readonly MadePackage[],
  files: Files,
  installer: 'omit' | 'require' = 'omit',
): Promise<PackagedSolution> {
  feed = await FeedServer.with(...packages);
  const folder = await folderWith(files);
  const env = { NUGET_PACKAGES: join(folder, 'packages') };
  return packaged(folder, { installer, nuget: { sources: [feed.url], offline: false, env, home: folder } });
}

function solutionOf(...items: string[]): Files {
  return smallSolution({ 'P.cs': 'class P { }' }, ...items);
}

/** The texts of the script's references, those below the usual folder shortened. */
async function refsOf(result: PackagedSolution, script = 'A'): Promise<string[]> {
  const texts = (await scriptOf(result, script)).matchAll(/<Param type="ref">(.*?)<\/Param>/g);
  return [...texts].map(([, text = '']) => text.replace(start, ''));
}

function entriesOf({ assemblies }: PackagedSolution): string[] {
  return assemblies.map(({ entry }) =>
    entry.replace('AppInstallContent\\Assemblies\\ProtocolScripts\\DllImport\\', ''),
  );
}

describe('the packages of a script', () => {
  it('come in the order that the official packager gives them (AdvancedStringBuilder, Newtonsoft.Json.Bson)', async () => {
    const result = await packagedWith(
      [
        made('AdvancedStringBuilder', '0.1.0', [
          'lib/net45/AdvancedStringBuilder.dll',
          'lib/netstandard2.0/AdvancedStringBuilder.dll',
        ]),
        made(
          'Newtonsoft.Json.Bson',
          '1.0.2',
          ['lib/net45/Newtonsoft.Json.Bson.dll', 'lib/netstandard1.3/Newtonsoft.Json.Bson.dll'],
          ['Newtonsoft.Json', '12.0.1'],
        ),
        made('Newtonsoft.Json', '12.0.1', [
          'lib/net20/Newtonsoft.Json.dll',
          'lib/net45/Newtonsoft.Json.dll',
          'lib/netstandard2.0/Newtonsoft.Json.dll',
        ]),
      ],
      solutionOf(reference('AdvancedStringBuilder', '0.1.0'), reference('Newtonsoft.Json.Bson', '1.0.2')),
    );
    const expected = [
      'advancedstringbuilder\\0.1.0\\lib\\net45\\AdvancedStringBuilder.dll',
      'newtonsoft.json\\12.0.1\\lib\\net45\\Newtonsoft.Json.dll',
      'newtonsoft.json.bson\\1.0.2\\lib\\net45\\Newtonsoft.Json.Bson.dll',
    ];
    expect(await refsOf(result)).toEqual(expected);
    expect(entriesOf(result)).toEqual(expected);
  });

  it('that every DataMiner System has are referenced where they are, and not packaged', async () => {
    const ids = [
      'Skyline.DataMiner.Core.SRM',
      'Skyline.DataMiner.Core.SRM.Utils.Dijkstra',
      'Skyline.DataMiner.Core.SRM.Utils.IAS',
    ];
    const result = await packagedWith(
      [
        ...ids.map((id) => made(id, '2.0.2', [`lib/net462/${id}.dll`], ['Nowhere', '1.0.0'])),
        made('Skyline.DataMiner.Files.SLManagedScripting', '10.3.4.1', ['lib/net462/SLManagedScripting.dll']),
        made('Skyline.DataMiner.Dev.Utils.ModSolutionLib', '1.0.0', ['lib/net48/Lib.dll'], ['Plain', '1.0.0']),
        made('Plain', '1.0.0', ['lib/netstandard2.0/Plain.dll']),
      ],
      solutionOf(
        ...ids.map((id) => reference(id, '2.0.2')),
        reference('Skyline.DataMiner.Files.SLManagedScripting', '10.3.4.1'),
        reference('Skyline.DataMiner.Dev.Utils.ModSolutionLib', '1.0.0'),
      ),
    );
    expect(await refsOf(result)).toEqual([
      'plain\\1.0.0\\lib\\netstandard2.0\\Plain.dll',
      'SRM\\SLSRMLibrary.dll',
      'SRM\\SLDijkstraSearch.dll',
      'SRM\\Skyline.DataMiner.Core.SRM.Utils.IAS.dll',
      'SolutionLibraries\\ModSolutionLib\\Lib.dll',
      'C:\\Skyline DataMiner\\Files\\SLManagedScripting.dll',
    ]);
    expect(entriesOf(result)).toEqual(['plain\\1.0.0\\lib\\netstandard2.0\\Plain.dll']);
  });

  it('keep the version as it is written, in lower case, and folders as they are named', async () => {
    const result = await packagedWith(
      [made('Acme', '1.0.0.0-Test1', ['lib/net4/Acme.dll'])],
      solutionOf(reference('ACME', '1.0.0.0-Test1')),
    );
    expect(await refsOf(result)).toEqual(['acme\\1.0.0.0-test1\\lib\\net4\\Acme.dll']);
  });

  it('bring DLLs directly in the nearest lib folder only', async () => {
    const result = await packagedWith(
      [
        made('A', '1.0.0', [
          'lib/A.dll',
          'lib/net45/a/A.resources.dll',
          'lib/net45/B.DLL',
          'lib/net45/z.dll',
          'lib/net45/Y.dll',
          'ref/net48/A.dll',
          'runtimes/win/lib/net48/A.dll',
          'tools/T.dll',
        ]),
      ],
      solutionOf(reference('A', '1.0.0')),
    );
    expect(entriesOf(result)).toEqual(['a\\1.0.0\\lib\\net45\\Y.dll', 'a\\1.0.0\\lib\\net45\\z.dll']);
  });

  it('with nothing for .NET Framework bring nothing, which is said', async () => {
    const { assemblies, warnings } = await packagedWith(
      [
        made('New', '1.0.0', ['lib/net8.0/New.dll']),
        made('Native', '1.0.0', ['runtimes/win-x64/native/n.dll']),
        made('Meta', '1.0.0', []),
      ],
      solutionOf(reference('New', '1.0.0'), reference('Native', '1.0.0'), reference('Meta', '1.0.0')),
    );
    expect(assemblies).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining('Native 1.0.0'), expect.stringContaining('New 1.0.0')]);
  });

  it('with one DLL in two of them: the higher assembly version is referenced, the folder of the other is made known', async () => {
    const dll = (version: string): Record<string, Uint8Array> => ({
      'lib/net45/Shared.dll': assembly('Shared', version),
    });
    const result = await packagedWith(
      [
        { ...made('A', '1.0.0', []), contents: dll('1.0.0.0') },
        { ...made('B', '1.0.0', []), contents: dll('2.0.0.0') },
        { ...made('C', '1.0.0', []), contents: dll('2.0.0.0') },
      ],
      solutionOf(reference('A', '1.0.0'), reference('B', '1.0.0'), reference('C', '1.0.0')),
    );
    expect(await refsOf(result)).toEqual(['b', 'a', 'c'].map((id) => `${id}\\1.0.0\\lib\\net45\\Shared.dll`));
    expect(result.assemblies).toHaveLength(3);
  });

  it('with one DLL that the DataMiner System has, too: that one is used, which is said', async () => {
    const result = await packagedWith(
      [
        made('A', '9.0.0', ['lib/net45/SLSomething.dll']),
        made('Skyline.DataMiner.Files.SLSomething', '1.0.0', ['lib/net45/SLSomething.dll']),
      ],
      solutionOf(reference('A', '9.0.0'), reference('Skyline.DataMiner.Files.SLSomething', '1.0.0')),
    );
    expect((await refsOf(result))[0]).toBe('C:\\Skyline DataMiner\\Files\\SLSomething.dll');
    expect(result.warnings).toEqual([expect.stringContaining('SLSomething.dll is in')]);
  });

  it('take the place of references to the same DLLs', async () => {
    const result = await packagedWith(
      [
        {
          ...made('A', '1.0.0', ['lib/net45/A.dll']),
          frameworkAssemblyGroups: [{ assemblies: ['System.Web', 'System.Core'] }],
        },
      ],
      solutionOf(
        reference('A', '1.0.0'),
        '<Reference Include="A"><HintPath>..\\packages\\a.1.0.0\\lib\\net45\\A.dll</HintPath></Reference>',
        '<Reference Include="System.Web" />',
        '<Reference Include="Vendor" />',
      ),
    );
    expect(await refsOf(result)).toEqual(['System.Web.dll', 'a\\1.0.0\\lib\\net45\\A.dll', 'Vendor.dll']);
  });

  it('of several scripts keep their versions apart, and each DLL is stored once', async () => {
    const project = (version: string): string =>
      projectText(...compiled('X.cs'), reference('Lib', version), reference('Both', '1.0.0'));
    const result = await packagedWith(
      [
        made('Lib', '1.0.0', ['lib/net45/Lib.dll']),
        made('Lib', '2.0.0', ['lib/net45/Lib.dll']),
        made('Both', '1.0.0', ['lib/net45/Both.dll']),
      ],
      {
        'S.sln': slnText({ A: ['P'], B: ['Q'] }),
        'A.xml': scriptText('A', marked('P')),
        'B.xml': scriptText('B', marked('Q')),
        'P/P.csproj': project('1.0.0'),
        'Q/Q.csproj': project('2.0.0'),
        'P/X.cs': 'class P { }',
        'Q/X.cs': 'class Q { }',
        'Dlls/Lib.dll': 'another one, which must not take the place of that of the package',
      },
    );
    expect(entriesOf(result)).toEqual([
      'both\\1.0.0\\lib\\net45\\Both.dll',
      'lib\\1.0.0\\lib\\net45\\Lib.dll',
      'lib\\2.0.0\\lib\\net45\\Lib.dll',
    ]);
    expect(await refsOf(result, 'B')).toContain('lib\\2.0.0\\lib\\net45\\Lib.dll');
    expect((await textIn(result.file, 'Description.txt')).match(/^Assembly.*$/gm)).toEqual([
      expect.stringMatching(/Both\.dll for automation script:A$/),
      expect.stringMatching(/1\.0\.0\\lib\\net45\\Lib\.dll for automation script:A$/),
      expect.stringMatching(/2\.0\.0\\lib\\net45\\Lib\.dll for automation script:B$/),
    ]);
    expect(result.assemblies.map(({ origin, version }) => [origin.split(' (')[0], version])).toContainEqual([
      'package Lib 2.0.0',
      '2.0.0.0',
    ]);
  });

  it('in another version than the project asks for are told', async () => {
    const { warnings } = await packagedWith(
      [made('Lib', '1.0.0', []), made('Lib', '2.0.0', []), made('A', '1.0.0', [], ['Lib', '2.0.0'])],
      solutionOf(reference('Lib', '1.0.0'), reference('A', '1.0.0')),
    );
    expect(warnings).toEqual(['Project P references Lib 1.0.0, but 2.0.0 is used: another package needs it.']);
  });

  it('follow the target framework of the project, the first .NET Framework of several', async () => {
    const project = `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFrameworks>net8.0;net461</TargetFrameworks>
      <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences></PropertyGroup>
      <ItemGroup>${reference('A', '1.0.0')}</ItemGroup></Project>`;
    const result = await packagedWith(
      [made('A', '1.0.0', ['lib/net462/A.dll', 'lib/net46/A.dll', 'lib/net8.0/A.dll', 'lib/netstandard2.0/A.dll'])],
      { ...solutionOf(), 'P/P.csproj': project },
    );
    expect(await refsOf(result)).toEqual(['a\\1.0.0\\lib\\net46\\A.dll']);
  });

  it.each([
    ['', /without a version/],
    ['newest', /'newest'.*no version or range/],
    ['9.9.9', /Lib 9\.9\.9 is not in/],
  ])('in version %j cannot be restored', async (version, message) => {
    await expect(packagedWith([made('Lib', '1.0.0', [])], solutionOf(reference('Lib', version)))).rejects.toMatchObject(
      {
        code: 'package-not-restored',
        message: expect.stringMatching(message),
        where: 'P/P.csproj',
      },
    );
  });

  it('that are needed by another one and cannot be restored are named with it', async () => {
    await expect(
      packagedWith([made('A', '1.0.0', [], ['Gone', '3.0.0'])], solutionOf(reference('A', '1.0.0'))),
    ).rejects.toMatchObject({ message: expect.stringContaining('Gone 3.0.0'), where: 'P/P.csproj, through A 1.0.0' });
  });
});

describe('a reference to what cannot be a package', () => {
  it('is refused for its id', async () => {
    await expect(packagedWith([], solutionOf(reference('../x', '1.0.0')))).rejects.toMatchObject({
      message: "Project P references '../x', which cannot be the id of a NuGet package.",
      where: 'P/P.csproj',
    });
  });
});

describe('packages.lock.json', () => {
  const lock = (resolved: string, contentHash: string | undefined): string =>
    JSON.stringify({
      version: 1,
      dependencies: { '.NETFramework,Version=v4.8': { Lib: { type: 'Direct', resolved, contentHash } } },
    });
  const packages = [made('Lib', '1.0.0', ['lib/net45/Lib.dll']), made('Lib', '1.5.0', ['lib/net45/Lib.dll'])];

  it('fixes what a floating version stands for', async () => {
    const result = await packagedWith(packages, {
      ...solutionOf(reference('Lib', '1.*')),
      'P/packages.lock.json': lock('1.0.0', undefined),
    });
    expect(await refsOf(result)).toEqual(['lib\\1.0.0\\lib\\net45\\Lib.dll']);
  });

  it('does not count where the project has gone on to versions that it does not know', async () => {
    const result = await packagedWith(packages, {
      ...solutionOf(reference('Lib', '(1.0.0,2.0.0)')),
      'P/packages.lock.json': lock('1.0.0', undefined),
    });
    expect(await refsOf(result)).toEqual(['lib\\1.5.0\\lib\\net45\\Lib.dll']);
  });

  it('refuses a package of another content', async () => {
    await expect(
      packagedWith(packages, {
        ...solutionOf(reference('Lib', '1.0.0')),
        'P/packages.lock.json': lock('1.0.0', 'AAAA'),
      }),
    ).rejects.toMatchObject({ code: 'package-corrupt', message: expect.stringContaining('packages.lock.json') });
  });

  it('that is no JSON is named', async () => {
    await expect(
      packagedWith(packages, { ...solutionOf(reference('Lib', '1.0.0')), 'P/packages.lock.json': '{' }),
    ).rejects.toMatchObject({ where: 'P/packages.lock.json' });
  });
});

describe('the installer of a package', () => {
  const installer: MadePackage[] = [
    {
      ...made(
        'Skyline.DataMiner.Core.AppPackageInstaller',
        '2.0.5',
        ['lib/net462/Skyline.DataMiner.Core.AppPackageInstaller.dll'],
        ['Nito.AsyncEx.Tasks', '5.1.2'],
        ['AlphaFS.New', '2.3.0'],
      ),
      frameworkAssemblyGroups: [{ assemblies: ['System.IO.Compression'] }],
    },
    made(
      'Nito.AsyncEx.Tasks',
      '5.1.2',
      ['lib/net461/Nito.AsyncEx.Tasks.dll', 'lib/netstandard2.0/Nito.AsyncEx.Tasks.dll'],
      ['Nito.Disposables', '2.2.1'],
    ),
    made('Nito.Disposables', '2.2.1', ['lib/net461/Nito.Disposables.dll']),
    made('AlphaFS.New', '2.3.0', ['lib/net47/AlphaFS.dll']),
  ];

  it('is restored with its dependencies, each DLL named by the install script', async () => {
    const { file, warnings } = await packagedWith(installer, solutionOf(), 'require');
    const { entries, close } = await openPackage(file);
    await close();
    const folder = 'Scripts\\InstallDependencies\\';
    const libraries = entries.map(({ name }) => name).filter((name) => name.startsWith(folder));
    expect(libraries.map((name) => name.slice(folder.length))).toEqual([
      'AlphaFS.dll',
      'Nito.Disposables.dll',
      'Nito.AsyncEx.Tasks.dll',
      'Skyline.DataMiner.Core.AppPackageInstaller.dll',
    ]);
    const install = await textIn(file, 'Scripts\\Install.xml');
    expect([...install.matchAll(/<Param type="ref">(.*?)<\/Param>/g)].map(([, name]) => name)).toEqual([
      'mscorlib.dll',
      'System.IO.Compression.dll',
      ...libraries.map((name) => name.slice(folder.length)),
    ]);
    expect(warnings).toEqual([]);
  });

  it('that cannot be restored is a failure that names package, source and reason, and the way without', async () => {
    await expect(packagedWith(installer.slice(0, 3), solutionOf(), 'require')).rejects.toMatchObject({
      code: 'installer-missing',
      message: expect.stringMatching(/AppPackageInstaller 2\.0\.5.*AlphaFS\.New 2\.3\.0 is not in .*127\.0\.0\.1/),
      next: expect.stringContaining("'omit'"),
    });
  });
});
