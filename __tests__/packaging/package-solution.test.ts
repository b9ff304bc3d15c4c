import { access, mkdir, readdir, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { openPackage } from '../../src/packaging/dmapp/read-package.ts';
import {
  compiled,
  folderWith,
  marked,
  packaged,
  projectText,
  removeTemporaryFolders,
  scriptFrom,
  scriptOf,
  scriptText,
  slnText,
  smallSolution,
  textIn,
  writeFiles,
} from './temporary-solution.ts';

afterEach(removeTemporaryFolders);

describe('packaging a solution', () => {
  it('writes one package with the script, its code in place of the mark', async () => {
    const folder = await folderWith(smallSolution());
    const result = await packaged(folder);
    expect(result).toMatchObject({
      name: 'Test',
      version: '1.0.0',
      scripts: [{ name: 'A', entry: 'AppInstallContent\\Scripts\\A\\Script_A.xml' }],
      assemblies: [],
    });
    expect(result.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await scriptOf(result, 'A')).toContain('<![CDATA[class P { }\n]]>');
  });

  it('does not warn of the install libraries that are left out: the caller asked for it', async () => {
    const { warnings } = await packaged(await folderWith(smallSolution()), { installer: 'omit' });
    expect(warnings).toEqual([]);
  });

  it('leaves nothing but the package beside the output', async () => {
    const folder = await folderWith(smallSolution());
    await packaged(folder);
    expect(await readdir(join(folder, 'out'))).toEqual(['Test.dmapp']);
  });

  it('reports each step', async () => {
    const onProgress = jest.fn();
    await packaged(await folderWith(smallSolution()), { onProgress });
    expect(onProgress.mock.calls.map(([progress]) => progress)).toEqual([
      { step: 'read', done: 1, total: 1 },
      { step: 'assemble', done: 1, total: 1 },
      ...[1, 2, 3, 4, 5].map((done) => ({ step: 'write', done, total: 5 })),
    ]);
  });

  it('keeps scripts in discovery order, in the package and in its description', async () => {
    const names = ['Zulu', 'Alpha', 'Mike'];
    const files = Object.fromEntries(names.map((name) => [`${name}.xml`, scriptText(name)]));
    const result = await packaged(await folderWith({ ...files, 'S.sln': slnText({ Zulu: [], Alpha: [], Mike: [] }) }));
    expect(result.scripts.map(({ name }) => name)).toEqual(names);
    expect(await textIn(result.file, 'Description.txt')).toMatch(/Zulu.*Alpha.*Mike/s);
  });

  it('stores a DLL of the folder Dlls once, under the first script that needs it', async () => {
    const reference = '<Reference Include="Vendor"><HintPath>..\\Dlls\\Vendor.dll</HintPath></Reference>';
    const folder = await folderWith({
      'S.sln': slnText({ A: ['P'], B: ['Q'] }),
      'A.xml': scriptText('A', marked('P')),
      'B.xml': scriptText('B', marked('Q')),
      'P/P.csproj': projectText(...compiled('P.cs'), reference),
      'Q/Q.csproj': projectText(...compiled('Q.cs'), reference),
      'P/P.cs': 'class P { }',
      'Q/Q.cs': 'class Q { }',
      'Dlls/sub/VENDOR.dll': 'not really a DLL',
      'Dlls/Unused.dll': 'nobody asks for this',
    });
    const result = await packaged(folder);
    const entry = 'AppInstallContent\\Assemblies\\ProtocolScripts\\DllImport\\Vendor.dll';
    expect(result.assemblies).toEqual([{ entry, origin: 'Dlls/sub/VENDOR.dll', name: 'VENDOR.dll' }]);
    const description = await textIn(result.file, 'Description.txt');
    expect(description.match(/^Assembly.*$/gm)).toEqual([
      'Assembly\\C:\\Skyline DataMiner\\ProtocolScripts\\DllImport\\Vendor.dll for automation script:A',
    ]);
  });

  it('takes the first of two DLLs of one name, and warns of the other', async () => {
    const reference = '<Reference Include="V" />';
    const folder = await folderWith({
      ...smallSolution({ 'P.cs': 'class P { }' }, reference),
      'Dlls/a/V.dll': '1',
      'Dlls/b/v.dll': '2',
    });
    const { assemblies, warnings } = await packaged(folder);
    expect(assemblies.map(({ origin }) => origin)).toEqual(['Dlls/a/V.dll']);
    expect(warnings[0]).toBe('Dlls/b/v.dll is left out: Dlls/a/V.dll has the same name.');
  });

  it('warns about a DLL of the repository that is not in Dlls', async () => {
    const reference = '<Reference Include="V"><HintPath>..\\lib\\V.dll</HintPath></Reference>';
    const { warnings } = await packaged(await folderWith(smallSolution({ 'P.cs': 'class P { }' }, reference)));
    expect(warnings[0]).toMatch(/lib\/V\.dll.*not packaged/);
  });

  it('does not warn about a DLL that the DataMiner System has', async () => {
    const reference =
      '<Reference Include="V"><HintPath>C:\\Skyline DataMiner\\ProtocolScripts\\V.dll</HintPath></Reference>';
    const { warnings } = await packaged(await folderWith(smallSolution({ 'P.cs': 'class P { }' }, reference)));
    expect(warnings).toEqual([]);
  });

  it('takes every companion file along, once', async () => {
    const folder = await folderWith({
      ...smallSolution(),
      'CompanionFiles/Skyline DataMiner/Documents/Guide.txt': 'read me',
    });
    const { file } = await packaged(folder);
    expect(await textIn(file, 'AppInstallContent\\CompanionFiles\\Skyline DataMiner\\Documents\\Guide.txt')).toBe(
      'read me',
    );
    expect(await textIn(file, 'Description.txt')).toContain('CompanionFile\\Skyline DataMiner\\Documents\\Guide.txt\n');
  });

  it('loads all projects in Actions, and fails for one that is missing though no mark names it', async () => {
    const folder = await folderWith({ ...smallSolution(), 'S.sln': slnText({ A: ['P', 'Gone'] }) });
    await expect(packaged(folder)).rejects.toMatchObject({ code: 'project-not-found', where: 'S.sln' });
  });

  it('looks at the projects beside the script only', async () => {
    const folder = await folderWith({
      ...smallSolution(),
      'S.sln': slnText({ A: [], B: ['P'] }),
      'B.xml': scriptText('B'),
    });
    await expect(packaged(folder)).rejects.toMatchObject({
      code: 'project-not-found',
      where: 'A.xml:3:3',
      message: expect.stringContaining('[Project:P]'),
    });
  });

  it('copes with backslashes and wrong case in every path', async () => {
    const files = smallSolution();
    const script = await scriptFrom({
      'S.sln': (files['S.sln'] as string)
        .replace('A.xml = A.xml', 'a.XML = a.XML')
        .replace('P\\P.csproj', 'p\\p.CSPROJ'),
      'A.xml': scriptText('A', marked('p')),
      'P/P.csproj': projectText(...compiled('SUB\\x.CS'.replace('.CS', '.cs'))),
      'P/Sub/X.cs': 'class X { }',
    });
    expect(script).toContain('class X { }');
  });
});

describe('a solution that cannot be packaged', () => {
  it('has a mark that names no project', async () => {
    const folder = await folderWith({ ...smallSolution(), 'A.xml': scriptText('A', marked('Q')) });
    await expect(packaged(folder)).rejects.toMatchObject({
      code: 'project-not-found',
      message: 'The mark [Project:Q] names no project of script A.',
      where: 'A.xml:3:3',
      next: expect.stringContaining('there P'),
    });
  });

  it('has a malformed script: file, line and column are named', async () => {
    const folder = await folderWith({ ...smallSolution(), 'A.xml': '<DMSScript>\n  <Name>A</Nam>\n</DMSScript>' });
    await expect(packaged(folder)).rejects.toMatchObject({ code: 'malformed-xml', where: 'A.xml:2:10' });
  });

  it('has a malformed project', async () => {
    const folder = await folderWith({ ...smallSolution(), 'P/P.csproj': '<Project><ItemGroup></Project>' });
    await expect(packaged(folder)).rejects.toMatchObject({
      code: 'malformed-xml',
      where: expect.stringMatching(/^P\/P\.csproj:1:/),
    });
  });

  it('lacks a source file', async () => {
    const folder = await folderWith({ ...smallSolution(), 'P/P.csproj': projectText(...compiled('Gone.cs')) });
    await expect(packaged(folder)).rejects.toMatchObject({
      code: 'file-not-found',
      message: 'The source file Gone.cs of project P does not exist.',
      where: 'P/P.csproj',
    });
  });

  it('has a project without C# files', async () => {
    const folder = await folderWith({
      ...smallSolution(),
      'P/P.csproj': projectText(...compiled('Properties\\AssemblyInfo.cs')),
    });
    await expect(packaged(folder)).rejects.toMatchObject({ code: 'no-code-files' });
  });

  it.each([
    ['a solution item', { 'S.sln': slnText({ A: ['P'] }).replace('A.xml = A.xml', '..\\A.xml = ..\\A.xml') }],
    ['a project', { 'S.sln': slnText({ A: ['P'] }).replace('P\\P.csproj', 'C:\\P\\P.csproj') }],
    ['a source file', { 'P/P.csproj': projectText(...compiled('..\\..\\secret.cs')) }],
    ['an absolute source file', { 'P/P.csproj': projectText(...compiled('/etc/passwd.cs')) }],
    ['a wildcard', { 'P/P.csproj': projectText(...compiled('..\\..\\**\\*.cs')) }],
    ['an import', { 'P/P.csproj': '<Project><Import Project="..\\..\\other\\x.props" /></Project>' }],
  ])('has %s that leaves the root', async (_, files) => {
    const folder = await folderWith({ ...smallSolution(), ...files });
    await expect(packaged(folder)).rejects.toMatchObject({ code: 'outside-root' });
  });

  it.each([
    ['source file', 'P/P.cs'],
    ['companion file', 'CompanionFiles/x.txt'],
    ['DLL', 'Dlls/x.dll'],
  ])('has a %s that is a link out of the root', async (_, name) => {
    const outside = await folderWith({ 'secret.txt': 'secret' });
    const files = smallSolution();
    delete files[name];
    const folder = await folderWith(files);
    await mkdir(join(folder, name, '..'), { recursive: true });
    await symlink(join(outside, 'secret.txt'), join(folder, name));
    await expect(packaged(folder)).rejects.toMatchObject({ code: 'outside-root' });
  });

  it.each(['Directory.Build.props', 'P/packages.lock.json'])(
    'has a %s that is a link out of the root',
    async (name) => {
      const outside = await folderWith({ secret: '<Project />' });
      const sdkProject =
        '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net48</TargetFramework></PropertyGroup></Project>';
      const folder = await folderWith({ ...smallSolution(), 'P/P.csproj': sdkProject });
      await symlink(join(outside, 'secret'), join(folder, name));
      await expect(packaged(folder)).rejects.toMatchObject({ code: 'outside-root' });
    },
  );

  it('has a folder that is a link out of the root', async () => {
    const outside = await folderWith({ 'secret.txt': 'secret' });
    const folder = await folderWith(smallSolution());
    await symlink(outside, join(folder, 'CompanionFiles'));
    await expect(packaged(folder)).rejects.toMatchObject({ code: 'outside-root' });
  });

  it('follows a link that stays inside, once', async () => {
    const folder = await folderWith({ ...smallSolution(), 'CompanionFiles/a/x.txt': 'x', 'docs/y.txt': 'y' });
    await symlink(join(folder, 'docs'), join(folder, 'CompanionFiles', 'docs'));
    await symlink(join(folder, 'CompanionFiles'), join(folder, 'CompanionFiles', 'a', 'loop'));
    const { file } = await packaged(folder);
    const opened = await openPackage(file);
    const companions = opened.entries.map(({ name }) => name).filter((name) => name.includes('Companion'));
    await opened.close();
    expect(companions).toEqual([
      'AppInstallContent\\CompanionFiles\\a\\x.txt',
      'AppInstallContent\\CompanionFiles\\docs\\y.txt',
    ]);
  });

  it.each(['A/B', 'A:B', 'A;B', 'A°', 'A*', 'A&lt;B', 'A.', 'A&#10;B', ' '])(
    'has a script of the name "%s"',
    async (name) => {
      const folder = await folderWith({ ...smallSolution(), 'A.xml': scriptText(name) });
      await expect(packaged(folder)).rejects.toMatchObject({
        code: expect.stringMatching(/^(illegal-name|malformed-script)$/),
        message: expect.not.stringContaining('\n'),
      });
    },
  );

  it('has a script whose name is a device on Windows', async () => {
    const folder = await folderWith({ ...smallSolution(), 'A.xml': scriptText('CON') });
    await expect(packaged(folder)).rejects.toMatchObject({ code: 'illegal-name' });
  });

  it('has two scripts whose names differ in case only', async () => {
    const folder = await folderWith({
      'S.sln': slnText({ A: [], B: [] }),
      'A.xml': scriptText('Same'),
      'B.xml': scriptText('SAME'),
    });
    await expect(packaged(folder)).rejects.toMatchObject({
      code: 'duplicate-name',
      message: 'Two scripts have the name SAME: A.xml and B.xml.',
    });
  });

  it('has companion files that would be one file on Windows', async () => {
    const folder = await folderWith({ ...smallSolution(), 'CompanionFiles/a.txt': '1', 'CompanionFiles/A.txt': '2' });
    await expect(packaged(folder)).rejects.toMatchObject({ code: 'duplicate-name' });
  });

  it('has code that XML cannot hold: the place is named', async () => {
    const folder = await folderWith(smallSolution({ 'P.cs': 'class P\n{ \u0001 }' }));
    await expect(packaged(folder)).rejects.toMatchObject({
      code: 'illegal-character',
      message: expect.stringContaining('U+0001'),
      where: 'P/P.cs:2:3',
    });
  });

  it('has a source file of more than 16 MiB', async () => {
    const folder = await folderWith(smallSolution({ 'P.cs': new Uint8Array(16 * 1024 * 1024 + 1) }));
    await expect(packaged(folder)).rejects.toMatchObject({ code: 'file-too-large' });
  });

  it('has a script nested absurdly deep', async () => {
    const deep = (depth: number): string => `<DMSScript>${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}</DMSScript>`;
    for (const depth of [250, 50_000]) {
      const folder = await folderWith({ ...smallSolution(), 'A.xml': deep(depth) });
      await expect(packaged(folder)).rejects.toMatchObject({
        code: 'malformed-xml',
        message: expect.stringContaining('nested'),
      });
    }
  });

  it('has a script with a DOCTYPE', async () => {
    const folder = await folderWith({
      ...smallSolution(),
      'A.xml': '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<DMSScript />',
    });
    await expect(packaged(folder)).rejects.toMatchObject({ code: 'malformed-xml', where: 'A.xml:2:1' });
  });

  it('has a script that is not text', async () => {
    const folder = await folderWith({ ...smallSolution(), 'A.xml': Buffer.from([0x3c, 0xff, 0xfd, 0x80]) });
    await expect(packaged(folder)).rejects.toMatchObject({ code: 'malformed-xml', where: 'A.xml' });
  });

  it('becomes a package that is too large, and leaves nothing', async () => {
    const folder = await folderWith(smallSolution());
    await expect(packaged(folder, { maxBytes: 500 })).rejects.toMatchObject({ code: 'package-too-large' });
    expect(await readdir(join(folder, 'out'))).toEqual([]);
  });

  it('goes to a folder that is a file', async () => {
    const folder = await folderWith(smallSolution());
    const output = join(folder, 'S.sln', 'Test.dmapp');
    await expect(packaged(folder, { output })).rejects.toMatchObject({ code: 'output-not-writable' });
  });

  it('has a companion that is no file, or a link that leads nowhere', async () => {
    const folder = await folderWith({ ...smallSolution(), 'CompanionFiles/x.txt': 'x' });
    await symlink(join(folder, 'gone'), join(folder, 'CompanionFiles', 'link'));
    await expect(packaged(folder)).rejects.toMatchObject({
      code: 'file-not-found',
      message: expect.stringContaining('CompanionFiles/link'),
    });
    const other = await folderWith(smallSolution());
    await mkdir(join(other, 'CompanionFiles'));
    const server = createServer().listen(join(other, 'CompanionFiles', 'socket'));
    try {
      await expect(packaged(other)).rejects.toMatchObject({ code: 'file-unreadable' });
    } finally {
      server.close();
    }
  });

  it('has a folder where a source file should be', async () => {
    const folder = await folderWith({
      ...smallSolution(),
      'P/P.csproj': projectText(...compiled('Q.cs')),
      'P/Q.cs/x': '',
    });
    await expect(packaged(folder)).rejects.toMatchObject({ code: 'file-unreadable', message: 'P/Q.cs is not a file.' });
  });

  it('has a name that makes no folder on Windows', async () => {
    const folder = await folderWith(smallSolution());
    for (const name of ['', 'a\\b', 'a:b', 'NUL']) {
      await expect(packaged(folder, { name })).rejects.toMatchObject({ code: 'name-invalid' });
    }
  });

  it('is aborted, and leaves nothing', async () => {
    const folder = await folderWith(smallSolution());
    const controller = new AbortController();
    const onProgress = ({ step }: { step: string }): void => {
      if (step === 'write') {
        controller.abort(new Error('enough'));
      }
    };
    await expect(packaged(folder, { signal: controller.signal, onProgress })).rejects.toThrow('enough');
    expect(await readdir(join(folder, 'out'))).toEqual([]);
  });

  it('lies outside the root', async () => {
    const folder = await folderWith({ ...smallSolution(), 'sub/x': '' });
    await expect(packaged(folder, { root: join(folder, 'sub') })).rejects.toMatchObject({ code: 'outside-root' });
  });

  it('keeps an older package when the new one fails', async () => {
    const folder = await folderWith(smallSolution());
    const { file } = await packaged(folder);
    await writeFiles(folder, { 'P/P.csproj': projectText() });
    await expect(packaged(folder)).rejects.toThrow();
    await expect(access(file)).resolves.toBeUndefined();
  });

  it('has names that would start a workflow command: no message holds a line break', async () => {
    const folder = await folderWith({ ...smallSolution(), 'A.xml': scriptText('A', marked('x::error::y')) });
    await expect(packaged(folder)).rejects.toMatchObject({ message: expect.not.stringMatching(/[\r\n]/) });
  });
});
