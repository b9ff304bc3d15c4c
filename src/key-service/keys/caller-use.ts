/** What one caller did with a value. Names are empty, the rest is null where it did not say them. */
export interface CallerUse {
  readonly repository: string;
  readonly workflow: string;
  readonly count: number;
  readonly firstAt: number;
  /** The last call; what follows is of that one. */
  readonly at: number;
  readonly route: string;
  readonly runId: string | null;
  readonly runAttempt: string | null;
  readonly address: string | null;
}

/** What was done with a value since it was last written, and by whom; the caller that called last is the last one. */
export interface ValueUse {
  readonly valueId: string;
  readonly callers: CallerUse[];
}

/** Callers of one value that are kept: those that called last. */
export const maxCallers = 100;

/**
 * The name of all callers whose names were forgotten, so that what they did still counts. None can call itself so: of what callers
 * say, anything but ASCII is replaced.
 */
export const forgottenName = '…';

/** Adds what a caller did. Callers name themselves, so only so many are kept; those who lost their names come first. */
export function addUse(callers: CallerUse[], use: CallerUse): void {
  const index = callers.findLastIndex(
    ({ repository, workflow }) => repository === use.repository && workflow === use.workflow,
  );
  const [before] = index < 0 ? [] : callers.splice(index, 1);
  const sum = before === undefined ? use : { ...use, count: before.count + use.count, firstAt: before.firstAt };
  if (isForgotten(sum)) callers.unshift(sum);
  else callers.push(sum);
  if (callers.length > maxCallers) forgetOldest(callers);
}

function forgetOldest(callers: CallerUse[]): void {
  const oldest = isForgotten(callers[0]) ? 1 : 0;
  if (callers.length - oldest <= maxCallers) return;
  for (const gone of callers.splice(oldest, 1)) addUse(callers, nameless(gone));
}

function isForgotten(use: CallerUse | undefined): boolean {
  return use?.repository === forgottenName;
}

function nameless({ count, firstAt, at, route }: CallerUse): CallerUse {
  const nobody = { repository: forgottenName, workflow: '', runId: null, runAttempt: null, address: null };
  return { ...nobody, count, firstAt, at, route };
}
