/**
 * Puts load on one server and prints what it saw as JSON: `node load.ts URL SETS SECONDS CONNECTIONS`. Every request brings a
 * key drawn at random from the population of SETS key sets.
 */
import { randomInt } from 'node:crypto';
import autocannon from 'autocannon';
import { keyHeader } from '../../src/contract/headers.ts';
import { keySlots } from '../../src/contract/key-slot.ts';
import { keyAt } from './key-population.ts';

/** What one round of load found out; times are milliseconds. */
export interface Load {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Requests that a connection sends before it begins anew with the first of them. */
const requestsPerConnection = 1_500;

const [url = '', ...numbers] = process.argv.slice(2);
const [sets = 1, seconds = 1, connections = 1] = numbers.map(Number);
const requests = Array.from({ length: connections }, () =>
  Array.from({ length: requestsPerConnection }, () => ({
    headers: { [keyHeader]: keyAt(randomInt(sets), keySlots[randomInt(2)] ?? 'primary') },
  })),
);

const times: number[] = [];
let first = 0;
let last = 0;
let refused = 0;
const { errors, timeouts } = await new Promise<autocannon.Result>((resolve, reject) => {
  const setupClient = (client: autocannon.Client) => client.setRequests(requests.pop() ?? []);
  const run = autocannon({ url, connections, duration: seconds, setupClient }, (error, result) => {
    if (error) reject(error);
    else resolve(result);
  });
  run.on('response', (_client, status, _bytes, milliseconds) => {
    if (status !== 200) refused++;
    last = performance.now();
    first ||= last;
    times.push(milliseconds);
  });
});
if (errors + timeouts + refused > 0) {
  throw new Error(`${url}: ${errors} connections broke, ${timeouts} requests timed out, ${refused} were refused`);
}
times.sort((a, b) => a - b);
const percentile = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
const load: Load = {
  requestsPerSecond: (1000 * (times.length - 1)) / (last - first),
  p50: percentile(0.5),
  p99: percentile(0.99),
};
process.stdout.write(JSON.stringify(load));
