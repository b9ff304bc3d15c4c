import type { Retention } from '../../contract/management/organizations.ts';
import type { KeyServiceCore } from '../key-service-core.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { forgetCallers } from '../keys/forget-callers.ts';

/** What is kept when nothing else was chosen (packages: dataminer-services spec 4). A package also stays while a deployment waits for it. */
export const defaultRetention: Retention = { packageDays: 14, callerDays: 400 };

/** What may be chosen: packages long enough for a deployment to follow, callers long enough for a regular rotation to see them. */
const bounds: { readonly [what in keyof Retention]: readonly [least: number, most: number] } = {
  packageDays: [1, 3650],
  callerDays: [90, 3650],
};

const dayMilliseconds = 24 * 60 * 60_000;

/** How long things are kept, the defaults included. @throws KeyServiceError `invalid` for numbers out of bounds */
export function retentionFrom(given: Partial<Retention> = {}): Retention {
  const retention = { ...defaultRetention, ...given };
  for (const what of ['packageDays', 'callerDays'] as const) {
    const [least, most] = bounds[what];
    const days = retention[what];
    if (Number.isInteger(days) && days >= least && days <= most) continue;
    throw new KeyServiceError(
      'invalid',
      `The ${what === 'packageDays' ? 'packages' : 'callers of keys'} are to be kept for ${days} days`,
      `Choose a whole number of days from ${least} to ${most}.`,
    );
  }
  return retention;
}

/** Removes what is past its time, in portions that keep nobody waiting. */
export async function cleanUp(
  { db, environment, artifacts, sessions }: KeyServiceCore,
  { packageDays, callerDays }: Retention,
): Promise<void> {
  await artifacts.removeExpired(packageDays * dayMilliseconds);
  await sessions.removeExpired();
  await forgetCallers(db, environment.now() - callerDays * dayMilliseconds);
}
