import type { AuditRecord } from '../../contract/management/audit.ts';

/** Records as one JSON array, some at a time. */
export async function* auditJson(pages: AsyncIterable<readonly AuditRecord[]>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const page of pages) {
    yield before + page.map((record) => JSON.stringify(record)).join(',\n');
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
