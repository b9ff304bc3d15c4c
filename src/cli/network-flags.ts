import { type Command, InvalidArgumentError, Option } from 'commander';
import { collect } from './admin/subcommand.ts';

/** Flags that say how people reach the service. */
export interface NetworkFlags {
  readonly publicUrl?: string;
  readonly trustProxy: readonly string[];
}

/** Adds these flags. */
export function withNetworkFlags(command: Command): Command {
  return command
    .option(
      '--public-url <url>',
      'address under which people reach the service, as in https://keys.example.com; needed behind most proxies',
      publicUrlFrom,
    )
    .addOption(
      new Option(
        '--trust-proxy <cidr>',
        'proxy whose X-Forwarded-For, -Proto and -Host are believed: an address or a range; may be repeated',
      )
        .argParser(collect)
        .default([], 'none'),
    );
}

/** The flags as the server takes them. */
export function networkOptions({ publicUrl, trustProxy }: NetworkFlags): {
  publicUrl?: string;
  trustProxy: readonly string[];
} {
  return { trustProxy, ...(publicUrl !== undefined && { publicUrl }) };
}

/** Whether it is safe as well is for the service to say. @throws InvalidArgumentError */
function publicUrlFrom(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  throw new InvalidArgumentError('It must be an address without a path, as in https://keys.example.com.');
}
