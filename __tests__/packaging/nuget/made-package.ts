import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { assembly } from './made-assembly.ts';

/** A package to make. */
export interface MadePackage {
  readonly id: string;
  readonly version: string;
  readonly developmentDependency?: boolean;
  readonly dependencyGroups?: readonly {
    readonly targetFramework?: string;
    readonly dependencies: readonly (readonly [id: string, version: string])[];
  }[];
  readonly frameworkAssemblyGroups?: readonly {
    readonly targetFramework?: string;
    readonly assemblies: readonly string[];
  }[];
  /** Paths; DLLs become assemblies of the package's version unless their content is given. */
  readonly files?: readonly string[];
  readonly contents?: Readonly<Record<string, string | Uint8Array>>;
}

/** The bytes of a `.nupkg` file. */
export async function nupkg(made: MadePackage): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  const contents: Record<string, string | Uint8Array> = {
    [`${made.id}.nuspec`]: nuspec(made),
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': '<Relationships/>',
  };
  for (const file of made.files ?? []) {
    const name = file.replace(/^.*\//, '').replace(/\.dll$/, '');
    contents[file] = file.endsWith('.dll') ? assembly(name, assemblyVersionOf(made.version)) : `content of ${file}`;
  }
  for (const [name, content] of Object.entries({ ...contents, ...made.contents })) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await zip.add(name, new Uint8ArrayReader(bytes), { lastModDate: new Date(2000, 1, 1) });
  }
  return zip.close();
}

export function nuspec({
  id,
  version,
  developmentDependency = false,
  dependencyGroups = [],
  frameworkAssemblyGroups = [],
}: MadePackage): string {
  const groups = dependencyGroups.map(
    ({ targetFramework, dependencies }) =>
      `<group${targetFramework === undefined ? '' : ` targetFramework="${targetFramework}"`}>${dependencies
        .map(([name, range]) => `<dependency id="${name}" version="${range}" />`)
        .join('')}</group>`,
  );
  const frameworks = frameworkAssemblyGroups.flatMap(({ targetFramework, assemblies }) =>
    assemblies.map(
      (name) =>
        `<frameworkAssembly assemblyName="${name}"${targetFramework === undefined ? '' : ` targetFramework="${targetFramework}"`} />`,
    ),
  );
  return `<?xml version="1.0"?>
<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
  <id>${id}</id><version>${version}</version><authors>Nobody</authors><description>Made for a test</description>
  ${developmentDependency ? '<developmentDependency>true</developmentDependency>' : ''}
  <dependencies>${groups.join('')}</dependencies>
  <frameworkAssemblies>${frameworks.join('')}</frameworkAssemblies>
</metadata></package>`;
}

function assemblyVersionOf(version: string): string {
  const numbers = (version.split('-')[0] as string).split('.');
  return [0, 1, 2, 3].map((index) => numbers[index] ?? '0').join('.');
}
