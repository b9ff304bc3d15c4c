import { type Command, InvalidArgumentError } from 'commander';
import type { Retention } from '../key-service/index.ts';

/** Flags that say how long the service keeps things. */
export interface RetentionFlags {
  readonly keepPackages?: number;
  readonly keepCallers?: number;
}

/** Adds the flags that say how long the service keeps what is not needed for ever. */
export function withRetentionFlags(command: Command): Command {
  return command
    .option('--keep-packages <days>', 'how long uploaded packages are kept (default: 14)', daysFrom)
    .option(
      '--keep-callers <days>',
      'how long it is known who used a key, since their last call (default: 400)',
      daysFrom,
    );
}

/** The flags as the key service takes them; it checks their bounds. */
export function retentionOptions({ keepPackages, keepCallers }: RetentionFlags): Partial<Retention> {
  return {
    ...(keepPackages !== undefined && { packageDays: keepPackages }),
    ...(keepCallers !== undefined && { callerDays: keepCallers }),
  };
}

function daysFrom(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number of days.');
}
