import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConnectorSettings } from '../../../src/key-service/dms/connector-kinds.ts';
import { Reachability } from '../../../src/key-service/dms/reachability.ts';
import { temporaryFolder } from '../support/folder.ts';

const place = (folder: string): ConnectorSettings => ({ type: 'folder', folder });

async function reasonFor(folder: string): Promise<string | null> {
  const { reachable, reason } = await new Reachability().of(place(folder));
  expect(reachable).toBe(reason === null);
  return reason;
}

describe('a DMS that is a folder', () => {
  it('can be reached when the folder is, or may become, the root of a DMS', async () => {
    const folder = await temporaryFolder();
    expect(await reasonFor(folder)).toBeNull();
    await mkdir(join(folder, 'Scripts'));
    expect(await reasonFor(folder)).toBeNull();
  });

  it.each<[string, (folder: string) => Promise<string>, string]>([
    ['is not there', async (folder) => join(folder, 'gone'), 'does not exist'],
    ['is a file', async (folder) => await file(join(folder, 'file')), 'a file where its folder was'],
    [
      'is a link by now',
      async (folder) => {
        await symlink(folder, join(folder, 'link'));
        return join(folder, 'link');
      },
      'a link to another place',
    ],
    [
      'has a file in the place of its scripts',
      async (folder) => {
        await file(join(folder, 'Scripts'));
        return folder;
      },
      '"Scripts" in it is not a folder',
    ],
    [
      'has a file in the place of the folder of the key service',
      async (folder) => {
        await file(join(folder, '.dataminer-deploy'));
        return folder;
      },
      '".dataminer-deploy" in it is not a folder',
    ],
  ])('cannot be reached when the folder %s, and says so without naming it', async (_what, make, reason) => {
    const folder = await temporaryFolder();
    const told = await reasonFor(await make(folder));
    expect(told).toContain(reason);
    expect(told).not.toContain(folder);
  });

  // Nothing is forbidden to the superuser.
  (process.getuid?.() === 0 ? it.skip : it)('cannot be reached when nobody may write there', async () => {
    const folder = await temporaryFolder();
    await chmod(folder, 0o500);
    expect(await reasonFor(folder)).toContain('may not write');
    await chmod(folder, 0o700);
  });
});

describe('the question whether DMSs can be reached', () => {
  /** DMSs that answer when the test wants it. */
  function slowAnswers() {
    const asked: string[] = [];
    const answers = new Map<string, (reason?: string) => void>();
    const reachability = new Reachability(20, async ({ folder }) => {
      asked.push(folder);
      return await new Promise<string | undefined>((resolve) => {
        answers.set(folder, resolve);
      });
    });
    return { reachability, asked, answer: (folder: string) => answers.get(folder)?.() };
  }

  const late = { reachable: false, reason: 'It did not answer in time.' };

  it('keeps nobody waiting for a disk that hangs, and does not ask it twice at a time', async () => {
    const { reachability, asked, answer } = slowAnswers();
    expect(await reachability.of(place('/a'))).toEqual(late);
    expect(await reachability.of(place('/a'))).toEqual(late);
    expect(asked).toEqual(['/a']);
    const again = reachability.of(place('/a'));
    answer('/a');
    expect(await again).toEqual({ reachable: true, reason: null });
    expect(await reachability.of(place('/a'))).toEqual(late);
    expect(asked).toEqual(['/a', '/a']);
  });

  it('asks no more than two disks at a time, so that those which hang leave room for others', async () => {
    const { reachability, asked, answer } = slowAnswers();
    const three = ['/a', '/b', '/c'].map((folder) => reachability.of(place(folder)));
    expect(await Promise.all(three)).toEqual([late, late, late]);
    expect(asked).toEqual(['/a', '/b']);
    answer('/a');
    // Nobody waits for it any more, so it is not asked.
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toEqual(['/a', '/b']);
    expect(await reachability.of(place('/c'))).toEqual(late);
    expect(asked).toEqual(['/a', '/b', '/c']);
  });

  it('does not fail when a check does', async () => {
    const reachability = new Reachability(1000, async () => {
      throw Object.assign(new Error("EIO: i/o error, stat '/a'"), { code: 'EIO', syscall: 'stat' });
    });
    expect(await reachability.of(place('/a'))).toEqual({
      reachable: false,
      reason: 'It cannot be checked (EIO).',
    });
  });
});

async function file(path: string): Promise<string> {
  await writeFile(path, '');
  return path;
}
