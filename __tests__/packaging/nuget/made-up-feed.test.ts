import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPackage } from '../../../src/packaging/dmapp/read-package.ts';
import {
  folderWith,
  packaged,
  removeTemporaryFolders,
  scriptOf,
  smallSolution,
  textIn,
} from '../temporary-solution.ts';
import { FeedServer } from './feed-server.ts';
import type { MadePackage } from './made-package.ts';

const made = JSON.parse(readFileSync(new URL('../../fixtures/nuget/made-up-feed.json', import.meta.url), 'utf8')) as {
  feed: { packages: MadePackage[] };
  packages: [string, string][];
  expected: { paramsInOrder: string[]; packaged: string[] };
};

let feed: FeedServer;

beforeAll(async () => {
  feed = await FeedServer.with(...made.feed.packages);
});
afterAll(() => feed.close());
afterEach(removeTemporaryFolders);

describe('the made-up feed', () => {
  it('gives the script its parameters, and the package its DLLs, in the expected order', async () => {
    const references = made.packages.map(
      ([id, version]) => `<PackageReference Include="${id}" Version="${version}" />`,
    );
    const folder = await folderWith(smallSolution({ 'P.cs': 'class P { }' }, ...references));
    const result = await packaged(folder, {
      nuget: { sources: [feed.url], offline: false, env: { NUGET_PACKAGES: join(folder, 'packages') }, home: folder },
    });

    const script = await scriptOf(result, 'A');
    expect([...script.matchAll(/<Param type="ref">(.*?)<\/Param>/g)].map(([, text]) => text)).toEqual(
      made.expected.paramsInOrder,
    );

    const start = 'AppInstallContent\\Assemblies\\ProtocolScripts\\DllImport\\';
    const { entries, close } = await openPackage(result.file);
    await close();
    const names = entries.map(({ name }) => name).filter((name) => name.startsWith(start));
    expect(names.map((name) => name.slice(start.length))).toEqual(made.expected.packaged);
    expect(result.assemblies[0]).toEqual({
      entry: names[0],
      origin: `package Acme.Core 1.5.0 (${feed.url})`,
      name: 'Acme.Core.dll',
      version: '1.5.0.0',
    });
    expect((await textIn(result.file, 'Description.txt')).match(/^Assembly/gm)).toHaveLength(5);
    expect(result.warnings).toEqual([]);
  });
});
