import { join } from 'node:path';
import {
  folderWith,
  marked,
  packaged,
  removeTemporaryFolders,
  scriptOf,
  scriptText,
  slnText,
  smallSolution,
  textIn,
} from '../temporary-solution.ts';
import { packageProject, sdkProjectText, sdkSolution, slnxText } from './sdk-solution.ts';

afterEach(removeTemporaryFolders);

function names(scripts: readonly { readonly name: string }[]): string[] {
  return scripts.map(({ name }) => name);
}

describe('a solution of SDK projects without a package project', () => {
  it('gives one package with every script project that makes a package, in the order of the solution', async () => {
    const folder = await folderWith(
      sdkSolution({
        B: {},
        A: { type: 'AdHocDataSource' },
        Silent: { makesPackage: false },
        Api: { type: 'UserDefinedApi' },
      }),
    );
    const { scripts, warnings } = await packaged(folder);
    expect(names(scripts)).toEqual(['B', 'A', 'Api']);
    expect(warnings).toEqual([]);
  });

  it('bears the name of its only script project', async () => {
    const result = await packaged(await folderWith(sdkSolution({ Alone: {} })), { name: undefined });
    expect(result.name).toBe('Alone');
    expect(await textIn(result.file, 'AppInfo.xml')).toContain('<Name>Alone</Name>');
  });

  it('bears the name of the solution when it has several', async () => {
    expect((await packaged(await folderWith(sdkSolution({ A: {}, B: {} })), { name: undefined })).name).toBe('S');
  });

  it('leaves projects that are no part of DataMiner alone', async () => {
    const folder = await folderWith({
      ...sdkSolution({ A: {} }),
      'S.slnx': slnxText('Tests', 'A'),
      'Tests/Tests.csproj':
        '<Project Sdk="MSTest.Sdk/3.6.0"><ItemGroup><Compile Include="@(Odd)" /></ItemGroup></Project>',
    });
    expect(names((await packaged(folder)).scripts)).toEqual(['A']);
  });

  it('finds the type in Directory.Build.props too', async () => {
    const folder = await folderWith({
      ...sdkSolution({ A: {} }),
      'A/A.csproj': '<Project Sdk="Microsoft.NET.Sdk" />',
      'Directory.Build.props':
        '<Project><PropertyGroup><DataMinerType>AutomationScript</DataMinerType><GenerateDataMinerPackage>true</GenerateDataMinerPackage></PropertyGroup></Project>',
    });
    expect(names((await packaged(folder)).scripts)).toEqual(['A']);
  });

  it('is refused when no project makes a package', async () => {
    const folder = await folderWith(sdkSolution({ A: { makesPackage: false } }));
    await expect(packaged(folder)).rejects.toMatchObject({
      code: 'no-scripts',
      where: 'S.slnx',
      next: expect.stringContaining('GenerateDataMinerPackage'),
    });
  });

  it('is refused with a type that nobody knows', async () => {
    const folder = await folderWith(sdkSolution({ A: {}, Odd: { type: 'Connector' } }));
    await expect(packaged(folder)).rejects.toMatchObject({
      code: 'unsupported-project',
      message: expect.stringContaining("'Connector'"),
      where: 'Odd/Odd.csproj',
    });
  });

  it('has to list projects that exist', async () => {
    const folder = await folderWith({ ...sdkSolution({ A: {} }), 'S.slnx': slnxText('A', 'Gone') });
    await expect(packaged(folder)).rejects.toMatchObject({ code: 'project-not-found', where: 'S.slnx' });
  });
});

