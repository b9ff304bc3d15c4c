import { join } from 'node:path';
import { WorkTree } from '../../../src/packaging/files/work-tree.ts';
import { Projects } from '../../../src/packaging/project/evaluate-project.ts';
import type { Project } from '../../../src/packaging/project/project.ts';
import { type Files, folderWith, removeTemporaryFolders } from '../temporary-solution.ts';

afterEach(removeTemporaryFolders);

/** Evaluates `repo/P/P.csproj`; `repo` is the root. */
async function evaluated(project: string, files: Files = {}): Promise<Project> {
  const folder = await folderWith({ 'repo/P/P.csproj': project, ...files });
  const tree = await WorkTree.open(join(folder, 'repo'));
  return new Projects(tree, '/packages').load(join(tree.root, 'S.sln'), 'P\\P.csproj');
}

function legacy(content: string): string {
  return `<Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003">${content}</Project>`;
}

function sdk(content: string, name = 'Microsoft.NET.Sdk'): string {
  return `<Project Sdk="${name}"><PropertyGroup><TargetFramework>net48</TargetFramework></PropertyGroup>${content}</Project>`;
}

async function names(project: string, files: Files = {}): Promise<string[]> {
  return (await evaluated(project, files)).compile.map(({ name }) => name);
}

/** Which of the Compile items A and B a project has, by their conditions. */
async function choice(condition: string, properties = ''): Promise<boolean> {
  const group = `<PropertyGroup>${properties}</PropertyGroup><ItemGroup Condition="${condition}"><Compile Include="A.cs" /></ItemGroup>`;
  return (await names(legacy(group), { 'repo/P/there.txt': '' })).length === 1;
}

describe('a project', () => {
  it('is named by its file; AssemblyName is for messages', async () => {
    const project = await evaluated(
      legacy('<PropertyGroup><AssemblyName>Other.$(MSBuildProjectName)</AssemblyName></PropertyGroup>'),
    );
    expect(project).toMatchObject({ name: 'P', assemblyName: 'Other.P', style: 'legacy' });
  });

  it('is missing', async () => {
    const folder = await folderWith();
    const projects = new Projects(await WorkTree.open(folder), '/packages');
    await expect(projects.load(join(folder, 'S.sln'), 'P\\P.csproj')).rejects.toMatchObject({
      code: 'project-not-found',
    });
  });

  it('is something else', async () => {
    await expect(evaluated('<Solution />')).rejects.toMatchObject({ code: 'malformed-project', where: 'P/P.csproj' });
  });
});

describe('a hostile project', () => {
  const compileOf = (include: string): string => `<ItemGroup><Compile Include="${include}" /></ItemGroup>`;

  it('doubles a text until it would fill the memory', async () => {
    const doubled = `<PropertyGroup><X>aaaa;</X>${'<X>$(X)$(X)</X>'.repeat(40)}</PropertyGroup>`;
    await expect(evaluated(legacy(doubled + compileOf('$(X)')))).rejects.toMatchObject({
      code: 'unsupported-project',
      message: expect.stringContaining('more than 1048576 characters'),
    });
  });

  it('nests property functions without end', async () => {
    const nested = `${'$([MSBuild]::GetPathOfFileAbove('.repeat(10_000)}x${'))'.repeat(10_000)}`;
    await expect(evaluated(legacy(compileOf(nested)))).rejects.toMatchObject({
      code: 'unsupported-project',
      message: expect.stringContaining('an expression of more than 4096 characters'),
    });
  });

  it.each([
    ['parentheses', `${'('.repeat(5000)}true${')'.repeat(5000)}`],
    ['negations', `${'!'.repeat(5000)}true`],
    ['alternatives', `${'false or '.repeat(1500)}true`],
    ['characters', `'${'$('.repeat(100_000)}'`],
  ])('has a condition of too many %s', async (_, condition) => {
    const group = `<ItemGroup Condition="${condition}"><Compile Include="A.cs" /></ItemGroup>`;
    const error: unknown = await evaluated(legacy(group)).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'malformed-project', message: expect.stringContaining('1000 parts') });
    expect((error as Error).message.length).toBeLessThan(400);
  });

  it.each([
    ['parentheses', `${'('.repeat(490)}true${')'.repeat(490)}`],
    ['negations', `${'!'.repeat(998)}true`],
    ['alternatives', `${'false or '.repeat(499)}true`],
  ])('may have a condition of very many %s', async (_, condition) => {
    expect(await choice(condition)).toBe(true);
  });
});

