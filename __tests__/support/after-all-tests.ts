import './before-all-tests.ts';
import { removeFolder } from './processes.ts';

/** Ends what all tests of a run shared. */
export default async function afterAllTests(): Promise<void> {
  await globalThis.postgresServer?.stop();
  if (globalThis.testMemoryFolder !== undefined) await removeFolder(globalThis.testMemoryFolder);
}
