import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { adminCommand } from '../../src/cli/admin.ts';
import { auditCommand } from '../../src/cli/audit.ts';
import { serveCommand } from '../../src/cli/serve.ts';
import { ServiceMetrics } from '../../src/key-service/operations/service-metrics.ts';

const document = readFileSync('docs/operations.md', 'utf8');
const rules = readFileSync('examples/prometheus/dataminer-deploy.rules.yml', 'utf8');
const unit = readFileSync('examples/systemd/dataminer-deploy.service', 'utf8');

function flagsOf(command: Command): readonly string[] {
  return [...command.options.flatMap(({ long }) => long ?? []), ...command.commands.flatMap(flagsOf)];
}

/** Everything that a service tells of itself, and what Prometheus adds to the name of a histogram. */
async function metricNames(): Promise<ReadonlySet<string>> {
  const storeFigures = () => Promise.reject(new Error('there is no store'));
  const text = await new ServiceMetrics({ storeFigures, freeBytes: async () => 0, process: true }).text();
  const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name);
  return new Set(names.flatMap((name) => [name, `${name}_bucket`, `${name}_count`]));
}

describe('the operations guide', () => {
  it.each([
    ['the guide', document],
    ['the alerts', rules],
  ])('names metrics that exist: %s', async (_where, text) => {
    const known = await metricNames();
    const named = [...text.matchAll(/\bdataminer_deploy_\w+/g)].map(([name]) => name);
    expect(named.length).toBeGreaterThan(10);
    expect([...new Set(named)].filter((name) => !known.has(name))).toEqual([]);
  });

  it('tells of every metric of its own', async () => {
    const own = [...(await metricNames())].filter((name) => /^dataminer_deploy_.*(?<!_bucket|_count)$/.test(name));
    expect(own.filter((name) => !document.includes(name))).toEqual([]);
  });

  it('says of every alert what to do', () => {
    const alerts = [...rules.matchAll(/- alert: (\w+)/g)].map(([, name = '']) => name);
    expect(alerts.length).toBeGreaterThan(10);
    expect(alerts.filter((name) => !document.includes(`\`${name}\``))).toEqual([]);
  });

  it('names commands that exist', () => {
    const known = new Set(adminCommand().commands.map((command) => command.name()));
    const named = [...document.matchAll(/\badmin ([a-z]+-?[a-z-]*)/g)].map(([, name = '']) => name);
    expect([...new Set(named)].filter((name) => !known.has(name))).toEqual([]);
  });

  it('names flags that exist', () => {
    const commands = [serveCommand(), adminCommand(), auditCommand()];
    const known = new Set(commands.flatMap(flagsOf));
    const named = [...document.matchAll(/`(--[a-z-]+)/g)].map(([, name = '']) => name);
    expect([...new Set(named)].filter((name) => !known.has(name))).toEqual([]);
  });

  it('lists every flag of serve once, with its value as the help has it, and its default', () => {
    const [section = ''] = /^## Flags of `serve`$[\s\S]*?^(?=## )/m.exec(document) ?? [];
    const rows = [...section.matchAll(/^\| `(--[^`]+)` \|.*\| (.*)\|$/gm)];
    const listed = rows.map(([, flag = '', value = '']) => [flag, value.trim()] as const);
    const { options } = serveCommand();
    expect(listed.map(([flag]) => flag).toSorted()).toEqual(options.map(({ flags }) => flags).toSorted());
    const wrong = options.filter(({ flags, defaultValue }) => {
      const isSimple = ['string', 'number'].includes(typeof defaultValue);
      return isSimple && new Map(listed).get(flags) !== `\`${defaultValue}\``;
    });
    expect(wrong.map(({ flags }) => flags)).toEqual([]);
  });

  it('has a unit that starts the service with flags that exist', () => {
    const known = new Set(flagsOf(serveCommand()));
    const [start = ''] = /^ExecStart=(?:.*\\\n)*.*$/m.exec(unit) ?? [];
    const named = [...start.matchAll(/--[a-z-]+/g)].map(([name]) => name);
    expect(named).toContain('--secrets');
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});
