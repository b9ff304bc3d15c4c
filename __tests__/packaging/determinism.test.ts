import { execFile } from 'node:child_process';
import { utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { folderWith, packaged, removeTemporaryFolders, slnText } from './temporary-solution.ts';

afterEach(removeTemporaryFolders);

const here = dirname(fileURLToPath(import.meta.url));
const harbour = join(here, '..', 'fixtures', 'solutions', 'harbour', 'input');

/** Packages the harbour solution in a process of its own and gives the checksum of the package. */
async function checksumWith(environment: Record<string, string>): Promise<string> {
  const script = `
    import { packageSolution } from './src/packaging/package-solution.ts';
    const { sha256 } = await packageSolution({
      solution: process.env.SOLUTION, root: process.env.SOLUTION, output: process.env.OUTPUT, name: 'Harbour', version: '1.0.0',
      installer: 'omit', packageTime: new Date('2026-03-29T01:30:00Z'), nuget: { sources: [], offline: true, env: {}, home: '/nowhere' }, maxBytes: 1e7,
    });
    console.log(sha256);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    cwd: join(here, '..', '..'),
    env: { ...process.env, ...environment, SOLUTION: harbour, OUTPUT: join(await folderWith(), 'x.dmapp') },
  });
  return stdout.trim();
}

describe('the same solution', () => {
  it('gives the same bytes in every time zone and language', async () => {
    const checksums = await Promise.all([
      checksumWith({ TZ: 'America/New_York', LC_ALL: 'en_US.UTF-8' }),
      checksumWith({ TZ: 'Asia/Tokyo', LC_ALL: 'sv_SE.UTF-8' }),
      checksumWith({ TZ: 'Europe/Brussels' }), // where the clocks go forward at that very time
    ]);
    expect(checksums[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(checksums).size).toBe(1);
  });

  it('gives the same bytes whatever the times of its files and wherever it lies', async () => {
    const files = {
      'S.sln': slnText({ A: [] }),
      'A.xml': '<DMSScript><Name>A</Name></DMSScript>',
      'CompanionFiles/x.txt': 'x',
    };
    const [one, two] = [await folderWith(files), await folderWith(files)];
    await utimes(join(two, 'CompanionFiles', 'x.txt'), new Date(0), new Date(0));
    expect((await packaged(one)).sha256).toBe((await packaged(two)).sha256);
  });
});
