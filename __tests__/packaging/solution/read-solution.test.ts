import { readSln } from '../../../src/packaging/solution/read-sln.ts';
import { readSlnx } from '../../../src/packaging/solution/read-slnx.ts';
import {
  folderWith,
  packaged,
  removeTemporaryFolders,
  scriptOf,
  scriptText,
  slnText,
  smallSolution,
} from '../temporary-solution.ts';

afterEach(removeTemporaryFolders);

const sln = `
Microsoft Visual Studio Solution File, Format Version 12.00
Project("{2150e333-8fdc-42a3-9474-1a3956d46de8}") = "Scripts", "Scripts", "{AA}"
\tProjectSection(SolutionItems) = preProject
\t\tReadme.xml = Readme.xml
\tEndProjectSection
EndProject
Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Shown", "src\\Real.Name.csproj", "{bb}"
EndProject
Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "New", "src\\New.csproj", "{CC}"
EndProject
Project("{D954291E-2A0B-460D-934E-DC6B0785DB48}") = "Shared", "Shared\\Shared.shproj", "{DD}"
EndProject
Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "Child", "Child", "{EE}"
EndProject
Global
\tGlobalSection(NestedProjects) = preSolution
\t\t{BB} = {ee}
\t\t{CC} = {EE}
\t\t{DD} = {EE}
\t\t{ee} = {aa}
\tEndGlobalSection
EndGlobal
`;

const tree = {
  name: 'Scripts',
  files: ['Readme.xml'],
  projects: [],
  folders: [
    {
      name: 'Child',
      files: [],
      folders: [],
      projects: [
        expect.objectContaining({ name: 'Real.Name', path: expect.stringMatching(/^src[\\/]Real\.Name\.csproj$/) }),
        expect.objectContaining({ name: 'New' }),
      ],
    },
  ],
};

describe('a .sln file', () => {
  it('gives its folders in file order; projects are named by their files, shared ones take no part', () => {
    expect(readSln(sln, 'S.sln').rootFolders).toEqual([tree]);
  });

  it('gives all C# projects too, those outside of folders included', () => {
    const { projects } = readSln(sln.replace(/GlobalSection[\s\S]*EndGlobalSection/, ''), 'S.sln');
    expect(projects.map(({ name }) => name)).toEqual(['Real.Name', 'New']);
  });

  it('may have any line ends', () => {
    expect(readSln(sln.replaceAll('\n', '\r\n'), 'S.sln').rootFolders).toEqual([tree]);
  });

  it('may nest folders in a circle, which nobody reaches', () => {
    const circle = sln.replace('{ee} = {aa}', '{ee} = {aa}\n\t\t{aa} = {ee}');
    expect(readSln(circle, 'S.sln').rootFolders).toEqual([]);
  });

  it('is refused when it is something else, or when a project line is broken', () => {
    expect(() => readSln('hello', 'S.sln')).toThrow(
      expect.objectContaining({ code: 'malformed-solution', where: 'S.sln' }),
    );
    expect(() => readSln(sln.replace('"src\\New.csproj"', 'src'), 'S.sln')).toThrow(
      expect.objectContaining({ code: 'malformed-solution', where: 'S.sln:10' }),
    );
  });
});

describe('a .slnx file', () => {
  it('gives the same tree; parents that it does not name are made', () => {
    const text = `<Solution>
      <Project Path="Root.csproj" />
      <Folder Name="/Scripts/Child/">
        <Project Path="src/Real.Name.csproj" />
        <Project Path="src/New.csproj" Type="C#" />
        <Project Path="Shared/Shared.shproj" />
        <Project Path="Other.csproj" Type="{00000000-0000-0000-0000-000000000000}" />
      </Folder>
      <Folder Name="/Scripts/"><File Path="Readme.xml" /></Folder>
    </Solution>`;
    const solution = readSlnx(text, 'S.slnx');
    expect(solution.rootFolders).toEqual([tree]);
    expect(solution.projects.map(({ name }) => name)).toEqual(['Root', 'Real.Name', 'New']);
  });

  it('is refused when it is something else', () => {
    expect(() => readSlnx('<Project />', 'S.slnx')).toThrow(expect.objectContaining({ code: 'malformed-solution' }));
    expect(() => readSlnx('<Solution>', 'S.slnx')).toThrow(expect.objectContaining({ code: 'malformed-xml' }));
  });
});

describe('a hostile .slnx file', () => {
  it('with folders in folders without end is refused where they stand', () => {
    const text = `<Solution>\n<Folder Name="${'/a'.repeat(20_000)}/" /></Solution>`;
    expect(() => readSlnx(text, 'S.slnx')).toThrow(
      expect.objectContaining({ code: 'malformed-solution', where: expect.stringContaining('S.slnx:2') }),
    );
  });
});

describe('the scripts of a solution', () => {
  it('are sought in a root folder named exactly Scripts', async () => {
    const folder = await folderWith({
      ...smallSolution(),
      'S.sln': slnText({ A: [] }).replace('"Scripts"', '"scripts"'),
    });
    await expect(packaged(folder)).rejects.toMatchObject({ code: 'no-scripts-folder', where: 'S.sln' });
  });

  it('lie in folders below it, not directly in it', async () => {
    const directly = slnText({}).replace(
      'EndProject',
      '\tProjectSection(SolutionItems) = preProject\r\n\t\tA.xml = A.xml\r\n\tEndProjectSection\r\nEndProject',
    );
    const folder = await folderWith({ ...smallSolution(), 'S.sln': directly });
    await expect(packaged(folder)).rejects.toMatchObject({ code: 'no-scripts' });
  });

  it('have the root DMSScript in any case and namespace; other XML files are ignored, even broken ones', async () => {
    const folder = await folderWith({
      'S.sln': slnText({ A: [], B: [], C: [] }),
      'A.xml': '<x:dmsscript xmlns:x="urn:x"><x:Name> Named </x:Name></x:dmsscript>',
      'B.xml': '<Other><DMSScript /></Other>',
      'C.xml': '<broken',
    });
    const result = await packaged(folder);
    expect(result.scripts.map(({ name }) => name)).toEqual(['Named']);
  });

  it('fail when a listed file is missing', async () => {
    const folder = await folderWith({ 'S.sln': slnText({ A: [] }) });
    await expect(packaged(folder)).rejects.toMatchObject({ code: 'file-not-found', where: 'S.sln' });
  });

  it('are written with a byte order mark', async () => {
    const result = await packaged(await folderWith({ 'S.sln': slnText({ A: [] }), 'A.xml': scriptText('A') }));
    const { openPackage } = await import('../../../src/packaging/dmapp/read-package.ts');
    const opened = await openPackage(result.file);
    const chunks = await (await opened.read('AppInstallContent\\Scripts\\A\\Script_A.xml')).toArray();
    await opened.close();
    expect(Buffer.concat(chunks).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(await scriptOf(result, 'A')).toMatch(/^<DMSScript>/);
  });
});
