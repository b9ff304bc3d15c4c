import { type DeployPlan, planFrom } from '../../src/deployment/plan.ts';
import type { GivenSettings, SettingName } from '../../src/deployment/settings.ts';

const primary = 'primary-0123456789';
const secondary = 'secondary-0123456789';
const good: GivenSettings = { 'primary-key': primary, 'secondary-key': secondary, version: '1.2.3' };

function planOf(given: GivenSettings): DeployPlan {
  const planned = planFrom(given);
  if ('problems' in planned) throw new Error(JSON.stringify(planned.problems));
  return planned.plan;
}

function problemsOf(given: GivenSettings): string[] {
  const planned = planFrom(given);
  return 'problems' in planned ? planned.problems.map(({ setting, message }) => `${setting} ${message}`) : [];
}

function remarksOn(given: GivenSettings): SettingName[] {
  const planned = planFrom(given);
  return 'problems' in planned ? [] : planned.remarks.map(({ setting }) => setting);
}

describe('the plan of a deploy job', () => {
  it('takes the documented defaults', () => {
    expect(planOf(good)).toMatchObject({
      stage: 'All',
      dryRun: false,
      target: 'volatile',
      timeout: 900_000,
      source: {
        kind: 'solution',
        path: undefined,
        installer: 'require',
        packageVersion: '1.2.3',
        uploadVersion: '1.2.3',
      },
    });
    expect(planOf(good).serviceUrl.href).toBe('https://api.dataminer.services/');
  });

  it('tries the primary key first', () => {
    expect(planOf(good).credentials.map(({ slot }) => slot)).toEqual(['primary', 'secondary']);
  });

  it('reports every problem at once', () => {
    const problems = problemsOf({
      stage: 'Everything',
      timeout: '59',
      'service-url': 'http://example.org',
      debug: 'maybe',
    });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(
      expect.arrayContaining(['stage', 'timeout', 'service-url', 'debug', 'primary-key', 'version']),
    );
  });

  it('never repeats a key in a problem', () => {
    const broken = 'broken key with blanks';
    expect(problemsOf({ ...good, 'primary-key': broken, 'secondary-key': 'shortkey' }).join('\n')).not.toMatch(
      /broken key|shortkey/,
    );
  });

  it.each(['59', '43201', '-1', '1e3', '90.5', 'soon', '0x100'])('refuses a timeout of %s', (timeout) => {
    expect(problemsOf({ ...good, timeout })).toEqual([expect.stringContaining('60 to 43200')]);
  });

  it.each(['60', '43200'])('takes a timeout of %s', (timeout) => {
    expect(planOf({ ...good, timeout }).timeout).toBe(Number(timeout) * 1000);
  });

  it('names the accepted stages when one is unknown', () => {
    expect(problemsOf({ ...good, stage: '2' })).toEqual([
      'stage is "2". Accepted: All, Validate, Package, Upload, Deploy.',
    ]);
  });

  it('does not care about the case of a stage', () => {
    expect(planOf({ ...good, stage: 'upload' }).stage).toBe('Upload');
  });

  it('refuses equal keys', () => {
    expect(problemsOf({ ...good, 'secondary-key': ` ${primary}\n` })).toEqual([
      expect.stringMatching(/^secondary-key .*equal/),
    ]);
  });

  it('says so when only the secondary key is given', () => {
    expect(remarksOn({ ...good, 'primary-key': '' })).toEqual(['primary-key']);
  });

  it('asks for a version or a build number', () => {
    expect(problemsOf({ ...good, version: '' })).toEqual([expect.stringContaining('build-number')]);
  });

  it('tells package and upload the same build number', () => {
    expect(planOf({ ...good, version: '', 'build-number': '7' }).source).toMatchObject({
      packageVersion: '0.0.0-CU7',
      uploadVersion: '0.0.7',
    });
  });

  it('lets the version go before the build number, for both, and says so', () => {
    const both = { ...good, 'build-number': '7' };
    expect(planOf(both).source).toMatchObject({ packageVersion: '1.2.3', uploadVersion: '1.2.3' });
    expect(remarksOn(both)).toEqual(['build-number']);
  });

  it.each(['1', '1.2', 'latest', '1.2.3-', '70000.1.1-x'])('refuses version %s with the accepted forms', (version) => {
    expect(problemsOf({ ...good, version })).toEqual([expect.stringMatching(/^version is /)]);
  });

  it('needs no key to package', () => {
    expect(planOf({ stage: 'Package', version: '1.0.0' }).credentials).toEqual([]);
  });

  it('needs the artifact ID to deploy, and nothing of a package', () => {
    const deploy = { 'primary-key': primary, stage: 'Deploy' };
    expect(problemsOf(deploy)).toEqual([expect.stringContaining('artifact-id is missing')]);
    expect(planOf({ ...deploy, 'artifact-id': 'dmscript/1' })).toMatchObject({
      artifactId: 'dmscript/1',
      source: undefined,
    });
  });

  it('takes a ready package instead of a solution, but not both', () => {
    const ready = { 'primary-key': primary, 'package-path': 'a.dmapp' };
    expect(planOf(ready).source).toEqual({ kind: 'ready', path: 'a.dmapp', name: undefined, uploadVersion: undefined });
    expect(problemsOf({ ...ready, 'solution-path': 'a.sln' })).toEqual([expect.stringContaining('Give one of them')]);
  });

  it('says that the catalog is not there yet, also when `auto` means it', () => {
    expect(problemsOf({ ...good, target: 'catalog' })).toEqual([expect.stringContaining('cannot do yet')]);
    expect(problemsOf({ ...good, 'catalog-id': 'x' })).toEqual([expect.stringMatching(/`catalog-id`.*cannot do yet/)]);
    expect(planOf({ ...good, target: 'volatile', 'agent-destination-id': 'x' }).target).toBe('volatile');
  });

  it('remarks on settings that the stage does not use', () => {
    expect(remarksOn({ ...good, 'artifact-id': 'dmscript/1' })).toEqual(['artifact-id']);
  });

  it('keeps hostile names as data, in the form that a package takes', () => {
    expect(planOf({ ...good, 'artifact-name': '"; rm -rf / #' }).source).toMatchObject({ name: '_; rm -rf _ #' });
  });
});
