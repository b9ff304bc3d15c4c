/**
 * A program: packages a solution with the library, as the command does, and writes how long each step took as one JSON
 * object. Arguments: solution, output file, and the address of a NuGet feed, if there is one.
 */
import { dirname } from 'node:path';
import { PackageRestorer } from '../src/packaging/nuget/package-restorer.ts';
import { packageSolution } from '../src/packaging/package-solution.ts';

/** Milliseconds of each step; their sum is the life of the process until the package is written. */
export interface StepTimes {
  /** Node itself, and loading our modules. */
  readonly start: number;
  /** Solution, script files and projects. */
  readonly read: number;
  /** Reading and parsing C#, combining it, writing the script XML. */
  readonly assemble: number;
  /** Finding NuGet packages, and bringing those that are not there. */
  readonly restore: number;
  /** Compressing, hashing, and the file itself. */
  readonly write: number;
}

const [solution = '', output = '', feed] = process.argv.slice(2);
const restoring = timeOfFind();
const started = performance.now();
const ends = { read: started, assemble: started, write: started };
await packageSolution({
  solution,
  root: dirname(solution),
  version: '1.0.0',
  output,
  installer: 'omit',
  packageTime: new Date(0),
  nuget: {
    sources: feed === undefined ? [] : [feed],
    offline: feed === undefined,
    env: process.env,
    home: dirname(solution),
  },
  maxBytes: 2 ** 30,
  onProgress: ({ step }) => {
    ends[step] = performance.now();
  },
});
ends.write = performance.now();
const restore = restoring();
const times: StepTimes = {
  start: started,
  read: ends.read - started,
  assemble: ends.assemble - ends.read - restore,
  restore,
  write: ends.write - ends.assemble,
};
console.log(JSON.stringify(times));

/**
 * Clocks `PackageRestorer.find`, which packaging calls while it assembles; calls that run side by side count once.
 * @returns the milliseconds in which at least one was under way
 */
function timeOfFind(): () => number {
  const find = PackageRestorer.prototype.find;
  let [underWay, since, total] = [0, 0, 0];
  PackageRestorer.prototype.find = async function (...args) {
    if (underWay++ === 0) since = performance.now();
    try {
      return await find.apply(this, args);
    } finally {
      if (--underWay === 0) total += performance.now() - since;
    }
  };
  return () => total;
}
