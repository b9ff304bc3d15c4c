import { isWithin, overlap } from '../../../src/key-service/dms/folder-path.ts';

describe('a path', () => {
  it.each([
    ['/dms/a', '/dms/a', true],
    ['/dms', '/dms/a', true],
    ['/', '/dms', true],
    ['/dms', '/dms/..a/b', true],
    ['/dms/a', '/dms/ab', false],
    ['/dms/a', '/dms', false],
    ['/dms/a', '/dms/b', false],
  ])('below %s or not: %s', (folder, path, expected) => {
    expect(isWithin(folder, path)).toBe(expected);
    expect(overlap(path, folder)).toBe(expected || isWithin(path, folder));
  });
});
