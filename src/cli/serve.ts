import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { FastifyInstance } from 'fastify';
import { type OrganizationKeysRole, organizationKeysRoles } from '../contract/management/rights.ts';
import { exitCodes } from '../deployment/exit-code.ts';
import type { MetricsOptions } from '../key-service/index.ts';
import { collect } from './admin/subcommand.ts';
import { CliError } from './cli-error.ts';
import { type NetworkFlags, networkOptions, withNetworkFlags } from './network-flags.ts';
import { type RetentionFlags, retentionOptions, withRetentionFlags } from './retention-flags.ts';
import { type LogLevel, logLevels, serviceLog } from './service-log.ts';
import { type StoreFlags, storeOptions, tellingUsers, withStoreFlags } from './service-store.ts';

const help = `
Logs go to stderr as JSON lines. SIGTERM and SIGINT end the service gracefully: requests are finished, a deployment that is
being put into place too; others wait for the next start.

Example:
  dataminer-deploy serve --data /var/lib/dataminer-deploy --secrets /etc/dataminer-deploy/secrets --port 8080`;

/** How long one can ask the service to take over its end, in seconds. */
const longestDrain = 3600;

interface ServeFlags extends StoreFlags, NetworkFlags, RetentionFlags {
  readonly host: string;
  readonly port: number;
  readonly allowFolder: readonly string[];
  readonly organizationKeysRole: OrganizationKeysRole;
  readonly metricsAllow: readonly string[];
  readonly logLevel: LogLevel;
  readonly drainDelay: number;
  readonly drainTimeout: number;
  readonly json?: boolean;
}

/** `serve`: runs a key service until it is asked to end. */
export function serveCommand(): Command {
  return withRetentionFlags(withNetworkFlags(withStoreFlags(new Command('serve'))))
    .description('Runs a key service: it checks keys, takes packages and delivers them to the connected DMSs.')
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--port <number>', 'port to listen on; 0 takes a free one', portFrom, 8080)
    .addOption(
      new Option(
        '--allow-folder <folder>',
        'folder in or below which DMSs may be connected over the API; may be repeated',
      )
        .argParser(collect)
        .default([], 'only "admin" connects DMSs'),
    )
    .addOption(
      new Option('--organization-keys-role <role>', 'lowest role that manages the key sets of an organization')
        .choices(organizationKeysRoles)
        .default('admin'),
    )
    .addOption(
      new Option('--metrics-allow <cidr>', 'who may read /metrics: an address or a range; may be repeated')
        .argParser(collect)
        .default([], "this machine's own addresses"),
    )
    .addOption(new Option('--log-level <level>', 'how much is logged').choices(logLevels).default('info'))
    .option(
      '--drain-delay <seconds>',
      'how long it goes on serving when asked to end, /readyz being 503',
      secondsFrom,
      0,
    )
    .option('--drain-timeout <seconds>', 'how long requests under way may then take to end', secondsFrom, 30)
    .option('--json', 'print {"url","pid"} on stdout when ready')
    .addHelpText('after', help)
    .action(serve);
}

async function serve(flags: ServeFlags): Promise<void> {
  const { keyServiceServer } = await import('./key-service-server.ts');
  const ending = new AbortController();
  let setupToken: string | undefined;
  const app = await tellingUsers(async () => {
    const options = {
      ...(await storeOptions(flags)),
      ...networkOptions(flags),
      onSetupToken: (token: string) => {
        setupToken = token;
      },
      allowedFolders: flags.allowFolder,
      organizationKeysRole: flags.organizationKeysRole,
      retention: retentionOptions(flags),
      metrics: metricsOptions(flags),
      ending: ending.signal,
    };
    return await keyServiceServer(options, serviceLog(flags.logLevel));
  });
  const ended = endOnSignal(app, ending, flags);
  const url = await listen(app, flags);
  // A line of its own, no record of the log: logs are kept, and read by others.
  if (setupToken !== undefined) process.stderr.write(`${setupTokenLine(setupToken, flags.publicUrl ?? url)}\n`);
  if (flags.json) process.stdout.write(`${JSON.stringify({ url, pid: process.pid })}\n`);
  else process.stderr.write(`The key service is ready at ${url}\n`);
  await ended;
}

function setupTokenLine(token: string, url: string): string {
  return `Nobody can sign in yet. Set the service up at ${url} with this token, which works once and until the next start: ${token}`;
}

function metricsOptions({ metricsAllow: allow }: ServeFlags): Partial<MetricsOptions> {
  return { process: true, ...(allow.length > 0 && { allow }) };
}

async function listen(app: FastifyInstance, { host, port }: ServeFlags): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    await app.close();
    throw new CliError(`The key service cannot listen on ${host}, port ${port}: ${(cause as Error).message}`, {
      exitCode: exitCodes.inputs,
      next: 'Choose another --port (0 takes a free one) or --host.',
      cause,
    });
  }
  const { port: taken } = app.server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`;
}

/**
 * Resolves when the service was asked to end and has ended. Requests that do not finish in time are cut off. The service can be
 * asked once only: another signal ends the process at once, as it does by default.
 */
async function endOnSignal(app: FastifyInstance, ending: AbortController, flags: ServeFlags): Promise<void> {
  const asked = new AbortController();
  await Promise.race(['SIGTERM', 'SIGINT'].map((name) => once(process, name, { signal: asked.signal })));
  asked.abort();
  ending.abort();
  app.log.info({ delaySeconds: flags.drainDelay }, 'ending: requests should be sent elsewhere');
  await wait(flags.drainDelay * 1000);
  app.log.info('ending: no new requests are taken');
  const cut = setTimeout(() => {
    app.log.warn('requests that did not end in time are cut off');
    app.server.closeAllConnections();
  }, flags.drainTimeout * 1000);
  await app.close();
  clearTimeout(cut);
  app.log.info('ended');
}

/** The port of a flag. @throws InvalidArgumentError */
export function portFrom(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('It must be a whole number from 0 to 65535.');
}

function secondsFrom(text: string): number {
  const seconds = Number(text);
  if (/^\d+$/.test(text) && seconds <= longestDrain) return seconds;
  throw new InvalidArgumentError(`It must be a whole number of seconds from 0 to ${longestDrain}.`);
}
