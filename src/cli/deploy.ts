import { Command, Option } from 'commander';
import { exitCodeOf, outputsOf } from '../deployment/report.ts';
import { type GivenSettings, settingNames, settings } from '../deployment/settings.ts';
import { runJob } from './run-job.ts';

const switches: readonly string[] = ['dry-run', 'debug'];

const example = `
Example:
  export DATAMINER_PRIMARY_KEY=… DATAMINER_SECONDARY_KEY=…
  dataminer-deploy deploy --solution-path MyScripts.sln --version 1.2.3`;

/** `deploy`: the action's job on the command line, with the same names (design 4). */
export function deployCommand(): Command {
  const command = new Command('deploy')
    .description('Packages a solution, uploads it, deploys it to the connected DMS and watches the deployment.')
    .option('--json', 'print the outputs as one JSON object on stdout')
    .addHelpText('after', example);
  for (const option of settingOptions()) command.addOption(option);
  return command.action(async (options: Record<string, unknown>) => {
    const report = await runJob(flagsFrom(options), process.env);
    const outputs = outputsOf(report);
    if (options.json) process.stdout.write(`${JSON.stringify(outputs)}\n`);
    else for (const [name, value] of Object.entries(outputs)) if (value) process.stdout.write(`${name}: ${value}\n`);
    process.exitCode = exitCodeOf(report);
  });
}

/** A flag for each setting that is no secret. */
function settingOptions(): Option[] {
  return settingNames.flatMap((name) => {
    const { description, default: fallback, environment } = settings[name];
    if (environment) return [];
    if (switches.includes(name)) return [new Option(`--${name}`, description)];
    const text = fallback ? `${description} (default: ${fallback})` : description;
    return [new Option(`--${name} <value>`, text)];
  });
}

/** Settings from commander's camel-cased options. */
function flagsFrom(options: Record<string, unknown>): GivenSettings {
  return Object.fromEntries(
    settingNames.flatMap((name) => {
      const value = options[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
}
