import { isIPv4 } from 'node:net';

/**
 * The base URL of a service, or what is wrong with the text (a sentence without its subject). Keys travel to this
 * address, so it must be https; plain http is for this machine only (design 4). A path is kept as a prefix.
 */
export function parseServiceUrl(text: string): URL | { problem: string } {
  const url = URL.parse(text.trim());
  if (url === null)
    return { problem: `is no URL. Accepted: https://host, for example https://api.dataminer.services.` };
  if (url.username !== '' || url.password !== '') {
    return { problem: 'holds a user name or password. Leave them out: only the keys say who calls.' };
  }
  if (url.search !== '' || url.hash !== '') {
    return { problem: `holds a query or a fragment. Give the base address only, for example ${url.origin}.` };
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    return {
      problem: `uses ${url.protocol}//${url.hostname}. Accepted: https; http only for this machine (localhost, 127.0.0.1, [::1]).`,
    };
  }
  return url;
}

/** The address of a path below the base URL, whose own path stays in front. */
export function joinServiceUrl(base: URL, path: string): URL {
  return new URL(base.pathname.replace(/\/+$/, '') + path, base);
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || (isIPv4(hostname) && hostname.startsWith('127.'));
}
