import type { Retention } from '../../../../src/contract/management/organizations.ts';

/** What the service keeps, and for how long. */
export function RetentionSection({ retention: { packageDays, callerDays } }: { retention: Retention }) {
  return (
    <section>
      <h2>Retention</h2>
      <dl class="facts">
        <dt>Packages</dt>
        <dd>{days(packageDays)} after they were uploaded or last deployed; until then a deployment can be retried</dd>
        <dt>Who used a key</dt>
        <dd>{days(callerDays)} after their last call</dd>
        <dt>Deployments</dt>
        <dd>for ever</dd>
        <dt>Audit records</dt>
        <dd>for ever</dd>
      </dl>
      <p class="quiet">
        These are the same for all organizations. The operator chooses them where the service is started.
      </p>
    </section>
  );
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
