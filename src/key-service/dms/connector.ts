/** Something to say about an installation that goes into the deployment's event chain. */
export interface InstallEvent {
  readonly kind: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** One package to be delivered. */
export interface InstallJob {
  readonly deploymentId: string;
  /** The package on this machine's disk. */
  readonly packageFile: string;
  /** When it fires before anything was changed for good, the connector undoes what it did and throws the signal's reason. */
  readonly signal: AbortSignal;
  readonly report: (event: InstallEvent) => Promise<void>;
}

/** The way to one DMS. Only one call at a time is made per DMS. */
export interface Connector {
  readonly name: string;
  /**
   * Delivers a package: wholly, or not at all.
   * @throws InstallError, PackagingError or Error when it was not delivered
   */
  install(job: InstallJob): Promise<void>;
  /** Puts right what an installation left behind whose process died. Every `install` begins with it. */
  recover(): Promise<void>;
}

/** A package that cannot be installed, or a DMS that does not take it. */
export class InstallError extends Error {
  readonly next: string;

  constructor(message: string, next: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'InstallError';
    this.next = next;
  }
}
