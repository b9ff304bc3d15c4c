import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { openPackage } from '../../../src/packaging/dmapp/read-package.ts';
import { nupkg } from '../nuget/made-package.ts';
import {
  type Files,
  folderWith,
  marked,
  packaged,
  removeTemporaryFolders,
  scriptOf,
  scriptText,
  textIn,
} from '../temporary-solution.ts';
import { packageProject, sdkSolution } from './sdk-solution.ts';

afterEach(removeTemporaryFolders);

async function entriesOf(file: string): Promise<string[]> {
  const opened = await openPackage(file);
  const names = opened.entries.map(({ name }) => name);
  await opened.close();
  return names;
}

/** Packages project `Pack`, which includes the script project `A`. */
async function packageWith(files: Files, overrides: Parameters<typeof packaged>[1] = {}) {
  const folder = await folderWith({ ...sdkSolution({ A: {} }), ...packageProject('Pack'), ...files });
  return packaged(folder, { solution: join(folder, 'Pack', 'Pack.csproj'), ...overrides });
}

describe('the content of a package project', () => {
  it('is its companion files and what its install script needs, each under its own name', async () => {
    const { file, warnings } = await packageWith({
      'Pack/PackageContent/CompanionFiles/Skyline DataMiner/Documents/Guide.txt': 'read me',
      'Pack/SetupContent/settings/a.json': '{}',
    });
    expect(await textIn(file, 'AppInstallContent\\CompanionFiles\\Skyline DataMiner\\Documents\\Guide.txt')).toBe(
      'read me',
    );
    expect(await textIn(file, 'SetupContent\\settings\\a.json')).toBe('{}');
    expect(await textIn(file, 'Description.txt')).toContain('CompanionFile\\Skyline DataMiner\\Documents\\Guide.txt\n');
    expect(warnings).toEqual([]);
  });

  it('is its exported apps and dashboards, with a word that their place is not public', async () => {
    const { file, warnings } = await packageWith({
      'Pack/PackageContent/LowCodeApps/App.zip': 'zip',
      'Pack/PackageContent/LowCodeApps/deeper/Not.zip': 'zip',
      'Pack/PackageContent/Dashboards/Board.ZIP': 'zip',
      'Pack/PackageContent/Dashboards/AboutThisFolder.md': 'text',
    });
    expect((await entriesOf(file)).filter((name) => /zip|About/i.test(name))).toEqual([
      'AppInstallContent\\LowCodeApps\\App.zip',
      'AppInstallContent\\Dashboards\\Board.ZIP',
    ]);
    expect(warnings).toEqual([expect.stringContaining('App.zip'), expect.stringContaining('Board.ZIP')]);
  });

  it('cannot be items of the Catalog, which are named', async () => {
    const reference = (id: string, name: string) =>
      `<CatalogReference id="${id}">${name}<Selection><Range>1.0.0</Range></Selection></CatalogReference>`;
    const catalog = (content: string) =>
      `<CatalogReferences xmlns="http://www.skyline.be/catalogReferences">\n${content}</CatalogReferences>`;
    const file = 'Pack/PackageContent/CatalogReferences.xml';
    await expect(
      packageWith({ [file]: catalog(reference('1', '<Name>Platform</Name>') + reference('2-3', '')) }),
    ).rejects.toMatchObject({
      code: 'unsupported-project',
      message: expect.stringMatching(/Catalog.*not supported: Platform, 2-3\./),
      where: `${file}:2:1`,
    });
    await expect(packageWith({ [file]: catalog(`<!-- ${reference('1', '')} -->`) })).resolves.toBeDefined();
  });

  it('never comes from outside the root', async () => {
    const outside = await folderWith({ 'secret.txt': 'secret' });
    const folder = await folderWith({ ...sdkSolution({ A: {} }), ...packageProject('Pack') });
    await symlink(outside, join(folder, 'Pack', 'SetupContent'));
    await expect(packaged(folder, { solution: join(folder, 'Pack', 'Pack.csproj') })).rejects.toMatchObject({
      code: 'outside-root',
    });
  });

  it('is something at all', async () => {
    const none = '<ProjectReference Exclude="..\\A\\A.csproj" />';
    await expect(packageWith(packageProject('Pack', {}, none))).rejects.toMatchObject({ code: 'no-scripts' });
  });
});

