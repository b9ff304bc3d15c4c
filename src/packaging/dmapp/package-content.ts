/** What goes into a package, before it has the form of files (packaging spec 14.1). */
export interface PackageContent {
  readonly name: string;
  readonly version: string;
  readonly time: Date;
  /** The oldest DataMiner version that may install the package, as `A.B.C.D-build`. */
  readonly minDmaVersion?: string | undefined;
  readonly installer: Installer;
  readonly scripts: readonly { readonly name: string; readonly xml: string }[];
  readonly assemblies: readonly AssemblyContent[];
  /** Names relative to the companion folder, separated by backslashes. */
  readonly companionFiles: readonly FileContent[];
  /** Content of other kinds, under the names of its entries. */
  readonly otherFiles: readonly FileContent[];
}

/** What installs the package on a DataMiner System. */
export interface Installer {
  /** The text of `Install.xml`, with a byte order mark if it is to have one. */
  readonly script: string;
  /** DLLs beside the script; none when they are left out. */
  readonly libraries: readonly FileContent[];
}

export interface FileContent {
  readonly name: string;
  /** Absolute path of the file on disk. */
  readonly path: string;
}

export interface AssemblyContent {
  /** Where it is installed: a full path below `C:\Skyline DataMiner\`. */
  readonly target: string;
  readonly path: string;
  /** The first script that needs it. */
  readonly script: string;
}

/** An entry of a package file: its name, and its content as text or as a file on disk. */
export type PackageFileEntry = { readonly name: string } & ({ readonly text: string } | { readonly path: string });

/** The folder on a DataMiner System that assemblies are installed below. */
export const dataMinerFolder = 'C:\\Skyline DataMiner\\';

export function scriptEntryName(script: string): string {
  return `AppInstallContent\\Scripts\\${script}\\Script_${script}.xml`;
}

/** @param target full path below `C:\Skyline DataMiner\` */
export function assemblyEntryName(target: string): string {
  return `AppInstallContent\\Assemblies\\${target.slice(dataMinerFolder.length)}`;
}
