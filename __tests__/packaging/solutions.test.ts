import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseXml } from '@rgrove/parse-xml';
import { packageVersionOf } from '../../src/packaging/dmapp/package-version.ts';
import { openPackage } from '../../src/packaging/dmapp/read-package.ts';
import type { PackagedSolution } from '../../src/packaging/package-solution.ts';
import { folderWith, packaged, removeTemporaryFolders, scriptOf, textIn } from './temporary-solution.ts';

afterEach(removeTemporaryFolders);

const project = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const fixtures = join(project, '__tests__', 'fixtures', 'solutions');

/** Packages a solution that is not to be written to. */
async function packagedFrom(
  solution: string,
  overrides: Parameters<typeof packaged>[1] = {},
): Promise<PackagedSolution> {
  const root = solution.endsWith('input') ? solution : dirname(solution);
  return packaged(root, { solution, output: join(await folderWith(), 'x.dmapp'), ...overrides });
}

function withLineFeeds(text: string): string {
  return text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
}

describe('the solutions of this project', () => {
  it.each(readdirSync(fixtures))('%s gives the expected scripts, character for character', async (name) => {
    const result = await packagedFrom(join(fixtures, name, 'input'));
    const expected = readdirSync(join(fixtures, name, 'expected'));
    expect(result.scripts.map((script) => `${script.name}.xml`).toSorted()).toEqual(expected.toSorted());
    for (const file of expected) {
      const script = await scriptOf(result, file.replace('.xml', ''));
      expect(withLineFeeds(script)).toBe(readFileSync(join(fixtures, name, 'expected', file), 'utf8'));
    }
    expect(result.warnings).toEqual([]);
  });

  it('the example is packaged without warnings', async () => {
    const result = await packagedFrom(join(project, 'examples', 'hello-dataminer', 'HelloDataMiner.sln'));
    expect(result.scripts.map(({ name }) => name)).toEqual(['Hello DataMiner', 'Elements In Timeout']);
    expect(result.warnings).toEqual([]);
    expect(await scriptOf(result, 'Hello DataMiner')).not.toContain('[Project:');
  });
});

const samples = join(project, '..', 'shared', 'samples');

interface Sample {
  readonly name: string;
  readonly solutionPath: string;
  readonly expected: readonly { readonly script: string; readonly xmlPath: string }[];
  readonly assertionsPath?: string;
  readonly packagePath?: string;
}

(existsSync(samples) ? describe : describe.skip)('the samples beside this project', () => {
  const { cases } = JSON.parse(
    existsSync(samples) ? readFileSync(join(samples, 'cases.json'), 'utf8') : '{"cases":[]}',
  ) as {
    cases: readonly Sample[];
  };
  const solutions = cases.filter(({ solutionPath }) => solutionPath !== null);

  it('are there', () => {
    expect(solutions.length).toBeGreaterThan(0);
  });

  for (const { name, solutionPath, expected, assertionsPath, packagePath } of solutions) {
    it(`${name} gives the expected scripts`, async () => {
      const result = await packagedFrom(join(samples, solutionPath));
      for (const { script, xmlPath } of expected) {
        expect(withLineFeeds(await scriptOf(result, script))).toBe(
          withLineFeeds(readFileSync(join(samples, xmlPath), 'utf8')),
        );
      }
    });

    if (assertionsPath !== undefined) {
      it(`${name} gives code that an XML reader reads whole`, async () => {
        const { exeText } = JSON.parse(readFileSync(join(samples, assertionsPath), 'utf8')) as {
          exeText: Record<string, Record<string, string>>;
        };
        const result = await packagedFrom(join(samples, solutionPath));
        for (const [script, exes] of Object.entries(exeText)) {
          const { text } = parseXml(await scriptOf(result, script));
          for (const code of Object.values(exes)) {
            expect(text).toContain(code);
          }
        }
      });
    }

    if (packagePath !== undefined) {
      it(`${name} gives the expected package`, async () => {
        const wanted = JSON.parse(readFileSync(join(samples, packagePath), 'utf8')) as Record<string, string> & {
          entriesInOrder: string[];
        };
        const { file } = await packagedFrom(join(samples, solutionPath), {
          name: wanted.packageName as string,
          version: packageVersionOf(wanted.versionInput as string),
          packageTime: new Date(`${wanted.creationTime}Z`),
        });
        const { entries, close } = await openPackage(file);
        await close();
        expect(entries.map((entry) => entry.name)).toEqual(
          wanted.entriesInOrder.filter((entry) => !entry.endsWith('*')),
        );
        expect(await textIn(file, 'AppInfo.xml')).toBe(wanted.appInfoXml);
        expect(await textIn(file, 'Description.txt')).toBe(wanted.descriptionTxt);
      });
    }
  }
});
