import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { workRootOf } from '../../../src/packaging/solution/work-root.ts';
import { folderWith, removeTemporaryFolders } from '../temporary-solution.ts';

afterEach(removeTemporaryFolders);

describe('the root that nothing packaged may leave', () => {
  it.each([
    ['a repository', '.git/HEAD'],
    ['a worktree or submodule, whose .git is a file', '.git'],
  ])('is the work tree of %s', async (_, git) => {
    const folder = await folderWith({ [git]: '', 'a/b/S.sln': '' });
    expect(await workRootOf(join(folder, 'a', 'b', 'S.sln'))).toBe(folder);
    expect(await workRootOf(join(folder, 'a', 'b'))).toBe(folder);
  });

  it('is the innermost work tree', async () => {
    const folder = await folderWith({ '.git/HEAD': '', 'sub/.git/HEAD': '', 'sub/S.sln': '' });
    expect(await workRootOf(join(folder, 'sub', 'S.sln'), folder)).toBe(join(folder, 'sub'));
  });

  it('is the workspace without a work tree, if it holds the solution', async () => {
    const folder = await folderWith({ 'a/S.sln': '', 'ab/x': '' });
    expect(await workRootOf(join(folder, 'a', 'S.sln'), folder)).toBe(folder);
    expect(await workRootOf(join(folder, 'a', 'S.sln'), join(folder, 'ab'))).toBe(join(folder, 'a'));
    expect(await workRootOf(join(folder, 'a', 'S.sln'), join(folder, 'gone'))).toBe(join(folder, 'a'));
  });

  it("is the solution's folder when there is nothing else", async () => {
    const folder = await folderWith({ 'a/S.sln': '' });
    expect(await workRootOf(join(folder, 'a', 'S.sln'))).toBe(join(folder, 'a'));
    expect(await workRootOf(join(folder, 'a', 'Gone.sln'))).toBe(join(folder, 'a'));
  });

  it('is found from where a link leads', async () => {
    const folder = await folderWith({ 'repo/.git/HEAD': '', 'repo/S.sln': '' });
    await symlink(join(folder, 'repo'), join(folder, 'link'));
    expect(await workRootOf(join(folder, 'link', 'S.sln'))).toBe(join(folder, 'repo'));
  });
});
