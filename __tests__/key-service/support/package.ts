import { Readable } from 'node:stream';
import type { openPackage } from '../../../src/packaging/dmapp/read-package.ts';

/** Entries of a small package, as the packager writes them. */
export const demoEntries: Readonly<Record<string, string>> = {
  'AppInfo.xml': '<AppInfo/>',
  'Scripts\\Install.xml': '<DMSScript/>',
  'Scripts\\InstallDependencies\\A.dll': 'installer',
  'AppInstallContent\\Scripts\\Demo\\Script_Demo.xml': 'new script',
  'AppInstallContent\\Assemblies\\ProtocolScripts\\DllImport\\lib\\1.0.0\\Lib.dll': 'library',
  'AppInstallContent\\CompanionFiles\\Skyline DataMiner\\Documents\\Demo\\Manual.txt': 'manual',
  'AppInstallContent\\DeploymentActions.xml': '<AppPackageDeploymentActions/>',
  'Description.txt': 'Demo package version: 1.0.1',
};

/** Stands in for the package reader: a package that is made of texts. */
export function packageReader(
  entries: Readonly<Record<string, string>> = demoEntries,
  info = { name: 'Demo', version: '1.0.1' },
): typeof openPackage {
  return async () => ({
    info,
    entries: Object.entries(entries).map(([name, text]) => ({ name, size: text.length })),
    read: async (name) => Readable.from([Buffer.from(entries[name] ?? '')]),
    readText: async (name) => entries[name] ?? '',
    close: async () => undefined,
  });
}
