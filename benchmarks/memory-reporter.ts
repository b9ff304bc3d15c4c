/** Loaded into a measured process by `--import`: writes the process's peak memory, in bytes, to file descriptor 3 as it ends. */
import { writeSync } from 'node:fs';
import { memoryOf } from './process-memory.ts';

process.on('exit', () => writeSync(3, String(memoryOf(process.pid).peakBytes)));
