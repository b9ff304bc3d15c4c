/** Something to say about an installation that goes into the deployment's event chain. */
export interface InstallEvent {
  readonly kind: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** The right to change a DMS, for one deployment. It may be lost at any moment to somebody who is given it later. */
export interface Turn {
  readonly deploymentId: string;
  /** @throws when it is lost */
  readonly confirmTurn: () => Promise<void>;
}

/** One package to be delivered. */
export interface InstallJob extends Turn {
  /** The package on this machine's disk. */
  readonly packageFile: string;
  /** When it fires while the package is made ready, the connector leaves the DMS as it was and throws the signal's reason. */
  readonly signal: AbortSignal;
  /**
   * Asked right before the step that cannot be undone.
   * @throws when the turn is lost, or the deployment is not wanted any more
   */
  readonly confirmWanted: () => Promise<void>;
  /** @throws as `confirmWanted` does */
  readonly report: (event: InstallEvent) => Promise<void>;
}

/**
 * The way to one DMS. One call at a time is made per DMS, except that somebody who lost the turn may still be about; that one
 * must not disturb the other.
 */
export interface Connector {
  readonly name: string;
  /**
   * Delivers a package: wholly, or not at all.
   * @throws InstallError, PackagingError or Error when it was not delivered
   */
  install(job: InstallJob): Promise<void>;
  /**
   * Puts right what an installation left behind whose process died; every `install` begins with it, too.
   * @returns whether the deployment is in place all the same: it had been finished, and only nobody came to say so
   */
  recover(turn: Turn): Promise<boolean>;
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