describe('conditions', () => {
  it.each([
    ["'$(X)' == 'a'", true],
    ["'$(X)' == 'A'", true],
    ["'$(x)' != 'a'", false],
    ["$(X) == 'a'", true],
    ["'$(Unset)' == ''", true],
    ["'$(X)' == 'b' or '$(Y)' == '2'", true],
    ["'$(X)' == 'a' And ('$(Y)' == '1' Or !('$(Y)' == '3'))", true],
    ["'$(X)|$(Y)' == 'a|2'", true],
    ["'$(Y)' &gt;= '2' and $(Y) &lt; 10", true],
    ["'$(Unset)' == '' or '$(Unset)' &lt; '16.0'", true],
    ["'1.0' == '1.00'", true],
    ['$(Flag)', true],
    ['!$(Flag)', false],
    ["Exists('there.txt')", true],
    ["Exists('THERE.TXT')", true],
    ["Exists('gone.txt')", false],
    ["Exists('$(Unset)\\.nuget\\NuGet.targets')", false],
    ["HasTrailingSlash('a\\')", true],
    ["'$(OS)' == 'Windows_NT'", true],
    ["'$(Configuration)' == 'Release'", false],
  ])('%s is %s', async (condition, holds) => {
    expect(await choice(condition, '<X>a</X><Y>2</Y><Flag>true</Flag>')).toBe(holds);
  });

  it.each(["'a' == ", "'a", '$(X', "'a' 'b'", 'maybe', "'a' < 'b'".replace('<', '&lt;')])(
    '%s is refused, with its place',
    async (condition) => {
      await expect(choice(condition)).rejects.toMatchObject({
        code: 'malformed-project',
        where: expect.stringMatching(/^P\/P\.csproj:1:\d+$/),
      });
    },
  );

  it('choose between branches', async () => {
    const choose = `<PropertyGroup><V>2</V></PropertyGroup><Choose>
      <When Condition="'$(V)' == '1'"><ItemGroup><Compile Include="One.cs" /></ItemGroup></When>
      <When Condition="'$(V)' == '2'"><PropertyGroup><W>w</W></PropertyGroup><ItemGroup><Compile Include="Two$(W).cs" /></ItemGroup></When>
      <Otherwise><ItemGroup><Compile Include="Other.cs" /></ItemGroup></Otherwise></Choose>`;
    expect(await names(legacy(choose))).toEqual(['Twow.cs']);
    expect(await names(legacy(choose.replace('<V>2</V>', '')))).toEqual(['Other.cs']);
  });
});

describe('properties', () => {
  it('have their final values when items are evaluated', async () => {
    expect(
      await names(
        legacy(
          '<ItemGroup><Compile Include="$(F).cs" /></ItemGroup><PropertyGroup><F>a</F><F>$(F)b</F></PropertyGroup>',
        ),
      ),
    ).toEqual(['ab.cs']);
  });

  it('of the build are not looked at when nothing needed depends on them', async () => {
    const noise =
      '<PropertyGroup><X>$([System.DateTime]::Now)</X></PropertyGroup><ItemGroup><None Include="@(Compile)" Condition="\'$(X)\' == \'\'" /></ItemGroup>';
    expect(
      await names(legacy(`${noise}<Target Name="T"><ItemGroup><Compile Include="T.cs" /></ItemGroup></Target>`)),
    ).toEqual([]);
  });

  it.each([
    [
      '$([System.IO.Path]::GetRandomFileName()).cs',
      '<Compile Include="$([System.IO.Path]::GetRandomFileName()).cs" />',
    ],
    ['$(X.Replace', "<Compile Include=\"$(X.Replace('a', 'b'))\" />"],
    ['@(Other)', '<Compile Include="@(Other)" />'],
    ['$([MSBuild]::Is', '<Compile Include="A.cs" Condition="$([MSBuild]::IsOSPlatform(\'Linux\'))" />'],
    ['%(Other.X)', '<Reference Include="A"><HintPath>%(Other.X)</HintPath></Reference>'],
  ])('with %s make a needed item unsupported, with its place', async (_, item) => {
    await expect(evaluated(legacy(`<ItemGroup>\n${item}</ItemGroup>`))).rejects.toMatchObject({
      code: 'unsupported-project',
      where: 'P/P.csproj:2:1',
    });
  });
});

