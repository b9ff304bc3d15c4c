import type { DeploymentReading } from '../../src/client/deployments.ts';
import type { Outcome } from '../../src/client/outcome.ts';
import { deploymentStateOf } from '../../src/contract/deployment-state.ts';
import { type WatchEnd, watchDeployment } from '../../src/deployment/watch.ts';
import { fakeClock } from '../support/fake-clock.ts';

type Poll = Exclude<Outcome<DeploymentReading>, { kind: 'rejected' }>;

const reading = (currentState: string): Poll => ({
  kind: 'answered',
  value: { known: true, state: deploymentStateOf(currentState), info: { id: 'd', currentState } },
});
const missing: Poll = { kind: 'answered', value: { known: false, detail: 'answered 404' } };
const down: Poll = { kind: 'unavailable', sent: true, detail: 'answered 503' };

/** Watches with these polls in turn, the last one for ever. */
async function watch(polls: Poll[], timeout = 900_000): Promise<{ end: WatchEnd; polled: number; waited: number }> {
  const clock = fakeClock();
  let polled = 0;
  const end = await watchDeployment(async () => polls[Math.min(polled++, polls.length - 1)] as Poll, {
    timeout,
    clock,
    signal: new AbortController().signal,
  });
  return { end, polled, waited: clock.slept.reduce((sum, ms) => sum + ms, 0) };
}

describe('watching a deployment', () => {
  it.each(['Succeeded', 'Error', 'Timeout'])('ends with the final state %s', async (state) => {
    const { end, polled } = await watch([reading('Pending'), reading(state)]);
    expect(end).toMatchObject({ kind: 'finished', state });
    expect(polled).toBe(2);
  });

  it('takes a state whatever the case of its letters, as the older tools did', async () => {
    expect((await watch([reading('succeeded')])).end).toMatchObject({ kind: 'finished', state: 'Succeeded' });
  });

  it('waits on for a state that it does not know', async () => {
    expect((await watch([reading('Dreaming'), reading('Succeeded')])).polled).toBe(2);
  });

  it('stops when the time is up, with a last poll at its end', async () => {
    const { end, waited } = await watch([reading('Pending')], 60_000);
    expect(end).toMatchObject({ kind: 'time-is-up', latest: { currentState: 'Pending' }, trouble: undefined });
    expect(waited).toBe(60_000);
  });

  it('polls on through an outage and tells of it when the time is up', async () => {
    expect((await watch([down, down, reading('Succeeded')])).end).toMatchObject({ kind: 'finished' });
    expect((await watch([down], 60_000)).end).toEqual({
      kind: 'time-is-up',
      latest: undefined,
      trouble: 'answered 503',
    });
  });

  it('gives a deployment a minute to become known', async () => {
    expect((await watch([missing, missing, reading('Succeeded')])).end).toMatchObject({ kind: 'finished' });
    const { end, waited } = await watch([missing]);
    expect(end).toMatchObject({ kind: 'stopped', detail: 'answered 404' });
    expect(waited).toBeGreaterThanOrEqual(60_000);
    expect(waited).toBeLessThan(140_000);
  });

  it('stops at once when the service refuses the question', async () => {
    const { end, polled } = await watch([{ kind: 'refused', status: 400, detail: 'answered 400' }]);
    expect(end).toMatchObject({ kind: 'stopped', detail: 'answered 400' });
    expect(polled).toBe(1);
  });

  it('counts the time that requests take', async () => {
    const clock = fakeClock();
    let polled = 0;
    const slow = async () => {
      polled += 1;
      await clock.sleep(50_000);
      return reading('Pending');
    };
    await watchDeployment(slow, { timeout: 100_000, clock, signal: new AbortController().signal });
    expect(polled).toBe(3);
  });

  it('tells each poll how much time is left', async () => {
    const clock = fakeClock();
    const left: number[] = [];
    const poll = async (remaining: number) => {
      left.push(remaining);
      return reading('Pending');
    };
    await watchDeployment(poll, { timeout: 2_000, clock, signal: new AbortController().signal });
    expect(left).toEqual([1_500, 500, 0]);
  });

  it('ends when it is stopped', async () => {
    const stop = new AbortController();
    const watching = watchDeployment(
      async () => {
        stop.abort(new Error('SIGTERM'));
        return reading('Pending');
      },
      { timeout: 60_000, clock: fakeClock(), signal: stop.signal },
    );
    await expect(watching).rejects.toThrow('SIGTERM');
  });
});
