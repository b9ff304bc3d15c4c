import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { exitCodeOf } from '../deployment/report.ts';
import type { GivenSettings, SettingName } from '../deployment/settings.ts';
import { isAddress } from '../packaging/nuget/nuget-config.ts';
import { runJob } from './run-job.ts';

type PackageOptions = {
  solution: string;
  name?: string;
  version?: string;
  buildNumber?: string;
  output: string;
  nugetSource?: string[];
  restore: boolean;
  installer: string;
  json?: boolean;
};

const example = `
The same input gives the same bytes. Times in the package come from SOURCE_DATE_EPOCH, else they are 1980-01-01.

Example:
  dataminer-deploy package --solution examples/hello-dataminer --version 1.0.0 --output hello.dmapp --installer omit`;

const flagNames: { readonly [setting in SettingName]?: string } = {
  'solution-path': '--solution',
  'artifact-name': '--name',
  version: '--version',
  'build-number': '--build-number',
};

/** `package`: makes a .dmapp of a solution; needs no key and no .NET, and the network only for NuGet packages (design 4). */
export function packageCommand(): Command {
  return new Command('package')
    .description('Packages an Automation script solution into a .dmapp file.')
    .requiredOption('--solution <path>', 'solution (.sln, .slnx), the folder that holds exactly one, or a project')
    .option('--name <name>', 'name of the package (default: that of the solution or package project)')
    .option('--version <version>', 'version: 1.2.3, 1.2.3-CU4, 1.2.3.4, or either with -suffix')
    .option('--build-number <number>', 'build number, instead of a version')
    .requiredOption('--output <file>', 'the .dmapp file to write')
    .option('--nuget-source <url|folder...>', 'NuGet sources to ask before those of NuGet.config')
    .option('--no-restore', "use what is in NuGet's global packages folder and ask no source")
    .addOption(
      new Option('--installer <mode>', 'libraries of the install script')
        .choices(['require', 'omit'])
        .default('require'),
    )
    .option('--json', 'print what was packaged as one JSON object on stdout')
    .addHelpText('after', example)
    .action(async (options: PackageOptions) => {
      const report = await runJob(settingsFrom(options), process.env, {
        packageOutput: resolve(options.output),
        nuget: { sources: (options.nugetSource ?? []).map(absoluteSource), offline: !options.restore },
        nameOf: (setting) => flagNames[setting] ?? `--${setting}`,
      });
      process.exitCode = exitCodeOf(report);
      if (!report.package || report.failure) return;
      const { name, version, file, sha256, size, scripts, assemblies, warnings } = report.package;
      const result = { name, version, file, sha256, size, scripts, assemblies, warnings };
      process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : `${file}\n`);
    });
}

function settingsFrom({ solution, name, version, buildNumber, installer }: PackageOptions): GivenSettings {
  return {
    stage: 'Package',
    'solution-path': solution,
    installer,
    ...(name !== undefined && { 'artifact-name': name }),
    ...(version !== undefined && { version }),
    ...(buildNumber !== undefined && { 'build-number': buildNumber }),
  };
}

/** A folder as an absolute path; an address of whatever kind stays one, so that no password in it is shown as a path. */
function absoluteSource(source: string): string {
  return isAddress(source) ? source : resolve(source);
}
