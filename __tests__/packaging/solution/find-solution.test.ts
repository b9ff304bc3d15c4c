import { join } from 'node:path';
import { findSolution } from '../../../src/packaging/solution/find-solution.ts';
import { folderWith, removeTemporaryFolders } from '../temporary-solution.ts';

afterEach(removeTemporaryFolders);

describe('the solution of a path', () => {
  it.each(['My.sln', 'My.slnx', 'My.SLN'])('is the only solution file %s in a folder', async (name) => {
    const folder = await folderWith({ [name]: '', 'other.txt': '', 'sub/Deep.slnx': '' });
    expect(await findSolution(folder)).toBe(join(folder, name));
  });

  it('is the file itself, whatever lies beside it', async () => {
    const folder = await folderWith({ 'A.sln': '', 'B.slnx': '' });
    expect(await findSolution(join(folder, 'B.slnx'))).toBe(join(folder, 'B.slnx'));
  });

  it('may not be one of several: all are named', async () => {
    const folder = await folderWith({ 'B.sln': '', 'A.slnx': '' });
    await expect(findSolution(folder)).rejects.toMatchObject({
      code: 'solution-ambiguous',
      message: expect.stringContaining('A.slnx, B.sln'),
    });
  });

  it('may be a project, but only when it is named', async () => {
    const folder = await folderWith({ 'P.csproj': '' });
    expect(await findSolution(join(folder, 'P.csproj'))).toBe(join(folder, 'P.csproj'));
    await expect(findSolution(folder)).rejects.toMatchObject({ code: 'solution-not-found' });
  });

  it('must exist', async () => {
    const folder = await folderWith({ 'readme.md': '' });
    for (const path of [folder, join(folder, 'gone.sln'), join(folder, 'readme.md')]) {
      await expect(findSolution(path)).rejects.toMatchObject({ code: 'solution-not-found' });
    }
  });
});
