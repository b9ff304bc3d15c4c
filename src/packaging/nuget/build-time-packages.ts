/** What the Automation dev pack stands for; DataMiner has these itself (packaging spec 12.2). */
const devPackFiles = [
  'protobufnet',
  'Skyline.DataMiner.Storage.Types',
  'SLLoggerUtil',
  'SLNetTypes',
  'SLProtoBufLibrary',
  'SLAnalyticsTypes',
  'SLManagedAutomation',
];

const devPacks = new Set(
  ['Automation', 'Common', 'Protocol']
    .map((name) => `Skyline.DataMiner.Dev.${name}`)
    .concat(devPackFiles.map((name) => `Skyline.DataMiner.Files.${name}`))
    .map((id) => id.toLowerCase()),
);

/** Packages that by their name serve the build only: they need not even be restored. */
export function isBuildTimePackage(id: string): boolean {
  return isDevPack(id) || /\.analyzers?$/i.test(id);
}

/** Packages of the DataMiner dev packs, which bring nothing into a script. */
export function isDevPack(id: string): boolean {
  return devPacks.has(id.toLowerCase());
}
