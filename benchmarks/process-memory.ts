import { readFileSync, writeFileSync } from 'node:fs';

export interface ProcessMemory {
  /** Resident memory now. */
  readonly residentBytes: number;
  /** The most it has been, since the start or the last `resetPeak`. */
  readonly peakBytes: number;
}

/**
 * Memory of a process as Linux counts it. Not from getrusage: its peak begins with the size of the process that forked this one.
 * @throws Error on systems without /proc
 */
export function memoryOf(pid: number): ProcessMemory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const bytes = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) * 1024;
  return { residentBytes: bytes('VmRSS'), peakBytes: bytes('VmHWM') };
}

/** Lets the peak of a process begin anew at what it holds now (proc(5), clear_refs). */
export function resetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}
