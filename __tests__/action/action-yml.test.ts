import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const run = promisify(execFile);

/** GitHub's own checker, in a process of its own: it imports JSON in a way that only a bundler takes. */
const checker = `
  import { validate } from '@actions/languageservice';
  import { TextDocument } from 'vscode-languageserver-textdocument';
  import { readFileSync } from 'node:fs';
  const [path, uri] = process.argv.slice(2);
  const found = await validate(TextDocument.create(uri, 'yaml', 0, readFileSync(path, 'utf8')));
  console.log(JSON.stringify(found.map(({ message }) => message)));
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'action-yml-'));
  await build({
    stdin: { contents: checker, resolveDir: process.cwd() },
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    outfile: join(folder, 'check.mjs'),
    logLevel: 'silent',
  });
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function findingsIn(text: string): Promise<string[]> {
  const file = join(folder, 'action.yml');
  await writeFile(file, text);
  const { stdout } = await run(process.execPath, [join(folder, 'check.mjs'), file, 'file:///action.yml']);
  return JSON.parse(stdout) as string[];
}

describe('action.yml', () => {
  it('satisfies the public action schema', async () => {
    expect(await findingsIn(await readFile('action.yml', 'utf8'))).toEqual([]);
  }, 30_000);

  it('is held to a schema that sees mistakes', async () => {
    const text = (await readFile('action.yml', 'utf8'))
      .replace('using: node24', 'using: node9')
      .replace('inputs:', 'input:');
    expect(await findingsIn(text)).not.toEqual([]);
  }, 30_000);

  it('and the README list exactly the settings and outputs of the code', async () => {
    await expect(run(process.execPath, ['scripts/generate.ts', '--check'])).resolves.toMatchObject({ stderr: '' });
  });
});
