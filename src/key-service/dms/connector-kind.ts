import type { Environment } from '../environment.ts';
import type { Connector } from './connector.ts';

/** One way in which DMSs are reached, by what there is to know of each. */
export interface ConnectorKind<Settings> {
  /**
   * Settings as they are kept: checked, and in one form.
   * @throws KeyServiceError `invalid`; `forbidden` for what is out of bounds
   */
  accept(settings: Settings, bounds: ConnectorBounds): Promise<Settings>;
  /** Whether two DMSs would get in each other's way. */
  clash(one: Settings, other: Settings): boolean;
  /** Why a DMS cannot be reached now; undefined when it can. Members may read it, so it names nothing of the settings. */
  problem(settings: Settings): Promise<string | undefined>;
  connector(settings: Settings, environment: Environment): Connector;
}

/** Where DMSs may be. */
export interface ConnectorBounds {
  /** Folders of the service itself, which no DMS may touch. */
  readonly ownFolders: readonly string[];
  /** The folders that hold those of DMSs; `anywhere` for whoever operates the machine. */
  readonly allowedFolders: readonly string[] | 'anywhere';
}
