import type { ComponentChildren } from 'preact';
import type { AuditVerification } from '../../../../src/contract/management/audit.ts';
import { useAuditVerification } from '../../api/audit.ts';
import { Badge } from '../../components/badge.tsx';
import { Icon } from '../../components/icon.tsx';
import { Time } from '../../components/time.tsx';

const count = new Intl.NumberFormat('en');

/** Whether the records are those that were written: what checking the hash chain found, and how far it got. */
export function ChainBadge({ org }: { org: string }) {
  const { data, isError } = useAuditVerification(org);
  if (isError) {
    return (
      <Finding kind="warning" icon="triangle-exclamation" says="Chain not verified">
        the service did not answer
      </Finding>
    );
  }
  return data === undefined ? null : <Found verification={data} />;
}

function Found({ verification }: { verification: AuditVerification }) {
  const { firstBreak, records, outstanding, verifiedAt } = verification;
  if (firstBreak !== null) {
    return (
      <Finding kind="danger" icon="shield-x" says={`Chain broken at record ${firstBreak.position}`} isUrgent>
        {firstBreak.reason}; the {count.format(records)} records before it are whole
      </Finding>
    );
  }
  if (outstanding > 0) {
    return (
      <Finding kind="neutral" icon="clock" says="Verifying the chain">
        {count.format(records)} of {count.format(records + outstanding)} records so far, all whole
      </Finding>
    );
  }
  return (
    <Finding kind="success" icon="shield-check" says="Chain verified">
      all {count.format(records)} records, <Time at={verifiedAt} />
    </Finding>
  );
}

function Finding({
  kind,
  icon,
  says,
  isUrgent = false,
  children,
}: {
  kind: 'success' | 'neutral' | 'warning' | 'danger';
  icon: string;
  says: string;
  isUrgent?: boolean;
  children: ComponentChildren;
}) {
  return (
    <span class="chain">
      <span role={isUrgent ? 'alert' : 'status'}>
        <Badge kind={kind}>
          <Icon name={icon} /> {says}
        </Badge>
      </span>{' '}
      <span class="quiet">{children}</span>
    </span>
  );
}
