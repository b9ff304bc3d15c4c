import type { AssemblyContent, FileContent } from '../dmapp/package-content.ts';
import { fileNameOf } from '../files/paths.ts';
import type { AssembledScript } from '../script/assemble-script.ts';

/**
 * The DLLs beside an install script: those that one of its parameters names, under their file names alone. Of several with one
 * name the first one referenced stays (packaging spec 17.5).
 * @param dlls those that come from the repository
 */
export function installLibraries(
  { refs, packageAssemblies }: Pick<AssembledScript, 'refs' | 'packageAssemblies'>,
  dlls: readonly AssemblyContent[],
): FileContent[] {
  const found = [...packageAssemblies, ...dlls].map(({ target, path }) => [target.toLowerCase(), path] as const);
  const paths = new Map(found);
  const libraries = new Map<string, FileContent>();
  for (const ref of refs) {
    const path = paths.get(ref.toLowerCase());
    const name = fileNameOf(ref);
    if (path !== undefined && !libraries.has(name.toLowerCase())) {
      libraries.set(name.toLowerCase(), { name, path });
    }
  }
  return [...libraries.values()];
}
