import fc from 'fast-check';
import { assemblyVersion, assemblyVersionIn } from '../../../src/packaging/nuget/assembly-version.ts';
import { folderWith, removeTemporaryFolders } from '../temporary-solution.ts';
import { assembly } from './made-assembly.ts';

afterEach(removeTemporaryFolders);

describe('the version of an assembly', () => {
  it.each(['1.2.3.4', '0.0.0.0', '65535.65535.65535.65535'])('is read from its metadata: %s', (version) => {
    expect(assemblyVersionIn(assembly('Acme', version))?.join('.')).toBe(version);
  });

  it('is found behind other tables, small and large', () => {
    for (const rows of [1, 1000]) {
      expect(assemblyVersionIn(assembly('Acme', '1.2.3.4', rows))).toEqual([1, 2, 3, 4]);
    }
  });

  it('is unknown for files that are no assembly', async () => {
    const folder = await folderWith({
      'text.dll': 'not an assembly',
      'empty.dll': '',
      'native.dll': 'MZ'.padEnd(200, '\0'),
    });
    for (const name of ['text.dll', 'empty.dll', 'native.dll', 'missing.dll']) {
      expect(await assemblyVersion(`${folder}/${name}`)).toBeUndefined();
    }
    expect(await assemblyVersion(folder)).toBeUndefined();
  });

  it('never fails, however broken the file is', () => {
    const sound = assembly('Acme', '1.2.3.4');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 20 }),
        fc.nat(sound.length),
        (changes, length) => {
          const broken = Buffer.from(sound.subarray(0, length));
          for (const [position, byte] of changes.filter(([place]) => place < length)) {
            broken[position] = byte;
          }
          const version = assemblyVersionIn(broken);
          expect(version === undefined || version.length === 4).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