describe('the install script of a package project', () => {
  const script = scriptText('Pack', marked('Pack', '<Param type="using">System.IO</Param>')).replace(
    '<DMSScript>',
    '<?xml version="1.0"?>\n<!-- note -->\n<DMSScript xmlns="http://www.skyline.be/automation">',
  );
  const dlls =
    '<Reference Include="V"><HintPath>lib\\V.dll</HintPath></Reference><Reference Include="System.Net.Http" />';
  const files = {
    ...packageProject('Pack', { items: dlls }),
    'Pack/Pack.xml': script,
    'Pack/lib/V.dll': 'not really a DLL',
  };

  it('is its own script, indented anew, its parameters cut to file names', async () => {
    const { file, scripts } = await packageWith(files);
    expect(await textIn(file, 'Scripts\\Install.xml')).toBe(`<!-- note -->
<DMSScript xmlns="http://www.skyline.be/automation">
  <Name>Pack</Name>
  <Script>
    <Exe id="1" type="csharp">
      <Value><![CDATA[class Pack { }
]]></Value>
      <Param type="using">System.IO</Param>
      <Param type="ref">V.dll</Param>
      <Param type="ref">System.Net.Http.dll</Param>
    </Exe>
  </Script>
</DMSScript>`);
    expect(scripts.map(({ name }) => name)).toEqual(['A']);
  });

  it('has its DLLs beside it, and nowhere else', async () => {
    const entries = await entriesOf((await packageWith(files, { installer: 'require' })).file);
    expect(entries.filter((name) => /V\.dll/.test(name))).toEqual(['Scripts\\InstallDependencies\\V.dll']);
  });

  it('has the DLLs of its NuGet packages beside it, while scripts have theirs where scripts look for them', async () => {
    const items = '<PackageReference Include="Lib" Version="1.0.0" />';
    const lib = await nupkg({ id: 'Lib', version: '1.0.0', files: ['lib/net48/Lib.dll'] });
    const feed = await folderWith({ 'Lib.1.0.0.nupkg': lib });
    const { file } = await packageWith(
      { ...sdkSolution({ A: { items } }), ...packageProject('Pack', { items }) },
      {
        installer: 'require',
        nuget: { sources: [feed], offline: false, env: { NUGET_PACKAGES: join(feed, 'packages') }, home: feed },
      },
    );
    expect((await entriesOf(file)).filter((name) => name.endsWith('Lib.dll'))).toEqual([
      'Scripts\\InstallDependencies\\Lib.dll',
      'AppInstallContent\\Assemblies\\ProtocolScripts\\DllImport\\lib\\1.0.0\\lib\\net48\\Lib.dll',
    ]);
    expect(await textIn(file, 'Scripts\\Install.xml')).toContain('<Param type="ref">Lib.dll</Param>');
  });

  it('goes without its DLLs and packages when they are to be left out', async () => {
    const items = `${dlls}<PackageReference Include="Skyline.DataMiner.Core.AppPackageInstaller" Version="2.0.5" />`;
    const { file } = await packageWith({ ...files, ...packageProject('Pack', { items }) }, { installer: 'omit' });
    expect((await entriesOf(file)).filter((name) => name.includes('InstallDependencies'))).toEqual([]);
  });
});

