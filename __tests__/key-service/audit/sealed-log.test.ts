import { appendFile, copyFile, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LogKeys } from '../../../src/key-service/audit/log-keys.ts';
import { SealedLog } from '../../../src/key-service/audit/sealed-log.ts';
import type { Peppers } from '../../../src/key-service/secrets/pepper-ring.ts';
import { temporaryFolder } from '../support/folder.ts';
import { somePeppers } from './support.ts';

interface Entry {
  readonly n: number;
}

const purpose = 'log of a test';
const { current: pepper } = somePeppers(1);

async function newLog(peppers: Peppers = somePeppers(1)) {
  const path = join(await temporaryFolder(), 'test.log');
  const openAgain = (those = peppers, what = purpose) => new SealedLog<Entry>(path, new LogKeys(those, what));
  return { path, peppers, openAgain, log: openAgain() };
}

async function numbersOf(log: SealedLog<Entry>): Promise<number[]> {
  const numbers: number[] = [];
  for await (const { n } of log.readOn()) numbers.push(n);
  return numbers;
}

const entries = (...numbers: number[]) => numbers.map((n) => ({ n }));

describe('a sealed log', () => {
  it('gives back what was added, to whoever opens it', async () => {
    const { log, openAgain } = await newLog();
    expect(await numbersOf(log)).toEqual([]);
    await log.append(entries(1, 2), pepper);
    await log.append(entries(3), pepper);
    expect(await numbersOf(openAgain())).toEqual([1, 2, 3]);
  });

  it('gives only what is new when it is read on, also what another process added', async () => {
    const { log, openAgain } = await newLog();
    await log.append(entries(1), pepper);
    const other = openAgain();
    expect(await numbersOf(other)).toEqual([1]);
    await log.append(entries(2), pepper);
    await other.append(entries(3), pepper);
    await log.append(entries(4), pepper);
    expect(await numbersOf(log)).toEqual([]);
    expect(await numbersOf(other)).toEqual([4]);
    expect(await numbersOf(openAgain())).toEqual([1, 2, 3, 4]);
  });

  it('is read whole when it is longer than what is read at a time', async () => {
    const { log, openAgain } = await newLog();
    const many = Array.from({ length: 3000 }, (_, index) => index);
    await log.append(entries(...many), pepper);
    expect(await numbersOf(openAgain())).toEqual(many);
  });

  it('is for its owner only', async () => {
    const { log, path } = await newLog();
    await log.append(entries(1), pepper);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('overlooks the rest of a line whose writer crashed, and writes on in its place', async () => {
    const { log, path, openAgain } = await newLog();
    await log.append(entries(1, 2), pepper);
    const { size } = await stat(path);
    await truncate(path, size - 10);
    const afterCrash = openAgain();
    expect(await numbersOf(afterCrash)).toEqual([1]);
    await afterCrash.append(entries(3), pepper);
    expect(await numbersOf(openAgain())).toEqual([1, 3]);
  });

  it.each<[string, (lines: string[]) => string[], number]>([
    ['a changed line', (lines) => lines.map((line) => line.replace('"n":2', '"n":7')), 2],
    ['a removed line', ([first = '', , third = '']) => [first, third], 2],
    ['lines in another order', ([first = '', second = '', third = '']) => [second, first, third], 1],
    ['a repeated line', ([first = '', second = '']) => [first, second, second], 3],
    ['a line that is spelled otherwise', ([first = '', ...rest]) => [first.replace(':', ': '), ...rest], 1],
    ['a line that is no JSON', ([first = '', ...rest]) => [first, 'x', ...rest], 2],
    ['an empty line', ([first = '', ...rest]) => [first, '', ...rest], 2],
    ['a line without an entry', ([first = '', ...rest]) => [first, '{"seal":"","pepper":"","entry":null}', ...rest], 2],
  ])('is not trusted from %s on', async (_what, forge, badLine) => {
    const { log, path, openAgain } = await newLog();
    await log.append(entries(1, 2, 3), pepper);
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    await writeFile(path, `${forge(lines).join('\n')}\n`);
    const read: number[] = [];
    const reading = async () => {
      for await (const { n } of openAgain().readOn()) read.push(n);
    };
    await expect(reading()).rejects.toThrow(`line ${badLine} cannot be trusted`);
    expect(read.length).toBe(badLine - 1);
    await expect(openAgain().append(entries(4), pepper)).rejects.toThrow('cannot be trusted');
  });

  it('takes no line from somebody without the pepper, or from another log', async () => {
    const { openAgain, log } = await newLog();
    await log.append(entries(1), pepper);
    await openAgain(somePeppers(2))
      .append(entries(2), somePeppers(2).current)
      .catch(() => undefined);
    await expect(numbersOf(openAgain(somePeppers(2)))).rejects.toThrow(
      /sealed with the pepper \w{16}, which is not known/,
    );
    await expect(numbersOf(openAgain(undefined, 'another log'))).rejects.toThrow('line 1 cannot be trusted');
  });

  it('notices when it goes away or gets shorter while it is in use', async () => {
    const { log, path, openAgain } = await newLog();
    await log.append(entries(1, 2), pepper);
    const other = openAgain();
    await numbersOf(other);
    await truncate(path, 20);
    await expect(log.append(entries(3), pepper)).rejects.toThrow('it is shorter than it was');
    await rm(path);
    await expect(other.append(entries(3), pepper)).rejects.toThrow('it is gone');
  });

  it('that keeps its lines refuses an older copy that takes its place, until the right file is back', async () => {
    const { path, peppers, log } = await newLog();
    const keeping = new SealedLog<Entry>(path, new LogKeys(peppers, purpose), { keepsLines: true });
    await log.append(entries(1), pepper);
    await copyFile(path, `${path}.older`);
    await log.append(entries(2), pepper);
    expect(await numbersOf(keeping)).toEqual([1, 2]);
    await copyFile(path, `${path}.newer`);
    await rename(`${path}.older`, path);
    for (let times = 0; times < 2; times++) {
      await expect(keeping.append(entries(3), pepper)).rejects.toThrow('an older copy, which lacks lines');
    }
    await rename(`${path}.newer`, path);
    await keeping.append(entries(3), pepper);
    expect(await numbersOf(new SealedLog<Entry>(path, new LogKeys(peppers, purpose)))).toEqual([1, 2, 3]);
  });

  it('is not trusted with a line that never ends, which also cannot fill the memory', async () => {
    const { log, path, openAgain } = await newLog();
    await log.append(entries(1), pepper);
    await appendFile(path, 'x'.repeat(3 * 1024 * 1024));
    await expect(numbersOf(openAgain())).rejects.toThrow('line 2 cannot be trusted: it is no line of a sealed log');
  });

  it('can be sealed anew with another pepper, so that the old one can be forgotten', async () => {
    const both = somePeppers(2, 1);
    const next = both.current;
    const { log, path, openAgain } = await newLog();
    await log.append(entries(1, 2), pepper);
    const running = openAgain(both);
    await numbersOf(running);
    await openAgain(both).append(entries(3), next);
    await openAgain(both).sealAnew(next);
    await running.append(entries(4), next);
    expect(await numbersOf(openAgain(somePeppers(2)))).toEqual([1, 2, 3, 4]);
    const before = await stat(path);
    await openAgain(somePeppers(2)).sealAnew(next);
    expect((await stat(path)).ino).toBe(before.ino);
  });
});
