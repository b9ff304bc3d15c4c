/**
 * Writes what is derived from the settings of the deploy job: inputs and outputs of `action.yml` and the tables of the
 * README. With `--check` it writes nothing and fails when a file is not up to date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { outputDescriptions } from '../src/deployment/report.ts';
import { type SettingName, settingNames, settings } from '../src/deployment/settings.ts';

const root = new URL('..', import.meta.url);

function actionYml(current: string): string {
  const inputs = settingNames.flatMap((name) => {
    const { description, default: fallback, aliases = [] } = settings[name];
    return [
      ...input(name, description, fallback),
      ...aliases.flatMap((alias) => input(alias, `Older name of \`${name}\`.`, undefined)),
    ];
  });
  const outputs = Object.entries(outputDescriptions).flatMap(([name, description]) =>
    input(name, description, undefined),
  );
  const head = current.slice(0, current.indexOf('inputs:\n'));
  const runs = current.slice(current.indexOf('runs:\n'));
  return `${head}inputs:\n${inputs.join('\n')}\noutputs:\n${outputs.join('\n')}\n${runs}`;
}

function input(name: string, description: string, fallback: string | undefined): string[] {
  return [
    `  ${name}:`,
    `    description: ${JSON.stringify(description)}`,
    ...(fallback === undefined ? [] : [`    default: ${JSON.stringify(fallback)}`]),
  ];
}

function readme(current: string): string {
  return between(between(current, 'inputs', inputTable()), 'outputs', outputTable());
}

function inputTable(): string {
  const row = (name: SettingName) => {
    const { description, default: fallback, aliases } = settings[name];
    const alias = aliases ? ` (older name: ${aliases.map((older) => `\`${older}\``).join(', ')})` : '';
    return `| \`${name}\` | ${description}${alias} | ${fallback ? `\`${fallback}\`` : ''} |`;
  };
  return ['| input | what it is | default |', '| --- | --- | --- |', ...settingNames.map(row)].join('\n');
}

function outputTable(): string {
  const rows = Object.entries(outputDescriptions).map(([name, description]) => `| \`${name}\` | ${description} |`);
  return ['| output | what it is |', '| --- | --- |', ...rows].join('\n');
}

/** Puts text between the markers `<!-- name -->` and `<!-- /name -->`. */
function between(current: string, name: string, text: string): string {
  const [start, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const [from, to] = [current.indexOf(start), current.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no place for the table of ${name}`);
  return `${current.slice(0, from)}${start}${text}\n${current.slice(to)}`;
}

let stale = false;
for (const [name, generate] of [
  ['action.yml', actionYml],
  ['README.md', readme],
] as const) {
  const file = fileURLToPath(new URL(name, root));
  const current = await readFile(file, 'utf8');
  const wanted = generate(current);
  if (current === wanted) continue;
  if (process.argv.includes('--check')) {
    console.error(`${name} is not up to date. Run "npm run generate" and commit it.`);
    stale = true;
  } else await writeFile(file, wanted);
}
if (stale) process.exitCode = 1;
