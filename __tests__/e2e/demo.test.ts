import { runCli } from '../support/processes.ts';

describe('the demo', () => {
  it('deploys, shows the script files, falls back to the secondary key, and cleans up', async () => {
    const { exitCode, stdout, stderr } = await runCli(['demo', '--exit']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('Scripts/Script_Hello DataMiner.xml');
    expect(stdout).toMatch(/WARNING: The primary key was rejected/);
    expect(stdout.match(/exit code 0, key-slot (\w+), deployment-state Succeeded/g)).toEqual([
      'exit code 0, key-slot primary, deployment-state Succeeded',
      'exit code 0, key-slot secondary, deployment-state Succeeded',
    ]);
    expect(stdout).not.toMatch(/dms1_[0-9A-Za-z]{20}/);
  }, 60_000);
});
