import { maxPageSize, type Page, type PageQuery } from '../../contract/management/list.ts';

/** All rows of a list that is read by pages. */
export async function everyPage<Item>(list: (query: PageQuery) => Promise<Page<Item>>): Promise<readonly Item[]> {
  const found: Item[] = [];
  let next: string | null = null;
  do {
    const page: Page<Item> = await list({ limit: `${maxPageSize}`, ...(next !== null && { cursor: next }) });
    found.push(...page.items);
    next = page.next;
  } while (next !== null);
  return found;
}
