import { randomBytes } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { packageBytes } from '../__tests__/key-service/support/package.ts';
import { type KeySet, startTestService, type TestService } from '../__tests__/support/processes.ts';
import { keyHeader } from '../src/contract/headers.ts';
import { paths } from '../src/contract/paths.ts';
import type { Bench } from './bench.ts';
import { inTurns } from './measure.ts';
import type { Findings } from './report.ts';
import { samplesOf } from './samples.ts';

const mebibyte = 2 ** 20;

/** Callers that upload at the same time, each a package of this size, and DMSs that are deployed to. */
const callers = 4;
const uploadMebibytes = 16;

/** Deployments of a small package to each DMS. */
const deployments = 25;

/** Files that one of them installs, its record included. */
const installedFiles = 6;

/** How a key service takes and delivers packages under load, against a program that only writes as much, as durably. */
export async function deliveries({ folder, quick, signal }: Bench): Promise<Findings> {
  const service = await startTestService(folder);
  try {
    const keys = await keysOfSystems(service, folder);
    const installable = await packageBytes();
    const small = await Promise.all(keys.map((key) => upload(service, key, installable)));
    const large = randomBytes(uploadMebibytes * mebibyte);
    const runs = await inTurns(quick ? 2 : 7, {
      uploads: () => timeOf(() => Promise.all(keys.map((key) => upload(service, key, large)))),
      writes: () => timeOf(() => Promise.all(keys.map((_, index) => writeDurably(join(folder, `${index}`), large)))),
      deploys: () =>
        timeOf(() => Promise.all(keys.map((key, index) => deployAll(service, key, small[index] ?? '', signal)))),
      installs: () => timeOf(() => Promise.all(keys.map((_, index) => installDurably(join(folder, `files-${index}`))))),
    });
    const [uploads, writes] = [samplesOf(runs.uploads), samplesOf(runs.writes)];
    const [deploys, installs] = [samplesOf(runs.deploys), samplesOf(runs.installs)];
    const count = callers * deployments;
    const size = callers * uploadMebibytes;
    return {
      figures: [
        {
          what: 'uploads / writing the same bytes to files, durably',
          value: uploads.median / writes.median,
          unit: '×',
        },
        { what: 'deployments / writing as many files, durably', value: deploys.median / installs.median, unit: '×' },
      ],
      rows: [
        { what: `${callers} uploads at once, ${size} MiB together`, samples: uploads, unit: 'ms' },
        { what: 'the same bytes to files, each MiB synced', samples: writes, unit: 'ms' },
        { what: `${count} deployments to ${callers} DMSs`, samples: deploys, unit: 'ms' },
        { what: `${installedFiles} files for each, synced and renamed`, samples: installs, unit: 'ms' },
      ],
    };
  } finally {
    await service.stop();
  }
}

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

async function keysOfSystems(service: TestService, folder: string): Promise<readonly string[]> {
  const keys: string[] = [];
  const { items } = await service.admin<{ items: { id: string }[] }>('list-organizations');
  for (let index = 0; index < callers; index++) {
    const root = join(folder, `dms-${index}`);
    await mkdir(root);
    const place = ['--organization', items[0]?.id ?? '', '--name', `DMS ${index}`, '--folder', root];
    const { id } = await service.admin<{ id: string }>('create-system', ...place);
    keys.push((await service.admin<KeySet>('create-key', '--system', id, '--label', 'bench')).primary);
  }
  return keys;
}

/** @returns the artifact's ID */
async function upload({ url }: TestService, key: string, file: Uint8Array<ArrayBuffer>): Promise<string> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ name: 'Demo', version: '1.0.1', contentType: 'DmScript' }))
    form.set(name, value);
  form.set('file', new Blob([file]), 'Demo');
  const answer = await fetch(url + paths.uploadArtifact, { method: 'POST', headers: { [keyHeader]: key }, body: form });
  return ((await answer.json()) as { artifactId: string }).artifactId;
}

/** Asks for all deployments of one DMS, and waits until the last one has ended. */
async function deployAll({ url }: TestService, key: string, artifactId: string, signal: AbortSignal): Promise<void> {
  const headers = { [keyHeader]: key, 'content-type': 'application/json' };
  let last = '';
  for (let index = 0; index < deployments; index++) {
    const body = JSON.stringify({ artifactId });
    const answer = await fetch(url + paths.deployArtifact, { method: 'POST', headers, body });
    last = ((await answer.json()) as { deploymentId: string }).deploymentId;
  }
  for (;;) {
    const answer = await fetch(`${url}${paths.deployment}/${last}`, { headers, signal });
    const { DeploymentInfo } = (await answer.json()) as { DeploymentInfo: { currentState: string } };
    if (DeploymentInfo.currentState === 'Succeeded') return;
    if (DeploymentInfo.currentState !== 'Pending')
      throw new Error(`a deployment ended as ${DeploymentInfo.currentState}`);
    await wait(5);
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  await using file = await open(path, 'w');
  for (let at = 0; at < bytes.length; at += mebibyte) {
    await file.write(bytes.subarray(at, at + mebibyte));
    await file.datasync();
  }
}

async function installDurably(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let index = 0; index < deployments * installedFiles; index++) {
    const path = join(folder, `${index % installedFiles}`);
    await using file = await open(`${path}.new`, 'w');
    await file.write('content');
    await file.datasync();
    await rename(`${path}.new`, path);
  }
}