describe('items', () => {
  it('are listed with semicolons, wildcards, Exclude, Remove and escapes', async () => {
    const files = Object.fromEntries(
      ['a/1.cs', 'a/2.cs', 'a/b/3.cs', 'a/b/4.txt', 'c/5.cs'].map((name) => [`repo/P/${name}`, '']),
    );
    const items = (...elements: string[]): string => legacy(`<ItemGroup>${elements.join('')}</ItemGroup>`);
    expect(await names(items('<Compile Include="x.cs; y.cs ;" />'), files)).toEqual(['x.cs', 'y.cs']);
    expect(await names(items('<Compile Include="a\\*.cs" />'), files)).toEqual(['a\\1.cs', 'a\\2.cs']);
    expect(await names(items('<Compile Include="**\\*.cs" Exclude="a\\b\\**;C\\5.cs" />'), files)).toEqual([
      'a\\1.cs',
      'a\\2.cs',
    ]);
    expect(
      await names(items('<Compile Include="a/**/?.cs" />', '<Compile Remove="A\\**\\3.cs;a\\1.cs" />'), files),
    ).toEqual(['a\\2.cs']);
    expect(await names(items('<Compile Include="Sat [A%28B%29].cs" />'), files)).toEqual(['Sat [A(B)].cs']);
  });

  it('get metadata from attributes, child elements and Update', async () => {
    const { references } = await evaluated(
      legacy(`<ItemGroup>
        <Reference Include="A" HintPath="a.dll" />
        <Reference Include="B"><HintPath Condition="false">no.dll</HintPath><HintPath>b.dll</HintPath></Reference>
        <Reference Include="C" />
        <Reference Update="c" HintPath="c.dll" />
        <Reference Include="D" />
        <Reference Remove="D" />
      </ItemGroup>`),
    );
    expect(references).toEqual([
      { include: 'A', hintPath: 'a.dll' },
      { include: 'B', hintPath: 'b.dll' },
      { include: 'C', hintPath: 'c.dll' },
    ]);
  });

  it('name referenced projects by Name, else by file', async () => {
    const { projectReferences } = await evaluated(
      legacy(
        '<ItemGroup><ProjectReference Include="..\\X\\Y.Z.csproj" /><ProjectReference Include="..\\Q.csproj"><Name>Named</Name></ProjectReference></ItemGroup>',
      ),
    );
    expect(projectReferences.map(({ name }) => name)).toEqual(['Y.Z', 'Named']);
  });
});

