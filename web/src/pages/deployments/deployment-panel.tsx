import type { DeploymentDetail } from '../../../../src/contract/management/deployments.ts';
import type { DeploymentEvent } from '../../../../src/contract/schemas.ts';
import { cancelDeployment, retryDeployment, useDeployment } from '../../api/deployments.ts';
import { CopyButton } from '../../components/copy.tsx';
import { Link } from '../../components/link.tsx';
import { Panel } from '../../components/modal.tsx';
import { Failure, Loading } from '../../components/notices.tsx';
import { exactTime, Time } from '../../components/time.tsx';
import { toast, toastFailure } from '../../components/toasts.tsx';
import type { Place } from '../../lib/addresses.ts';
import { DeploymentState } from './deployment-state.tsx';
import { Origin } from './origin.tsx';
import './deployments.css';

interface PanelProps {
  readonly place: Place;
  readonly mayManage: boolean;
  readonly onOpen: (id: string) => void;
}

/** One deployment: what, by whom, and everything that happened to it, live while it lasts. */
export function DeploymentPanel({ id, onClose, ...props }: PanelProps & { id: string; onClose: () => void }) {
  const deployment = useDeployment(props.place, id);
  const name = deployment.data && `${deployment.data.package.name} ${deployment.data.package.version}`;
  return (
    <Panel label={name ?? 'Deployment'} onClose={onClose}>
      {deployment.isPending && <Loading what="the deployment" />}
      {deployment.isError && <Failure error={deployment.error} retry={deployment.refetch} />}
      {deployment.data && <Details deployment={deployment.data} {...props} />}
    </Panel>
  );
}

function Details({ deployment, place, mayManage, onOpen }: PanelProps & { deployment: DeploymentDetail }) {
  const isPending = deployment.state === 'Pending';
  const cancel = () =>
    cancelDeployment(place, deployment.id)
      .then(() => toast('The deployment is being cancelled'))
      .catch(toastFailure);
  const retry = () =>
    retryDeployment(place, deployment.id)
      .then((made) => onOpen(made.id))
      .catch(toastFailure);
  return (
    <div class="stack">
      <div class="actions">
        <span class="states" role="status">
          <DeploymentState deployment={deployment} />
        </span>
        {mayManage && isPending && deployment.cancelledBy === null && (
          <wa-button size="s" variant="danger" appearance="outlined" onClick={cancel}>
            <wa-icon slot="start" name="stop" />
            Cancel
          </wa-button>
        )}
        {mayManage && !isPending && (
          <wa-button size="s" appearance="outlined" onClick={retry}>
            <wa-icon slot="start" name="refresh" />
            Retry
          </wa-button>
        )}
        <CopyButton what="link to this deployment" text={location.href} />
      </div>
      <dl class="facts">
        <dt>Requested</dt>
        <dd>
          <Time at={deployment.requestedAt} /> by {deployment.requestedBy.name}
        </dd>
        <dt>From</dt>
        <dd>
          <Origin deployment={deployment} />
        </dd>
        <dt>Changed</dt>
        <dd>
          <Time at={deployment.modifiedAt} />
        </dd>
        {deployment.retryOf && (
          <>
            <dt>Repeats</dt>
            <dd>
              <Link query={{ deployment: deployment.retryOf }}>{deployment.retryOf}</Link>
            </dd>
          </>
        )}
        {deployment.cancelledBy && (
          <>
            <dt>Cancelled by</dt>
            <dd>{deployment.cancelledBy}</dd>
          </>
        )}
        <dt>ID</dt>
        <dd>
          <code>{deployment.id}</code>
        </dd>
      </dl>
      <section>
        <div class="heading">
          <h2>Events</h2>
          <CopyButton what="log" text={logOf(deployment.events)} />
        </div>
        <ol class="events">
          {deployment.events.map((event) => (
            <Event key={event.id} event={event} />
          ))}
        </ol>
      </section>
    </div>
  );
}

const failures = new Set(['Failed', 'TimedOut', 'Cancelled']);

function Event({ event }: { event: DeploymentEvent }) {
  return (
    <li class={failures.has(event.kind) ? 'event failed' : 'event'}>
      <strong>{event.kind}</strong>{' '}
      <span class="quiet">
        {event.context}, {exactTime(event.timestamp)}
      </span>
      <dl class="facts">
        {Object.entries(event.metadata ?? {}).map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </li>
  );
}

/** The events as lines of text, to be passed on. */
function logOf(events: readonly DeploymentEvent[]): string {
  return events
    .map(({ timestamp, context, kind, metadata = {} }) =>
      [
        `${timestamp} ${context}: ${kind}`,
        ...Object.entries(metadata).map(([name, value]) => `  ${name}: ${value}`),
      ].join('\n'),
    )
    .join('\n');
}
