import { openPackage } from '../../packaging/dmapp/read-package.ts';
import type { Environment } from '../environment.ts';
import type { FolderSettings } from '../organizations/systems.ts';
import type { Connector } from './connector.ts';
import { systemFiles } from './file-system.ts';
import { FolderConnector } from './folder-connector.ts';

/** The connector that a DMS is reached by. */
export function connectorFor(settings: FolderSettings, environment: Environment): Connector {
  return new FolderConnector(settings.folder, { openPackage, files: systemFiles, environment });
}
