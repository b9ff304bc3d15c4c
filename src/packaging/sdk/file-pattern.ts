import { posix, sep } from 'node:path';
import type { WorkTree } from '../files/work-tree.ts';
import { globMatcher } from '../project/item-glob.ts';

/**
 * The files that a pattern of `ProjectReferences.xml` means: `..` climbs, each other segment stands for one level and may hold
 * wildcards, `**` too; the last one is the file (packaging spec 17.5). Sorted by path; case does not count.
 * @param where how messages name the place of the pattern
 * @throws PackagingError `outside-root` when the pattern climbs out of the root
 */
export async function filesMatching(folder: string, pattern: string, tree: WorkTree, where: string): Promise<string[]> {
  const segments = posix.normalize(pattern.trim().replaceAll('\\', '/')).split('/');
  const climbed = segments.lastIndexOf('..') + 1;
  const base = await tree.find(folder, segments.slice(0, climbed).join(sep) || '.', where);
  const matchers = segments.slice(climbed).map((segment) => globMatcher(segment.replace(/\*+/g, '*')));
  if (base === undefined) {
    return [];
  }
  const files = await tree.walk(base, (name) => {
    const path = name.split('/');
    return path.length < matchers.length && matchers[path.length - 1]?.(path.at(-1) as string) === true;
  });
  return files
    .filter(({ name }) => {
      const path = name.split('/');
      return path.length === matchers.length && matchers.at(-1)?.(path.at(-1) as string) === true;
    })
    .map(({ path }) => path);
}