describe('a solution with a package project', () => {
  it('gives that package, whatever its other projects make', async () => {
    const folder = await folderWith({
      ...sdkSolution({ A: {}, B: { makesPackage: false } }),
      ...packageProject('Pack', { properties: '<PackageId>My.Pack</PackageId>' }),
      'S.slnx': slnxText('A', 'B', 'Pack'),
    });
    const { name, scripts } = await packaged(folder, { name: undefined });
    expect(name).toBe('My.Pack');
    expect(names(scripts)).toEqual(['A', 'B']);
  });

  it('bears the name of the assembly when it has no PackageId', async () => {
    const folder = await folderWith({
      ...packageProject('Pack', { properties: '<AssemblyName>Assembly</AssemblyName>' }),
      ...sdkSolution({ A: {} }),
      'S.slnx': slnxText('Pack'),
    });
    expect((await packaged(folder, { name: undefined })).name).toBe('Assembly');
    expect((await packaged(folder, { name: 'Given' })).name).toBe('Given');
  });

  it('is ambiguous with two of them, and names both', async () => {
    const folder = await folderWith({
      ...packageProject('One'),
      ...packageProject('Two'),
      'S.slnx': slnxText('One', 'Two'),
    });
    await expect(packaged(folder)).rejects.toMatchObject({
      code: 'solution-ambiguous',
      message: expect.stringContaining('One/One.csproj, Two/Two.csproj'),
      next: expect.stringContaining('.csproj'),
    });
  });

  it('may have others that make no package', async () => {
    const folder = await folderWith({
      ...sdkSolution({ A: {} }),
      ...packageProject('One', {}, '<ProjectReference Include="..\\A\\A.csproj" />'),
      ...packageProject('Two', { makesPackage: false }),
      'S.slnx': slnxText('One', 'Two'),
    });
    expect((await packaged(folder, { name: undefined })).name).toBe('One');
  });
});

describe('a project file in place of a solution', () => {
  it('gives the package of that script project', async () => {
    const folder = await folderWith(sdkSolution({ A: { makesPackage: false }, B: {} }));
    const { name, scripts } = await packaged(folder, { solution: join(folder, 'A', 'A.csproj'), name: undefined });
    expect([name, names(scripts)]).toEqual(['A', ['A']]);
  });

  it('chooses between package projects', async () => {
    const folder = await folderWith({
      ...sdkSolution({ A: {} }),
      ...packageProject('One', {}, '<ProjectReference Include="..\\A\\A.csproj" />'),
      ...packageProject('Two'),
      'S.slnx': slnxText('One', 'Two'),
    });
    expect((await packaged(folder, { solution: join(folder, 'One', 'One.csproj'), name: undefined })).name).toBe('One');
  });

  it.each([
    ['no part of DataMiner', '<Project Sdk="Microsoft.NET.Sdk" />', 'no-scripts'],
    ['a test package', sdkProjectText({ type: 'TestPackage' }), 'unsupported-project'],
  ])('is refused when it is %s', async (_, text, code) => {
    const folder = await folderWith({ ...sdkSolution({ A: {} }), 'A/A.csproj': text });
    await expect(packaged(folder, { solution: join(folder, 'A', 'A.csproj') })).rejects.toMatchObject({
      code,
      where: 'A/A.csproj',
    });
  });
});

describe('a solution that is classic and has SDK projects', () => {
  const sdk = sdkSolution({ Extra: {} });

  it('stays classic, and warns of the projects that are left out', async () => {
    const folder = await folderWith({
      ...smallSolution(),
      'S.sln': slnText({ A: ['P'] }).replace(
        'Global\r\n',
        'Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "Extra", "Extra\\Extra.csproj", "{X}"\r\nEndProject\r\nGlobal\r\n',
      ),
      'Extra/Extra.csproj': sdk['Extra/Extra.csproj'] as string,
      'Extra/Extra.xml': sdk['Extra/Extra.xml'] as string,
    });
    const { scripts, warnings } = await packaged(folder);
    expect(names(scripts)).toEqual(['A']);
    expect(warnings).toEqual([expect.stringMatching(/^Project Extra is left out: .*\.csproj/)]);
  });

  it('warns of none whose code its scripts use', async () => {
    const folder = await folderWith({
      ...smallSolution(),
      'P/P.csproj': sdkProjectText({}),
      'P/P.cs': 'class P { }\n',
    });
    expect((await packaged(folder)).warnings).toEqual([]);
  });

  it('is not classic when its folder Scripts holds projects only', async () => {
    const folder = await folderWith({
      ...sdk,
      'S.slnx': '<Solution><Folder Name="/Scripts/Group/"><Project Path="Extra/Extra.csproj" /></Folder></Solution>',
    });
    expect(names((await packaged(folder)).scripts)).toEqual(['Extra']);
  });
});

