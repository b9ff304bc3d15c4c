import { userInfo } from 'node:os';

/**
 * Who the store's records name for what is done here. An account may have a number only, as in a container under any user ID.
 * @param user throws when the account has no name, as Node's own `userInfo` does
 */
export function operator(user: () => { username: string } = userInfo): string {
  try {
    return `${user().username} (command line)`;
  } catch {
    return `user ID ${process.getuid?.()} (command line)`;
  }
}
