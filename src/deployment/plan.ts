import { parseServiceUrl } from '../client/service-url.ts';
import type { Credential } from '../keys/credential.ts';
import { credentialsFrom } from '../keys/given-keys.ts';
import { packageNameFrom } from '../packaging/dmapp/package-name.ts';
import { packageVersionOf, packageVersionOfBuild } from '../packaging/dmapp/package-version.ts';
import { PackagingError } from '../packaging/dmapp/packaging-error.ts';
import { type GivenSettings, type SettingName, type SettingProblem, settings } from './settings.ts';
import { type Stage, stageNames, stages } from './stage.ts';

/** A package that is made from a solution. */
export type SolutionSource = {
  kind: 'solution';
  /** As given; undefined means the working folder. */
  path: string | undefined;
  name: string | undefined;
  /** In the package, in DataMiner form (packaging spec 15). */
  packageVersion: string;
  /** As the upload tells it: the version as given, or `0.0.<build>` (spec 2.1). */
  uploadVersion: string;
  installer: 'require' | 'omit';
};

/** A package that is there already. */
export type ReadySource = { kind: 'ready'; path: string; name: string | undefined; uploadVersion: string | undefined };

/** Everything that a job needs to know, checked. */
export type DeployPlan = {
  stage: Stage;
  dryRun: boolean;
  serviceUrl: URL;
  target: 'volatile';
  /** Keys in the order in which they are tried; empty when the stage needs none. */
  credentials: readonly Credential[];
  source: SolutionSource | ReadySource | undefined;
  artifactId: string | undefined;
  /** How long the deployment is watched, in ms. */
  timeout: number;
};

/** A plan with remarks on what it leaves aside, or all problems of the settings together. */
export type Planned = { plan: DeployPlan; remarks: SettingProblem[] } | { problems: SettingProblem[] };

const timeoutRange = { min: 60, max: 43_200 } as const;

/**
 * Checks all settings at once and makes them a plan (design 4). Pure: no file is looked at.
 * No message holds a part of a key.
 */
export function planFrom(given: GivenSettings): Planned {
  const reader = new SettingReader(given);
  const stage = reader.choice('stage', stageNames, 'All');
  const does = stages[stage ?? 'All'];

  const plan: DeployPlan = {
    stage: stage ?? 'All',
    dryRun: reader.boolean('dry-run'),
    serviceUrl: reader.serviceUrl(),
    target: reader.target(),
    credentials: does.keys ? reader.credentials() : [],
    source: does.packages ? reader.source() : undefined,
    artifactId:
      does.deploys && !does.packages ? reader.required('artifact-id', 'It is an output of stage `Upload`.') : undefined,
    timeout: reader.integer('timeout', timeoutRange) * 1000,
  };
  reader.boolean('debug');
  reader.choice('if-version-exists', ['fail', 'skip'], 'fail');
  if (stage) reader.remarkUnused(stage);
  return reader.problems.length > 0 ? { problems: reader.problems } : { plan, remarks: reader.remarks };
}

/** Reads one setting after the other and collects what is wrong; a value returned beside a problem is never used. */
class SettingReader {
  readonly problems: SettingProblem[] = [];
  readonly remarks: SettingProblem[] = [];
  readonly #given: GivenSettings;

  constructor(given: GivenSettings) {
    this.#given = given;
  }

  text(setting: SettingName): string | undefined {
    return this.#given[setting]?.trim() || settings[setting].default;
  }

  required(setting: SettingName, hint: string): string | undefined {
    const text = this.text(setting);
    if (text === undefined) this.#problem(setting, `is missing. ${hint}`);
    return text;
  }

  choice<T extends string>(setting: SettingName, accepted: readonly T[], fallback: T): T | undefined {
    const text = this.text(setting) ?? fallback;
    const chosen = accepted.find((value) => value.toLowerCase() === text.toLowerCase());
    if (!chosen) this.#problem(setting, `is ${quoted(text)}. Accepted: ${accepted.join(', ')}.`);
    return chosen;
  }

  boolean(setting: SettingName): boolean {
    return this.choice(setting, ['true', 'false'], 'false') === 'true';
  }

