/** Whether an item specification holds wildcards. */
export function hasWildcards(specification: string): boolean {
  return /[*?]/.test(specification);
}

/**
 * A test for paths that an MSBuild file specification matches: `*` and `?` within a segment, `**` over any number of
 * segments, case ignored (packaging spec 6.3). Separators are slashes on both sides. No pattern can make it slow.
 */
export function globMatcher(specification: string): (path: string) => boolean {
  const segments = specification.toLowerCase().split('/');
  const pattern = segments.at(-1) === '**' ? [...segments, '*'] : segments;
  return (path) => matches(pattern, path.toLowerCase().split('/'), '**', fitsSegment);
}

/** The folder part of a specification that holds no wildcard, to walk from. */
export function fixedFolderOf(specification: string): string {
  const segments = specification.split('/');
  const first = segments.findIndex(hasWildcards);
  return segments.slice(0, first === -1 ? segments.length - 1 : first).join('/');
}

function fitsSegment(pattern: string, segment: string): boolean {
  return matches([...pattern], [...segment], '*', (expected, found) => expected === '?' || expected === found);
}

/**
 * Matches parts one by one, `any` standing for any number of them. Only the last `any` is ever tried again: whatever an
 * earlier one could take instead, the last one can take too.
 */
function matches(
  pattern: readonly string[],
  parts: readonly string[],
  any: string,
  fits: (expected: string, found: string) => boolean,
): boolean {
  let next = 0;
  let afterAny = -1;
  let taken = 0;
  for (let index = 0; index < parts.length; ) {
    const expected = pattern[next];
    if (expected === any) {
      next += 1;
      afterAny = next;
      taken = index;
    } else if (expected !== undefined && fits(expected, parts[index] as string)) {
      next += 1;
      index += 1;
    } else if (afterAny !== -1) {
      taken += 1;
      index = taken;
      next = afterAny;
    } else {
      return false;
    }
  }
  return pattern.slice(next).every((part) => part === any);
}
