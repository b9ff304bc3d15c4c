import type { Command } from 'commander';
import { exitCodes } from '../../deployment/exit-code.ts';
import type { KeyServiceCore } from '../../key-service/key-service-core.ts';
import { CliError } from '../cli-error.ts';
import { withNewStore } from '../service-store.ts';
import { operator } from './operator.ts';
import { ask, newPassword, type PasswordFlags } from './password-input.ts';
import { type AdminFlags, adminSubcommand, note, print } from './subcommand.ts';

interface OwnerFlags extends PasswordFlags {
  readonly email?: string;
  readonly organization?: string;
  readonly name?: string;
}

/** What the first Owner is, for a script. */
interface MadeOwner {
  readonly id: string;
  readonly organization: string;
}

/** `admin init`: everything that a service needs before its first start, and who may sign in to it. */
export function init(): Command {
  return adminSubcommand(
    'init',
    'Makes data folder, database, pepper and master key, or checks that they fit together; and the first Owner, if there is nobody yet.',
    '--secrets /etc/dataminer-deploy/secrets --email alice@example.com --organization "Example" --password-stdin < password.txt',
  )
    .option('--email <address>', 'e-mail address of the first Owner; asked for on a terminal')
    .option('--organization <name>', 'name of their organization; asked for on a terminal')
    .option('--name <name>', 'name of the first Owner (default: the address)')
    .option('--password-stdin', 'read their password from stdin')
    .action(async (flags: AdminFlags & OwnerFlags) => {
      const made = await withNewStore(flags, async (core) => {
        const owner = await firstOwner(core, flags);
        const places = { data: core.dataFolder, secrets: core.secretsFolder };
        if (core.isSecretBesideData) {
          note(
            'Pepper and master key lie beside the data. Keep them on another disk with --secrets, and back them up apart.',
          );
        }
        return { ...places, ...(owner !== undefined && { owner }) };
      });
      const owner =
        made.owner === undefined ? [] : [`owner: ${made.owner.id}`, `organization: ${made.owner.organization}`];
      print(flags, made, [`data: ${made.data}`, `secrets: ${made.secrets}`, ...owner]);
    });
}

async function firstOwner(
  { firstOwner: owner }: KeyServiceCore,
  flags: AdminFlags & OwnerFlags,
): Promise<MadeOwner | undefined> {
  const isAsked = process.stdin.isTTY && flags.json !== true;
  const isWanted = isAsked || flags.email !== undefined || flags.organization !== undefined;
  if (!(await owner.isMissing())) {
    if (flags.email !== undefined)
      note('There is somebody who can sign in already; give others a role with create-user.');
    return undefined;
  }
  if (!isWanted) {
    note('Nobody can sign in yet: repeat this with --email and --organization, or use the token that "serve" prints.');
    return undefined;
  }
  const email = flags.email ?? (await asked('--email', 'E-mail address of the first Owner: ', isAsked));
  const organization = flags.organization ?? (await asked('--organization', 'Name of the organization: ', isAsked));
  const given = { email, organization, name: flags.name ?? email, password: await newPassword(flags) };
  const { account, organizationId } = await owner.create(given, operator());
  return { id: account.id, organization: organizationId };
}

async function asked(flag: string, question: string, isAsked: boolean): Promise<string> {
  if (isAsked) return await ask(question);
  throw new CliError(`For the first Owner ${flag} is missing`, {
    exitCode: exitCodes.inputs,
    next: 'Give --email, --organization and --password-stdin, or run the command on a terminal.',
  });
}
