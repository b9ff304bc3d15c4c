import { KeyServiceError } from '../key-service-error.ts';

/** SQLite's codes for what somebody has to do something about; the low byte of a code, the rest says why. */
const damageCodes: readonly number[] = [11, 26];
const fullCode = 13;

/** What a failure of SQLite means to its operator; undefined for one that says nothing to them. */
export function sqliteRefusal(error: unknown): KeyServiceError | undefined {
  const { errcode = 0, message } = error as { readonly errcode?: number; readonly message: string };
  const code = errcode % 256;
  if (damageCodes.includes(code)) {
    return new KeyServiceError(
      'store',
      `The database is damaged: ${message}`,
      'End the service, keep a copy of the data folder, check its disk, and put a backup in place with "admin restore".',
      { cause: error },
    );
  }
  if (code === fullCode) {
    return new KeyServiceError(
      'store',
      `There is no room for the database: ${message}`,
      'Make room on the disk of the data folder. Nothing was changed.',
      { cause: error },
    );
  }
  return undefined;
}
