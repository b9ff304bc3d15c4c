import type { ComponentChildren } from 'preact';
import type { AuditVerification } from '../../../../src/contract/management/audit.ts';
import { useAuditVerification } from '../../api/audit.ts';
import { Time } from '../../components/time.tsx';

const count = new Intl.NumberFormat('en');

/** Whether the records are those that were written: what checking the hash chain found, and how far it got. */
export function ChainBadge({ org }: { org: string }) {
  const { data, isError } = useAuditVerification(org);
  if (isError) {
    return (
      <Badge variant="warning" icon="triangle-exclamation" says="Chain not verified">
        the service did not answer
      </Badge>
    );
  }
  return data === undefined ? null : <Found verification={data} />;
}

function Found({ verification }: { verification: AuditVerification }) {
  const { firstBreak, records, outstanding, verifiedAt } = verification;
  if (firstBreak !== null) {
    return (
      <Badge variant="danger" icon="shield-x" says={`Chain broken at record ${firstBreak.position}`} isUrgent>
        {firstBreak.reason}; the {count.format(records)} records before it are whole
      </Badge>
    );
  }
  if (outstanding > 0) {
    return (
      <Badge variant="neutral" icon="clock" says="Verifying the chain">
        {count.format(records)} of {count.format(records + outstanding)} records so far, all whole
      </Badge>
    );
  }
  return (
    <Badge variant="success" icon="shield-check" says="Chain verified">
      all {count.format(records)} records, <Time at={verifiedAt} />
    </Badge>
  );
}

function Badge({
  variant,
  icon,
  says,
  isUrgent = false,
  children,
}: {
  variant: 'success' | 'neutral' | 'warning' | 'danger';
  icon: string;
  says: string;
  isUrgent?: boolean;
  children: ComponentChildren;
}) {
  return (
    <span class="chain">
      <span role={isUrgent ? 'alert' : 'status'}>
        <wa-badge appearance="filled" variant={variant}>
          <wa-icon slot="start" name={icon} /> {says}
        </wa-badge>
      </span>{' '}
      <span class="quiet">{children}</span>
    </span>
  );
}
