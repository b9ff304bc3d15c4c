import { packageNameFrom } from '../../../src/packaging/dmapp/package-name.ts';
import { packageVersionOf, packageVersionOfBuild } from '../../../src/packaging/dmapp/package-version.ts';
import { PackagingError, printable } from '../../../src/packaging/dmapp/packaging-error.ts';

describe('a package version', () => {
  it.each([
    ['1.0.1', '1.0.1'],
    ['1.0.1-CU10', '1.0.1-CU10'],
    ['1.0.0.1', '1.0.0-CU1'],
    ['1.0.1-beta1', '101.0.53790'],
    ['1.0.1-alpha', '101.0.5932'],
    ['0.0.1-rc1', '1.0.38230'],
    ['1.0.0.1-rc1', '1001.0.38230'],
    ['1.0.0-1234567', expect.stringMatching(/^100\.0\.\d+$/)],
    ['65.5.35-rc1', '65535.0.38230'],
  ])('%s becomes %s', (given, expected) => {
    expect(packageVersionOf(given)).toEqual(expected);
  });

  it.each([
    '',
    ' ',
    '1',
    '1.0',
    '1.0.1.1.1',
    '1.0.1 - CU1',
    '1.0.1-',
    '1.0.1-a-b',
    '1x0x1',
    'v1.0.0',
    '1.0.0\n',
    '1.0.0-a.b',
    '65.5.36-rc1',
    '1.0.10.23-x',
  ])('is not %j', (given) => {
    expect(() => packageVersionOf(given)).toThrow(expect.objectContaining({ code: 'version-invalid' }));
  });

  it.each([
    [0, '0.0.0-CU0'],
    [65535, '0.0.0-CU65535'],
    [4294967295, '0.0.0-CU4294967295'],
  ])('of build %d is %s', (build, expected) => {
    expect(packageVersionOfBuild(build)).toBe(expected);
  });

  it.each([-1, 1.5, Number.NaN, 4294967296])('is not that of build %d', (build) => {
    expect(() => packageVersionOfBuild(build)).toThrow(expect.objectContaining({ code: 'version-invalid' }));
  });
});

describe('a package name', () => {
  it.each([
    ['My <Package> 1/2', 'My _Package_ 1_2'],
    ['a"/\\<>|:*?b', 'a_________b'],
    ['two  blanks', 'two  blanks'],
  ])('%s becomes %s', (given, expected) => {
    expect(packageNameFrom(given)).toBe(expected);
  });

  it.each(['', ' \t', 'a\nb'])('is not %j', (given) => {
    expect(() => packageNameFrom(given)).toThrow(expect.objectContaining({ code: 'name-invalid' }));
  });
});

describe('a packaging error', () => {
  it('is one line of printable text, whatever the input holds', () => {
    const error = new PackagingError('name-invalid', 'a\n::error::b', { where: 'x\r', next: '\u001b[2J\u202e\u2028' });
    expect([error.message, error.where, error.next]).toEqual([
      'a\\u000a::error::b',
      'x\\u000d',
      '\\u001b[2J\\u202e\\u2028',
    ]);
    expect(printable('é😀 plain')).toBe('é😀 plain');
  });
});
