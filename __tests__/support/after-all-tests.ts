import { rm } from 'node:fs/promises';
import './before-all-tests.ts';

/** Ends what all tests of a run shared. */
export default async function afterAllTests(): Promise<void> {
  await globalThis.postgresServer?.stop();
  if (globalThis.testMemoryFolder !== undefined) await rm(globalThis.testMemoryFolder, { recursive: true });
}
