import type { Command } from 'commander';
import type { MasterKeyReport, RotationProgress } from '../../key-service/secrets/master-key-rotation.ts';
import type { PepperReport } from '../../key-service/secrets/pepper-rotation.ts';
import { withStore } from '../service-store.ts';
import { operator } from './operator.ts';
import { type AdminFlags, adminSubcommand, note, print } from './subcommand.ts';

/** How often a long rotation says how far it is, in milliseconds. */
const progressPause = 1_000;

/** Commands about pepper and master key. */
export function secretCommands(): readonly Command[] {
  return [rotateMasterKey(), rotatePepper()];
}

function rotateMasterKey(): Command {
  return adminSubcommand(
    'rotate-master-key',
    'Wraps all key sets with a new master key and destroys the old one; also finishes a rotation that was broken off. Copy the file of ' +
      'the master key first, and keep the copy as long as backups of the database from before: they open with the old one only.',
    '--data /var/lib/dataminer-deploy --secrets /etc/dataminer-deploy/secrets',
  ).action(async (flags: AdminFlags) => {
    const report = await withStore(flags, (core) => core.masterKeyRotation.run(operator(), progressNotes()));
    print(flags, report, [`master key: ${report.current}`, `sets: ${report.rewrapped}`]);
    tellWhatBecameOfOldKeys(report);
  });
}

/** Steps as they are done, and now and then how far the sets are. */
function progressNotes(): RotationProgress {
  let noted = performance.now();
  return (step, sets) => {
    if (step === 'key added') note('A new master key is in its file.');
    if (step === 'key switched') note('New sets are wrapped with the new master key; wrapping the others …');
    if (step === 'sets rewrapped' && performance.now() - noted >= progressPause) {
      noted = performance.now();
      note(`${sets} sets are wrapped with the new master key …`);
    }
  };
}

function tellWhatBecameOfOldKeys({ retired, removed }: MasterKeyReport): void {
  if (retired.length === 0) return;
  const ids = retired.join(', ');
  if (removed) {
    note(`The old master key ${ids} is out of its file. Backups of the database from before open with it only.`);
    note('Copy the new one now, to where your copies of the secrets are.');
  } else {
    note(`Nothing needs the old master key ${ids} any more, but backups of the database from before. Take it out.`);
  }
}

function rotatePepper(): Command {
  return adminSubcommand(
    'rotate-pepper',
    'Does the next step of replacing the pepper, and says what the step after that waits for.',
    '--data /var/lib/dataminer-deploy --secrets /etc/dataminer-deploy/secrets',
  ).action(async (flags: AdminFlags) => {
    const report = await withStore(flags, (core) => core.pepperRotation.run());
    const left = Object.entries(report.left).map(([id, values]) => `left under ${id}: ${values} values`);
    const next = report.next === null ? [] : [`next: ${report.next}`];
    print(flags, report, [`pepper: ${report.current}`, ...next, ...left]);
    tellWhatPepperWaitsFor(report);
  });
}

function tellWhatPepperWaitsFor({ next, left, retired, removed }: PepperReport): void {
  if (next !== null) note(`Start the service again: from then on it uses the pepper ${next}.`);
  if (Object.keys(left).length > 0) {
    note('The old pepper stays until these values were used once, regenerated or revoked. Then run this again.');
  }
  if (retired.length === 0) return;
  const ids = retired.join(', ');
  note(removed ? `The old pepper ${ids} is out of its file.` : `Nothing needs the old pepper ${ids}. Take it out.`);
}