describe('imports', () => {
  const shared = '<Project><ItemGroup><Compile Include="$(MSBuildThisFileDirectory)Sub\\S.cs" /></ItemGroup></Project>';

  it('of shared projects name their files relative to the shared project', async () => {
    const { compile } = await evaluated(
      legacy(
        '<Import Project="..\\shared\\X.projitems" Label="Shared" /><ItemGroup><Compile Include="P.cs" /></ItemGroup>',
      ),
      { 'repo/Shared/X.projitems': shared },
    );
    expect(compile.map(({ name }) => name)).toEqual(['Sub\\S.cs', 'P.cs']);
  });

  it('of props files outside the project name files relative to the project', async () => {
    expect(await names(legacy('<Import Project="..\\common\\X.props" />'), { 'repo/common/X.props': shared })).toEqual([
      '..\\common\\Sub\\S.cs',
    ]);
  });

  it('are taken once, even in a circle', async () => {
    const x = '<Project><ItemGroup><Compile Include="X.cs" /></ItemGroup><Import Project="P/P.csproj" /></Project>';
    expect(
      await names(legacy('<Import Project="..\\X.props" /><Import Project="..\\X.props" />'), { 'repo/X.props': x }),
    ).toEqual(['X.cs']);
  });

  it('fail when they are missing, unless their condition says otherwise', async () => {
    await expect(evaluated(legacy('\n<Import Project="gone.props" />'))).rejects.toMatchObject({
      code: 'file-not-found',
      where: 'P/P.csproj:2:1',
    });
    await expect(
      evaluated(legacy('<Import Project="gone.props" Condition="Exists(\'gone.props\')" />')),
    ).resolves.toBeDefined();
  });

  it('of the MSBuild installation stand for the Directory.Build files', async () => {
    const common = '$(MSBuildExtensionsPath)\\$(MSBuildToolsVersion)\\Microsoft.Common.props';
    const project = legacy(`<Import Project="${common}" Condition="Exists('${common}')" />
      <ItemGroup><Compile Include="$(FromProps).cs" /></ItemGroup>
      <Import Project="$(MSBuildToolsPath)\\Microsoft.CSharp.targets" />
      <Import Project="$(VSToolsPath)\\Some\\Other.targets" />`);
    expect(
      await names(project, {
        'repo/Directory.Build.props': '<Project><PropertyGroup><FromProps>p</FromProps></PropertyGroup></Project>',
        'repo/P/Directory.Build.targets': '<Project><ItemGroup><Compile Include="t.cs" /></ItemGroup></Project>',
      }),
    ).toEqual(['p.cs', 't.cs']);
  });

  it('may stand in groups, whose conditions count', async () => {
    const group = (condition: string): string =>
      legacy(`<ImportGroup Condition="${condition}"><Import Project="X.props" /></ImportGroup>`);
    const files = {
      'repo/P/X.props':
        '<Project><ItemGroup><Compile Include="$(MSBuildThisFileName)$(MSBuildThisFileExtension).cs" /></ItemGroup></Project>',
    };
    expect(await names(group("'a' == 'a'"), files)).toEqual(['X.props.cs']);
    expect(await names(group("'a' == 'b'"), files)).toEqual([]);
  });

  it.each([
    'Project="*.props"',
    'Project="$([System.IO.Path]::GetTempPath())x"',
    `Project="x" Condition="'$([A]::B())' == ''"`,
  ])('may not depend on what cannot be evaluated: %s', async (attributes) => {
    await expect(evaluated(legacy(`<Import ${attributes} />`))).rejects.toMatchObject({ code: 'unsupported-project' });
  });

  it('of an SDK stand for the SDK', async () => {
    const project =
      '<Project><Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" /><Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" /></Project>';
    expect(await evaluated(project, { 'repo/P/A.cs': '' })).toMatchObject({
      style: 'sdk',
      compile: [{ name: 'A.cs' }],
    });
  });

  it('may reach above the root for Directory.Build.props, and chain upward', async () => {
    const chain = `<Project><Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))" /></Project>`;
    expect(
      await names(sdk('<ItemGroup><Compile Include="$(Above).cs" /></ItemGroup>'), {
        'repo/Directory.Build.props': chain,
        'Directory.Build.props': '<Project><PropertyGroup><Above>above</Above></PropertyGroup></Project>',
      }),
    ).toEqual(['above.cs']);
  });
});