  integer(setting: SettingName, range: { min: number; max: number }): number {
    const text = this.text(setting) ?? '';
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= range.min && value <= range.max)) {
      this.#problem(setting, `is ${quoted(text)}. Accepted: a whole number from ${range.min} to ${range.max}.`);
    }
    return value;
  }

  serviceUrl(): URL {
    const parsed = parseServiceUrl(this.text('service-url') ?? '');
    if (parsed instanceof URL) return parsed;
    this.#problem('service-url', parsed.problem);
    return new URL('https://invalid.invalid');
  }

  credentials(): readonly Credential[] {
    const { credentials, problems } = credentialsFrom({
      primary: this.#given['primary-key'],
      secondary: this.#given['secondary-key'],
    });
    for (const { slot, message } of problems) this.#problem(`${slot}-key`, message);
    if (credentials[0]?.slot === 'secondary') {
      this.#remark('primary-key', 'is empty, so only the secondary key can be used.');
    }
    return credentials;
  }

  target(): 'volatile' {
    const asked = this.choice('target', ['auto', 'volatile', 'catalog'], 'auto');
    const signs = (['catalog-id', 'agent-destination-id'] as const).filter((name) => this.text(name) !== undefined);
    if (asked === 'catalog') {
      this.#problem('target', 'is `catalog`, which this version cannot do yet. Use `volatile` with a system key.');
    } else if (asked === 'auto' && signs.length > 0) {
      const given = signs.map((name) => `\`${name}\``).join(' and ');
      this.#problem(
        'target',
        `is \`auto\`, and ${given} makes that \`catalog\`, which this version cannot do yet. ` +
          'Set `target: volatile` and use a system key, which picks the DMS by itself.',
      );
    }
    return 'volatile';
  }

  source(): SolutionSource | ReadySource | undefined {
    const name = this.#checked('artifact-name', packageNameFrom);
    const ready = this.text('package-path');
    const solution = this.text('solution-path');
    const version = this.text('version');
    if (ready !== undefined) {
      if (solution !== undefined)
        this.#problem('package-path', 'and `solution-path` are both given. Give one of them.');
      return { kind: 'ready', path: ready, name, uploadVersion: version };
    }
    const installer = this.choice('installer', ['require', 'omit'], 'require') ?? 'require';
    const packageVersion = this.#packageVersion(version);
    const uploadVersion = version ?? `0.0.${this.text('build-number')}`;
    return { kind: 'solution', path: solution, name, packageVersion, uploadVersion, installer };
  }

  /** Remarks on settings that were given but mean nothing to this stage; most are leftovers of a copied workflow. */
  remarkUnused(stage: Stage): void {
    const unused: SettingName[] = stages[stage].packages
      ? ['artifact-id']
      : ['package-path', 'solution-path', 'artifact-name', 'version', 'build-number'];
    for (const setting of unused) {
      if (this.#given[setting]?.trim()) this.#remark(setting, `is not used by stage \`${stage}\`.`);
    }
  }

  #packageVersion(version: string | undefined): string {
    const build = this.text('build-number');
    if (version !== undefined) {
      if (build !== undefined)
        this.#remark('build-number', `is not used: \`version\` (${quoted(version)}) goes before it.`);
      return this.#checked('version', packageVersionOf) ?? '';
    }
    if (build === undefined) {
      this.#problem('version', 'and `build-number` are both missing. Give one of them.');
      return '';
    }
    return packageVersionOfBuild(this.integer('build-number', { min: 0, max: 0xffff_ffff }) || 0);
  }

  /** Runs a check of the packaging rules over a setting; its error becomes a problem of that setting. */
  #checked<T>(setting: SettingName, check: (text: string) => T): T | undefined {
    const text = this.text(setting);
    if (text === undefined) return undefined;
    try {
      return check(text);
    } catch (error) {
      if (!(error instanceof PackagingError)) throw error;
      this.#problem(setting, `is ${quoted(text)}. ${error.next}`);
      return undefined;
    }
  }

  #problem(setting: SettingName, message: string): void {
    this.problems.push({ setting, message });
  }

  #remark(setting: SettingName, message: string): void {
    this.remarks.push({ setting, message });
  }
}

/** A given text as it may stand in a message: short, on one line, visible. */
function quoted(text: string): string {
  const line = JSON.stringify(text);
  return line.length > 100 ? `${line.slice(0, 99)}…"` : line;
}