describe('the script of a project', () => {
  it('lies beside the project and is packaged under the name of the project', async () => {
    const files = { ...sdkSolution({ A: {} }), 'A/A.xml': scriptText('Shown Name', marked('A')) };
    const result = await packaged(await folderWith(files));
    expect(result.scripts).toEqual([
      {
        name: 'A',
        entry: 'AppInstallContent\\Scripts\\A\\Script_A.xml',
        source: 'A/A.xml',
        exes: [{ id: 1, project: 'A', files: 1 }],
      },
    ]);
    expect(await scriptOf(result, 'A')).toMatch(/<Name>Shown Name<\/Name>[\s\S]*class A \{ \}/);
    expect(await textIn(result.file, 'Description.txt')).toContain('Script\\A:1.0.0\n');
  });

  it('is missing', async () => {
    const { 'A/A.xml': _, ...files } = sdkSolution({ A: {} });
    await expect(packaged(await folderWith(files))).rejects.toMatchObject({
      code: 'file-not-found',
      message: expect.stringContaining('A.xml'),
      where: 'A/A.csproj',
    });
  });

  it('is no script', async () => {
    const folder = await folderWith({ ...sdkSolution({ A: {} }), 'A/A.xml': '<Other />' });
    await expect(packaged(folder)).rejects.toMatchObject({ code: 'malformed-script', where: 'A/A.xml' });
  });

  it('can name its own project only', async () => {
    const reference = '<ProjectReference Include="..\\B\\B.csproj" />';
    const folder = await folderWith({
      ...sdkSolution({ A: { items: reference }, B: { type: 'AutomationScriptLibrary' } }),
      'A/A.xml': scriptText('A', marked('B')),
    });
    await expect(packaged(folder)).rejects.toMatchObject({
      code: 'project-not-found',
      message: expect.stringContaining('[Project:B]'),
      where: 'A/A.xml:3:3',
      next: expect.stringContaining('[Project:A]'),
    });
  });

  it('refers to the library of a project that its project references', async () => {
    const library = '<Param type="preCompile">true</Param><Param type="libraryName">Lib</Param>';
    const folder = await folderWith(
      sdkSolution({
        A: { items: '<ProjectReference Include="..\\Code\\Code.csproj" />' },
        Code: { type: 'AutomationScriptLibrary', params: library },
      }),
    );
    const result = await packaged(folder);
    expect(await scriptOf(result, 'A')).toContain('<Param type="scriptRef">Code:Lib</Param>');
    expect(result.warnings).toEqual([]);
  });

  it('warns of a library that is not in the package', async () => {
    const params = '<Param type="preCompile">true</Param><Param type="libraryName">Lib</Param>';
    const folder = await folderWith(
      sdkSolution({
        A: { items: '<ProjectReference Include="..\\Code\\Code.csproj" />' },
        Code: { type: 'AutomationScriptLibrary', makesPackage: false, params },
      }),
    );
    const result = await packaged(folder);
    expect(await scriptOf(result, 'A')).toContain('<Param type="scriptRef">Code:Lib</Param>');
    expect(result.warnings).toEqual([
      expect.stringMatching(/^Project A uses the script of project Code, .* not in this/),
    ]);
  });

  it('warns of a referenced project whose code would be missing', async () => {
    const folder = await folderWith({
      ...sdkSolution({ A: { items: '<ProjectReference Include="..\\Plain\\Plain.csproj" />' } }),
      'Plain/Plain.csproj': '<Project Sdk="Microsoft.NET.Sdk" />',
    });
    expect((await packaged(folder)).warnings).toEqual([expect.stringContaining('references project Plain')]);
  });

  it('needs the projects that its project references', async () => {
    const folder = await folderWith(sdkSolution({ A: { items: '<ProjectReference Include="..\\No\\No.csproj" />' } }));
    await expect(packaged(folder)).rejects.toMatchObject({ code: 'project-not-found', where: 'A/A.csproj' });
  });
});
