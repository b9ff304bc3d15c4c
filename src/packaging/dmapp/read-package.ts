import type { Readable } from 'node:stream';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { Archive, broken, type PackageEntry, type PackageLimits } from './archive.ts';
import { packageFolderProblem } from './entry-name.ts';

export interface PackageInfo {
  readonly name: string;
  readonly version: string;
  readonly minDmaVersion?: string;
}

/** A package that was found sound; `close` it after use. */
export interface OpenPackage {
  readonly info: PackageInfo;
  readonly entries: readonly PackageEntry[];
  /** The unpacked content of an entry. The stream fails when the content is not what its header says. */
  read(name: string): Promise<Readable>;
  /** The content of a text entry, read as UTF-8 without its byte order mark. */
  readText(name: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * Opens a DmApp package, checked as {@link Archive.open} does, that has a readable AppInfo.xml (packaging spec 14).
 * @throws PackagingError `broken-package`, saying what is wrong
 */
export async function openPackage(file: string, limits: Partial<PackageLimits> = {}): Promise<OpenPackage> {
  const archive = await Archive.open(file, limits);
  try {
    const info = infoIn(await archive.readText('AppInfo.xml'), file);
    return {
      info,
      entries: archive.entries,
      read: (name) => archive.read(name),
      readText: (name) => archive.readText(name),
      close: async () => archive.close(),
    };
  } catch (error) {
    archive.close();
    throw error;
  }
}

function infoIn(xml: string, file: string): PackageInfo {
  const values = new Map<string, string>();
  try {
    const root = parseXml(xml).root;
    for (const node of root?.name === 'AppInfo' ? root.children : []) {
      if (node instanceof XmlElement) {
        values.set(node.name, node.text.trim());
      }
    }
  } catch (cause) {
    throw broken('its AppInfo.xml is no well-formed XML', file, cause);
  }
  const [name = '', version = '', minDmaVersion] = ['Name', 'Version', 'MinDmaVersion'].map((key) => values.get(key));
  const problem = packageFolderProblem(name, version);
  if (problem !== undefined) {
    throw broken(
      `name '${name}' and version '${version}' in its AppInfo.xml cannot be used: the folder ${problem}`,
      file,
    );
  }
  return minDmaVersion === undefined ? { name, version } : { name, version, minDmaVersion };
}
