import { jest } from '@jest/globals';
import { RegularTasks } from '../../../src/key-service/operations/regular-tasks.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function tasksTelling(told: unknown[]): RegularTasks {
  return new RegularTasks({ taskBegun: () => undefined, taskFailed: (task, error) => told.push([task, error]) });
}

describe('regular tasks', () => {
  it('are done now, and again every so often', async () => {
    let times = 0;
    const tasks = tasksTelling([]);
    tasks.begin('count', 1000, async () => {
      times += 1;
    });
    expect(times).toBe(1);
    await jest.advanceTimersByTimeAsync(3000);
    expect(times).toBe(4);
    await tasks.stop();
  });

  it('that fail are told by name, and tried again', async () => {
    const told: unknown[] = [];
    const tasks = tasksTelling(told);
    const broken = new Error('broken');
    tasks.begin('clean-up', 1000, () => Promise.reject(broken));
    await jest.advanceTimersByTimeAsync(1000);
    expect(told).toEqual([
      ['clean-up', broken],
      ['clean-up', broken],
    ]);
    await tasks.stop();
  });

  it('are told of before they are done for the first time', async () => {
    const steps: string[] = [];
    const tasks = new RegularTasks({ taskBegun: (task) => steps.push(task), taskFailed: () => undefined });
    tasks.begin('clean-up', 1000, async () => {
      steps.push('done');
    });
    expect(steps).toEqual(['clean-up', 'done']);
    await tasks.stop();
  });

  it('are not begun while they are still being done', async () => {
    let begun = 0;
    const { promise, resolve } = Promise.withResolvers<void>();
    const tasks = tasksTelling([]);
    tasks.begin('slow', 1000, () => {
      begun += 1;
      return promise;
    });
    await jest.advanceTimersByTimeAsync(5000);
    expect(begun).toBe(1);
    resolve();
    await jest.advanceTimersByTimeAsync(1000);
    expect(begun).toBe(2);
    await tasks.stop();
  });

  it('are finished before they stop, and not begun again', async () => {
    const steps: string[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    const tasks = tasksTelling([]);
    tasks.begin('slow', 1000, async () => {
      steps.push('begun');
      await promise;
      steps.push('done');
    });
    const stopped = tasks.stop().then(() => steps.push('stopped'));
    await jest.advanceTimersByTimeAsync(5000);
    resolve();
    await stopped;
    expect(steps).toEqual(['begun', 'done', 'stopped']);
  });
});
