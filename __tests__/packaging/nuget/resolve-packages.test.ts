import { setImmediate } from 'node:timers/promises';
import { type CollectedPackage, collectPackages } from '../../../src/packaging/nuget/collect-packages.ts';
import { parseFramework } from '../../../src/packaging/nuget/framework.ts';
import type { NuGetVersion } from '../../../src/packaging/nuget/nuget-version.ts';
import { resolvePackages } from '../../../src/packaging/nuget/resolve-packages.ts';
import type { RestoredPackage } from '../../../src/packaging/nuget/restored-package.ts';
import { namedVersion, parseRange, type VersionRange } from '../../../src/packaging/nuget/version-range.ts';

/** Packages as `ID VERSION` to their dependencies, each `ID RANGE`. */
type Feed = Readonly<Record<string, readonly string[]>>;

const net48 = parseFramework('net48');

function dependency(text: string): { id: string; range: VersionRange } {
  const [id = '', ...range] = text.split(' ');
  return { id, range: parseRange(range.join(' ')) as VersionRange };
}

async function collected(
  feed: Feed,
  roots: readonly string[],
  development: readonly string[] = [],
): Promise<CollectedPackage[]> {
  const find = async (id: string, range: VersionRange): Promise<RestoredPackage> => {
    const version = namedVersion(range) as NuGetVersion;
    const dependencies = feed[`${id} ${version.text}`];
    if (dependencies === undefined) {
      throw new Error(`no ${id} ${version.text}`);
    }
    for (let turns = Object.keys(feed).indexOf(`${id} ${version.text}`); turns >= 0; turns -= 1) {
      await setImmediate(); // later packages of the feed come later
    }
    const manifest = {
      id,
      version: version.text,
      isDevelopmentDependency: development.includes(id),
      dependencyGroups: [{ framework: net48, items: dependencies.map(dependency) }],
      frameworkAssemblyGroups: [],
    };
    return { id, version, folder: '', source: '', contentHash: undefined, manifest };
  };
  return collectPackages(roots.map(dependency), net48, 'P.csproj', find);
}

async function resolved(feed: Feed, roots: readonly string[]): Promise<{ chosen: string[]; remaining: string[] }> {
  const all = await collected(feed, roots);
  const { chosen, remaining } = resolvePackages(
    roots.map((root) => dependency(root).id),
    all,
  );
  return { chosen: chosen.map(nameOf), remaining: remaining.map(nameOf) };
}

function nameOf(one: CollectedPackage): string {
  return `${one.package.id} ${one.package.version.text}`;
}

describe('collecting dependencies', () => {
  it('goes depth first in the order of the references, whichever download ends first', async () => {
    const feed = { 'C 1': [], 'D 1': [], 'B 1': ['D 1'], 'A 1': ['C 1', 'B 1'] };
    expect((await collected(feed, ['A 1', 'D 1'])).map(nameOf)).toEqual(['A 1', 'C 1', 'B 1', 'D 1']);
  });

  it('keeps the version as the first in order writes it', async () => {
    const feed = { 'B 1.0.0.0': [], 'B 1.0': [], 'A 1': ['B 1.0.0.0'] };
    expect((await collected(feed, ['A 1', 'B 1.0'])).map(nameOf)).toEqual(['A 1', 'B 1.0.0.0']);
  });

  it('stops at packages that serve the build only', async () => {
    expect((await collected({ 'Tool 1': ['Lib 1'], 'Lib 1': [] }, ['Tool 1'], ['Tool'])).map(nameOf)).toEqual([
      'Tool 1',
    ]);
  });

  it('takes the SRM packages without their dependencies', async () => {
    const id = 'Skyline.DataMiner.Core.SRM.Utils.Dijkstra';
    expect(await collected({ [`${id} 2`]: ['Gone 1'] }, [`${id} 2`])).toHaveLength(1);
  });

  it('leaves out what DataMiner has', async () => {
    const feed = { 'A 1': ['Skyline.DataMiner.Dev.Common 1', 'Skyline.DataMiner.Files.Anything 1'] };
    expect(await collected(feed, ['A 1'])).toHaveLength(1);
  });

  it('tells the first error in order, when everything has ended', async () => {
    const feed = { 'Z 1': ['Late 1'], 'A 1': [], 'B 1': ['Gone 1'] };
    await expect(collected(feed, ['A 1', 'B 1', 'Z 1'])).rejects.toThrow('no Gone 1');
  });

  it('copes with packages that need each other', async () => {
    expect(await collected({ 'A 1': ['B 1'], 'B 1': ['A 1'] }, ['A 1'])).toHaveLength(2);
  });
});

