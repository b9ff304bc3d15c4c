import type { KeySlot } from '../../src/contract/key-slot.ts';
import { Credential } from '../../src/keys/credential.ts';
import { type Fallback, KeyRing } from '../../src/keys/key-ring.ts';
import { KeysRejectedError } from '../../src/keys/keys-rejected-error.ts';
import type { ProbeOutcome, Rejected } from '../../src/keys/probe-outcome.ts';

const values = { primary: 'value-of-the-primary-key', secondary: 'value-of-the-secondary-key' };

function ringOf(slots: KeySlot[] = ['primary', 'secondary'], target: 'volatile' | 'catalog' = 'volatile') {
  const fallbacks: Fallback[] = [];
  const credentials = slots.map((slot) => new Credential(slot, values[slot]));
  const ring = new KeyRing(credentials, { target, onFallback: (fallback) => fallbacks.push(fallback) });
  return { ring, fallbacks };
}

/** An attempt that answers by slot and records with which keys it was made. */
function attemptWith<Primary = never, Secondary = never>(answers: { primary?: Primary; secondary?: Secondary }) {
  const used: KeySlot[] = [];
  const attempt = async ({ slot, value }: Credential): Promise<Primary | Secondary> => {
    expect(value).toBe(values[slot]);
    used.push(slot);
    return answers[slot] as Primary | Secondary;
  };
  return { attempt, used };
}

const answered = { kind: 'answered', value: 42 } as const;
const unavailable = { kind: 'unavailable', sent: true, detail: 'reset' } as const;
const accepted: ProbeOutcome = { kind: 'accepted' };
const ambiguous: ProbeOutcome = { kind: 'ambiguous', status: 403, detail: 'no' };
const unknown: ProbeOutcome = { kind: 'unknown', detail: 'answered 503, 3 times' };
const rejected = (status: number, detail = ''): Rejected => ({ kind: 'rejected', status, detail });
const statesOf = (ring: KeyRing) => ring.slots.map(({ state }) => state);

describe('a call through the key ring', () => {
  it('uses the primary key and only that while it works', async () => {
    const { ring, fallbacks } = ringOf();
    const { attempt, used } = attemptWith({ primary: answered });

    expect(await ring.call(attempt)).toEqual(answered);
    expect(used).toEqual(['primary']);
    expect(fallbacks).toEqual([]);
    expect(ring).toMatchObject({ slotInUse: 'primary', fellBack: false, rotationNeeded: false });
  });

  it.each([401, 403])('is repeated with the secondary key when the primary key is rejected with %i', async (status) => {
    const { ring, fallbacks } = ringOf();
    const { attempt, used } = attemptWith({ primary: rejected(status, 'denied'), secondary: answered });

    expect(await ring.call(attempt)).toEqual(answered);
    expect(used).toEqual(['primary', 'secondary']);
    expect(fallbacks).toEqual([{ from: 'primary', to: 'secondary', reason: `answered ${status} (denied)` }]);
    expect(ring).toMatchObject({ slotInUse: 'secondary', fellBack: true, rotationNeeded: true });
  });

  it('stays with the secondary key for all later calls and tells of the fallback once', async () => {
    const { ring, fallbacks } = ringOf();
    await ring.call(attemptWith({ primary: rejected(403), secondary: answered }).attempt);
    const { attempt, used } = attemptWith({ secondary: answered });

    await ring.call(attempt);
    await ring.call(attempt);

    expect(used).toEqual(['secondary', 'secondary']);
    expect(fallbacks).toHaveLength(1);
  });

  it('never changes the key for an outage, a refusal or a bad answer', async () => {
    for (const outcome of [
      unavailable,
      { kind: 'refused', status: 409, detail: '' },
      { kind: 'bad-answer', detail: '' },
    ] as const) {
      const { ring } = ringOf();
      const { attempt, used } = attemptWith({ primary: outcome, secondary: answered });

      expect(await ring.call(attempt)).toEqual(outcome);
      expect(used).toEqual(['primary']);
      expect(ring.slotInUse).toBe('primary');
    }
  });

  it('changes the key in the middle of polling and goes on asking for the same deployment (scenario 12)', async () => {
    const { ring } = ringOf();
    const asked: string[] = [];
    let regenerated = false;
    const poll = (deployment: string) =>
      ring.call(async ({ slot }) => {
        asked.push(`${slot} ${deployment}`);
        return slot === 'primary' && regenerated ? rejected(403) : answered;
      });

    await poll('d1');
    regenerated = true;
    await poll('d1');
    await poll('d1');

    expect(asked).toEqual(['primary d1', 'primary d1', 'secondary d1', 'secondary d1']);
  });

  it('fails at once when both keys are rejected, and sends nothing afterwards', async () => {
    const { ring } = ringOf();
    const { attempt, used } = attemptWith({ primary: rejected(401), secondary: rejected(403) });

    await expect(ring.call(attempt)).rejects.toThrow(KeysRejectedError);
    await expect(ring.call(attempt)).rejects.toThrow(KeysRejectedError);

    expect(used).toEqual(['primary', 'secondary']);
    expect(ring).toMatchObject({ slotInUse: undefined, fellBack: false, rotationNeeded: true });
  });

  it('names both slots, what each answered, and what to do', async () => {
    const { ring } = ringOf();
    const { attempt } = attemptWith({ primary: rejected(401, 'expired'), secondary: rejected(403) });

    const error = await ring.call(attempt).catch((reason: unknown) => reason);

    expect(error).toMatchObject({ name: 'KeysRejectedError', slots: ring.slots });
    const { message } = error as Error;
    expect(message).toContain('the primary key: answered 401 (expired)');
    expect(message).toContain('the secondary key: answered 403');
    expect(message).toContain('system key');
    expect(message).toContain('Keys page');
    expect(message).toContain('docs/runbooks/rotate-keys.md');
    for (const value of Object.values(values)) expect(message).not.toContain(value);
  });

  it('names a secondary key that is missing (scenario 5)', async () => {
    const { ring } = ringOf(['primary']);

    await expect(ring.call(attemptWith({ primary: rejected(403) }).attempt)).rejects.toThrow(
      /The only key given was rejected.*secondary key is missing/,
    );
  });

  it('names the permission that a key of the Catalog may lack', async () => {
    const { ring } = ringOf(['primary', 'secondary'], 'catalog');
    const { attempt } = attemptWith({ primary: rejected(403), secondary: rejected(403) });

    await expect(ring.call(attempt, 'Register catalog items')).rejects.toThrow(
      'Each key is wrong, or lacks the permission "Register catalog items"',
    );
  });

  it('starts with the secondary key when that is the only one given, which is no fallback', async () => {
    const { ring, fallbacks } = ringOf(['secondary']);
    const { attempt, used } = attemptWith({ secondary: answered });

    await ring.call(attempt);

    expect(used).toEqual(['secondary']);
    expect(fallbacks).toEqual([]);
    expect(ring).toMatchObject({ slotInUse: 'secondary', fellBack: false, rotationNeeded: false });
  });
});

