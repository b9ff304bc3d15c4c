import { problemWithKey } from '../contract/key-format.ts';
import { type KeySlot, keySlots } from '../contract/key-slot.ts';
import { Credential } from './credential.ts';

/** The texts of both slots as a caller got them; empty or absent means that the slot is not given. */
export type GivenTexts = { [slot in KeySlot]?: string | undefined };

/** What is wrong with the key of one slot: a sentence without its subject, which never holds a part of the key. */
export type KeyProblem = { slot: KeySlot; message: string };

/**
 * Turns the given texts into credentials, in the order in which they are tried, or says everything that is wrong with
 * them. Surrounding whitespace is dropped (a secret pasted with a line break works), anything else that cannot be a key
 * is refused before a request is made, and so are two equal keys, which could never stand in for each other (spec 2.6.5).
 * There are no credentials where there is a problem.
 */
export function credentialsFrom(texts: GivenTexts): { credentials: Credential[]; problems: KeyProblem[] } {
  const credentials = keySlots.flatMap((slot) => {
    const value = texts[slot]?.trim();
    return value ? [new Credential(slot, value)] : [];
  });
  const problems = credentials.length === 0 ? [nothingGiven] : [...malformed(credentials), ...equal(credentials)];
  return { credentials: problems.length === 0 ? credentials : [], problems };
}

const nothingGiven: KeyProblem = {
  slot: 'primary',
  message:
    'is missing, and so is the secondary key. Give both values of a key set of dataminer.services, at least one of them. ' +
    'A secret that this run may not read arrives empty.',
};

function malformed(credentials: readonly Credential[]): KeyProblem[] {
  return credentials.flatMap(({ slot, value }) => {
    const problem = problemWithKey(value);
    return problem === undefined
      ? []
      : [{ slot, message: `${problem}. Copy the ${slot} key again from the Keys page, whole and without quotes.` }];
  });
}

function equal([first, second]: readonly Credential[]): KeyProblem[] {
  if (second === undefined || first?.value !== second.value) return [];
  return [
    {
      slot: second.slot,
      message:
        'equals the primary key, so it cannot stand in for it. ' +
        'Give the two different values of the key set, or leave the secondary key out.',
    },
  ];
}
