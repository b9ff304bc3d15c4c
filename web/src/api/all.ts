import type { Page } from '../../../src/contract/management/list.ts';
import { call, withQuery } from './call.ts';

const pageSize = 200;

/** Reads a list to its end; for lists of hundreds, of which all has to be known. */
export async function all<Item>(path: string, signal: AbortSignal): Promise<readonly Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<Item> = await call('GET', withQuery(path, { limit: pageSize, cursor }), { signal });
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return items;
}
