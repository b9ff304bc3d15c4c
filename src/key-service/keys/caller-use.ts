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

/** Adds what a caller did. Callers name themselves, so only so many are kept. */
export function addUse(callers: CallerUse[], use: CallerUse): void {
  const index = callers.findLastIndex(
    ({ repository, workflow }) => repository === use.repository && workflow === use.workflow,
  );
  const [before] = index < 0 ? [] : callers.splice(index, 1);
  callers.push(before === undefined ? use : { ...use, count: before.count + use.count, firstAt: before.firstAt });
  if (callers.length > maxCallers) forgetOldest(callers);
}

function forgetOldest(callers: CallerUse[]): void {
  const oldest = callers.findIndex(({ repository }) => repository !== forgottenName);
  const hasForgotten = oldest > 0;
  if (callers.length <= maxCallers + (hasForgotten ? 1 : 0)) return;
  // Those that were forgotten before come first, as their calls are older.
  const [forgotten, gone] = hasForgotten ? callers.splice(0, 2) : [undefined, ...callers.splice(0, 1)];
  if (gone !== undefined) callers.unshift(nameless(gone, forgotten));
}

/** A caller without its name, and those that have lost theirs before. */
function nameless(use: CallerUse, forgotten: CallerUse | undefined): CallerUse {
  return {
    ...{ repository: forgottenName, workflow: '', runId: null, runAttempt: null, address: null },
    ...{ at: use.at, route: use.route, count: use.count + (forgotten?.count ?? 0) },
    firstAt: forgotten?.firstAt ?? use.firstAt,
  };
}