describe('the search for a key that works', () => {
  it('ends at an accepted primary key and leaves the secondary key untested (scenario 1)', async () => {
    const { ring } = ringOf();
    const { attempt, used } = attemptWith({ primary: accepted });

    expect(await ring.accepted(attempt)).toEqual(accepted);
    expect(used).toEqual(['primary']);
    expect(statesOf(ring)).toEqual(['accepted', 'untested']);
  });

  it('goes on to the secondary key after a rejection (scenarios 2 and 3)', async () => {
    const { ring, fallbacks } = ringOf();

    expect(await ring.accepted(attemptWith({ primary: rejected(403), secondary: accepted }).attempt)).toEqual(accepted);
    expect(statesOf(ring)).toEqual(['rejected', 'accepted']);
    expect(fallbacks).toHaveLength(1);
  });

  it('tests each key once when both are rejected (scenario 4)', async () => {
    const { ring } = ringOf();
    const { attempt, used } = attemptWith({ primary: rejected(403), secondary: rejected(403) });

    await expect(ring.accepted(attempt)).rejects.toThrow(KeysRejectedError);
    expect(used).toEqual(['primary', 'secondary']);
  });

  it('ends at an outage without trying the secondary key, and says outage (scenario 6)', async () => {
    const { ring } = ringOf();
    const { attempt, used } = attemptWith({ primary: unknown, secondary: accepted });

    expect(await ring.accepted(attempt)).toEqual(unknown);
    expect(used).toEqual(['primary']);
    expect(ring.slots[0]).toMatchObject({ state: 'unknown', reason: 'answered 503, 3 times' });
    expect(ring.rotationNeeded).toBe(false);
  });

  it('takes an ambiguous key, and the first real call decides (scenario 9)', async () => {
    const { ring } = ringOf(['primary', 'secondary'], 'catalog');

    expect(await ring.accepted(attemptWith({ primary: ambiguous }).attempt)).toEqual(ambiguous);
    expect(await ring.call(attemptWith({ primary: answered }).attempt)).toEqual(answered);
    expect(ring.slotInUse).toBe('primary');
  });

  it('leaves an ambiguous key for the other one when the first real call rejects it', async () => {
    const { ring } = ringOf(['primary', 'secondary'], 'catalog');
    await ring.accepted(attemptWith({ primary: ambiguous }).attempt);
    const { attempt, used } = attemptWith({ primary: rejected(403), secondary: answered });

    expect(await ring.call(attempt)).toEqual(answered);
    expect(used).toEqual(['primary', 'secondary']);
  });
});

describe('the test of every key', () => {
  it('asks with each given key, whatever the others answered', async () => {
    for (const primary of [accepted, ambiguous, unknown, rejected(403)]) {
      const { ring } = ringOf();
      const { attempt, used } = attemptWith({ primary, secondary: accepted });

      expect((await ring.probeAll(attempt)).map(({ state }) => state)).toEqual([primary.kind, 'accepted']);
      expect(used).toEqual(['primary', 'secondary']);
    }
  });

  it('shows that an idle secondary key is dead, without a fallback', async () => {
    const { ring, fallbacks } = ringOf();

    await ring.probeAll(attemptWith({ primary: accepted, secondary: rejected(403) }).attempt);

    expect(fallbacks).toEqual([]);
    expect(ring).toMatchObject({ slotInUse: 'primary', fellBack: false, rotationNeeded: true });
    expect(() => ring.assertUsable()).not.toThrow();
  });

  it('does not fail by itself when all are rejected, but the ring is of no use then', async () => {
    const { ring } = ringOf();

    const slots = await ring.probeAll(attemptWith({ primary: rejected(401), secondary: rejected(403) }).attempt);

    expect(slots.map(({ reason }) => reason)).toEqual(['answered 401', 'answered 403']);
    expect(() => ring.assertUsable()).toThrow(KeysRejectedError);
  });
});
