import { join } from 'node:path';
import { type NuGetConfig, readNuGetConfig } from '../../../src/packaging/nuget/nuget-config.ts';
import { type Files, folderWith, removeTemporaryFolders } from '../temporary-solution.ts';
import { FeedServer } from './feed-server.ts';
import { optionsFor, restored } from './restorer.ts';

afterEach(removeTemporaryFolders);

async function config(files: Files, env: NodeJS.ProcessEnv = {}): Promise<NuGetConfig & { folder: string }> {
  const folder = await folderWith({ 'a/b/S.sln': '', ...files });
  const surroundings = {
    ...optionsFor(folder),
    env: { ...optionsFor(folder).env, ...env },
    platform: 'linux',
  } as const;
  return { ...(await readNuGetConfig(join(folder, 'a', 'b'), surroundings)), folder };
}

function sources(...adds: string[]): string {
  return `<configuration><packageSources>${adds.join('')}</packageSources></configuration>`;
}

function source(key: string, value: string): string {
  return `<add key="${key}" value="${value}" />`;
}

describe('NuGet.config', () => {
  it('is found in every folder upward, for the user and for the machine; nearer sources come first', async () => {
    const { sources: found } = await config({
      'a/b/nuget.config': sources(source('near', 'https://near.test/index.json')),
      'a/NuGet.Config': sources(source('above', 'https://above.test/index.json')),
      'home/.nuget/NuGet/NuGet.Config': sources(source('user', 'https://user.test/index.json')),
      'home/.config/NuGet/NuGet.Config': sources(source('other', 'https://other.test/index.json')),
      'machine/NuGet/Config/x.config': sources(source('machine', 'https://machine.test/index.json')),
    });
    expect(found.map(({ name }) => name)).toEqual(['near', 'above', 'other', 'user', 'machine']);
  });

  it('that is nearer says where a source of the same name is', async () => {
    const { sources: found } = await config({
      'a/b/nuget.config': sources(source('FEED', 'https://near.test/index.json')),
      'a/nuget.config': sources(source('feed', 'https://above.test/index.json')),
    });
    expect(found).toMatchObject([{ location: 'https://near.test/index.json' }]);
  });

  it('removes all sources of farther files with clear', async () => {
    const { sources: found, hasSources } = await config({
      'a/b/nuget.config': sources('<clear />', source('near', 'https://near.test/index.json')),
      'a/nuget.config': sources(source('above', 'https://above.test/index.json')),
    });
    expect(found.map(({ name }) => name)).toEqual(['near']);
    expect(hasSources).toBe(true);
  });

  it('can leave no source at all: then nobody is asked, not even the public one', async () => {
    const folder = await folderWith({ 'NuGet.config': sources('<clear />') });
    await expect(restored(folder, 'A 1.0.0')).rejects.toMatchObject({
      code: 'package-not-restored',
      message: expect.stringContaining('no source'),
    });
  });

  it('switches sources off', async () => {
    const { sources: found } = await config({
      'a/b/nuget.config': `<configuration><disabledPackageSources>${source('Off', 'true')}${source('on', 'false')}</disabledPackageSources></configuration>`,
      'a/nuget.config': sources(source('off', 'https://off.test'), source('on', 'https://on.test')),
    });
    expect(found.map(({ name }) => name)).toEqual(['on']);
  });

  it('names folders relative to itself, with either slash and variables', async () => {
    const {
      sources: found,
      globalPackagesFolder,
      folder,
    } = await config(
      {
        'a/nuget.config': `<configuration><packageSources>${source('x', '..\\feeds\\%NAME%')}</packageSources>
          <config>${source('globalPackagesFolder', 'cache/packages')}</config></configuration>`,
      },
      { NAME: 'mine' },
    );
    expect(found[0]?.location).toBe(join(folder, 'feeds', 'mine'));
    expect(globalPackagesFolder).toBe(join(folder, 'a', 'cache', 'packages'));
  });

  it('decides about the global packages folder unless NUGET_PACKAGES does', async () => {
    const feed = await FeedServer.with({ id: 'A', version: '1.0.0' });
    const folder = await folderWith({
      'NuGet.config': `<configuration><config>${source('globalPackagesFolder', 'mine')}</config></configuration>`,
    });
    try {
      const options = { sources: [feed.url], wait: async () => {} };
      const inConfig = await restored(folder, 'A 1.0.0', { ...options, env: {} });
      const inEnvironment = await restored(folder, 'A 1.0.0', options);
      expect([inConfig.folder, inEnvironment.folder]).toEqual([
        join(folder, 'mine', 'a', '1.0.0'),
        join(folder, 'packages', 'a', '1.0.0'),
      ]);
    } finally {
      await feed.close();
    }
  });

  it('takes credentials from the environment variable of the source, too', async () => {
    const { sources: found } = await config(
      { 'a/nuget.config': sources(source('Feed', 'https://feed.test')) },
      { NuGetPackageSourceCredentials_Feed: 'Username=me;Password=s3cret' },
    );
    expect(found[0]?.credentials()).toEqual({ username: 'me', password: 's3cret' });
  });

  it('takes a password with semicolons from it as NuGet does', async () => {
    const { sources: found } = await config(
      { 'a/nuget.config': sources(source('Feed', 'https://feed.test')) },
      { NuGetPackageSourceCredentials_Feed: 'Username=me;Password=s3;cr=et;ValidAuthenticationTypes=Basic' },
    );
    expect(found[0]?.credentials()).toEqual({ username: 'me', password: 's3;cr=et' });
  });

  it('with a password that only Windows can read is an error that says what to do', async () => {
    const text = `<configuration><packageSources>${source('F', 'https://f.test')}</packageSources><packageSourceCredentials>
      <F>${source('Username', 'me')}${source('Password', 'AQAAANCMnd8')}</F></packageSourceCredentials></configuration>`;
    const { sources: found } = await config({ 'a/nuget.config': text });
    expect(() => found[0]?.credentials()).toThrow(
      expect.objectContaining({ code: 'nuget-config-invalid', next: expect.stringContaining('ClearTextPassword') }),
    );
  });

  it('that is malformed is named with line and column', async () => {
    await expect(config({ 'a/nuget.config': '<configuration>\n<x></configuration>' })).rejects.toMatchObject({
      code: 'malformed-xml',
      where: expect.stringMatching(/nuget\.config:2:/),
    });
  });

  it('says which packages may come from which source: the longest pattern decides', async () => {
    const [open, own] = await Promise.all([
      FeedServer.with({ id: 'Acme.Core', version: '1.0.0' }, { id: 'Other', version: '1.0.0' }),
      FeedServer.with({ id: 'Acme.Core', version: '1.0.0' }),
    ]);
    const folder = await folderWith({
      'NuGet.config': `<configuration><packageSources>${source('open', open.url)}${source('own', own.url)}</packageSources>
        <packageSourceMapping>
          <packageSource key="open"><package pattern="*" /></packageSource>
          <packageSource key="own"><package pattern="acme.*" /></packageSource>
        </packageSourceMapping></configuration>`,
    });
    try {
      expect((await restored(folder, 'Acme.Core 1.0.0')).source).toBe(own.url);
      expect((await restored(folder, 'Other 1.0.0')).source).toBe(open.url);
      await expect(restored(folder, 'Acme.Gone 1.0.0')).rejects.toMatchObject({
        message: expect.not.stringContaining(open.url),
      });
    } finally {
      await Promise.all([open.close(), own.close()]);
    }
  });
});
