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

/** Packages of the DataMiner dev packs, which bring nothing into a script. */
export function isDevPack(id: string): boolean {
  return devPacks.has(id.toLowerCase());
}
