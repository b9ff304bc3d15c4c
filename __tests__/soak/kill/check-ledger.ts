import { type KeySlot, keySlots } from '../../../src/contract/key-slot.ts';
import { keySetPaths, managementPaths } from '../../../src/contract/management/paths.ts';
import type { Answer, Caller } from './caller.ts';
import type { Ledger, LedgerSet, LedgerToken, SetState } from './ledger.ts';

/**
 * Compares what one client was told with what the service says after a restart. What was acknowledged must be true; what was in
 * doubt may be either, and is settled by what is found.
 * @throws Error naming what was lost, revived or invented
 */
export async function checkLedger(caller: Caller, ledger: Ledger, sets: readonly LedgerSet[]): Promise<void> {
  for (const set of sets) await checkSet(caller, set, ledger);
  for (const token of ledger.tokens) await checkToken(caller, token);
  const system = answered(await caller.manage('GET', managementPaths.system), 200);
  found(
    ledger.systemName.allows(String(system.body.name)),
    `the DMS is called ${system.body.name}, not ${ledger.systemName}`,
  );
  ledger.systemName.settle(String(system.body.name));
}

async function checkSet(caller: Caller, set: LedgerSet, ledger: Ledger): Promise<void> {
  const view = answered(
    await caller.manage('GET', managementPaths.systemKeys + keySetPaths.keySet, undefined, { set: set.id }),
  );
  const state = view.status === 404 ? 'revoked' : (view.body.state as SetState);
  found(set.state.allows(state), `set ${set.id} is ${state}, not ${set.state}`);
  set.state.settle(state);
  for (const value of set.dead) await checkDead(caller, value, set);
  if (state === 'revoked') return await checkBothDead(caller, set);
  found(set.label.allows(String(view.body.label)), `set ${set.id} is labelled ${view.body.label}, not ${set.label}`);
  set.label.settle(String(view.body.label));
  if (state === 'disabled') return await checkBothDead(caller, set);
  for (const slot of keySlots) await checkSlot(caller, set, slot, ledger);
}

async function checkSlot(caller: Caller, set: LedgerSet, slot: KeySlot, ledger: Ledger): Promise<void> {
  const belief = set.slots[slot];
  if (belief.doubt !== undefined) {
    const value = await reveal(caller, set, slot, ledger);
    if (value !== belief.value && belief.doubt === 'replaced') await checkDead(caller, belief.value, set);
    belief.value = value;
    delete belief.doubt;
  }
  const self = answered(await caller.self(belief.value));
  found(self.status === 200, `the ${slot} value of set ${set.id} is answered ${self.status}`);
  found(
    self.body.setId === set.id && self.body.slot === slot,
    `the ${slot} value of set ${set.id} is taken for the ${self.body.slot} one of ${self.body.setId}`,
  );
}

async function checkBothDead(caller: Caller, set: LedgerSet): Promise<void> {
  for (const slot of keySlots) await checkDead(caller, set.slots[slot].value, set);
}

async function reveal(caller: Caller, set: LedgerSet, slot: KeySlot, ledger: Ledger): Promise<string> {
  const path = managementPaths.systemKeys + keySetPaths.reveal;
  const { body } = answered(await caller.manage('POST', path, { slot }, { set: set.id }), 200);
  ledger.note('key.revealed', set.id, true);
  return String(body.value);
}

async function checkDead(caller: Caller, value: string, set: LedgerSet): Promise<void> {
  const { status } = answered(await caller.self(value));
  found(status === 403, `a dead value of set ${set.id} is answered ${status}`);
}

async function checkToken(caller: Caller, token: LedgerToken): Promise<void> {
  const { status } = answered(await caller.session(token.value));
  const alive = status === 200;
  found(alive || status === 401, `token ${token.id} is answered ${status}`);
  found(token.alive.allows(alive), `token ${token.id} is ${alive ? 'alive' : 'dead'}`);
  token.alive.settle(alive);
}

/** An answer, which a service that nobody killed must give. */
export function answered(answer: Answer | undefined, status?: number): Answer {
  if (answer === undefined) throw new Error('the service does not answer although nobody killed it');
  found(
    status === undefined || answer.status === status,
    `an answer is ${answer.status}: ${JSON.stringify(answer.body)}`,
  );
  return answer;
}

export function found(isRight: boolean, otherwise: string): asserts isRight {
  if (!isRight) throw new Error(otherwise);
}
