import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LogKeys } from './log-keys.ts';

/** What the first line of a sealed log follows. */
export const firstSeal = '0'.repeat(64);

/** One line: its seal is a MAC over the seal of the line before and over all of itself. */
interface SealedLine<Entry> {
  readonly seal: string;
  /** ID of the pepper behind the key of the seal. */
  readonly pepper: string;
  readonly entry: Entry;
}

/** A line as it is written, without its end. @throws Error when the current pepper is not known */
export function sealedLine(keys: LogKeys, previousSeal: string, entry: object): { text: string; seal: string } {
  const pepper = keys.currentId;
  const seal = sealOf(keys, pepper, previousSeal, entry);
  if (seal === undefined) throw new Error(`the pepper ${pepper} is not known`);
  return { text: JSON.stringify({ seal, pepper, entry } satisfies SealedLine<object>), seal };
}

/** Reads a line back. @returns why it is not what was written, when it is not */
export function openLine<Entry extends object>(
  keys: LogKeys,
  previousSeal: string,
  text: string,
): SealedLine<Entry> | string {
  const line = lineFrom<Entry>(text);
  if (line === undefined) return 'it is no line of a sealed log';
  const expected = sealOf(keys, line.pepper, previousSeal, line.entry);
  if (expected === undefined) return `it is sealed with the pepper ${line.pepper}, which is not known here`;
  // Only one spelling of a line is taken, so that the seal is over every byte of it.
  const isWhole = text === JSON.stringify(line) && equal(expected, line.seal);
  return isWhole ? line : 'it, or the line before it, was changed or removed';
}

function sealOf(keys: LogKeys, pepper: string, previousSeal: string, entry: object): string | undefined {
  const key = keys.byId(pepper);
  if (key === undefined) return undefined;
  return createHmac('sha256', key)
    .update(JSON.stringify([previousSeal, pepper, entry]))
    .digest('hex');
}

function lineFrom<Entry extends object>(text: string): SealedLine<Entry> | undefined {
  try {
    const { seal, pepper, entry } = JSON.parse(text) as Partial<SealedLine<Entry>>;
    if (typeof seal !== 'string' || typeof pepper !== 'string' || typeof entry !== 'object') return undefined;
    return { seal, pepper, entry };
  } catch {
    return undefined;
  }
}

function equal(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}
