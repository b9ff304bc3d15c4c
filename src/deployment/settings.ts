import { defaultServiceUrl } from '../contract/paths.ts';

/**
 * Every setting of a deploy job, once: the action's inputs, the command line's flags, `action.yml` and the README's table
 * are all held to this list (design 4). A secret never becomes a flag; the command line takes it from `environment`.
 */
export type SettingDefinition = {
  description: string;
  default?: string;
  /** Older names of the same input, kept so that existing workflows go on working. */
  aliases?: readonly string[];
  /** Set for secrets: the environment variables from which the command line reads them, first match wins. */
  environment?: readonly string[];
};

const definitions = {
  'primary-key': {
    description: 'Primary dataminer.services key of the DMS. Tried first.',
    aliases: ['api-key'],
    environment: ['DATAMINER_PRIMARY_KEY', 'DATAMINER_CATALOG_TOKEN'],
  },
  'secondary-key': {
    description:
      'Secondary key of the same set. Used when the primary one is rejected, as it is while it is being rotated.',
    environment: ['DATAMINER_SECONDARY_KEY'],
  },
  'service-url': {
    description: 'Base address of dataminer.services, or of your own key service.',
    default: defaultServiceUrl,
  },
  stage: {
    description:
      'What to do: `All` (package, upload, deploy), `Validate` (test both keys), `Package`, `Upload` or `Deploy`.',
    default: 'All',
  },
  'solution-path': {
    description:
      'Solution file (.sln or .slnx), the folder that holds exactly one, or a DataMiner project (.csproj). Default: the workspace.',
  },
  'package-path': { description: 'A ready `.dmapp` to upload instead of packaging a solution.' },
  'artifact-name': {
    description:
      'Name of the package. Default: that of the solution or package project, or the name inside the ready package.',
  },
  version: { description: 'Version of the package: `1.2.3`, `1.2.3-CU4`, `1.2.3.4` or either with `-suffix`.' },
  'build-number': { description: 'Build number, for a package without a version: it becomes `0.0.0-CU<number>`.' },
  'artifact-id': { description: 'ID of an uploaded artifact, for stage `Deploy`.' },
  target: {
    description: 'Where to: `volatile` (system key), `catalog` (organization key; not yet), or `auto`.',
    default: 'auto',
  },
  'catalog-id': { description: 'Catalog item (GUID), for target `catalog`.' },
  'agent-destination-id': { description: 'Coordination ID (GUID) of the DMS to deploy to, for target `catalog`.' },
  timeout: { description: 'How long to watch the deployment, in seconds: 60 to 43200.', default: '900' },
  'if-version-exists': {
    description: 'For target `catalog`: `fail`, or `skip` the registration when the version is there already.',
    default: 'fail',
  },
  installer: {
    description:
      "`require` puts the install script's libraries into the package; `omit` leaves them out, for key services with a folder connector only.",
    default: 'require',
  },
  'github-token': {
    description: 'Lets the upload name the author of the commit and the release. Optional; read access is enough.',
    environment: ['GITHUB_TOKEN'],
  },
  'dry-run': { description: 'Validate and package, but upload and deploy nothing.', default: 'false' },
  debug: { description: 'Log every request and answer, without keys.', default: 'false' },
} as const satisfies Record<string, SettingDefinition>;

export type SettingName = keyof typeof definitions;

export const settings: Readonly<Record<SettingName, SettingDefinition>> = definitions;
export const settingNames = Object.keys(definitions) as readonly SettingName[];

/** What a user gave, as text; absent and empty mean the same. */
export type GivenSettings = { readonly [name in SettingName]?: string };

/** Something wrong with one setting: never holds a key. */
export type SettingProblem = { setting: SettingName; message: string };
