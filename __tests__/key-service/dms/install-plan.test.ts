import { installPlan } from '../../../src/key-service/dms/install-plan.ts';
import { demoEntries } from '../support/package.ts';

const info = { name: 'Demo', version: '1.0.1' };
const script = 'AppInstallContent\\Scripts\\Demo\\Script_Demo.xml';

function targetsOf(entries: readonly string[]): Record<string, string> {
  const { files } = installPlan(info, entries);
  return Object.fromEntries(files.map(({ entry, target }) => [entry, target.join('/')]));
}

describe('the plan of an installation', () => {
  it('puts scripts, assemblies, companion files and the package documents where a DMS has them', () => {
    expect(targetsOf(Object.keys(demoEntries))).toEqual({
      [script]: 'Scripts/Script_Demo.xml',
      'AppInstallContent\\Assemblies\\ProtocolScripts\\DllImport\\lib\\1.0.0\\Lib.dll':
        'ProtocolScripts/DllImport/lib/1.0.0/Lib.dll',
      'AppInstallContent\\CompanionFiles\\Skyline DataMiner\\Documents\\Demo\\Manual.txt': 'Documents/Demo/Manual.txt',
      'AppInfo.xml': 'AppPackages/Installed/Demo.1.0.1/AppInfo.xml',
      'Description.txt': 'AppPackages/Installed/Demo.1.0.1/Description.txt',
    });
  });

  it('skips companion files for other places on the disk and content that has no place in a folder', () => {
    const elsewhere = 'AppInstallContent\\CompanionFiles\\Windows\\System32\\evil.dll';
    const dashboard = 'AppInstallContent\\Dashboards\\D.zip';
    expect(installPlan(info, [script, elsewhere, dashboard]).skipped).toEqual([elsewhere, dashboard]);
  });

  it('leaves the files of the installer out without a word', () => {
    expect(installPlan(info, Object.keys(demoEntries)).skipped).toEqual([]);
  });

  it('refuses a package that has nothing to install', () => {
    expect(() => installPlan(info, ['AppInfo.xml', 'Description.txt'])).toThrow(/no script/);
  });

  it.each([
    ['climbs out of the root', 'AppInstallContent\\Assemblies\\..\\..\\evil.dll'],
    ['names a drive', 'AppInstallContent\\Assemblies\\C:\\evil.dll'],
    ['has an empty folder name', 'AppInstallContent\\Assemblies\\\\server\\evil.dll'],
    ['has a slash in a name', 'AppInstallContent\\Assemblies\\a/../../evil.dll'],
    ['is a device', 'AppInstallContent\\Assemblies\\NUL'],
    ['is a device with an extension', 'AppInstallContent\\CompanionFiles\\Skyline DataMiner\\com1.txt'],
    ['is a stream of another file', 'AppInstallContent\\Assemblies\\Lib.dll:hidden'],
    ['goes where installations are prepared', 'AppInstallContent\\Assemblies\\.DataMiner-Deploy\\journal.json'],
    ['is a script with a name like a device path', 'AppInstallContent\\Scripts\\Demo\\Script_a:b.xml'],
  ])('refuses an entry that %s', (_why, entry) => {
    expect(() => installPlan(info, [script, entry])).toThrow(entry);
  });

  it.each([
    ['../../evil', '1.0.0'],
    ['Demo', '1.0.0\\..\\..'],
    ['Demo', '1.0.0.'],
  ])('refuses a package called %s %s, whose folder could not be made', (name, version) => {
    expect(() => installPlan({ name, version }, [script])).toThrow(/cannot be installed/);
  });

  it.each([
    ['two files whose names differ in case only', 'AppInstallContent\\Scripts\\Other\\Script_DEMO.xml'],
    [
      'a companion file in the place of a script',
      'AppInstallContent\\CompanionFiles\\Skyline DataMiner\\scripts\\script_demo.xml',
    ],
    ['a folder where another entry is a file', 'AppInstallContent\\Assemblies\\Scripts\\SCRIPT_demo.xml\\a.dll'],
    [
      'a file in the place of its list of files',
      'AppInstallContent\\Assemblies\\AppPackages\\Installed\\Demo.1.0.1\\installedfiles.json',
    ],
  ])('refuses %s', (_what, entry) => {
    expect(() => installPlan(info, [script, entry])).toThrow(/same file|is a file/);
  });
});
