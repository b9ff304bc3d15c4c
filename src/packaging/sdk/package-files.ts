import { dirname } from 'node:path';
import type { FileContent } from '../dmapp/package-content.ts';
import { PackagingError } from '../dmapp/packaging-error.ts';
import { toWindows } from '../files/paths.ts';
import type { WorkTree } from '../files/work-tree.ts';
import { filesBeside } from '../solution/solution-files.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { positionIn } from '../xml/source-position.ts';
import { attributeOf, childElements, textOf, type XmlElement } from '../xml/xml-node.ts';
import type { DataMinerProject } from './data-miner-project.ts';

/** Files that a package project brings along beside the scripts. */
export interface PackageFiles {
  readonly companionFiles: readonly FileContent[];
  /** Under the names of their entries in the package. */
  readonly otherFiles: readonly FileContent[];
  readonly warnings: readonly string[];
}

const catalogFile = 'PackageContent/CatalogReferences.xml';

/**
 * Companion files, exported apps and dashboards, and what the install script needs (packaging spec 17.5). A package is unpacked
 * into `AppPackages\Installed\NAME.VERSION`, where the installer looks for `SetupContent`; so that is its name in a package.
 * @throws PackagingError `unsupported-project` for references to the Catalog
 */
export async function packageFiles({ file }: DataMinerProject, tree: WorkTree): Promise<PackageFiles> {
  await refuseCatalogReferences(file, tree);
  const companionFiles = await filesBeside(file, 'PackageContent/CompanionFiles', tree);
  const setup = await filesBeside(file, 'SetupContent', tree);
  const exported = [...(await exportsIn('LowCodeApps', file, tree)), ...(await exportsIn('Dashboards', file, tree))];
  return {
    companionFiles: companionFiles.map(({ name, path }) => ({ name: toWindows(name), path })),
    otherFiles: [...exported, ...setup.map(({ name, path }) => ({ name: `SetupContent\\${toWindows(name)}`, path }))],
    warnings: exported.map(
      ({ name, path }) =>
        `${tree.show(path)} is in the package as ${name}, but where the installer looks for it is not public: check after the installation that it is there.`,
    ),
  };
}

/** The zip files directly in a folder of the package content. */
async function exportsIn(folder: string, project: string, tree: WorkTree): Promise<FileContent[]> {
  const files = await filesBeside(project, `PackageContent/${folder}`, tree);
  return files
    .filter(({ name }) => /^[^/]+\.zip$/i.test(name))
    .map(({ name, path }) => ({ name: `AppInstallContent\\${folder}\\${name}`, path }));
}

/** Items of the Catalog would have to be downloaded; without them the package would lack what it needs. */
async function refuseCatalogReferences(project: string, tree: WorkTree): Promise<void> {
  const file = await tree.find(dirname(project), catalogFile, tree.show(project));
  if (file === undefined) {
    return;
  }
  const shown = tree.show(file);
  const source = await tree.readText(file, { strict: true });
  const [first, ...others] = childElements(parseXml(source, shown).root, 'CatalogReference');
  if (first !== undefined) {
    const names = [...new Set([first, ...others].map(nameOf))].join(', ');
    throw new PackagingError(
      'unsupported-project',
      `The package includes items of the Catalog, which is not supported: ${names}.`,
      {
        where: positionIn(shown, source, first.offset ?? 0),
        next: 'Deploy those items by themselves and remove the references, or make this package with the DataMiner SDK.',
      },
    );
  }
}

function nameOf(reference: XmlElement): string {
  const name = childElements(reference, 'Name')[0];
  return (name && textOf(name).trim()) || (attributeOf(reference, 'id') ?? 'an item without id');
}
