import { userInfo } from 'node:os';
import type { Initiator } from '../../contract/management/initiator.ts';

/**
 * Who the store's records name for what is done here. An account may have a number only, as in a container under any user ID.
 * @param user throws when the account has no name, as Node's own `userInfo` does
 */
export function operator(user: () => { username: string } = userInfo): Initiator {
  return { type: 'operator', id: null, name: `${accountName(user)} (command line)` };
}

function accountName(user: () => { username: string }): string {
  try {
    return user().username;
  } catch {
    return `user ID ${process.getuid?.()}`;
  }
}
