import { type KeySlot, keySlots } from '../../../src/contract/key-slot.ts';
import { keySetPaths, managementPaths } from '../../../src/contract/management/paths.ts';
import { packageBytes } from '../../key-service/support/package.ts';
import type { Seeded } from '../seeded.ts';
import type { Answer, Caller } from './caller.ts';
import { Belief, type Ledger, type LedgerSet, type SetState } from './ledger.ts';

/** What somebody who makes changes works with. */
export interface Hands {
  readonly caller: Caller;
  readonly ledger: Ledger;
  readonly chance: Seeded;
}

/** A change, and whether it was acknowledged. */
export type Change = (hands: Hands) => Promise<boolean>;

const keySets = managementPaths.systemKeys;
const oneSet = keySets + keySetPaths.keySet;

/** Everything that is done under load, by how often. */
export const changes: readonly (readonly [weight: number, change: Change])[] = [
  [20, createSet],
  [25, (hands) => regenerate(hands, 0)],
  [5, (hands) => regenerate(hands, 24)],
  [10, revoke],
  [10, reveal],
  [6, (hands) => turn(hands, 'disable')],
  [6, (hands) => turn(hands, 'enable')],
  [6, relabel],
  [4, renameSystem],
  [4, createToken],
  [3, revokeToken],
  [8, upload],
  [10, deploy],
  [2, cancelDeployment],
  [2, retryDeployment],
];

async function createSet({ caller, ledger, chance }: Hands): Promise<boolean> {
  const label = `set ${chance.between(0, 1e9)}`;
  const answer = await caller.manage('POST', keySets, { label });
  if (!isDone(answer, 'create')) return false;
  const { id, values } = answer.body as { id: string; values: Record<KeySlot, string> };
  const set: LedgerSet = {
    id,
    label: new Belief(label),
    state: new Belief<SetState>('active'),
    slots: { primary: { value: values.primary }, secondary: { value: values.secondary } },
    dead: [],
  };
  ledger.sets.push(set);
  ledger.touched.add(set);
  ledger.note('key.created', id, true);
  return true;
}

async function regenerate({ caller, ledger, chance }: Hands, graceHours: number): Promise<boolean> {
  const set = someSet(ledger, chance);
  if (set === undefined) return false;
  const slot = chance.oneOf(keySlots);
  const body = { slot, confirm: set.label.certain, graceHours, override: true };
  const answer = await caller.manage('POST', keySets + keySetPaths.regenerate, body, { set: set.id });
  const done = isDone(answer, 'regenerate');
  ledger.note('key.regenerated', set.id, done);
  const belief = set.slots[slot];
  if (!done) {
    belief.doubt = graceHours === 0 ? 'replaced' : 'in grace';
    return false;
  }
  // With a grace, the old value goes on working for longer than we look.
  if (graceHours === 0) set.dead.push(belief.value);
  belief.value = String(answer.body.value);
  return true;
}

async function revoke({ caller, ledger, chance }: Hands): Promise<boolean> {
  const set = someSet(ledger, chance);
  if (set === undefined) return false;
  const answer = await caller.manage('DELETE', oneSet, { confirm: set.label.certain }, { set: set.id });
  const done = isDone(answer, 'revoke');
  ledger.note('key.revoked', set.id, done);
  if (done) set.state.settle('revoked');
  else set.state.doubt('revoked');
  return done;
}

async function reveal({ caller, ledger, chance }: Hands): Promise<boolean> {
  const set = someSet(ledger, chance);
  if (set === undefined) return false;
  const slot = chance.oneOf(keySlots);
  const answer = await caller.manage('POST', keySets + keySetPaths.reveal, { slot }, { set: set.id });
  const done = isDone(answer, 'reveal');
  ledger.note('key.revealed', set.id, done);
  const belief = set.slots[slot];
  if (done && answer.body.value !== belief.value) {
    throw new Error(`the ${slot} value of set ${set.id} is revealed as another one than it is`);
  }
  return done;
}

async function turn({ caller, ledger, chance }: Hands, to: 'disable' | 'enable'): Promise<boolean> {
  const [from, after] = to === 'disable' ? (['active', 'disabled'] as const) : (['disabled', 'active'] as const);
  const set = someSet(ledger, chance, from);
  if (set === undefined) return false;
  const answer = await caller.manage('POST', keySets + keySetPaths[to], {}, { set: set.id });
  const done = isDone(answer, to);
  ledger.note(`key.${after === 'disabled' ? 'disabled' : 'enabled'}`, set.id, done);
  if (done) set.state.settle(after);
  else set.state.doubt(after);
  return done;
}