describe('an SDK-style project', () => {
  const files = Object.fromEntries(
    ['P.cs', 'a/A.cs', 'bin/Debug/B.cs', 'obj/O.cs', '.vs/V.cs', 'a/.x/X.cs', 'binary/C.cs', 'Skip/S.cs', 'x.txt'].map(
      (name) => [`repo/P/${name}`, ''],
    ),
  );

  it('has all C# files below it but those of bin, obj and dot folders', async () => {
    expect((await names(sdk(''), files)).toSorted()).toEqual(['P.cs', 'Skip\\S.cs', 'a\\A.cs', 'binary\\C.cs']);
  });

  it('may remove some and have output folders of its own', async () => {
    const content =
      '<PropertyGroup><BaseOutputPath>binary</BaseOutputPath></PropertyGroup><ItemGroup><Compile Remove="Skip\\**" /></ItemGroup>';
    expect((await names(sdk(content), files)).toSorted()).toEqual(['P.cs', 'a\\A.cs', 'bin\\Debug\\B.cs']);
  });

  it.each(['EnableDefaultItems', 'EnableDefaultCompileItems'])('has none with %s off', async (name) => {
    expect(await names(sdk(`<PropertyGroup><${name}>False</${name}></PropertyGroup>`), files)).toEqual([]);
  });

  const implicit = [
    'System',
    'System.Data',
    'System.Drawing',
    'System.Xml',
    'System.Core',
    'System.Runtime.Serialization',
    'System.Xml.Linq',
    'System.Numerics',
    'System.IO.Compression.FileSystem',
  ];

  it('references what the SDK adds, behind its own and not twice', async () => {
    const { references } = await evaluated(
      sdk('<ItemGroup><Reference Include="Own" /><Reference Include="system.numerics" /></ItemGroup>'),
    );
    expect(references.map(({ include }) => include)).toEqual([
      'Own',
      'system.numerics',
      ...implicit.filter((name) => name !== 'System.Numerics'),
    ]);
  });

  it('references what suits its framework; of several frameworks the first .NET Framework counts', async () => {
    const of = async (frameworks: string): Promise<string[]> =>
      (
        await evaluated(`<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>${frameworks}</PropertyGroup></Project>`)
      ).references.map(({ include }) => include);
    expect(await of('<TargetFramework>net35</TargetFramework>')).toEqual(implicit.slice(0, 7));
    expect(await of('<TargetFrameworks>net8.0;net472</TargetFrameworks>')).toEqual(implicit);
    expect(await of('<TargetFramework>netstandard2.0</TargetFramework>')).toEqual([]);
  });

  it.each([
    [
      'its property',
      sdk(
        '<PropertyGroup><DisableImplicitFrameworkReferences>True</DisableImplicitFrameworkReferences></PropertyGroup>',
      ),
    ],
    ['the DataMiner SDK', sdk('', 'Skyline.DataMiner.Sdk/2.5.4')],
    ['an Sdk element', '<Project><Sdk Name="Skyline.DataMiner.Sdk" /></Project>'],
    ['the DataMiner SDK as one of several', sdk('', 'Microsoft.NET.Sdk; Skyline.DataMiner.Sdk/2.5.4')],
  ])('references nothing of that with %s', async (_, project) => {
    expect(await evaluated(project)).toMatchObject({ references: [], style: 'sdk' });
  });
});

describe('package references', () => {
  it('have their versions from attributes, elements or central management', async () => {
    const central =
      '<Project><PropertyGroup><ManagePackageVersionsCentrally>TRUE</ManagePackageVersionsCentrally></PropertyGroup><ItemGroup><PackageVersion Include="c" Version="3.0.0" /></ItemGroup></Project>';
    const items = `<ItemGroup><PackageReference Include="A" Version="1.0.0" /><PackageReference Include="B"><Version>2.0.0</Version></PackageReference>
      <PackageReference Include="C" /><PackageReference Include="c" VersionOverride="4.0.0" /><PackageReference Include="D" /></ItemGroup>`;
    const { packageReferences } = await evaluated(sdk(items), { 'repo/Directory.Packages.props': central });
    expect(packageReferences.map(({ id, version }) => `${id} ${version}`)).toEqual([
      'A 1.0.0',
      'B 2.0.0',
      'C 3.0.0',
      'c 4.0.0',
      'D ',
    ]);
  });

  it('may not have two central versions', async () => {
    const twice =
      '<ItemGroup><PackageVersion Include="a" Version="1" /><PackageVersion Include="A" Version="1" /></ItemGroup>';
    await expect(evaluated(sdk(twice))).rejects.toMatchObject({ code: 'malformed-project' });
  });
});
