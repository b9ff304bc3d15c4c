import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { AuditFilters } from '../../contract/management/audit.ts';
import { requireTime } from '../given-time.ts';
import { holdsText } from '../store/comparable-text.ts';
import type { Database, Tables } from '../store/schema.ts';

/** Which records are wanted. */
export interface AuditFilter {
  /** As a condition on a query of `audit_records`. */
  readonly condition: (records: ExpressionBuilder<Tables, 'audit_records'>) => Expression<SqlBool>;
  /** What of it an index can answer: columns and the values of which they must have one. */
  readonly choices: readonly { readonly column: IndexedColumn; readonly values: readonly string[] }[];
  /** When it may have been, in milliseconds since 1970; undefined for any time. */
  readonly times: { readonly from: number; readonly to: number } | undefined;
}

export type IndexedColumn = 'operation' | 'subject_type' | 'system_id' | 'initiator_id';

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * The filter that somebody asked for: each that is given has to hold, and holds for any of its values.
 * @throws KeyServiceError `invalid` for a time that is none
 */
export function auditFilter(db: Database, given: AuditFilters): AuditFilter {
  const times = timesOf(given);
  const subjects = several(given.subject);
  // Whoever has gone is known by name only.
  const { ids = [], names = [] } = Object.groupBy(several(given.initiator), (text) =>
    guid.test(text) ? 'ids' : 'names',
  );
  const initiatorIds = ids.map(lowerCase);
  const initiatorTypes = several(given.initiatorType);
  const choices: AuditFilter['choices'] = [
    { column: 'operation' as const, values: several(given.operation) },
    { column: 'subject_type' as const, values: several(given.subjectType) },
    { column: 'system_id' as const, values: several(given.system).map(lowerCase) },
    { column: 'initiator_id' as const, values: names.length === 0 ? initiatorIds : [] },
  ].filter(({ values }) => values.length > 0);
  return {
    choices,
    times,
    condition: (records) => {
      const named = names.map((text) => holdsText(db, 'comparable_initiator', text));
      const isInitiator = initiatorIds.map((id) => records('initiator_id', '=', id));
      return records.and([
        ...choices.map(({ column, values }) => records(column, 'in', values)),
        ...(initiatorTypes.length === 0 ? [] : [records('initiator_type', 'in', initiatorTypes)]),
        ...(subjects.length === 0
          ? []
          : [records.or(subjects.map((text) => holdsText(db, 'comparable_subject', text)))]),
        ...(names.length === 0 ? [] : [records.or([...isInitiator, ...named])]),
        ...(times === undefined ? [] : [records.between('created_at', times.from, times.to)]),
      ]);
    },
  };
}

function timesOf({ from, to }: AuditFilters): AuditFilter['times'] {
  if (from === undefined && to === undefined) return undefined;
  return {
    from: from === undefined ? 0 : requireTime('beginning of the time range', from),
    to: to === undefined ? Number.MAX_SAFE_INTEGER : requireTime('end of the time range', to),
  };
}

/** The values of a member that may be absent, one, or many. */
function several<Value>(given: Value | readonly Value[] | undefined): readonly Value[] {
  if (given === undefined) return [];
  return isList(given) ? given : [given];
}

function isList<Value>(given: Value | readonly Value[]): given is readonly Value[] {
  return Array.isArray(given);
}

function lowerCase(id: string): string {
  return id.toLowerCase();
}
