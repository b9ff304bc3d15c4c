import { stringify } from 'csv-stringify/sync';
import type { AuditRecord } from '../../contract/management/audit.ts';

export interface CsvOptions {
  readonly separator: 'comma' | 'semicolon';
  readonly columnTitles: boolean;
}

const separators = { comma: ',', semicolon: ';' } as const;

/** The columns by their titles. */
const columns: Readonly<Record<string, (record: AuditRecord) => string>> = {
  Time: ({ timestamp }) => timestamp,
  Operation: ({ operation }) => operation,
  'Subject type': ({ subject }) => subject.type,
  'Subject name': ({ subject }) => subject.name,
  'Subject ID': ({ subject }) => subject.id,
  DMS: ({ system }) => system?.name ?? '',
  'DMS ID': ({ system }) => system?.id ?? '',
  'Initiator type': ({ initiator }) => initiator.type,
  Initiator: ({ initiator }) => initiator.name,
  'Initiator ID': ({ initiator }) => initiator.id ?? '',
  Details: ({ details }) => JSON.stringify(details),
  Position: ({ position }) => String(position),
  'Record ID': ({ id }) => id,
};

/**
 * Records as CSV (RFC 4180), some at a time. Spreadsheets are what reads it: it begins with the mark by which they know UTF-8;
 * every cell is quoted, so that one that holds the other separator stays one; and a cell that they would take for a formula,
 * also one in full-width characters, begins with an apostrophe (security practice 10).
 */
export async function* auditCsv(
  pages: AsyncIterable<readonly AuditRecord[]>,
  { separator, columnTitles }: CsvOptions,
): AsyncGenerator<string> {
  const csv = (rows: readonly (readonly string[])[]) =>
    stringify(rows.slice(), {
      delimiter: separators[separator],
      record_delimiter: '\r\n',
      quoted: true,
      escape_formulas: true,
    });
  yield '\uFEFF';
  if (columnTitles) yield csv([Object.keys(columns)]);
  for await (const page of pages) {
    yield csv(page.map((record) => Object.values(columns).map((cell) => cell(record))));
  }
}
