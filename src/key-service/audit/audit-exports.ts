import { Readable } from 'node:stream';
import type { AuditExport, AuditFilters } from '../../contract/management/audit.ts';
import type { Initiator } from '../../contract/management/initiator.ts';
import { type Environment, timestamp } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import type { Database } from '../store/schema.ts';
import { auditCsv } from './audit-csv.ts';
import { auditFilter } from './audit-filter.ts';
import { auditJson } from './audit-json.ts';
import type { AuditLog } from './audit-log.ts';
import type { Audited } from './audited.ts';

/** A file on its way to somebody. */
export interface ExportedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Readable;
}

/** Records that are read at a time. */
const pageSize = 500;

/** Longest part of a file name that an organization's name makes. */
const maxSlugLength = 60;

/** The audit trail as files (dataminer-services spec 1.4). */
export class AuditExports {
  readonly #db: Database;
  readonly #audited: Audited;
  readonly #auditLog: AuditLog;
  readonly #environment: Environment;

  constructor(db: Database, parts: { audited: Audited; auditLog: AuditLog }, environment: Environment) {
    this.#db = db;
    this.#audited = parts.audited;
    this.#auditLog = parts.auditLog;
    this.#environment = environment;
  }

  /**
   * Begins an export; that it was made is recorded before its first byte is there. It holds what was recorded until now, newest
   * first, and is read as fast as its reader takes it. What goes wrong on the way is an error of the stream.
   * @throws KeyServiceError `invalid` for a time that is none, `audit` when it cannot be recorded
   */
  async begin(organizationId: string, wanted: AuditExport, initiator: Initiator): Promise<ExportedFile> {
    const { format, separator = 'comma', columnTitles = true, filters = {} } = wanted;
    const filter = auditFilter(this.#db, filters);
    const organization = await this.#nameOf(organizationId);
    const before = (await this.#auditLog.length(organizationId)) + 1;
    await this.#audited.change(async () => ({
      result: undefined,
      entry: {
        organizationId,
        operation: 'audit.exported',
        subject: { type: 'audit', id: organizationId, name: organization },
        initiator,
        details: { format, records: `up to ${before - 1}`, ...given(filters) },
      },
    }));
    const records = this.#auditLog.read({ organizationId, filter, before, pageSize });
    const text = format === 'csv' ? auditCsv(records, { separator, columnTitles }) : auditJson(records);
    return {
      name: `audit-${slug(organization)}-${fileTime(this.#environment.now())}.${format}`,
      mediaType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
      content: Readable.from(text, { objectMode: false }),
    };
  }

  async #nameOf(organizationId: string): Promise<string> {
    const row = await this.#db
      .selectFrom('organizations')
      .select('name')
      .where('id', '=', organizationId)
      .executeTakeFirst();
    if (row !== undefined) return row.name;
    throw new KeyServiceError('not-found', 'There is no such organization', 'Check the address.');
  }
}

/** The filters that were given, as the record of the export shows them. */
function given(filters: AuditFilters): Readonly<Record<string, string>> {
  const used = Object.entries(filters).filter(([, value]) => value !== undefined && value.length > 0);
  return Object.fromEntries(used.map(([name, value]) => [name, [value].flat().join(', ')]));
}

/** A name as a part of a file name that every system takes. */
function slug(name: string): string {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = letters.replace(/[^a-z0-9]+/g, '-').slice(0, maxSlugLength);
  return words.replace(/^-+|-+$/g, '') || 'organization';
}

/** `yyyy-MM-dd_HH-mm-ssZ` */
function fileTime(now: number): string {
  return `${timestamp(now).slice(0, 19).replace('T', '_').replaceAll(':', '-')}Z`;
}
