import { exitCodes } from '../deployment/exit-code.ts';
import {
  type GivenSettings,
  type SettingName,
  type SettingProblem,
  settingNames,
  settings,
} from '../deployment/settings.ts';
import { CliError } from './cli-error.ts';

/** The secrets of the settings, from the environment only: an argument would be visible to every user of the machine. */
export function secretsFrom(env: NodeJS.ProcessEnv): GivenSettings {
  const given: Partial<Record<SettingName, string>> = {};
  for (const name of settingNames) {
    const value = settings[name].environment?.map((variable) => env[variable]).find((text) => text?.trim());
    if (value !== undefined) given[name] = value;
  }
  return given;
}

/** Name of a setting as the command line's user knows it: a flag, or for a secret its variable. */
export function nameOnCommandLine(setting: SettingName): string {
  return settings[setting].environment?.[0] ?? `--${setting}`;
}

/** All problems of the settings as one error. */
export function inputError(
  problems: readonly SettingProblem[],
  nameOf: (setting: SettingName) => string,
  redact: (text: string) => string,
): CliError {
  const lines = problems.map(({ setting, message }) => `${nameOf(setting)} ${message}`);
  return new CliError(redact(lines.join('\n')), { exitCode: exitCodes.inputs });
}
