import { summaryOf } from '../../src/action/summary.ts';
import type { DeployReport } from '../../src/deployment/report.ts';

const report: DeployReport = {
  stage: 'All',
  dryRun: false,
  serviceUrl: 'https://api.dataminer.services/',
  keys: [
    { slot: 'primary', given: true, state: 'accepted' },
    { slot: 'secondary', given: false, state: 'untested' },
  ],
  keySlot: 'primary',
  rotationNeeded: false,
  artifactId: 'dmscript/1',
  deploymentId: 'd',
  deploymentState: 'Succeeded',
  events: [],
  steps: [{ title: 'upload', milliseconds: 1234 }],
};
const failure = { exitCode: 7, message: 'Deployment d ended as Error.', next: 'Look.' } as const;
const event = { id: '1', timestamp: 't', context: 'DMS', kind: 'failed', metadata: { error: 'boom' } };

describe('the job summary', () => {
  it('shows slot, artifact, deployment, state and times in one table', () => {
    const text = summaryOf(report);
    for (const row of [
      '| Key slot | primary |',
      '| Artifact | dmscript/1 |',
      '| Deployment | d |',
      '| State | Succeeded |',
    ]) {
      expect(text).toContain(row);
    }
    expect(text).toContain('upload 1.2 s');
    expect(text).toContain('✅ The DMS reports: Succeeded.');
  });

  it('shows where each script came from and how many C# files went into it', () => {
    const script = { name: 'A', entry: 'Script_A.xml', source: 'src/A.xml' };
    const exes = [
      { id: 1, project: 'P', files: 3 },
      { id: 2, files: 0 },
      { id: 3, project: 'Q', files: 2 },
    ];
    const made = { name: 'N', version: '1.0.0', uploadVersion: '1.0.0', file: 'f', sha256: '0', size: 1, kept: true };
    const text = summaryOf({
      ...report,
      package: {
        ...made,
        scripts: [
          { ...script, exes },
          { name: 'B', entry: 'Script_B.xml' },
        ],
        assemblies: [],
        warnings: [],
      },
    });
    expect(text).toContain('| Script | Source | C\\# files | In the package |');
    expect(text).toContain('| A | src/A.xml | 5 | Script\\_A.xml |');
    expect(text).toContain('| B |  |  | Script\\_B.xml |');
  });

  it('shows the event chain on failure only', () => {
    expect(summaryOf({ ...report, events: [event] })).not.toContain('boom');
    expect(summaryOf({ ...report, events: [event], failure })).toMatch(
      /Event chain[\s\S]*\| t \| DMS \| failed \| error: boom \|/,
    );
  });

  it('says what to do next when it failed, and never success', () => {
    const text = summaryOf({ ...report, failure });
    expect(text).toContain('❌ Deployment d ended as Error.');
    expect(text).toContain('**What next:** Look.');
    expect(text).not.toContain('✅');
  });

  it('lets no text of others be Markdown, HTML or a second row', () => {
    const text = summaryOf({ ...report, artifactId: '<img src=x>|[a](b)\n| evil | row |' });
    expect(text).toContain('| Artifact | &lt;img src=x&gt;\\|\\[a\\]\\(b\\) \\| evil \\| row \\| |');
  });

  it('stays far below the size that GitHub takes, however long the chain is', () => {
    const events = Array.from({ length: 20_000 }, () => ({ ...event, metadata: { error: 'x'.repeat(50_000) } }));
    expect(Buffer.byteLength(summaryOf({ ...report, events, failure }))).toBeLessThan(1024 * 1024);
  });
});
