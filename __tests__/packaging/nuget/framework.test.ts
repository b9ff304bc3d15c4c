import { nearestFramework, parseFramework } from '../../../src/packaging/nuget/framework.ts';

/** The name of the nearest of several folders. */
function nearest(target: string, offered: string): string | undefined {
  const names = offered.split(' ');
  const frameworks = names.map(parseFramework);
  const found = nearestFramework(parseFramework(target), frameworks);
  return found && names[frameworks.indexOf(found)];
}

describe('a target framework', () => {
  it.each([
    ['net462', '.NETFramework,Version=v4.6.2'],
    ['net48', '.NETFramework4.8'],
    ['NET4', '.netframework,version=v4.0'],
    ['net40-client', '.NETFramework,Version=v4.0,Profile=Client'],
    ['net45-full', 'net45'],
    ['netstandard2.0', '.NETStandard2.0'],
    ['net6.0', '.NETCoreApp,Version=v6.0'],
    ['net62', 'net6.2'],
    ['netcoreapp3.1', '.NETCoreApp3.1'],
  ])('is the same as %s and %s', (short, long) => {
    expect(parseFramework(short)).toEqual(parseFramework(long));
  });

  it.each([
    ['net48', 'net48 net472', 'net48'],
    ['net48', 'net45 net462 net472', 'net472'],
    ['net462', 'net45 net462 net472', 'net462'],
    ['net48', 'net20 netstandard2.0', 'net20'],
    ['net48', 'netstandard1.3 netstandard2.0 netstandard2.1', 'netstandard2.0'],
    ['net461', 'netstandard2.0 netstandard1.0', 'netstandard2.0'],
    ['net46', 'netstandard1.3 netstandard1.4 netstandard2.0', 'netstandard1.3'],
    ['net45', 'netstandard1.1 netstandard1.2', 'netstandard1.1'],
    ['net451', 'netstandard1.2 netstandard1.3', 'netstandard1.2'],
    ['net40', 'netstandard1.0', undefined],
    ['net48', 'netstandard2.1 net6.0 netcoreapp3.1 uap10.0 monoandroid10 win8', undefined],
    ['net48', 'portable-net45+win8 netstandard1.0', 'netstandard1.0'],
    ['net48', 'portable-net40+sl5+win8+wp8 portable-net45+win8+wp8', 'portable-net45+win8+wp8'],
    ['net48', 'portable-net45+win8+wp8+wpa81 portable-net45+win8', 'portable-net45+win8'],
    ['net40', 'portable-net45+win8', undefined],
    ['net48', '.NETPortable0.0-Profile259 .NETPortable0.0-Profile328', '.NETPortable0.0-Profile259'],
    ['net45', 'net40-client net35', 'net40-client'],
    ['net45', 'net40-client net40', 'net40'],
    ['net48', 'net40-cf', undefined],
    ['net48', 'any', 'any'],
    ['net48', 'any netstandard1.0', 'netstandard1.0'],
    ['net8.0', 'net48 netstandard2.1 net6.0 net9.0', 'net6.0'],
    ['net8.0', 'net6.0-windows7.0 netcoreapp2.1', 'netcoreapp2.1'],
    ['netstandard2.0', 'net48 netstandard1.6 netstandard2.1', 'netstandard1.6'],
  ])('%s takes of %s the nearest, %s', (target, offered, expected) => {
    expect(nearest(target, offered)).toBe(expected);
  });

  it.each(['', ' ', '-', 'net', '+', 'portable-', '....', 'net-', ',version=', '\u0000'])(
    '%j is read without a fault',
    (text) => {
      expect(() => nearest('net48', text)).not.toThrow();
    },
  );
});