async function relabel({ caller, ledger, chance }: Hands): Promise<boolean> {
  const set = someSet(ledger, chance);
  if (set === undefined) return false;
  const label = `label ${chance.between(0, 1e9)}`;
  const answer = await caller.manage('PATCH', oneSet, { label }, { set: set.id });
  const done = isDone(answer, 'relabel');
  ledger.note('key.changed', set.id, done);
  if (done) set.label.settle(label);
  else set.label.doubt(label);
  return done;
}

async function renameSystem({ caller, ledger, chance }: Hands): Promise<boolean> {
  const name = `DMS ${chance.between(0, 1e9)}`;
  const answer = await caller.manage('PATCH', managementPaths.system, { name });
  const done = isDone(answer, 'rename');
  ledger.note('system.changed', caller.place.systemId, done);
  if (done) ledger.systemName.settle(name);
  else ledger.systemName.doubt(name);
  return done;
}

async function createToken({ caller, ledger, chance }: Hands): Promise<boolean> {
  const name = `token ${chance.between(0, 1e9)}`;
  const answer = await caller.manage('POST', managementPaths.tokens, { name, role: 'member' });
  if (!isDone(answer, 'create token')) return false;
  const { id, token } = answer.body as { id: string; token: string };
  ledger.tokens.push({ id, value: token, alive: new Belief(true) });
  ledger.note('token.created', id, true);
  return true;
}

async function revokeToken({ caller, ledger, chance }: Hands): Promise<boolean> {
  const alive = ledger.tokens.filter((token) => token.alive.certain === true);
  if (alive.length === 0) return false;
  const token = chance.oneOf(alive);
  const answer = await caller.manage('DELETE', managementPaths.tokens, { id: token.id });
  const done = isDone(answer, 'revoke token');
  ledger.note('token.revoked', token.id, done);
  if (done) token.alive.settle(false);
  else token.alive.doubt(false);
  return done;
}

async function upload({ caller, ledger, chance }: Hands): Promise<boolean> {
  const version = `1.0.${chance.between(0, 1e9)}`;
  const answer = await caller.upload(await soakPackage(version), version);
  if (!isDone(answer, 'upload')) return false;
  ledger.artifacts.push(String(answer.body.artifactId));
  return true;
}

async function deploy({ caller, ledger, chance }: Hands): Promise<boolean> {
  if (ledger.artifacts.length === 0) return false;
  const answer = await caller.deploy(chance.oneOf(ledger.artifacts));
  if (!isDone(answer, 'deploy')) return false;
  const id = String(answer.body.deploymentId);
  ledger.deployments.push(id);
  ledger.note('deployment.requested', id, true);
  return true;
}

async function cancelDeployment({ caller, ledger, chance }: Hands): Promise<boolean> {
  if (ledger.deployments.length === 0) return false;
  const deployment = chance.oneOf(ledger.deployments);
  const answer = await caller.manage('POST', managementPaths.cancelDeployment, undefined, { deployment });
  // Most have ended already.
  if (answer?.status === 409) return false;
  const done = isDone(answer, 'cancel');
  // Asking again changes nothing.
  ledger.noteOnce('deployment.cancelled', deployment, done);
  return done;
}

async function retryDeployment({ caller, ledger, chance }: Hands): Promise<boolean> {
  if (ledger.deployments.length === 0) return false;
  const deployment = chance.oneOf(ledger.deployments);
  const answer = await caller.manage('POST', managementPaths.retryDeployment, undefined, { deployment });
  // What has not ended cannot be retried.
  if (answer?.status === 409) return false;
  if (!isDone(answer, 'retry')) return false;
  const id = String(answer.body.id);
  ledger.deployments.push(id);
  ledger.note('deployment.retried', id, true);
  return true;
}

/** A package whose script tells which version of it is installed. */
async function soakPackage(version: string): Promise<Uint8Array<ArrayBuffer>> {
  return await packageBytes({
    'AppInfo.xml': `<AppInfo><Name>Soak</Name><Version>${version}</Version></AppInfo>`,
    'AppInstallContent\\Scripts\\Soak\\Script_Soak.xml': version,
    'Description.txt': `Soak ${version}`,
  });
}

/** A set to change. While a client works there is no doubt about any: it stops at the first answer that does not come. */
function someSet(ledger: Ledger, chance: Seeded, state: SetState = 'active'): LedgerSet | undefined {
  const sets = ledger.sets.filter((set) => set.state.certain === state);
  if (sets.length === 0) return undefined;
  const set = chance.oneOf(sets);
  ledger.touched.add(set);
  return set;
}

/** Whether a change was acknowledged; false when nobody knows. @throws Error when it was refused, which it never should be */
function isDone(answer: Answer | undefined, what: string): answer is Answer {
  if (answer === undefined) return false;
  if (answer.status >= 200 && answer.status < 300) return true;
  throw new Error(`${what} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}
