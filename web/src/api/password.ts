import { managementPaths } from '../../../src/contract/management/paths.ts';
import type { ChangePassword, Session } from '../../../src/contract/management/session.ts';
import { call, inThisSession } from './call.ts';
import { begin } from './session.ts';

/** Changes the signed-in user's own password; all of their sessions end, and a new one begins here. */
export async function changePassword(given: ChangePassword): Promise<void> {
  await inThisSession(() => begin(call<Session>('POST', managementPaths.password, { body: given, isEntrance: true })));
}
