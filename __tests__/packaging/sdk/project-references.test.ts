import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type Files, folderWith, packaged, removeTemporaryFolders } from '../temporary-solution.ts';
import { packageProject, projectReferences, sdkSolution } from './sdk-solution.ts';

afterEach(removeTemporaryFolders);

const scripts = sdkSolution({ Alpha: {}, Beta: {}, Alps: {} });

/** Names of the scripts in the package of project `Pack`, for the content of its `ProjectReferences.xml`. */
async function included(references: string, files: Files = {}): Promise<string[]> {
  const folder = await folderWith({ ...scripts, ...packageProject('Pack', {}, references), ...files });
  const result = await packaged(folder, { solution: join(folder, 'Pack', 'Pack.csproj') });
  return result.scripts.map(({ name }) => name);
}

describe('a package project', () => {
  it.each([
    ['everything beside it when it names nothing', '', ['Alpha', 'Alps', 'Beta']],
    [
      'what a pattern matches, level by level',
      '<ProjectReference Include="..\\Al*\\Al??*.csproj" />',
      ['Alpha', 'Alps'],
    ],
    [
      'what its patterns match, in their order',
      '<ProjectReference Include="../Beta/Beta.csproj" /><ProjectReference Include="..\\*\\*.csproj" />',
      ['Beta', 'Alpha', 'Alps'],
    ],
    ['names in any case', '<ProjectReference Include="..\\BETA\\*.CSPROJ" />', ['Beta']],
    ['two stars as one level', '<ProjectReference Include="..\\**\\Beta.csproj" />', ['Beta']],
    ['no more than its exclusions leave', '<ProjectReference Exclude="..\\Al*\\*.csproj" />', ['Beta']],
    [
      'nothing that it excludes',
      '<ProjectReference Include="..\\Beta\\*.csproj" /><ProjectReference Exclude="..\\B*\\*.csproj" />',
      [],
    ],
  ])('includes %s', async (_, references, expected) => {
    expect(await included(references, { 'Pack/SetupContent/some.txt': '' })).toEqual(expected);
  });

  it('includes the projects of a solution filter', async () => {
    const filter = JSON.stringify({
      solution: { path: 'S.slnx', projects: ['Beta\\Beta.csproj', 'Pack\\Pack.csproj'] },
    });
    expect(await included('<SolutionFilter Include="..\\*.slnf" />', { 'Few.slnf': `\ufeff${filter}` })).toEqual([
      'Beta',
    ]);
  });

  it('skips projects that are no part of DataMiner', async () => {
    expect(await included('', { 'Tests/Tests.csproj': '<Project Sdk="Microsoft.NET.Sdk" />' })).toEqual([
      'Alpha',
      'Alps',
      'Beta',
    ]);
  });

  it.each([
    [
      'an include of a file that is missing',
      '<ProjectReference Include="..\\No\\No.csproj" />',
      'file-not-found',
      ':2:',
    ],
    ['a filter that is missing', '<SolutionFilter Include="..\\No.slnf" />', 'file-not-found', ':2:'],
    ['an element that is not known', '<PackageReference Include="X" />', 'malformed-project', ':2:1'],
    ['a pattern that leaves the root', '<ProjectReference Include="..\\..\\*\\*.csproj" />', 'outside-root', ':2:'],
  ])('is refused with %s', async (_, references, code, place) => {
    await expect(included(references)).rejects.toMatchObject({
      code,
      where: expect.stringContaining(`Pack/PackageContent/ProjectReferences.xml${place}`),
    });
  });

  it.each([['not JSON'], ['{"solution": {"projects": "all"}}'], ['{"solution": {"projects": [1]}}'], ['null']])(
    'is refused with the filter %s',
    async (filter) => {
      await expect(included('<SolutionFilter Include="..\\F.slnf" />', { 'F.slnf': filter })).rejects.toMatchObject({
        code: 'malformed-solution',
        where: 'F.slnf',
      });
    },
  );

  it('is refused when its file is of another kind, or missing', async () => {
    const file = 'Pack/PackageContent/ProjectReferences.xml';
    const plain = projectReferences('').replace(/ xmlns="[^"]*"/, '');
    await expect(included('', { [file]: plain })).rejects.toMatchObject({
      code: 'malformed-project',
      where: `${file}:1:1`,
    });
    const { [file]: _, ...rest } = { ...packageProject('Pack') };
    const folder = await folderWith({ ...scripts, ...rest });
    await expect(packaged(folder, { solution: join(folder, 'Pack', 'Pack.csproj') })).rejects.toMatchObject({
      code: 'file-not-found',
      where: 'Pack/Pack.csproj',
    });
  });

  it('is refused when it includes another package project', async () => {
    await expect(included('', packageProject('Other'))).rejects.toMatchObject({
      code: 'unsupported-project',
      message: expect.stringContaining('Project Other makes a package of its own'),
    });
  });

  it('follows no link out of the root', async () => {
    const outside = await folderWith(sdkSolution({ Far: {} }));
    const folder = await folderWith({ ...scripts, ...packageProject('Pack') });
    await symlink(join(outside, 'Far'), join(folder, 'Far'));
    await expect(packaged(folder, { solution: join(folder, 'Pack', 'Pack.csproj') })).rejects.toMatchObject({
      code: 'outside-root',
    });
  });
});
