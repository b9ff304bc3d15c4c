import { Command } from 'commander';
import { deploymentCommands } from './admin/deployments.ts';
import { keyCommands } from './admin/keys.ts';
import { lossCommands } from './admin/losses.ts';
import { organizationCommands } from './admin/organizations.ts';
import { secretCommands } from './admin/secrets.ts';
import { storeCommands } from './admin/store.ts';
import { systemCommands } from './admin/systems.ts';
import { tokenCommands } from './admin/tokens.ts';
import { userCommands } from './admin/users.ts';

const help = `
The commands work on the store itself, also while "serve" runs on it. Data folder and secrets are made on first use.

A first key set, from nothing:
  dataminer-deploy admin create-organization --name "Example"
  dataminer-deploy admin create-system --organization ID --name "Staging" --folder "/mnt/staging/Skyline DataMiner"
  dataminer-deploy admin create-key --system ID --label "GitHub"`;

/** `admin`: what an operator does to a key service from its own machine. */
export function adminCommand(): Command {
  const admin = new Command('admin')
    .description('Manages organizations, DMSs, key sets, users and tokens of a key service.')
    .addHelpText('after', help);
  for (const commands of [
    storeCommands,
    organizationCommands,
    systemCommands,
    keyCommands,
    userCommands,
    tokenCommands,
    deploymentCommands,
    secretCommands,
    lossCommands,
  ]) {
    for (const command of commands()) admin.addCommand(command);
  }
  return admin;
}
