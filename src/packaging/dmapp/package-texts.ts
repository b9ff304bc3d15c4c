import { escapeXml } from './escape-xml.ts';
import { assemblyEntryName, type PackageContent, type PackageFileEntry, scriptEntryName } from './package-content.ts';

/** The oldest DataMiner version that takes packages of scripts (packaging spec 14.3). */
const defaultMinDmaVersion = '10.0.9.0-9312';

const byteOrderMark = '\ufeff';
const declaration = '<?xml version="1.0" encoding="utf-8"?>';

/** All entries of a package, in order (packaging spec 14.1). */
export function packageEntries(content: PackageContent): PackageFileEntry[] {
  return [
    { name: 'AppInfo.xml', text: appInfo(content) },
    { name: 'Scripts\\Install.xml', text: content.installer.script },
    ...content.installer.libraries.map(({ name, path }) => ({ name: `Scripts\\InstallDependencies\\${name}`, path })),
    ...content.scripts.map(scriptEntry),
    ...content.assemblies.map(({ target, path }) => ({ name: assemblyEntryName(target), path })),
    ...content.companionFiles.map(({ name, path }) => ({ name: `AppInstallContent\\CompanionFiles\\${name}`, path })),
    ...content.otherFiles,
    { name: 'AppInstallContent\\DeploymentActions.xml', text: deploymentActions },
    { name: 'Description.txt', text: description(content) },
  ];
}

/** The mark makes a text twice as large in memory, so it is put in front only while the entry is written. */
function scriptEntry({ name, xml }: PackageContent['scripts'][number]): PackageFileEntry {
  return {
    name: scriptEntryName(name),
    get text() {
      return byteOrderMark + xml;
    },
  };
}

/** Packaging spec 14.3. */
function appInfo({ name, version, time, minDmaVersion = defaultMinDmaVersion }: PackageContent): string {
  return [
    declaration,
    '<AppInfo>',
    `  <DisplayName>${escapeXml(name)}</DisplayName>`,
    `  <LastModifiedAt>${timeStamp(time)}</LastModifiedAt>`,
    `  <MinDmaVersion>${minDmaVersion}</MinDmaVersion>`,
    `  <Name>${escapeXml(name)}</Name>`,
    '  <AllowMultipleInstalledVersions>false</AllowMultipleInstalledVersions>',
    `  <Version>${escapeXml(version)}</Version>`,
    '</AppInfo>',
  ].join('\n');
}

/** Packaging spec 14.5. */
const deploymentActions = [
  declaration,
  '<AppPackageDeploymentActions>',
  '  <DefaultProtocolVisios />',
  '  <ProductionProtocols />',
  '  <TemplatesToPreserve>',
  '    <AlarmTemplates />',
  '    <InformationTemplates />',
  '    <TrendTemplates />',
  '  </TemplatesToPreserve>',
  '</AppPackageDeploymentActions>',
].join('\n');

/** Packaging spec 14.4. */
function description({ name, version, time, scripts, assemblies, companionFiles }: PackageContent): string {
  const ruler = '-'.repeat(33);
  return [
    `${name} package version: ${version}`,
    ruler,
    `Package creation time: ${timeStamp(time).replace('T', ' ')}`,
    ruler,
    'File Versions:',
    ...scripts.map((script) => `Script\\${script.name}:${version}`),
    ...assemblies.map(({ target, script }) => `Assembly\\${target} for automation script:${script}`),
    ...companionFiles.map((file) => `CompanionFile\\${file.name}`),
    '',
  ].join('\n');
}

/** UTC, so that the same input gives the same bytes in every time zone. */
function timeStamp(time: Date): string {
  return time.toISOString().slice(0, 'yyyy-MM-ddTHH:mm:ss'.length);
}
