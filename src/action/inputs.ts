import * as core from '@actions/core';
import { type GivenSettings, type SettingName, settingNames, settings } from '../deployment/settings.ts';
import { maskedForms } from '../keys/redaction.ts';

/** The action's inputs as the runner hands them over; an older name counts where the new one is empty. */
export function readInputs(): GivenSettings {
  const given: Partial<Record<SettingName, string>> = {};
  for (const name of settingNames) {
    const names = [name, ...(settings[name].aliases ?? [])];
    const value = names
      .map((candidate) => core.getInput(candidate, { trimWhitespace: false }))
      .find((text) => text.trim());
    if (value !== undefined) given[name] = value;
  }
  return given;
}

/** Values of the inputs that are secrets, as given. */
export function secretsOf(inputs: GivenSettings): string[] {
  return settingNames.flatMap((name) => {
    const value = settings[name].environment && inputs[name];
    return value ? [value] : [];
  });
}

/** Tells the runner to hide every secret, in each form in which it could reach a log; done before anything else. */
export function hideSecrets(inputs: GivenSettings): void {
  for (const secret of secretsOf(inputs)) {
    for (const form of maskedForms(secret)) core.setSecret(form);
  }
}
