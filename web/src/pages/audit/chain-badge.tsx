import { useAuditVerification } from '../../api/audit.ts';
import { exactTime } from '../../components/time.tsx';

/** Whether the records are those that were written: the result of checking the hash chain. */
export function ChainBadge({ org }: { org: string }) {
  const { data } = useAuditVerification(org);
  if (data === undefined) return null;
  const { firstBreak, records, verifiedAt } = data;
  if (firstBreak === null) {
    return (
      <span role="status" title={`${records} records checked, ${exactTime(verifiedAt)}`}>
        <wa-badge variant="success">
          <wa-icon slot="start" name="shield-check" /> Chain verified
        </wa-badge>
      </span>
    );
  }
  return (
    <span role="alert" title={`Record ${firstBreak.position}: ${firstBreak.reason}`}>
      <wa-badge variant="danger">
        <wa-icon slot="start" name="shield-x" /> Chain broken at record {firstBreak.position}
      </wa-badge>
    </span>
  );
}
