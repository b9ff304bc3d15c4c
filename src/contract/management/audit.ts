import { type Static, Type } from 'typebox';
import { Guid, Timestamp } from '../formats.ts';
import { maxFilterTexts } from '../limits.ts';
import { Initiator, InitiatorType } from './initiator.ts';
import { ListOf, pageQuery, Several } from './list.ts';

/** A record of the audit trail. Operation and subject type are open: an older service wrote other ones. */
export const AuditRecord = Type.Object({
  id: Guid,
  /** Its place in the chain. */
  position: Type.Integer(),
  timestamp: Timestamp,
  operation: Type.String(),
  subject: Type.Object({ type: Type.String(), id: Type.String(), name: Type.String() }),
  system: Type.Union([Type.Object({ id: Type.String(), name: Type.String() }), Type.Null()]),
  initiator: Initiator,
  details: Type.Record(Type.String(), Type.String()),
});
export type AuditRecord = Static<typeof AuditRecord>;
export const AuditRecordList = ListOf(AuditRecord);

/** The filters of the Audit page (spec 1.4); of several values of one filter each is enough. */
const filters = {
  operation: Several(Type.String({ maxLength: 100 })),
  subjectType: Several(Type.String({ maxLength: 100 })),
  system: Several(Guid),
  subject: Several(Type.String({ maxLength: 200, description: 'part of a subject name' }), maxFilterTexts),
  initiator: Several(
    Type.String({ maxLength: 254, description: 'an ID, or a name, also of somebody who has gone' }),
    maxFilterTexts,
  ),
  initiatorType: Several(InitiatorType),
  from: Type.Optional(Timestamp),
  to: Type.Optional(Timestamp),
};

export const AuditFilters = Type.Object(filters, { additionalProperties: false });
export type AuditFilters = Static<typeof AuditFilters>;
export const AuditQuery = Type.Object({ ...pageQuery, ...filters }, { additionalProperties: false });
export type AuditQuery = Static<typeof AuditQuery>;

export const AuditExport = Type.Object(
  {
    format: Type.Union([Type.Literal('csv'), Type.Literal('json')]),
    separator: Type.Optional(Type.Union([Type.Literal('comma'), Type.Literal('semicolon')])),
    columnTitles: Type.Optional(Type.Boolean()),
    filters: Type.Optional(AuditFilters),
  },
  { additionalProperties: false },
);
export type AuditExport = Static<typeof AuditExport>;

/** Whether the chain is whole; at the first break, where. */
export const AuditVerification = Type.Object({
  /** Whether no break was found in the records that were verified. */
  whole: Type.Boolean(),
  /** Records that were verified. */
  records: Type.Integer(),
  /** Records that are still to be verified, which goes on with the next request; 0 as a rule. */
  outstanding: Type.Integer(),
  verifiedAt: Timestamp,
  firstBreak: Type.Union([
    Type.Object({ position: Type.Integer(), id: Type.Union([Type.String(), Type.Null()]), reason: Type.String() }),
    Type.Null(),
  ]),
});
export type AuditVerification = Static<typeof AuditVerification>;
