import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { ServiceSecret } from '../secrets/service-secret.ts';
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

/** A line as it is written, without its end. @param pepper whose key it is sealed with */
export function sealedLine(
  keys: LogKeys,
  pepper: ServiceSecret,
  previousSeal: string,
  entry: object,
): { text: string; seal: string } {
  const seal = sealOf(keys.of(pepper), pepper.id, previousSeal, entry);
  return { text: JSON.stringify({ seal, pepper: pepper.id, entry } satisfies SealedLine<object>), seal };
}

/** Reads a line back. @returns why it is not what was written, when it is not */
export function openLine<Entry extends object>(
  keys: LogKeys,
  previousSeal: string,
  text: string,
): SealedLine<Entry> | string {
  const line = lineFrom<Entry>(text);
  if (line === undefined) return 'it is no line of a sealed log';
  const key = keys.byId(line.pepper);
  if (key === undefined) return `it is sealed with the pepper ${line.pepper}, which is not known here`;
  const expected = sealOf(key, line.pepper, previousSeal, line.entry);
  // Only one spelling of a line is taken, so that the seal is over every byte of it.
  const isWhole = text === JSON.stringify(line) && equal(expected, line.seal);
  return isWhole ? line : 'it, or the line before it, was changed or removed';
}

function sealOf(key: KeyObject, pepper: string, previousSeal: string, entry: object): string {
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
