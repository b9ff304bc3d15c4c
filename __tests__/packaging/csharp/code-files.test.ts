import {
  folderWith,
  packaged,
  removeTemporaryFolders,
  scriptFrom,
  scriptOf,
  smallSolution,
} from '../temporary-solution.ts';

afterEach(removeTemporaryFolders);

/** The file names in the headers of the combined code of a solution with these files. */
async function order(...names: string[]): Promise<string[]> {
  const main = 'class Script { void Run(IEngine engine) { } }\n';
  const sources = names.map((name) => [
    name,
    name.includes('Main') ? main : `class C${name.replace(/\W/g, '_')} { }\n`,
  ]);
  const script = await scriptFrom(smallSolution(Object.fromEntries(sources)));
  return [...script.matchAll(/^\/\/ (.*)$/gm)].map(([, name]) => name as string);
}

describe('the order of files', () => {
  it('puts the main file first, then names that begin with "script"', async () => {
    expect(await order('Alpha.cs', 'scripting.cs', 'ZMain.cs')).toEqual(['ZMain.cs', 'scripting.cs', 'Alpha.cs']);
  });

  it('is that of people, not of character codes', async () => {
    const sorted = [
      '..\\..\\Other.cs',
      'A_1.cs',
      'A-1.cs',
      'A\\x.cs',
      'A1.cs',
      'Aa.cs',
      'alpha.cs',
      'Alpha2.cs',
      'Class10.cs',
      'Class2.cs',
      'Zeta.cs',
    ].slice(1);
    expect(await order(...sorted.toReversed())).toEqual(sorted);
  });

  it('keeps blanks before underscores, and underscores before letters', async () => {
    const sorted = ['Install A.cs', 'Install_1.cs', 'InstallOptions.cs'];
    expect(await order(...sorted.toReversed())).toEqual(sorted);
  });
});

describe('the files of a project', () => {
  it('leave out AssemblyInfo, other extensions and test content', async () => {
    expect(
      await order(
        'A.cs',
        'B.cs',
        'MyAssemblyInfo.cs',
        'C.CS',
        'TestPackageContent\\Tests\\T.cs',
        'TestPackageContent\\TestHarvesting\\H.cs',
        'GlobalSuppressions.cs',
      ),
    ).toEqual(['A.cs', 'B.cs', 'GlobalSuppressions.cs']);
  });

  it.each([
    ['UTF-8 with a mark', Buffer.from('\ufeffclass Ü { }')],
    ['UTF-16 LE', Buffer.from('\ufeffclass Ü { }', 'utf16le')],
    ['UTF-16 BE', Buffer.from('\ufeffclass Ü { }', 'utf16le').swap16()],
    [
      'UTF-32 LE',
      Buffer.from(Uint32Array.from(Array.from('\ufeffclass Ü { }', (c) => c.codePointAt(0) as number)).buffer),
    ],
    [
      'UTF-32 BE',
      Buffer.from(Uint32Array.from(Array.from('\ufeffclass Ü { }', (c) => c.codePointAt(0) as number)).buffer).swap32(),
    ],
    ['UTF-8', Buffer.from('class Ü { }')],
  ])('are read as %s', async (_, bytes) => {
    expect(await scriptFrom(smallSolution({ 'P.cs': bytes }))).toContain('<![CDATA[class Ü { }]]>');
  });

  it('have bytes that are no UTF-8 replaced', async () => {
    expect(await scriptFrom(smallSolution({ 'P.cs': Buffer.from([0x2f, 0x2f, 0xff]) }))).toContain(
      '<![CDATA[//\ufffd]]>',
    );
  });

  it('may not have control characters in their names, which become comments', async () => {
    const solution = smallSolution({ 'P.cs': 'class P { }' });
    const folder = await folderWith({
      ...solution,
      'P/P.csproj':
        '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences></PropertyGroup></Project>',
      'P/x\nclass Evil.cs': 'class X { }',
    });
    await expect(packaged(folder)).rejects.toMatchObject({
      code: 'illegal-name',
      message: expect.stringContaining('\\u000a'),
    });
  });

  it('may be shared by projects, each of which names them its own way', async () => {
    const folder = await folderWith({
      ...smallSolution({ 'P.cs': 'class P { }' }, '<Compile Include="..\\Common\\Shared.cs" />'),
      'Common/Shared.cs': 'class Shared { }',
    });
    expect(await scriptOf(await packaged(folder), 'A')).toContain('// ..\\Common\\Shared.cs\n');
  });
});
