import { type Files, marked, scriptText } from '../temporary-solution.ts';

/** How a project of a test differs from the simplest one. */
export interface SdkProject {
  readonly type?: string;
  /** `GenerateDataMinerPackage`; true unless given. */
  readonly makesPackage?: boolean;
  readonly properties?: string;
  readonly items?: string;
  /** What the only `Exe` of its script holds beside the mark. */
  readonly params?: string;
}

/** Projects of the DataMiner SDK, each with its script and one class, and a solution that lists them. */
export function sdkSolution(projects: Readonly<Record<string, SdkProject>>): Record<string, string | Uint8Array> {
  const names = Object.keys(projects);
  const files: Record<string, string> = { 'S.slnx': slnxText(...names) };
  for (const [name, project] of Object.entries(projects)) {
    files[`${name}/${name}.csproj`] = sdkProjectText(project);
    files[`${name}/${name}.xml`] = scriptText(name, marked(name, project.params));
    files[`${name}/${name}.cs`] = `class ${name} { }\n`;
  }
  return files;
}

/** A package project that includes everything beside it, with its files. */
export function packageProject(name: string, project: SdkProject = {}, references = ''): Files {
  const { 'S.slnx': _, ...files } = sdkSolution({ [name]: { type: 'Package', ...project } });
  return { ...files, [`${name}/PackageContent/ProjectReferences.xml`]: projectReferences(references) };
}

export function projectReferences(content: string): string {
  return `<ProjectReferences xmlns="http://www.skyline.be/projectReferences">\n${content}\n</ProjectReferences>`;
}

export function slnxText(...names: string[]): string {
  return `<Solution>${names.map((name) => `<Project Path="${name}/${name}.csproj" />`).join('')}</Solution>`;
}

export function sdkProjectText({
  type = 'AutomationScript',
  makesPackage = true,
  properties = '',
  items = '',
}: SdkProject): string {
  return `<Project Sdk="Skyline.DataMiner.Sdk/2.5.4">
  <PropertyGroup>
    <TargetFramework>net48</TargetFramework>
    <DataMinerType>${type}</DataMinerType>
    <GenerateDataMinerPackage>${makesPackage ? 'True' : 'False'}</GenerateDataMinerPackage>
    ${properties}
  </PropertyGroup>
  <ItemGroup>${items}</ItemGroup>
</Project>`;
}
