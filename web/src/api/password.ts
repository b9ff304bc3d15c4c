import { managementPaths } from '../../../src/contract/management/paths.ts';
import type { ChangePassword, Session } from '../../../src/contract/management/session.ts';
import { change } from './change.ts';
import { begin } from './session.ts';

/** Changes the signed-in user's own password; all of their sessions end, and a new one begins here. */
export async function changePassword(given: ChangePassword): Promise<void> {
  await begin(change<Session>('POST', managementPaths.password, given));
}
