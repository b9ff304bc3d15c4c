import {
  compareVersions,
  type NuGetVersion,
  normalizedVersion,
  parseVersion,
} from '../../../src/packaging/nuget/nuget-version.ts';
import {
  bestVersion,
  isWithinRange,
  namedVersion,
  parseRange,
  type VersionRange,
} from '../../../src/packaging/nuget/version-range.ts';

function version(text: string): NuGetVersion {
  return parseVersion(text) as NuGetVersion;
}

function range(text: string): VersionRange {
  return parseRange(text) as VersionRange;
}

describe('a version', () => {
  it.each([
    ['1', '1.0.0'],
    ['1.2', '1.2.0'],
    ['01.002.0003', '1.2.3'],
    ['1.0.0.0', '1.0.0'],
    ['1.0.0.4-Test1', '1.0.0.4-Test1'],
    ['1.0.0-a.b.1+build.7', '1.0.0-a.b.1'],
  ])('%s is %s in folders and addresses', (text, normalized) => {
    expect(normalizedVersion(version(text))).toBe(normalized);
  });

  it.each(['', 'x', '1.', '1.2.3.4.5', '1.0.0-', '1.0.0-é', '99999999999', '-1', '1.0 .0'])('is not %j', (text) => {
    expect(parseVersion(text)).toBeUndefined();
  });

  it('has its place in the order of versions', () => {
    const ordered = [
      '0.9',
      '1.0.0-1',
      '1.0.0-2',
      '1.0.0-10',
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-beta',
      '1.0',
      '1.0.0.1',
      '1.2',
      '1.10',
    ];
    const shuffled = ordered.toReversed().map(version).sort(compareVersions);
    expect(shuffled.map(({ text }) => text)).toEqual(ordered);
    expect(compareVersions(version('1.0.0-BETA+1'), version('1.0-beta+2'))).toBe(0);
  });
});

describe('a range', () => {
  it.each([
    ['1.0', '1.0 9.0', '0.9 1.0-beta'],
    ['[1.0]', '1.0 1.0.0.0', '0.9 1.1'],
    ['[1.0,2.0)', '1.0 1.9', '0.9 2.0'],
    ['(1.0,2.0]', '1.0.1 2.0', '1.0 2.0.1'],
    ['[1.2.0, )', '1.2 9', '1.1'],
    ['(,2.0]', '0.1 2.0', '2.1'],
    ['(,)', '0.1 9', ''],
  ])('%s allows %s but not %s', (text, allowed, refused) => {
    const isAllowed = (one: string): boolean => isWithinRange(range(text), version(one));
    expect(allowed.split(' ').filter(isAllowed)).toEqual(allowed.split(' '));
    expect(refused.split(' ').filter(Boolean).filter(isAllowed)).toEqual([]);
  });

  it.each(['', 'latest', '[1.0', '1.0]', '(1.0)', '[2.0,1.0]', '[x,2.0]', '1.0,2.0', '[,]x', '1.x'])(
    'is not %j',
    (text) => {
      expect(parseRange(text)).toBeUndefined();
    },
  );

  it('names a version when it includes its minimum', () => {
    const named = ['1.0', '[1.0]', '[1.0,2.0)', '(1.0,)', '(,2.0]', '1.*'].map(
      (text) => namedVersion(range(text))?.text,
    );
    expect(named).toEqual(['1.0', '1.0', '1.0', undefined, undefined, undefined]);
  });

  const offered = ['1.0.0-alpha', '1.0.0', '1.1.0', '1.2.0-beta', '1.2.0-rc.1', '2.0.0', '2.1.0-beta'];
  it.each([
    ['(1.0,2.0]', '1.1.0'],
    ['(,1.9]', '1.0.0'],
    ['(1.1.0,1.9]', '1.2.0-beta'],
    ['*', '2.0.0'],
    ['*-*', '2.1.0-beta'],
    ['1.*', '1.1.0'],
    ['1.1.*', '1.1.0'],
    ['1.*-*', '1.2.0-rc.1'],
    ['1.*-beta*', '1.2.0-beta'],
    ['1.2.0-*', '1.2.0-rc.1'],
    ['1.2.0-beta*', '1.2.0-beta'],
    ['[1.*,1.1.5)', '1.1.0'],
    ['3.*', undefined],
    ['(9,)', undefined],
  ])('%s takes %s of what is offered', (text, expected) => {
    expect(bestVersion(range(text), offered.map(version))?.text).toBe(expected);
  });
});
