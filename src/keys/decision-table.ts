/** Kinds of calls that answers are judged for. `register` is the Catalog's counterpart of an upload. */
export type Call = 'probe' | 'upload' | 'register' | 'deploy' | 'poll';

/** `volatile`: the v1-0 endpoints and a system key. `catalog`: key-catalog v2-0 and an organization key. */
export type Target = 'volatile' | 'catalog';

/**
 * How one sending of a request ended: with a status; `lost`, when the request may have arrived but its answer did not
 * (reset, timeout); or `unsent`, when no byte of it can have arrived.
 */
export type Ending = number | 'lost' | 'unsent';

/**
 * What an ending means for the caller:
 * - `proceed` the call did what it should; for a probe `accepted`
 * - `rejected` the key was refused: use the other one; `ambiguous` it may lack a permission only: use it all the same
 * - `wait` the service asks for patience: same key, later; `retry` nothing was decided: same key, a few times
 * - `missing` the deployment is not known (yet): ask again for a while
 * - `exists` the version is registered already
 * - `unknown` it may have happened: never send it again
 * - `stop` more of the same cannot help
 */
export type Verdict =
  | 'proceed'
  | 'accepted'
  | 'rejected'
  | 'ambiguous'
  | 'wait'
  | 'retry'
  | 'missing'
  | 'exists'
  | 'unknown'
  | 'stop';

type Row = 'success' | 400 | 401 | 403 | 404 | 409 | 413 | 429 | '5xx' | 'lost' | 'unsent';

/** The decision table of spec 2.9, cell by cell. What it does not name stops. */
const table: Record<Row, Record<Call, Verdict>> = {
  success: { probe: 'accepted', upload: 'proceed', register: 'proceed', deploy: 'proceed', poll: 'proceed' },
  400: { probe: 'stop', upload: 'stop', register: 'stop', deploy: 'stop', poll: 'stop' },
  401: { probe: 'rejected', upload: 'rejected', register: 'rejected', deploy: 'rejected', poll: 'rejected' },
  403: { probe: 'rejected', upload: 'rejected', register: 'rejected', deploy: 'rejected', poll: 'rejected' },
  404: { probe: 'accepted', upload: 'stop', register: 'stop', deploy: 'stop', poll: 'missing' },
  409: { probe: 'stop', upload: 'exists', register: 'exists', deploy: 'stop', poll: 'stop' },
  413: { probe: 'stop', upload: 'stop', register: 'stop', deploy: 'stop', poll: 'stop' },
  429: { probe: 'wait', upload: 'wait', register: 'wait', deploy: 'wait', poll: 'wait' },
  '5xx': { probe: 'retry', upload: 'retry', register: 'retry', deploy: 'unknown', poll: 'retry' },
  lost: { probe: 'retry', upload: 'retry', register: 'retry', deploy: 'unknown', poll: 'retry' },
  unsent: { probe: 'retry', upload: 'retry', register: 'retry', deploy: 'retry', poll: 'retry' },
};

/** The verdict of the table (spec 2.9) on how a call to the endpoints of a target ended. */
export function classify(call: Call, target: Target, ending: Ending): Verdict {
  if (ending === 403 && call === 'probe' && target === 'catalog') return 'ambiguous';
  const row = rowOf(call, target, ending);
  return row === undefined ? 'stop' : table[row][call];
}

function rowOf(call: Call, target: Target, ending: Ending): Row | undefined {
  if (typeof ending !== 'number') return ending;
  if (ending >= 500) return '5xx';
  if (isSuccess(call, target, ending)) return 'success';
  return ending in table ? (ending as Row) : undefined;
}

/** The v1-0 endpoints answer exactly 200; uploads and key-catalog may answer any 2xx (spec 2.9). */
function isSuccess(call: Call, target: Target, status: number): boolean {
  if (target === 'catalog' || call === 'upload') return status >= 200 && status < 300;
  return status === 200;
}
