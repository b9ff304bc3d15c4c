import { managementPaths } from '../../../src/contract/management/paths.ts';
import type { ChangePassword } from '../../../src/contract/management/session.ts';
import { change } from './change.ts';

/** Changes the signed-in user's own password; all of their other sessions end. */
export async function changePassword(given: ChangePassword): Promise<void> {
  await change('POST', managementPaths.password, given);
}
