import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { StoreOptions } from '../../src/key-service/key-service-core.ts';
import { locationOf, openStore } from '../../src/key-service/store/store.ts';
import type { KeySet } from '../support/processes.ts';
import { checkLedger, found } from './kill/check-ledger.ts';
import { checkAudit, checkDeployments, checkValues, unfinishedDeployments } from './kill/check-store.ts';
import { Client } from './kill/client.ts';
import { Seeded } from './seeded.ts';
import { SoakService } from './soak-service.ts';

export interface KillSoak {
  readonly store: StoreOptions;
  /** Folder for the DMSs. */
  readonly folder: string;
  /** How often the service is killed. */
  readonly rounds: number;
  readonly seed: number;
  readonly clients: number;
  /** Longest time that the service works between two kills, in milliseconds. */
  readonly longestLife: number;
  /** Told what happens. */
  readonly tell?: (line: string) => void;
}

export interface KillReport {
  readonly kills: number;
  readonly acknowledged: number;
  readonly sets: number;
  readonly deployments: number;
  /** Times that the service took to serve again after a kill, in milliseconds. */
  readonly restarts: readonly number[];
}

/** One start in so many is killed before it serves. */
const earlyKills = 10;
/** One round in so many checks everything; the others check what was touched. */
const fullChecks = 20;
/** How long the very first change may take, in milliseconds. */
const firstChangeMilliseconds = 60_000;
/** How long deployments may take to end when nobody kills the service any more, in milliseconds. */
const endMilliseconds = 10 * 60_000;

/**
 * Kills a service at random moments while clients change everything that can be changed, and after each restart compares what
 * they were told with what is there. The same seed makes the same choices; which moment of a change a kill hits is up to the
 * machine.
 * @throws Error naming what was lost, revived or invented
 */
export async function killSoak(soak: KillSoak): Promise<KillReport> {
  const chance = new Seeded(soak.seed);
  const service = new SoakService(soak.store);
  const restarts: number[] = [];
  let kills = 0;
  try {
    await service.start();
    const clients = await clientsOf(service, soak, chance);
    for (let round = 1; round <= soak.rounds; round++) {
      await workUntilKilled(service, clients, chance.between(1, soak.longestLife));
      kills += 1;
      if (chance.between(1, earlyKills) === 1) {
        service.begin();
        await wait(chance.between(0, 500));
        await service.kill();
        kills += 1;
      }
      const started = performance.now();
      await service.start();
      restarts.push(performance.now() - started);
      await checkAll(service, clients, { everything: round % fullChecks === 0, chance });
      soak.tell?.(`${round} of ${soak.rounds}: ${acknowledgedBy(clients)} changes acknowledged`);
    }
    await checkEnd(service, soak, clients);
    found((await service.stop()) === 0, 'the service does not end well');
    const { sets, deployments } = totals(clients);
    return { kills, acknowledged: acknowledgedBy(clients), sets, deployments, restarts };
  } catch (error) {
    throw new Error(`seed ${soak.seed}, after ${kills} kills: ${(error as Error).message}\n${service.log}`, {
      cause: error,
    });
  } finally {
    await service.kill().catch(() => undefined);
  }
}

async function clientsOf(
  service: SoakService,
  { clients, folder }: KillSoak,
  chance: Seeded,
): Promise<readonly Client[]> {
  const { id: organizationId } = await service.cli<{ id: string }>('admin', 'create-organization', '--name', 'Soak');
  const { token } = await service.cli<{ token: string }>(
    ...['admin', 'create-token', '--organization', organizationId, '--role', 'owner', '--name', 'soak'],
  );
  return await Promise.all(
    Array.from({ length: clients }, async (_, index): Promise<Client> => {
      const systemName = `DMS ${index}`;
      const root = join(folder, systemName);
      await mkdir(root);
      const { id: systemId } = await service.cli<{ id: string }>(
        ...['admin', 'create-system', '--organization', organizationId, '--name', systemName, '--folder', root],
      );
      const { primary: key } = await service.cli<KeySet>(
        'admin',
        'create-key',
        '--system',
        systemId,
        '--label',
        'uploads',
      );
      return new Client({ organizationId, systemId, systemName, root, key, token }, chance.branch());
    }),
  );
}

async function workUntilKilled(service: SoakService, clients: readonly Client[], life: number): Promise<void> {
  const stopped = new AbortController();
  const working = Promise.all(clients.map((client) => client.work(service.url, stopped.signal)));
  // What goes wrong ends the round at once.
  await Promise.race([working, lived(life, clients)]);
  await service.kill();
  stopped.abort();
  await working;
}

/** On a busy machine a short life would be over before anything was done; the first one begins when something is. */
async function lived(life: number, clients: readonly Client[]): Promise<void> {
  const patience = Date.now() + firstChangeMilliseconds;
  while (acknowledgedBy(clients) === 0 && Date.now() < patience) await wait(10);
  await wait(life);
}

async function checkAll(
  service: SoakService,
  clients: readonly Client[],
  { everything, chance }: { everything: boolean; chance: Seeded },
): Promise<void> {
  const ready = await fetch(`${service.url}/readyz`);
  found(ready.status === 200, `the service is not ready: ${await ready.text()}`);
  await Promise.all(
    clients.map(async ({ caller, ledger }) => {
      caller.connect(service.url);
      const some = Array.from({ length: Math.min(10, ledger.sets.length) }, () => chance.oneOf(ledger.sets));
      await checkLedger(caller, ledger, everything ? ledger.sets : [...new Set([...ledger.touched, ...some])]);
      ledger.touched.clear();
    }),
  );
}

async function checkEnd(service: SoakService, { store, seed }: KillSoak, clients: readonly Client[]): Promise<void> {
  await checkAll(service, clients, { everything: true, chance: new Seeded(seed) });
  const db = await openStore(locationOf(store));
  try {
    const deadline = Date.now() + endMilliseconds;
    while ((await unfinishedDeployments(db)) > 0) {
      found(Date.now() < deadline, 'deployments have not ended');
      await wait(200);
    }
    await checkValues(db);
    for (const { ledger } of clients) await checkAudit(db, ledger);
    const deployments = clients.flatMap(({ ledger }) => ledger.deployments);
    const roots = new Map(clients.map(({ caller: { place } }) => [place.systemId, place.root]));
    await checkDeployments(db, deployments, roots);
  } finally {
    await db.destroy();
  }
  await service.cli('audit', 'verify');
}

function acknowledgedBy(clients: readonly Client[]): number {
  return clients.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
}

function totals(clients: readonly Client[]): { sets: number; deployments: number } {
  const count = (of: (client: Client) => readonly unknown[]) =>
    clients.reduce((sum, client) => sum + of(client).length, 0);
  return { sets: count(({ ledger }) => ledger.sets), deployments: count(({ ledger }) => ledger.deployments) };
}
