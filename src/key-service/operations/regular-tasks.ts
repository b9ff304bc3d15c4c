interface RegularTask {
  readonly timer: NodeJS.Timeout;
  running: Promise<void> | undefined;
}

/** Things that the service does now and then. What goes wrong is told, and tried again the next time. */
export class RegularTasks {
  readonly #onFailure: (task: string, error: unknown) => void;
  readonly #tasks: RegularTask[] = [];

  constructor(onFailure: (task: string, error: unknown) => void) {
    this.#onFailure = onFailure;
  }

  /** Does something now, and again every so many milliseconds unless it is still being done. */
  begin(name: string, milliseconds: number, action: () => Promise<void>): void {
    const act = () => {
      task.running ??= action()
        .catch((error) => this.#onFailure(name, error))
        .finally(() => {
          task.running = undefined;
        });
    };
    const task: RegularTask = { timer: setInterval(act, milliseconds), running: undefined };
    this.#tasks.push(task);
    act();
  }

  /** Begins nothing any more; resolves when what was under way is done. */
  async stop(): Promise<void> {
    for (const { timer } of this.#tasks) clearInterval(timer);
    await Promise.all(this.#tasks.map(({ running }) => running));
  }
}
