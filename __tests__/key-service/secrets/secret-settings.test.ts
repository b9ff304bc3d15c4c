import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemEnvironment } from '../../../src/key-service/environment.ts';
import { sourceOf, takeSecretVariables } from '../../../src/key-service/secrets/secret-settings.ts';
import { newSecretText, secretFrom } from '../../../src/key-service/secrets/service-secret.ts';
import { temporaryFolder } from '../support/folder.ts';

const [one, other] = [newSecretText(systemEnvironment), newSecretText(systemEnvironment)];
const printing = JSON.stringify([process.execPath, '-e', `console.log('${one}')`]);

describe('the source of a secret', () => {
  it('is a file in the secrets folder unless it is given otherwise', async () => {
    const folder = await temporaryFolder();
    expect((await sourceOf('master-key', { folder, variables: {} })).title).toBe(
      `the file ${join(folder, 'master-key')}`,
    );
  });

  it('is an environment variable, with several separated by commas', async () => {
    const variables = { DATAMINER_DEPLOY_PEPPER: ` ${one}, ${other} ` };
    const source = await sourceOf('pepper', { folder: await temporaryFolder(), variables });
    expect((await source.read())?.map(({ id }) => id)).toEqual(
      [one, other].map((text) => secretFrom('pepper', text)?.id),
    );
  });

  it('is a command', async () => {
    const variables = { DATAMINER_DEPLOY_MASTER_KEY_COMMAND: printing };
    const source = await sourceOf('master-key', { folder: await temporaryFolder(), variables });
    expect((await source.read())?.map(({ id }) => id)).toEqual([secretFrom('master-key', one)?.id]);
  });

  it('is of each secret its own', async () => {
    const variables = { DATAMINER_DEPLOY_PEPPER: one };
    const folder = await temporaryFolder();
    expect((await sourceOf('pepper', { folder, variables })).title).toBe('the variable DATAMINER_DEPLOY_PEPPER');
    expect((await sourceOf('master-key', { folder, variables })).title).toContain('the file');
  });

  it.each<[string, Record<string, string>, boolean]>([
    [
      'as a variable and by a command',
      { DATAMINER_DEPLOY_PEPPER: one, DATAMINER_DEPLOY_PEPPER_COMMAND: printing },
      false,
    ],
    ['as a variable and in a file', { DATAMINER_DEPLOY_PEPPER: one }, true],
    ['by a command and in a file', { DATAMINER_DEPLOY_PEPPER_COMMAND: printing }, true],
  ])('is refused when it is given twice: %s', async (_how, variables, hasFile) => {
    const folder = await temporaryFolder();
    if (hasFile) await writeFile(join(folder, 'pepper'), one, { mode: 0o600 });
    const error = await sourceOf('pepper', { folder, variables }).catch((refusal) => refusal);
    expect(error).toMatchObject({ code: 'secrets', message: expect.stringContaining('is given 2 times') });
    expect(error.message).not.toContain(one);
  });

  it('is refused when the variable is empty, for then something went wrong where it was set', async () => {
    const variables = { DATAMINER_DEPLOY_PEPPER: '' };
    const source = await sourceOf('pepper', { folder: await temporaryFolder(), variables });
    await expect(source.read()).rejects.toMatchObject({ code: 'secrets' });
  });
});

describe('the variables of the secrets', () => {
  it('are taken out of the environment, so that no child process inherits them', () => {
    const given = {
      DATAMINER_DEPLOY_PEPPER: one,
      DATAMINER_DEPLOY_PEPPER_COMMAND: 'a b',
      DATAMINER_DEPLOY_MASTER_KEY: other,
      DATAMINER_DEPLOY_MASTER_KEY_COMMAND: 'c d',
    };
    const env = { ...given, PATH: '/bin' };
    expect(takeSecretVariables(env)).toEqual(given);
    expect(env).toEqual({ PATH: '/bin' });
    expect(takeSecretVariables(env)).toEqual({});
  });
});
