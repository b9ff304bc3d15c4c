import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const solutionFolderType = '{2150E333-8FDC-42A3-9474-1A3956D46DE8}';
const csharpProjectType = '{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}';

/** A NuGet package that a project asks for. */
export interface PackageReference {
  readonly id: string;
  readonly version: string;
}

/** Methods per C# file: about the size of an everyday script. */
const methodsPerFile = 8;

/**
 * Writes an Automation script solution in the layout of Visual Studio: for each script an XML file and a legacy project of
 * four C# files. Every script is like the others but for its names.
 * @param count number of scripts
 * @param packagesOf the NuGet packages that the project of a script asks for, by the number of the script from 0
 * @returns path of the solution file
 */
export async function writeSolution(
  folder: string,
  count: number,
  packagesOf: (index: number) => readonly PackageReference[] = () => [],
): Promise<string> {
  const scripts = Array.from({ length: count }, (_, index) => `Script${String(index + 1).padStart(4, '0')}`);
  for (const [index, script] of scripts.entries()) await writeScript(folder, script, packagesOf(index));
  const file = join(folder, 'Generated.sln');
  await writeFile(file, solutionText(scripts));
  return file;
}

async function writeScript(folder: string, script: string, packages: readonly PackageReference[]): Promise<void> {
  const project = join(folder, `${script}_1`);
  const classes = ['Settings', 'Inventory', 'Report'];
  await mkdir(project, { recursive: true });
  await writeFile(join(folder, `${script}.xml`), scriptText(script));
  await writeFile(join(project, `${script}_1.csproj`), projectText(script, [`${script}_1`, ...classes], packages));
  await writeFile(join(project, `${script}_1.cs`), entryText(script));
  for (const name of classes) await writeFile(join(project, `${name}.cs`), classText(script, name));
}

/** `Scripts` holds a folder for each script, with its XML file and a folder `Actions` for its project. */
function solutionText(scripts: readonly string[]): string {
  const scriptsFolder = guid(0);
  const parts = scripts.map((script, index) => ({
    script,
    folder: guid(3 * index + 1),
    actions: guid(3 * index + 2),
    project: guid(3 * index + 3),
  }));
  const entries = parts.flatMap(({ script, folder, actions, project }) => [
    `Project("${solutionFolderType}") = "${script}", "${script}", "${folder}"`,
    '\tProjectSection(SolutionItems) = preProject',
    `\t\t${script}.xml = ${script}.xml`,
    '\tEndProjectSection',
    'EndProject',
    `Project("${solutionFolderType}") = "Actions", "Actions", "${actions}"`,
    'EndProject',
    `Project("${csharpProjectType}") = "${script}_1", "${script}_1\\${script}_1.csproj", "${project}"`,
    'EndProject',
  ]);
  const nesting = parts.flatMap(({ folder, actions, project }) => [
    `\t\t${folder} = ${scriptsFolder}`,
    `\t\t${actions} = ${folder}`,
    `\t\t${project} = ${actions}`,
  ]);
  return [
    'Microsoft Visual Studio Solution File, Format Version 12.00',
    `Project("${solutionFolderType}") = "Scripts", "Scripts", "${scriptsFolder}"`,
    'EndProject',
    ...entries,
    'Global',
    '\tGlobalSection(NestedProjects) = preSolution',
    ...nesting,
    '\tEndGlobalSection',
    'EndGlobal',
    '',
  ].join('\r\n');
}

function guid(number: number): string {
  return `{00000000-0000-4000-8000-${number.toString(16).toUpperCase().padStart(12, '0')}}`;
}

function scriptText(script: string): string {
  return `<?xml version="1.0" encoding="utf-8" ?>
<DMSScript options="272" xmlns="http://www.skyline.be/automation">
  <Name>${script}</Name>
  <Description>Generated</Description>
  <Type>Automation</Type>
  <Author>benchmark</Author>
  <CheckSets>FALSE</CheckSets>
  <Folder></Folder>
  <Script>
    <Exe id="1" type="csharp">
      <Value><![CDATA[[Project:${script}_1]]]></Value>
      <Message></Message>
    </Exe>
  </Script>
</DMSScript>
`;
}

function projectText(script: string, files: readonly string[], packages: readonly PackageReference[]): string {
  const references = packages.map(
    ({ id, version }) => `    <PackageReference Include="${id}" Version="${version}" />\n`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<Project ToolsVersion="4.0" DefaultTargets="Build" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
  <PropertyGroup>
    <Configuration Condition=" '$(Configuration)' == '' ">Debug</Configuration>
    <OutputType>Library</OutputType>
    <AssemblyName>${script}_1</AssemblyName>
    <TargetFrameworkVersion>v4.8</TargetFrameworkVersion>
  </PropertyGroup>
  <ItemGroup>
    <Reference Include="System" />
    <Reference Include="System.Core" />
${references.join('')}  </ItemGroup>
  <ItemGroup>
${files.map((file) => `    <Compile Include="${file}.cs" />`).join('\n')}
  </ItemGroup>
  <Import Project="$(MSBuildToolsPath)\\Microsoft.CSharp.targets" />
</Project>
`;
}

function entryText(script: string): string {
  return `using System;
using System.Collections.Generic;
using Skyline.DataMiner.Automation;
using ${script}.Tools;

/// <summary>Entry of the script.</summary>
public class Script
{
${methods('engine.GenerateInformation')}
    public void Run(IEngine engine)
    {
        var settings = new Settings();
        engine.GenerateInformation($"{settings} {{literal}} of ${script}");
    }
}
`;
}

function classText(script: string, name: string): string {
  return `using System;
using System.Linq;
using System.Text;

namespace ${script}.Tools
{
    using System.Globalization;

    /// <summary>Part of ${script}.</summary>
    public class ${name}
    {
${methods('Console.WriteLine')}
    }
}
`;
}

function methods(print: string): string {
  return Array.from(
    { length: methodsPerFile },
    (_, index) => `        // Step ${index}: "quotes" and { braces } in comments and strings must not confuse anybody.
        public string Step${index}(Engine engine, int count)
        {
            var texts = Enumerable.Range(0, count).Select(number => $"{number:D4}: {engine}").ToList();
            if (texts.Count > ${index} && texts[0] != @"C:\\Skyline DataMiner\\")
            {
                ${print}(string.Join(", ", texts));
            }

            return texts.LastOrDefault() ?? "using System;";
        }
`,
  ).join('\n');
}
