import { dirname, resolve } from 'node:path';
import { PackagingError } from '../dmapp/packaging-error.ts';
import { toPlatform } from '../files/paths.ts';
import { readTextFile } from '../files/read-text.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { attributeOf, childElements, type XmlElement } from '../xml/xml-node.ts';
import { configurationFiles, type NuGetSurroundings } from './config-files.ts';

/** What NuGet's configuration files say together (packaging spec 12.1). */
export interface NuGetConfig {
  /** Absolute path of the global packages folder, when a file names one. */
  readonly globalPackagesFolder: string | undefined;
  /** In the order in which they are asked; disabled ones are left out. */
  readonly sources: readonly ConfiguredSource[];
  /** Whether any file speaks of sources, be it to remove them all. */
  readonly hasSources: boolean;
  /** Source names in lower case to the patterns of the package ids that may come from them; empty when all may. */
  readonly mapping: ReadonlyMap<string, readonly string[]>;
}

export interface ConfiguredSource {
  readonly name: string;
  /** An address, or the absolute path of a folder. */
  readonly location: string;
  /**
   * Read when the source is first asked: until then nobody needs the variables that they come from.
   * @throws PackagingError `nuget-config-invalid`
   */
  readonly credentials: () => Credentials | undefined;
  readonly allowsInsecureConnections: boolean;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** An `add` element, with the file that it stands in. */
interface Setting {
  readonly element: XmlElement;
  readonly value: string;
  readonly file: string;
  /** Higher in nearer files. */
  readonly rank: number;
}

/** Sections that packaging knows, each a list of settings by key; a later `clear` empties a section. */
type Sections = Map<string, Map<string, Setting>>;

/**
 * Reads NuGet's chain of configuration: machine and user first, then every folder from the file system's root down to the
 * given one; what stands nearer wins, and its `clear` removes what came before.
 * @param folder where the solution lies
 * @throws PackagingError `malformed-xml`, `nuget-config-invalid`
 */
export async function readNuGetConfig(folder: string, surroundings: NuGetSurroundings): Promise<NuGetConfig> {
  const sections: Sections = new Map();
  const mapping = new Map<string, string[]>();
  let hasSources = false;
  for (const [rank, file] of (await configurationFiles(folder, surroundings)).entries()) {
    const { root } = parseXml(await readTextFile(file, file, true), file);
    for (const section of childElements(root)) {
      hasSources ||= isNamed(section, 'packageSources') && childElements(section).length > 0;
      if (isNamed(section, 'packageSourceMapping')) {
        mergeMapping(section, mapping);
      } else if (isNamed(section, 'packageSourceCredentials')) {
        for (const source of childElements(section)) {
          merge(source, `credentials of ${decodeName(source.name).toLowerCase()}`, { file, rank }, sections);
        }
      } else {
        merge(section, section.name.toLowerCase(), { file, rank }, sections);
      }
    }
  }
  return {
    globalPackagesFolder: globalPackagesFolder(sections, surroundings),
    sources: sourcesIn(sections, surroundings),
    hasSources,
    mapping,
  };
}

function merge(section: XmlElement, name: string, origin: Pick<Setting, 'file' | 'rank'>, sections: Sections): void {
  const settings = sections.get(name) ?? new Map<string, Setting>();
  sections.set(name, settings);
  for (const element of childElements(section)) {
    if (isNamed(element, 'clear')) {
      settings.clear();
    } else if (isNamed(element, 'add')) {
      const key = attributeOf(element, 'key') ?? '';
      const value = attributeOf(element, 'value') ?? '';
      settings.set(key.toLowerCase(), { ...origin, element, value });
    }
  }
}

function mergeMapping(section: XmlElement, mapping: Map<string, string[]>): void {
  for (const element of childElements(section)) {
    if (isNamed(element, 'clear')) {
      mapping.clear();
    } else if (isNamed(element, 'packageSource')) {
      const patterns = childElements(element, 'package').map((child) => attributeOf(child, 'pattern')?.trim() ?? '');
      mapping.set((attributeOf(element, 'key') ?? '').toLowerCase(), patterns.filter(Boolean));
    }
  }
}

function globalPackagesFolder(sections: Sections, surroundings: NuGetSurroundings): string | undefined {
  const setting = sections.get('config')?.get('globalpackagesfolder');
  return setting && pathIn(setting, surroundings.env);
}

/** Any scheme counts: an address that is taken for a folder would show its user information in messages. */
export function isAddress(location: string): boolean {
  return /^(?:https?:|[a-z][a-z0-9+.-]+:\/\/)/i.test(location);
}

/** The nearest file's sources come first, in its order; NuGet asks them like that. */
function sourcesIn(sections: Sections, { env }: NuGetSurroundings): ConfiguredSource[] {
  const disabled = sections.get('disabledpackagesources');
  return [...(sections.get('packagesources') ?? [])]
    .sort(([, a], [, b]) => b.rank - a.rank)
    .filter(([key]) => (disabled?.get(key)?.value.trim().toLowerCase() ?? 'false') === 'false')
    .map(([key, setting]) => ({
      name: attributeOf(setting.element, 'key') ?? '',
      location: isAddress(setting.value.trim()) ? withVariables(setting.value.trim(), env) : pathIn(setting, env),
      credentials: () => credentialsOf(key, sections, env),
      allowsInsecureConnections:
        attributeOf(setting.element, 'allowInsecureConnections')?.trim().toLowerCase() === 'true',
    }));
}

/**
 * @throws PackagingError for a password that only the user's own Windows account can read, and for a placeholder that
 *   nothing fills
 */
function credentialsOf(source: string, sections: Sections, env: NodeJS.ProcessEnv): Credentials | undefined {
  const fromEnvironment = Object.entries(env).find(
    ([name]) => name.toLowerCase() === `nugetpackagesourcecredentials_${source}`,
  )?.[1];
  if (fromEnvironment !== undefined) {
    // A password may hold semicolons, as in NuGet itself.
    const { username, password } =
      /^\s*Username\s*=(?<username>.*?);\s*Password\s*=(?<password>.*?)(?:;\s*ValidAuthenticationTypes\s*=.*)?$/is.exec(
        fromEnvironment,
      )?.groups ?? {};
    return username === undefined || password === undefined
      ? undefined
      : { username: username.trim(), password: password.trim() };
  }
  const settings = sections.get(`credentials of ${source}`);
  const username = settings?.get('username');
  const clear = settings?.get('cleartextpassword');
  if (username === undefined || settings === undefined) {
    return undefined;
  }
  if (clear === undefined) {
    throw new PackagingError('nuget-config-invalid', `The password of the NuGet source '${source}' cannot be read.`, {
      where: username.file,
      next: 'Give it as ClearTextPassword with a placeholder such as %NUGET_PASSWORD%, and set that environment variable; encrypted passwords open on the Windows machine that made them only.',
    });
  }
  return { username: filledIn(username, env, source), password: filledIn(clear, env, source) };
}

function filledIn({ value, file }: Setting, env: NodeJS.ProcessEnv, source: string): string {
  const filled = withVariables(value, env);
  const [, missing] = /^%(\w+)%$/.exec(filled) ?? [];
  if (missing !== undefined) {
    throw new PackagingError(
      'nuget-config-invalid',
      `The credentials of the NuGet source '${source}' need the environment variable ${missing}, which is not set.`,
      { where: file, next: `Set ${missing}, in a workflow from a secret.` },
    );
  }
  return filled;
}

/** `%NAME%` becomes the environment variable of that name; without one it stays as it is. */
function withVariables(text: string, env: NodeJS.ProcessEnv): string {
  return text.replace(/%([^%\s]+)%/g, (placeholder, name: string) => env[name] ?? placeholder);
}

function pathIn({ value, file }: Setting, env: NodeJS.ProcessEnv): string {
  return resolve(dirname(file), toPlatform(withVariables(value.trim(), env)));
}

/** Element names cannot hold every character: `My_x0020_Feed` stands for `My Feed`. */
function decodeName(name: string): string {
  return name.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function isNamed(element: XmlElement, name: string): boolean {
  return element.name.toLowerCase() === name.toLowerCase();
}
