import { Readable } from 'node:stream';
import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import type { openPackage } from '../../../src/packaging/dmapp/read-package.ts';

const appInfo = '<AppInfo><Name>Demo</Name><Version>1.0.1</Version></AppInfo>';

/** Entries of a small package, as the packager writes them. */
export const demoEntries: Readonly<Record<string, string>> = {
  'AppInfo.xml': appInfo,
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

/** A package as bytes, as the packager writes them. */
export async function packageBytes(
  entries: Readonly<Record<string, string>> = demoEntries,
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  const options = { dataDescriptor: false, extendedTimestamp: false, msDosCompatible: true };
  for (const [name, text] of Object.entries(entries)) await zip.add(name, new TextReader(text), options);
  return (await zip.close()) as Uint8Array<ArrayBuffer>;
}
