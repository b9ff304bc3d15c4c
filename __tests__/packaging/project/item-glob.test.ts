import { globMatcher } from '../../../src/packaging/project/item-glob.ts';

describe('a file specification', () => {
  it.each([
    ['*.cs', 'A.cs', true],
    ['*.cs', 'x/A.cs', false],
    ['*.CS', 'a.cs', true],
    ['?.cs', 'AB.cs', false],
    ['A*B*C.cs', 'AxxBByyC.cs', true],
    ['A*B*C.cs', 'AxxC.cs', false],
    ['**/*.cs', 'A.cs', true],
    ['**/*.cs', 'x/y/A.cs', true],
    ['**/x/*.cs', 'x/y/x/A.cs', true],
    ['**/x/**/A.cs', 'x/A.cs', true],
    ['**/x/**/A.cs', 'y/A.cs', false],
    ['bin/**', 'bin/a/b', true],
    ['bin/**', 'bin', false],
    ['**/.*/**', 'a/.git/b', true],
    ['**/.*/**', 'a/.git', false],
    ['**/*.*proj', 'a/b.csproj', true],
    ['a.b', 'axb', false],
    ['(a)+[b].cs', '(a)+[b].cs', true],
  ])('%s matches %s: %p', (specification, path, expected) => {
    expect(globMatcher(specification)(path)).toBe(expected);
  });

  it('cannot be made to take for ever', () => {
    const start = process.cpuUsage().user;
    expect(globMatcher(`${'*a'.repeat(60)}*b`)('a'.repeat(250))).toBe(false);
    expect(globMatcher(`${'**/a/'.repeat(30)}b`)('a/'.repeat(120))).toBe(false);
    expect(process.cpuUsage().user - start).toBeLessThan(1_000_000);
  });
});
