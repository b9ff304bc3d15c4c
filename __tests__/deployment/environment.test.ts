import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { callerFrom } from '../../src/deployment/caller.ts';
import { environmentForNuGet, homeFolder, packageTimeFrom } from '../../src/deployment/places.ts';
import { signalOfProcess } from '../../src/deployment/process-signal.ts';

describe('what a job takes from its environment', () => {
  it('says who calls, on GitHub, GitLab and Azure', () => {
    const github = { GITHUB_REPOSITORY: 'a/b', GITHUB_WORKFLOW: 'w', GITHUB_RUN_ID: '1', GITHUB_RUN_ATTEMPT: '2' };
    expect(callerFrom(github)).toEqual({ repository: 'a/b', workflow: 'w', runId: '1', runAttempt: '2' });
    expect(callerFrom({ CI_PROJECT_PATH: 'a/b', CI_PIPELINE_ID: '3' })).toEqual({ repository: 'a/b', runId: '3' });
    expect(callerFrom({ BUILD_REPOSITORY_NAME: 'r', BUILD_BUILDID: '4' })).toEqual({ repository: 'r', runId: '4' });
    expect(callerFrom({})).toEqual({});
  });

  it('dates packages by SOURCE_DATE_EPOCH, else by the oldest date of a zip', () => {
    expect(packageTimeFrom({ SOURCE_DATE_EPOCH: '1700000000' }).toISOString()).toBe('2023-11-14T22:13:20.000Z');
    for (const env of [{}, { SOURCE_DATE_EPOCH: '' }, { SOURCE_DATE_EPOCH: 'yesterday' }]) {
      expect(packageTimeFrom(env).toISOString()).toBe('1980-01-01T00:00:00.000Z');
    }
  });

  it('gives NuGet all of the environment but the keys, which a NuGet.config could send to any feed', () => {
    const env = { HTTPS_PROXY: 'p', GITHUB_TOKEN: 't', MY_FEED_KEY: 'k' };
    const keys = {
      DATAMINER_PRIMARY_KEY: '1',
      DATAMINER_SECONDARY_KEY: '2',
      DATAMINER_CATALOG_TOKEN: '3',
      'INPUT_PRIMARY-KEY': '4',
      ACTIONS_RUNTIME_TOKEN: '5',
    };
    expect(environmentForNuGet({ ...env, ...keys })).toEqual(env);
  });

  it('does without a home folder where an account has none', () => {
    expect(homeFolder(() => 'home')).toBe('home');
    const homeless = () => {
      throw new Error('uv_os_homedir returned ENOENT');
    };
    expect(homeFolder(homeless)).toBe(tmpdir());
  });

  it.each(['SIGINT', 'SIGTERM'])('stops on %s, and leaves no handler behind', (name) => {
    const process = new EventEmitter();
    const stop = signalOfProcess(process);
    process.emit(name);
    expect(stop.signal.reason).toEqual(new Error(name));
    stop.dispose();
    expect(process.eventNames()).toEqual([]);
  });
});
