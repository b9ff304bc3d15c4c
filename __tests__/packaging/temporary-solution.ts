import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openPackage } from '../../src/packaging/dmapp/read-package.ts';
import { type PackagedSolution, type PackageRequest, packageSolution } from '../../src/packaging/package-solution.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

const folders: string[] = [];

/** A new folder with the given files; removed by {@link removeTemporaryFolders}. */
export async function folderWith(files: Files = {}): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'packaging-')));
  folders.push(folder);
  await writeFiles(folder, files);
  return folder;
}

export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

export async function removeTemporaryFolders(): Promise<void> {
  for (const folder of folders.splice(0)) {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Script names to the names of their projects; each script has a solution folder, each project a folder on disk. */
export type Scripts = Readonly<Record<string, readonly string[]>>;

/** A classic solution file for scripts that lie beside it. */
export function slnText(scripts: Scripts): string {
  const folder = '2150E333-8FDC-42A3-9474-1A3956D46DE8';
  const csharp = 'FAE04EC0-301F-11D3-BF4B-00C04F79EFBC';
  const lines = ['', 'Microsoft Visual Studio Solution File, Format Version 12.00'];
  const nested: string[] = [];
  lines.push(`Project("{${folder}}") = "Scripts", "Scripts", "{SCRIPTS}"`, 'EndProject');
  for (const [script, projects] of Object.entries(scripts)) {
    lines.push(
      `Project("{${folder}}") = "${script}", "${script}", "{${script}}"`,
      '\tProjectSection(SolutionItems) = preProject',
      `\t\t${script}.xml = ${script}.xml`,
      '\tEndProjectSection',
      'EndProject',
      `Project("{${folder}}") = "Actions", "Actions", "{${script}/ACTIONS}"`,
      'EndProject',
    );
    nested.push(`\t\t{${script}} = {SCRIPTS}`, `\t\t{${script}/actions} = {${script}}`);
    for (const project of projects) {
      lines.push(
        `Project("{${csharp}}") = "${project}", "${project}\\${project}.csproj", "{${script}/${project}}"`,
        'EndProject',
      );
      nested.push(`\t\t{${script}/${project}} = {${script}/Actions}`);
    }
  }
  lines.push(
    'Global',
    '\tGlobalSection(NestedProjects) = preSolution',
    ...nested,
    '\tEndGlobalSection',
    'EndGlobal',
    '',
  );
  return lines.join('\r\n');
}

/** A legacy project with the given item elements. */
export function projectText(...items: string[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
  <PropertyGroup>
    <TargetFrameworkVersion>v4.8</TargetFrameworkVersion>
  </PropertyGroup>
  <ItemGroup>
${items.map((item) => `    ${item}`).join('\n')}
  </ItemGroup>
  <Import Project="$(MSBuildToolsPath)\\Microsoft.CSharp.targets" />
</Project>`;
}

export function compiled(...names: string[]): string[] {
  return names.map((name) => `<Compile Include="${name}" />`);
}

/** A script of which the blocks have the given content. */
export function scriptText(name: string, ...exes: string[]): string {
  const blocks = exes.map((content, index) => `\t\t<Exe id="${index + 1}" type="csharp">${content}</Exe>\n`).join('');
  return `<DMSScript><Name>${name}</Name>\n\t<Script>\n${blocks}\t</Script>\n</DMSScript>`;
}

export function marked(project: string, more = ''): string {
  return `<Value><![CDATA[[Project:${project}]]]></Value>${more}`;
}

/** One script `A` with one project `P` of the given C# files: the smallest solution. */
export function smallSolution(
  sources: Files = { 'P.cs': 'class P { }\n' },
  ...items: string[]
): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {
    'S.sln': slnText({ A: ['P'] }),
    'A.xml': scriptText('A', marked('P')),
    'P/P.csproj': projectText(...compiled(...Object.keys(sources)), ...items),
  };
  for (const [name, content] of Object.entries(sources)) {
    files[`P/${name.replaceAll('\\', '/')}`] = content;
  }
  return files;
}

/** Packages the solution in a folder with everything else at its simplest. */
export async function packaged(folder: string, overrides: Partial<PackageRequest> = {}): Promise<PackagedSolution> {
  await mkdir(join(folder, 'out'), { recursive: true });
  return packageSolution({
    solution: folder,
    root: folder,
    name: 'Test',
    version: '1.0.0',
    output: join(folder, 'out', 'Test.dmapp'),
    installer: 'omit',
    packageTime: new Date('2026-01-02T03:04:05Z'),
    nuget: { sources: [], offline: true, env: { NUGET_PACKAGES: join(folder, 'packages') }, home: folder },
    maxBytes: 10 * 1024 * 1024,
    ...overrides,
  });
}

/** The deployed script of a name, without its byte order mark. */
export async function scriptOf({ file }: PackagedSolution, name: string): Promise<string> {
  return textIn(file, `AppInstallContent\\Scripts\\${name}\\Script_${name}.xml`);
}

export async function textIn(file: string, entry: string): Promise<string> {
  const opened = await openPackage(file);
  try {
    return await opened.readText(entry);
  } finally {
    await opened.close();
  }
}

/** Packages the files as a solution of their own and gives its only script. */
export async function scriptFrom(files: Files, name = 'A'): Promise<string> {
  return scriptOf(await packaged(await folderWith(files)), name);
}
