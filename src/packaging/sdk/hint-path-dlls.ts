import { dirname } from 'node:path';
import type { AssemblyContent } from '../dmapp/package-content.ts';
import { PackagingError } from '../dmapp/packaging-error.ts';
import { isWindowsRooted } from '../files/paths.ts';
import type { WorkTree } from '../files/work-tree.ts';
import type { RepositoryDlls } from '../package-plan.ts';
import type { AssembledScript } from '../script/assemble-script.ts';

/** The folders that packages bring DLLs to; DLLs that scripts find elsewhere belong to DataMiner (packaging spec 17.4). */
const packagedFolder = /^C:\\Skyline DataMiner\\(?:Files|ProtocolScripts\\DllImport)\\[^\\]+$/i;

/**
 * The DLLs that projects reference by `HintPath`, each target once, under the first script that needs it (packaging spec 17.4).
 * A path such as `C:\Skyline DataMiner\…` is one on the DataMiner System and brings nothing.
 * @throws PackagingError `file-not-found` or `outside-root`
 */
export async function hintPathDlls(scripts: readonly AssembledScript[], tree: WorkTree): Promise<RepositoryDlls> {
  const assemblies = new Map<string, AssemblyContent>();
  const warnings = new Set<string>();
  for (const script of scripts) {
    for (const { param, dll, hintPath, project } of script.references) {
      if (hintPath === undefined || isWindowsRooted(hintPath) || !packagedFolder.test(param)) {
        continue;
      }
      const where = tree.show(project.file);
      const path = await tree.find(dirname(project.file), hintPath, where);
      if (path === undefined) {
        throw new PackagingError(
          'file-not-found',
          `Project ${project.name} references ${dll}, and ${hintPath} does not exist.`,
          {
            where,
            next: 'Add the DLL to the repository, or correct its HintPath.',
          },
        );
      }
      const known = assemblies.get(param.toLowerCase());
      if (known === undefined) {
        assemblies.set(param.toLowerCase(), { target: param, path, script: script.name });
      } else if (known.path !== path) {
        warnings.add(`${tree.show(path)} is left out: ${tree.show(known.path)} has the same name.`);
      }
    }
  }
  return { assemblies: [...assemblies.values()], warnings: [...warnings] };
}
