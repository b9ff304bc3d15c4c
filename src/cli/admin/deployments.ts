import { type Command, InvalidArgumentError, Option } from 'commander';
import { type DeploymentState, deploymentStates } from '../../contract/deployment-state.ts';
import type { Deployment } from '../../contract/management/deployments.ts';
import { maxPageSize } from '../../contract/management/list.ts';
import { signatureOf } from '../../key-service/access/principal.ts';
import { withStore } from '../service-store.ts';
import { operator } from './operator.ts';
import { requirePlace } from './require-place.ts';
import { type AdminFlags, adminSubcommand, collect, note, print } from './subcommand.ts';

/** Commands about deployments. */
export function deploymentCommands(): readonly Command[] {
  return [listDeployments(), cancelDeployment(), retryDeployment()];
}

type ListFlags = AdminFlags & {
  readonly system: string;
  readonly state?: readonly DeploymentState[];
  readonly search?: string;
  readonly limit: string;
};

function listDeployments(): Command {
  return adminSubcommand(
    'list-deployments',
    'Lists the deployments of a DMS, newest first.',
    '--system ID --state Error',
  )
    .requiredOption('--system <id>', 'DMS that they went to')
    .addOption(
      new Option(
        '--state <state>',
        `only those in this state: ${deploymentStates.join(', ')}; may be repeated`,
      ).argParser((state, states?: readonly string[]) => collect(stateFrom(state), states)),
    )
    .option('--search <text>', 'only those whose package name, version or repository holds this text')
    .option('--limit <number>', `how many, 1 to ${maxPageSize}`, '50')
    .action(async (flags: ListFlags) => {
      const { system, state, search, limit } = flags;
      const query = {
        limit,
        ...(state !== undefined && { state: [...state] }),
        ...(search !== undefined && { search }),
      };
      const page = await withStore(flags, async (core) => {
        await requirePlace(core, flags);
        return await core.deploymentRecords.list(system.toLowerCase(), query);
      });
      print(flags, page, page.items.map(lineOf));
      if (page.items.length === 0) note('There are no such deployments.');
      else if (page.next !== null) note(`There are older ones, too; raise --limit (up to ${maxPageSize}) or filter.`);
    });
}

function cancelDeployment(): Command {
  return adminSubcommand(
    'cancel-deployment',
    'Ends a deployment. One that is under way is undone within seconds, by the process that carries it out.',
    '--deployment ID',
  )
    .requiredOption('--deployment <id>', 'deployment to end')
    .action(async (flags: AdminFlags & { deployment: string }) => {
      const reference = { id: flags.deployment, systemId: 'any' } as const;
      await withStore(flags, (core) => core.deployments.cancel(reference, operator()));
      print(flags, { id: flags.deployment }, [flags.deployment]);
    });
}

function retryDeployment(): Command {
  return adminSubcommand(
    'retry-deployment',
    'Deploys the package of a deployment that has ended once more, and prints the ID of the new deployment.',
    '--deployment ID',
  )
    .requiredOption('--deployment <id>', 'deployment to repeat')
    .action(async (flags: AdminFlags & { deployment: string }) => {
      const reference = { id: flags.deployment, systemId: 'any' } as const;
      const requester = { initiator: operator(), caller: {} };
      const id = await withStore(flags, (core) => core.deployments.retry(reference, requester));
      print(flags, { id, retryOf: flags.deployment }, [id]);
    });
}

function stateFrom(text: string): DeploymentState {
  const state = deploymentStates.find((known) => known.toLowerCase() === text.toLowerCase());
  if (state !== undefined) return state;
  throw new InvalidArgumentError(`It must be one of ${deploymentStates.join(', ')}.`);
}

function lineOf({ id, state, package: { name, version }, requestedAt, requestedBy }: Deployment): string {
  return `${id}  ${state}  ${name} ${version}  ${requestedAt}  by ${signatureOf(requestedBy)}`;
}
