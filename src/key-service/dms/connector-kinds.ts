import type { Connector as ConnectorSettings } from '../../contract/management/organizations.ts';
import type { Tables } from '../store/schema.ts';
import type { ConnectorKind } from './connector-kind.ts';
import { folderKind } from './folder-kind.ts';

export type { ConnectorSettings };

/** Every way in which a DMS can be reached. */
const kinds: {
  readonly [type in ConnectorSettings['type']]: ConnectorKind<Extract<ConnectorSettings, { type: type }>>;
} = { folder: folderKind };

export function kindOf({ type }: ConnectorSettings): ConnectorKind<ConnectorSettings> {
  return kinds[type];
}

/** Settings as tables keep them. */
export type ConnectorColumns = Pick<Tables['systems'], 'connector' | 'connector_settings'>;

export function connectorColumns({ type, ...settings }: ConnectorSettings): ConnectorColumns {
  return { connector: type, connector_settings: JSON.stringify(settings) };
}

export function connectorSettings({ connector, connector_settings }: ConnectorColumns): ConnectorSettings {
  return { type: connector, ...(JSON.parse(connector_settings) as Omit<ConnectorSettings, 'type'>) };
}