describe('resolving', () => {
  it('takes the highest of all minimums, and leaves the others', async () => {
    const feed = { 'A 1': ['X 1'], 'B 1': ['X 3'], 'C 1': ['X 2'], 'X 1': [], 'X 2': [], 'X 3': [] };
    expect(await resolved(feed, ['A 1', 'B 1', 'C 1'])).toEqual({
      chosen: ['X 3', 'A 1', 'B 1', 'C 1'],
      remaining: ['X 1', 'X 2'],
    });
  });

  it('takes the lowest version that meets an upper bound too', async () => {
    const feed = { 'A 1': ['X [1,2]'], 'B 1': ['X 2'], 'C 1': ['Y 1'], 'Y 1': ['X 1'], 'X 1': [], 'X 2': [] };
    expect((await resolved(feed, ['A 1', 'B 1', 'C 1'])).chosen).toContain('X 2');
  });

  it('takes of a direct reference the highest version that anybody asks for', async () => {
    const feed = { 'X 1': [], 'X 2': [], 'A 1': ['X 2'] };
    expect(await resolved(feed, ['X 1', 'A 1'])).toEqual({ chosen: ['X 2', 'A 1'], remaining: ['X 1'] });
  });

  it('goes back to a lower direct reference when a dependency allows nothing else', async () => {
    const feed = { 'X 1': [], 'X 2': [], 'A 1': ['X [1]'] };
    expect((await resolved(feed, ['X 2', 'A 1'])).chosen).toEqual(['X 1', 'A 1']);
  });

  it('looks for another version when the lowest cannot be used', async () => {
    const feed = {
      'A 1': ['X 1', 'Y 2'],
      'X 1': ['Y [1]'],
      'X 2': [],
      'B 1': ['Z 1'],
      'Z 1': ['X 2'],
      'Y 1': [],
      'Y 2': [],
    };
    expect((await resolved(feed, ['A 1', 'B 1'])).chosen).toContain('X 2');
  });

  it('does not use what only an unused version needs', async () => {
    const feed = { 'A 1': ['X 1'], 'B 1': ['X 2'], 'X 1': ['Old 1'], 'X 2': [], 'Old 1': [] };
    expect(await resolved(feed, ['A 1', 'B 1'])).toEqual({
      chosen: ['X 2', 'A 1', 'B 1'],
      remaining: ['X 1', 'Old 1'],
    });
  });

  it('orders by dependencies, then by id without regard to case', async () => {
    const feed = { 'zeta 1': [], 'Alpha 1': ['zeta 1'], 'beta 1': [], '_low 1': [], 'Gamma 1': ['beta 1'] };
    expect((await resolved(feed, ['Alpha 1', 'Gamma 1', '_low 1', 'beta 1'])).chosen).toEqual([
      'beta 1',
      'Gamma 1',
      'zeta 1',
      'Alpha 1',
      '_low 1',
    ]);
  });

  it('names two packages that cannot go together', async () => {
    const feed = { 'A 1': ['X [1]'], 'B 1': ['X [2]'], 'X 1': [], 'X 2': [] };
    await expect(resolved(feed, ['A 1', 'B 1'])).rejects.toMatchObject({
      code: 'package-conflict',
      message: expect.stringMatching(/(A|B) 1 needs X \[\d\]/),
    });
  });

  it('names packages that need each other', async () => {
    await expect(resolved({ 'A 1': ['B 1'], 'B 1': ['A 1'] }, ['A 1'])).rejects.toMatchObject({
      code: 'package-conflict',
      message: expect.stringContaining('A 1, B 1'),
    });
  });

  it('is quick with many packages of many versions', async () => {
    const feed: Record<string, string[]> = {};
    for (let index = 0; index < 60; index += 1) {
      for (let version = 1; version <= 4; version += 1) {
        feed[`P${index} ${version}`] =
          index === 59 ? [] : [`P${index + 1} ${Math.max(1, version - 1)}`, `P${59} ${version}`];
      }
    }
    const start = performance.now();
    const { chosen } = await resolved(feed, ['P0 1', 'P0 4', 'P10 2', 'P20 3']);
    expect(chosen).toHaveLength(60);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
