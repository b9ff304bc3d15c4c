/** Whether an item specification holds wildcards. */
export function hasWildcards(specification: string): boolean {
  return /[*?]/.test(specification);
}

/**
 * A test for paths that an MSBuild file specification matches: `*` and `?` within a segment, `**` over any number of
 * segments, case ignored (packaging spec 6.3). Separators are slashes on both sides.
 */
export function globMatcher(specification: string): (path: string) => boolean {
  const pattern = specification
    .split('/')
    .map((segment) => (segment === '**' ? segment : escapeSegment(segment)))
    .join('/')
    .replace(/\*\*$/, '.*')
    .replaceAll('**/', '(?:[^/]+/)*');
  const expression = new RegExp(`^${pattern}$`, 'is');
  return (path) => expression.test(path);
}

/** The folder part of a specification that holds no wildcard, to walk from. */
export function fixedFolderOf(specification: string): string {
  const segments = specification.split('/');
  const first = segments.findIndex(hasWildcards);
  return segments.slice(0, first === -1 ? segments.length - 1 : first).join('/');
}

function escapeSegment(segment: string): string {
  return segment
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '[^/]*')
    .replaceAll('?', '[^/]');
}
