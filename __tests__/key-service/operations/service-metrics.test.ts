import type { AuditOperation } from '../../../src/contract/management/audit-operations.ts';
import { serviceInitiator } from '../../../src/key-service/access/principal.ts';
import type { AuditEntry } from '../../../src/key-service/audit/audit-record.ts';
import { ServiceMetrics, type ServiceMetricsParts } from '../../../src/key-service/operations/service-metrics.ts';

const figures = {
  pending: 2,
  running: 1,
  oldestPendingSeconds: 7,
  sessions: 3,
  artifactBytes: 4096,
};

function metricsWith(over: Partial<ServiceMetricsParts> = {}): ServiceMetrics {
  return new ServiceMetrics({ storeFigures: async () => figures, freeBytes: async () => 1e9, process: false, ...over });
}

function entry(operation: AuditOperation, details: Readonly<Record<string, string>> = {}): AuditEntry {
  const subject = { type: 'service', id: 'a', name: 'a' } as const;
  return { organizationId: 'a', operation, subject, initiator: serviceInitiator, details };
}

async function linesOf(metrics: ServiceMetrics): Promise<string[]> {
  return (await metrics.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

describe('the metrics of a service', () => {
  it('tell what the store knows, that it answered and in what time', async () => {
    const lines = await linesOf(metricsWith());
    expect(lines).toEqual(
      expect.arrayContaining([
        'dataminer_deploy_queue_deployments{phase="waiting"} 2',
        'dataminer_deploy_queue_deployments{phase="running"} 1',
        'dataminer_deploy_queue_oldest_seconds 7',
        'dataminer_deploy_sessions 3',
        'dataminer_deploy_artifact_bytes 4096',
        'dataminer_deploy_data_free_bytes 1000000000',
        'dataminer_deploy_store_up 1',
        expect.stringMatching(/^dataminer_deploy_store_read_seconds \d/),
      ]),
    );
  });

  it('are told without the store when it fails', async () => {
    const metrics = metricsWith({ storeFigures: () => Promise.reject(new Error('out of reach')) });
    metrics.keyValidated('accepted');
    const lines = await linesOf(metrics);
    expect(lines).toContain('dataminer_deploy_store_up 0');
    expect(lines).toContain('dataminer_deploy_key_validations_total{result="accepted"} 1');
  });

  it('count from zero what an alert asks for', async () => {
    const metrics = metricsWith();
    metrics.taskBegun('clean-up');
    expect(await linesOf(metrics)).toEqual(
      expect.arrayContaining([
        'dataminer_deploy_key_validations_total{result="dead"} 0',
        'dataminer_deploy_sign_ins_total{result="refused"} 0',
        'dataminer_deploy_deployments_ended_total{state="Error"} 0',
        'dataminer_deploy_task_failures_total{task="clean-up"} 0',
      ]),
    );
    expect(await metrics.text()).not.toContain('state="Pending"');
  });

  it('count what they are told', async () => {
    const metrics = metricsWith();
    metrics.keyValidated('unknown');
    metrics.keyValidated('unknown');
    metrics.triedToSignIn('refused');
    metrics.recorded(entry('artifact.uploaded', { size: '1000', sha256: '00' }));
    metrics.recorded(entry('artifact.uploaded', { size: '24', sha256: '00' }));
    metrics.recorded(entry('deployment.ended', { state: 'Succeeded' }));
    metrics.recorded(entry('key.created'));
    metrics.taskFailed('key-usage');
    expect(await linesOf(metrics)).toEqual(
      expect.arrayContaining([
        'dataminer_deploy_key_validations_total{result="unknown"} 2',
        'dataminer_deploy_sign_ins_total{result="refused"} 1',
        'dataminer_deploy_uploaded_bytes_total 1024',
        'dataminer_deploy_audit_records_total{operation="artifact.uploaded"} 2',
        'dataminer_deploy_audit_records_total{operation="key.created"} 1',
        'dataminer_deploy_deployments_ended_total{state="Succeeded"} 1',
        'dataminer_deploy_task_failures_total{task="key-usage"} 1',
      ]),
    );
  });

  it('have the time of each request in its buckets', async () => {
    const metrics = metricsWith();
    metrics.answered({ route: '/a/:id', method: 'GET', status: 200, seconds: 0.03 });
    const labels = 'route="/a/:id",method="GET",status="200"';
    const name = 'dataminer_deploy_http_request_duration_seconds';
    expect(await linesOf(metrics)).toEqual(
      expect.arrayContaining([
        `${name}_bucket{le="0.025",${labels}} 0`,
        `${name}_bucket{le="0.05",${labels}} 1`,
        `${name}_count{${labels}} 1`,
      ]),
    );
  });

  it('of one service are not those of another in the same process', async () => {
    const [one, other] = [metricsWith(), metricsWith()];
    one.recorded(entry('artifact.uploaded', { size: '5' }));
    expect(await linesOf(other)).toContain('dataminer_deploy_uploaded_bytes_total 0');
  });

  it('tell of the process when it is asked for only', async () => {
    expect(await metricsWith().text()).not.toContain('process_resident_memory_bytes');
    expect(await metricsWith({ process: true }).text()).toContain('process_resident_memory_bytes');
  });
});