describe('a DLL that an SDK project references by its path', () => {
  const reference = (path: string, name = 'V') =>
    `<Reference Include="${name}"><HintPath>${path}</HintPath></Reference>`;
  const packagedWith = async (items: string, files: Files = {}) =>
    packaged(await folderWith({ ...sdkSolution({ A: { items } }), ...files }));

  it('is packaged where scripts look for it; the folder Dlls is not looked at', async () => {
    const { assemblies, warnings } = await packagedWith(
      `${reference('..\\lib\\V.dll')}${reference('SLSRMLibrary.dll')}<Reference Include="W" />`,
      { 'lib/v.dll': '1', 'A/SLSRMLibrary.dll': '2', 'Dlls/W.dll': '3' },
    );
    expect(assemblies).toEqual([
      { entry: 'AppInstallContent\\Assemblies\\ProtocolScripts\\DllImport\\V.dll', origin: 'lib/v.dll', name: 'v.dll' },
      {
        entry: 'AppInstallContent\\Assemblies\\Files\\SLSRMLibrary.dll',
        origin: 'A/SLSRMLibrary.dll',
        name: 'SLSRMLibrary.dll',
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it.each([
    ['DataMiner has', reference('lib\\SLNetTypes.dll')],
    ['belongs to DataMiner', reference('lib\\ProcessAutomation.dll')],
    ['belongs to .NET Framework', reference('lib\\System.Web.dll')],
    ['lies on the DataMiner System', reference('C:\\Skyline DataMiner\\Files\\X.dll')],
  ])('is not packaged when it %s', async (_, items) => {
    expect((await packagedWith(items)).assemblies).toEqual([]);
  });

  it('has to be there, and inside the root', async () => {
    await expect(packagedWith(reference('lib\\V.dll'))).rejects.toMatchObject({
      code: 'file-not-found',
      where: 'A/A.csproj',
    });
    await expect(packagedWith(reference('..\\..\\V.dll'))).rejects.toMatchObject({ code: 'outside-root' });
  });

  it('is the first of two that would be one file, and the other is told of', async () => {
    const folder = await folderWith({
      ...sdkSolution({ A: { items: reference('V.dll') }, B: { items: reference('V.dll') } }),
      'A/V.dll': '1',
      'B/V.dll': '2',
    });
    const { assemblies, warnings } = await packaged(folder);
    expect(assemblies.map(({ origin }) => origin)).toEqual(['A/V.dll']);
    expect(warnings).toEqual(['B/V.dll is left out: A/V.dll has the same name.']);
  });
});

describe('what a package asks of the DataMiner System', () => {
  async function asked(...versions: string[]) {
    const projects = versions.map((properties, index) => [`P${index}`, { properties }] as const);
    const { file, warnings } = await packaged(await folderWith(sdkSolution(Object.fromEntries(projects))));
    return { version: /<MinDmaVersion>(.*)</.exec(await textIn(file, 'AppInfo.xml'))?.[1], warnings };
  }
  const dm = (version: string) => `<MinimumRequiredDmVersion>${version}</MinimumRequiredDmVersion>`;
  const web = (version: string) => `<MinimumRequiredDmWebVersion>${version}</MinimumRequiredDmWebVersion>`;

  it('is the version of its project, without blanks', async () => {
    expect(await asked(dm('10.3.0.0 - 12752'))).toEqual({ version: '10.3.0.0-12752', warnings: [] });
  });

  it('is the newest version of all its projects', async () => {
    expect(await asked(dm('10.9.0.0-1'), dm('10.10.0.0-1'), '')).toMatchObject({ version: '10.10.0.0-1' });
  });

  it('is the usual version when none is given, or one that cannot be read', async () => {
    expect(await asked('')).toEqual({ version: '10.0.9.0-9312', warnings: [] });
    expect(await asked(dm('newest'))).toEqual({
      version: '10.0.9.0-9312',
      warnings: [expect.stringContaining("'newest' does not count")],
    });
  });

  it('is not yet a version of the web apps, which is said', async () => {
    expect((await asked(web('10.6.2 (CU0)'))).warnings).toEqual([expect.stringContaining('10.6.2 (CU0)')]);
    expect((await asked(web('10.6'))).warnings).toEqual([expect.stringContaining("'10.6' does not count")]);
  });
});

describe('a DataMiner solution', () => {
  const id = '<DataMinerSolutionId>ABC</DataMinerSolutionId>';
  const script = '<DMSScript>\n\t<Name>A</Name>\n\t<SolutionId>OLD</SolutionId>\n\t<Script></Script>\n</DMSScript>';

  it('is named in its scripts right after their names', async () => {
    const result = await packageWith({ ...sdkSolution({ A: { properties: id } }), 'A/A.xml': script });
    expect(await scriptOf(result, 'A')).toBe(
      '<DMSScript>\n\t<Name>A</Name>\n\t<SolutionId>ABC</SolutionId>\n\t<Script />\n</DMSScript>',
    );
  });

  it.each([
    ['has no id', {}],
    ['is no script of Automation', { type: 'UserDefinedApi', properties: id }],
  ])('is not named in a script whose project %s', async (_, project) => {
    const result = await packageWith({ ...sdkSolution({ A: project }), 'A/A.xml': script });
    expect(await scriptOf(result, 'A')).toBe('<DMSScript>\n\t<Name>A</Name>\n\t<Script />\n</DMSScript>');
  });
});
