import { isIP } from 'node:net';

/**
 * What one subscriber is known by: an IPv4 address, or the first 64 bits of an IPv6 address, since whoever has one of those has
 * all behind it. Whatever is no address is one and the same.
 * @param address undefined for a caller who has gone: a connection that has ended has none any more, whatever its type says
 */
export function networkOf(address: string | undefined): string {
  const [bare = ''] = address?.split('%') ?? [];
  const version = isIP(bare);
  if (version !== 6) return version === 4 ? bare : 'unknown';
  const groups = groupsOf(bare);
  return isEmbedded(groups) ? dotted(groups) : `${groups.slice(0, 4).join(':')}::/64`;
}

/** Whether an IPv6 address only stands for an IPv4 one (RFC 4291, section 2.5.5.2). */
function isEmbedded(groups: readonly string[]): boolean {
  return groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff';
}

function dotted(groups: readonly string[]): string {
  const numbers = groups.slice(6).map((group) => Number.parseInt(group, 16));
  return numbers.flatMap((number) => [number >> 8, number & 0xff]).join('.');
}

/** The eight groups of an IPv6 address, each without leading zeros. */
function groupsOf(address: string): readonly string[] {
  // The platform knows how to write an address in its shortest form, a dotted end included.
  const shortest = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = [], tail = []] = shortest.split('::').map((part) => (part === '' ? [] : part.split(':')));
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail];
}
