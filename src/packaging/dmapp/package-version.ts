import { createHash } from 'node:crypto';
import { PackagingError } from './packaging-error.ts';

const maxBuildNumber = 0xffff_ffff;
const maxPreReleaseNumber = 0xffff;

/**
 * A given version in DataMiner form (packaging spec 15.1 to 15.3): `1.0.1` and `1.0.1-CU2` stay, `1.0.0.1` becomes
 * `1.0.0-CU1`, and `1.0.1-beta1` becomes `101.0.53790`.
 * @throws PackagingError `version-invalid`
 */
export function packageVersionOf(version: string): string {
  if (/^\d+\.\d+\.\d+(-CU\d+)?$/.test(version)) {
    return version;
  }
  const fourParts = /^(\d+\.\d+\.\d+)\.(\d+)$/.exec(version);
  if (fourParts) {
    return `${fourParts[1]}-CU${fourParts[2]}`;
  }
  const preRelease = /^(\d+\.\d+\.\d+(?:\.\d+)?)-(\w+)$/.exec(version);
  if (preRelease) {
    return preReleaseVersion(version, preRelease[1] as string, preRelease[2] as string);
  }
  throw new PackagingError('version-invalid', `The version '${version}' has no known form.`, {
    next: 'Give it as A.B.C, A.B.C-CUn, A.B.C.D, A.B.C-suffix or A.B.C.D-suffix (letters, digits and _ in the suffix).',
  });
}

/**
 * The version of a build that has only a number: `0.0.0-CU7` for 7 (packaging spec 15.1).
 * @throws PackagingError `version-invalid` unless it is an integer from 0 to 4294967295
 */
export function packageVersionOfBuild(buildNumber: number): string {
  if (!Number.isInteger(buildNumber) || buildNumber < 0 || buildNumber > maxBuildNumber) {
    throw new PackagingError('version-invalid', `The build number ${buildNumber} is not usable.`, {
      next: `Give an integer from 0 to ${maxBuildNumber}.`,
    });
  }
  return `0.0.0-CU${buildNumber}`;
}

/** The digits of the numbers read as one number, and two bytes of the suffix's MD5 that deployed systems compare. */
function preReleaseVersion(version: string, numbers: string, suffix: string): string {
  const number = Number(numbers.replaceAll('.', ''));
  if (number > maxPreReleaseNumber) {
    throw new PackagingError(
      'version-invalid',
      `The pre-release version '${version}' is too large: its digits, read as one number, exceed ${maxPreReleaseNumber}.`,
      { next: 'Use smaller numbers before the dash, or a version without a suffix.' },
    );
  }
  return `${number}.0.${createHash('md5').update(suffix).digest().readUInt16LE(0)}`;
}
