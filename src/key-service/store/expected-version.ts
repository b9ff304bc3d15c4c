import { timestamp } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';

/** What a row knows of its last change; null when it was never changed. */
export interface LastChange {
  readonly version: number;
  readonly changed_at: number | null;
  readonly changed_by: string | null;
}

/** What to do when somebody else has changed the same thing meanwhile. */
export const lookAgain = 'Nothing was changed now. Look at it again, and repeat what you want if it still makes sense.';

/**
 * Keeps one who changes something from overwriting what another changed meanwhile.
 * @param version the version that the caller has seen, when it matters
 * @throws KeyServiceError `conflict`, with who changed it last, and when
 */
export function requireVersion(what: string, row: LastChange, version: number | undefined): void {
  if (version === undefined || version === row.version) return;
  const changedAt = row.changed_at === null ? undefined : timestamp(row.changed_at);
  const change = changedAt === undefined ? 'Nobody changed' : `${row.changed_by} changed`;
  throw new KeyServiceError(
    'conflict',
    `${change} the ${what}${changedAt === undefined ? ' yet' : ` at ${changedAt}`}: it has version ${row.version}, not ${version}`,
    lookAgain,
    {
      facts: {
        version: row.version,
        ...(changedAt !== undefined && { changedAt }),
        ...(row.changed_by !== null && { changedBy: row.changed_by }),
      },
    },
  );
}
