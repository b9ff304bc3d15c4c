import type { AuditRecord } from '../../../../src/contract/management/audit.ts';
import type { Organization } from '../../../../src/contract/management/organizations.ts';
import { Panel } from '../../components/modal.tsx';
import { exactTime } from '../../components/time.tsx';

/** One audit record with everything that it says; a link may name one that is not among those that were read. */
export function AuditPanel({
  organization,
  record,
  onClose,
}: {
  organization: Organization;
  record: AuditRecord | undefined;
  onClose: () => void;
}) {
  return (
    <Panel label={record?.operation ?? 'Audit record'} onClose={onClose}>
      {record ? (
        <Facts organization={organization} record={record} />
      ) : (
        <p>The record of this link is not among those in the list. Load more of them, or choose other filters.</p>
      )}
    </Panel>
  );
}

function Facts({ organization, record }: { organization: Organization; record: AuditRecord }) {
  const facts = {
    Time: exactTime(record.timestamp),
    Organization: organization.name,
    Subject: `${record.subject.name} (${record.subject.type})`,
    'Subject ID': record.subject.id,
    ...(record.system && { DMS: record.system.name }),
    Initiator: `${record.initiator.name} (${record.initiator.type})`,
    ...record.details,
    'Place in the chain': String(record.position),
    'Record ID': record.id,
  };
  return (
    <dl class="facts">
      {Object.entries(facts).map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}
