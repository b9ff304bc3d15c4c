import type { PackageInfo } from '../../packaging/dmapp/read-package.ts';
import { InstallError } from './connector.ts';
import { installedPackages, manifestName } from './install-plan.ts';
import type { RootFolder } from './root-folder.ts';

/** What an installation brought; it lies beside the package's own documents. */
export interface InstallManifest extends PackageInfo {
  readonly deploymentId: string;
  readonly installedAt: string;
  readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[];
}

export function manifestBytes(manifest: InstallManifest): Buffer {
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
}

/** Whether a deployment is what was last installed of its package. Asked without the package, which may be what kills processes. */
export async function isInstalled(deploymentId: string, root: RootFolder): Promise<boolean> {
  for (const folder of await root.names(installedPackages)) {
    const file = [...installedPackages, folder, manifestName];
    const text = await root.readText(file).catch(whatIsNoManifest);
    if (text !== undefined && deploymentIn(text) === deploymentId) return true;
  }
  return false;
}

/** Whatever else lies between the folders of packages. */
function whatIsNoManifest(error: unknown): undefined {
  if (!(error instanceof InstallError)) throw error;
}

function deploymentIn(text: string): unknown {
  try {
    return (JSON.parse(text) as { deploymentId?: unknown } | null)?.deploymentId;
  } catch {
    // Somebody else wrote it.
    return undefined;
  }
}
