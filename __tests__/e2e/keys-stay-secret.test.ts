import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesBelow, runAction, runCli, startTestService } from '../support/processes.ts';

// Every byte that the action and the service print, write and store, searched for every form of every key that was used.

/** Forms in which a key could be written down. */
function formsOf(key: string): Buffer[] {
  const bytes = Buffer.from(key);
  const inBase64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    return text.slice(shift === 0 ? 0 : 4, -4);
  });
  const texts = [key, encodeURIComponent(key), bytes.toString('hex'), bytes.toString('hex').toUpperCase(), ...inBase64];
  return [...texts.map((text) => Buffer.from(text)), Buffer.from(key, 'utf16le')];
}

function keysFoundIn(content: Buffer, keys: readonly string[]): string[] {
  return keys.filter((key) => formsOf(key).some((form) => content.includes(form)));
}

describe('keys', () => {
  it('are found by the search in each form in which they could be written', () => {
    const key = 'dms1_0123456789abcdefghij';
    const written = [key, `x${Buffer.from(`Basic ${key}:`).toString('base64')}`, Buffer.from(key).toString('hex')];
    for (const text of written) expect(keysFoundIn(Buffer.from(text), [key])).toEqual([key]);
  });

  it('are in nothing that action, command line and service print, write or store', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'secret-'));
    try {
      const service = await startTestService(folder);
      const { keys, url, admin } = service;
      const all = [keys.primary, keys.secondary];
      const printed: Buffer[] = [];
      const run = async (inputs: Record<string, string>) => {
        const ended = await runAction({ 'service-url': url, debug: 'true', installer: 'omit', ...inputs }, folder, {
          RUNNER_DEBUG: '1',
        });
        const shown = ended.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
        printed.push(Buffer.from([...shown, ended.stderr, ended.summary, JSON.stringify(ended.outputs)].join('\n')));
        return ended.exitCode;
      };
      const example = { 'solution-path': 'examples/hello-dataminer', version: '1.0.0' };
      const good = { 'primary-key': keys.primary, 'secondary-key': keys.secondary };

      expect(await run({ ...good, ...example })).toBe(0);
      expect(await run({ ...good, stage: 'Validate' })).toBe(0);
      expect(await run({ ...good, stage: keys.primary, 'artifact-name': keys.secondary, timeout: keys.primary })).toBe(
        3,
      );
      expect(await run({ ...good, 'secondary-key': keys.primary, ...example })).toBe(3);
      expect(await run({ ...good, 'service-url': `https://${keys.primary}@example.org` })).toBe(3);

      const { value } = await admin<{ value: string }>(
        ...['regenerate', '--set', keys.id, '--slot', 'primary', '--confirm', keys.label],
      );
      all.push(value);
      expect(await run({ ...good, ...example, version: '1.0.1' })).toBe(0);
      expect(await run({ 'primary-key': keys.primary, stage: 'Deploy', 'artifact-id': keys.primary })).toBe(8);

      const listed = await runCli(['admin', 'list-keys', '--system', service.systemId, '--data', service.dataFolder]);
      const checked = await runCli(['keys', 'check', '--service-url', url], { DATAMINER_PRIMARY_KEY: value });
      for (const { stdout, stderr } of [listed, checked]) printed.push(Buffer.from(stdout + stderr));

      // While it runs the newest pages are in the write-ahead log, and at the end they are in the database.
      const whileRunning = await contentsOf(folder);
      const ended = await service.stop();
      printed.push(Buffer.from(ended.stdout + ended.stderr));

      const searched = [...printed, ...whileRunning, ...(await contentsOf(folder))];
      expect(searched.length).toBeGreaterThan(20);
      expect(searched.flatMap((content) => keysFoundIn(content, all))).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 60_000);
});

async function contentsOf(folder: string): Promise<Buffer[]> {
  const files = await filesBelow(folder);
  return await Promise.all(files.map((file) => readFile(join(folder, file))));
}
