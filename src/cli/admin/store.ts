import type { Command } from 'commander';
import { backup, restore } from './backup.ts';
import { init } from './init.ts';

/** Commands about the store as a whole. */
export function storeCommands(): readonly Command[] {
  return [init(), backup(), restore()];
}
