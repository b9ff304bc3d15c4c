import { installLibraries } from '../../../src/packaging/sdk/install-libraries.ts';

const folder = 'C:\\Skyline DataMiner\\ProtocolScripts\\DllImport\\';

function fromPackage(name: string, path = `/packages/${name}`) {
  return { target: `${folder}${name}`, path } as never;
}

describe('the libraries of an install script', () => {
  it('are the DLLs that it references, each under its file name', () => {
    expect(
      installLibraries(
        {
          refs: ['System.Web.dll', `${folder}id\\1.0.0\\lib\\net48\\Own.dll`, `${folder}V.dll`],
          packageAssemblies: [
            fromPackage('id\\1.0.0\\lib\\net48\\Own.dll', '/own'),
            fromPackage('id\\0.9.0\\lib\\net48\\Own.dll'),
          ],
        },
        [{ target: `${folder}v.dll`, path: '/v', script: 'Install' }],
      ),
    ).toEqual([
      { name: 'Own.dll', path: '/own' },
      { name: 'V.dll', path: '/v' },
    ]);
  });

  it('are the first of those with one name, for they lie in one folder', () => {
    const chosen = 'b\\2.0.0\\lib\\net48\\Same.dll';
    const other = 'a\\1.0.0\\lib\\net48\\same.dll';
    expect(
      installLibraries(
        {
          refs: [`${folder}${chosen}`, `${folder}${other}`],
          packageAssemblies: [fromPackage(other, '/1'), fromPackage(chosen, '/2')],
        },
        [],
      ),
    ).toEqual([{ name: 'Same.dll', path: '/2' }]);
  });
});
