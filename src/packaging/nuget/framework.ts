/** A target framework, such as .NET Framework 4.8. */
export interface Framework {
  /** In lower case: `.netframework`, `.netstandard`, `.netcoreapp`, `.netportable`, `any`, or a name that nothing here is compatible with. */
  readonly identifier: string;
  /** Four numbers. */
  readonly version: readonly number[];
  /** In lower case; empty for the full profile. Of .NET 5 and later the platform, such as `windows`. */
  readonly profile: string;
  /** The frameworks that a portable library serves. */
  readonly portable: readonly Framework[];
}

/** Stands for a group that names no framework. */
export const anyFramework: Framework = { identifier: 'any', version: [0, 0, 0, 0], profile: '', portable: [] };

const longNames: Readonly<Record<string, string>> = {
  net: '.netframework',
  netframework: '.netframework',
  netstandard: '.netstandard',
  netcoreapp: '.netcoreapp',
  netportable: '.netportable',
  portable: '.netportable',
};

/** .NET Framework of the numbered portable profiles. */
const portableProfiles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    net40: '2 3 5 14 36 37 88 92 136 225 328',
    net403: '6 18 19 41 42 95 96 102 143 147 240 336',
    net45: '4 7 23 24 46 47 49 78 104 111 154 158 255 259 344',
    net451: '44 151',
  }).flatMap(([name, numbers]) => numbers.split(' ').map((number) => [`profile${number}`, name])),
);

/**
 * A framework as folders (`net462`, `netstandard2.0`, `portable-net45+win8`), package manifests (`.NETFramework4.6.2`)
 * and projects (`.NETFramework,Version=v4.8`) write it. An unknown name gives a framework that nothing is compatible with.
 */
export function parseFramework(written: string): Framework {
  const text = written.trim().toLowerCase();
  if (text === '' || text === 'any') {
    return anyFramework;
  }
  const moniker = /^([^,]+),\s*version=v?([\d.]+)(?:,\s*profile=(.*))?$/.exec(text);
  const [, name = text, digits = '', profile = ''] =
    moniker ?? /^(\.?[a-z]+(?:\.[a-z]+)*)([\d.]*)(?:-(.*))?$/.exec(text) ?? [];
  const identifier = longNames[name.replace(/^\./, '')] ?? name;
  if (identifier === '.netportable') {
    return { ...anyFramework, identifier, profile, portable: portableFrameworks(profile) };
  }
  const version = versionOf(digits);
  if (identifier === '.netframework' && (version[0] as number) >= 5) {
    return { identifier: '.netcoreapp', version, profile: profile.replace(/[\d.]+$/, ''), portable: [] };
  }
  return { identifier, version, profile: profile === 'full' ? '' : profile, portable: [] };
}

/** `4.6.2`, or one digit for each number as in `462`. */
function versionOf(digits: string): number[] {
  const numbers = (digits.includes('.') ? digits.split('.') : [...digits]).map(Number);
  return [0, 1, 2, 3].map((index) => numbers[index] ?? 0);
}

function portableFrameworks(profile: string): Framework[] {
  const names = portableProfiles[profile] ?? profile;
  return names.split('+').map(parseFramework);
}

/** The frameworks of a list that a project of the target framework takes, the nearest first (packaging spec 12.5). */
export function nearestFramework(target: Framework, offered: readonly Framework[]): Framework | undefined {
  return offered
    .map((framework) => ({ framework, distance: distance(target, framework) }))
    .filter(({ distance: numbers }) => numbers !== undefined)
    .sort((a, b) => compareNumbers(a.distance as number[], b.distance as number[]))[0]?.framework;
}

export function isSameFramework(a: Framework, b: Framework): boolean {
  return a.identifier === b.identifier && a.profile === b.profile && compareNumbers(a.version, b.version) === 0;
}

/** Numbers by which nearer frameworks come first; undefined when the target cannot use it. */
function distance(target: Framework, offered: Framework): number[] | undefined {
  const higherFirst = offered.version.map((number) => -number);
  if (offered.identifier === target.identifier && offered.identifier !== '.netportable') {
    const isUsable = compareNumbers(offered.version, target.version) <= 0 && isUsableProfile(target, offered.profile);
    const profileRank = offered.profile === target.profile ? 0 : offered.profile === '' ? 1 : 2;
    return isUsable ? [0, ...higherFirst, profileRank] : undefined;
  }
  if (offered.identifier === '.netstandard') {
    return compareNumbers(offered.version, standardOf(target)) <= 0 ? [1, ...higherFirst] : undefined;
  }
  if (offered.identifier === '.netportable') {
    const nearest = nearestFramework(
      target,
      offered.portable.filter(({ identifier }) => identifier === target.identifier),
    );
    return nearest && [2, ...nearest.version.map((number) => -number), offered.portable.length];
  }
  return offered.identifier === 'any' ? [3] : undefined;
}

/** A full .NET Framework has all of the client profile; .NET for a platform has all of .NET. */
function isUsableProfile(target: Framework, profile: string): boolean {
  return (
    profile === '' || profile === target.profile || (profile === 'client' && target.identifier === '.netframework')
  );
}

/** The newest .NET Standard that a framework implements; 0 when none. */
function standardOf({ identifier, version }: Framework): number[] {
  const implemented: readonly (readonly [string, string])[] =
    identifier === '.netframework'
      ? [
          ['4.6.1', '2.0'],
          ['4.6', '1.3'],
          ['4.5.1', '1.2'],
          ['4.5', '1.1'],
        ]
      : identifier === '.netcoreapp'
        ? [
            ['3.0', '2.1'],
            ['2.0', '2.0'],
            ['1.0', '1.6'],
          ]
        : [];
  const found = implemented.find(([since]) => compareNumbers(version, versionOf(since)) >= 0);
  return versionOf(found?.[1] ?? '0.0');
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (const [index, number] of a.entries()) {
    const difference = number - (b[index] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}
